import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { Command, InvalidArgumentError, Option } from "commander";
import { type ArchiveFolder, archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import { isCheckout, programFile, programRoot } from "../program.ts";

interface Options extends FolderOptions {
  readonly port?: number;
}

const defaultPort = 8080;

/** `scrollback serve`: builds the site, serves it, and builds it again whenever something changes. */
export function serveCommand(): Command {
  return new Command("serve")
    .alias("start")
    .description("Build the site, serve it on this machine, and rebuild it when something changes.")
    .addOption(
      new Option("-p, --port <number>", `the port (default: ${defaultPort}, or another free one)`)
        .env("PORT")
        .argParser(portFrom),
    )
    .addHelpText("after", "\nPress Ctrl+C to stop. Exit status: 1 if the first build fails.")
    .action((_: Options, command: Command) => run(command.optsWithGlobals<Options>()));
}

function portFrom(wanted: string): number {
  const port = Number(wanted);
  if (wanted !== "" && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError("use a number from 0 to 65535");
}

async function run({ port, ...folder }: Options): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  const changes = new Changes(place);
  if (!(await built(folder))) {
    await changes.close();
    process.exitCode = 1;
    return;
  }
  const { serve } = await import("../site/server.ts");
  const { startReview } = await import("../review/start.ts");
  const review = await startReview(place.content, {});
  const options = { port: port ?? defaultPort, orAnother: port === undefined, live: true, review: review.url };
  const served = await serve(place.site, options);
  process.stdout.write(`Serving ${served.url} (press Ctrl+C to stop; pages reload when something changes)\n`);
  process.stdout.write(`Review at ${review.url}\n`);
  for (;;) {
    await changes.settled();
    await changes.next();
    if (await built(folder)) served.reload();
  }
}

/** Time for an editor to finish writing, and for the disk to tell what a build wrote, in milliseconds. */
const pause = 300;

/** What changes in an archive and, in a checkout, in the program. */
class Changes {
  private readonly watcher;
  private source = false;
  private post = false;
  private tell: () => void = () => {};

  constructor({ content }: ArchiveFolder) {
    // The program itself changes where it is worked on: in a checkout, not in an installed package.
    const code = isCheckout() ? ["templates", "src", "scripts"].map((name) => join(programRoot, name)) : [];
    // Links are not followed: an import takes nothing from behind one, and one may run in a circle.
    this.watcher = watch([content, ...code], {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => /^\.|\.scrollback-unfinished$/u.test(basename(path)),
      awaitWriteFinish: { stabilityThreshold: pause, pollInterval: 50 },
    });
    this.watcher.on("all", (_, path) => {
      const [top = "", ...below] = relative(content, path).split(sep);
      if (top === "posts") this.post = true;
      // Ledger and addresses are what builds write.
      else if (
        top === ".." ||
        isAbsolute(top) ||
        top === "dumps" ||
        below.length > 0 ||
        /\.(?:ya?ml|svg|png)$/iu.test(top)
      )
        this.source = true;
      this.tell();
    });
    this.watcher.on("error", (error) => {
      process.stderr.write(`Cannot watch for changes: ${(error as Error).message}; restart to see all changes\n`);
    });
  }

  /** Waits for a change that no build has taken up yet. */
  async next(): Promise<void> {
    while (!this.source && !this.post) {
      await new Promise<void>((done) => {
        this.tell = done;
      });
    }
    this.source = false;
    this.post = false;
  }

  /** Ends a build: the posts that it wrote are no change. Sources that changed meanwhile are. */
  async settled(): Promise<void> {
    do {
      this.post = false;
      await new Promise((done) => setTimeout(done, 2 * pause));
    } while (this.post);
  }

  async close(): Promise<void> {
    await this.watcher.close();
  }
}

/** A process of its own for each build: Node never forgets a module that it has loaded. */
function built(folder: FolderOptions): Promise<boolean> {
  const { site } = archiveFolder(folder);
  const program = programFile(join("scripts", "scrollback"));
  const start = Date.now();
  const args = [...process.execArgv, program, "build", ...namedAs(folder), "--output", site];
  const child = spawn(process.execPath, args, { stdio: "inherit" });
  return new Promise((done) => child.on("exit", (code) => done(code === 0 || isBuiltSince(site, start))));
}

/** The options that name an archive as it was named, so that what a build prints of commands names it so, too. */
function namedAs({ dir, content }: FolderOptions): readonly string[] {
  return content === undefined ? ["--dir", dir] : ["--content", content];
}

/** A build that left out what it cannot read has told so and ends as one that failed; its site stands. */
function isBuiltSince(site: string, start: number): boolean {
  const home = statSync(join(site, "index.html"), { throwIfNoEntry: false });
  return home !== undefined && home.mtimeMs >= start;
}
