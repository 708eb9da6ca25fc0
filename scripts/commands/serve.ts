import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync, watch } from "node:fs";
import { basename, join, sep } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { type ArchiveFolder, archiveFolder, type FolderOptions, folderOptions, requireArchive } from "../folder.ts";
import { programFile, programRoot } from "../program.ts";
import { serve } from "../site/server.ts";

interface Options extends FolderOptions {
  readonly port?: number;
}

const defaultPort = 8080;

/** `scrollback serve`: builds the site, serves it, and builds it again whenever something changes. */
export function serveCommand(): Command {
  const command = new Command("serve")
    .alias("start")
    .description("Build the site, serve it on this machine, and build it again whenever something changes.")
    .addOption(
      new Option("-p, --port <number>", `the port (default: ${defaultPort}, or another free one)`)
        .env("PORT")
        .argParser(portFrom),
    )
    .addHelpText("after", "\nCtrl+C stops it. Exit status: 1 if the first build fails.");
  for (const option of folderOptions()) command.addOption(option);
  return command.action(run);
}

function portFrom(wanted: string): number {
  const port = Number(wanted);
  if (wanted !== "" && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError("a port is a number from 0 to 65535");
}

async function run({ port, ...folder }: Options): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  if (!(await built(place))) {
    process.exitCode = 1;
    return;
  }
  const served = await serve(place.site, { port: port ?? defaultPort, orAnother: port === undefined, live: true });
  process.stdout.write(`Serving ${served.url} (Ctrl+C stops it; pages reload when something changes)\n`);
  watchInputs(place, served.reload);
}

/** Time for an editor to finish writing, in milliseconds. */
const pause = 200;

function watchInputs(place: ArchiveFolder, reload: () => void): void {
  const { content } = place;
  // The program itself changes where it is worked on: from a checkout, not from an installed package.
  const code = existsSync(join(programRoot, "src", "README.md"))
    ? ["templates", "src", "scripts", ".eleventy.ts"].map((name) => join(programRoot, name))
    : [];
  // What a build is made from and never writes, and what the import writes and people edit by hand.
  const sources = [join(content, "dumps"), join(content, "site.yml"), ...code];
  const posts = [join(content, "posts")];
  let seen = { sources: fingerprint(sources), posts: fingerprint(posts) };
  const changed = (): boolean => fingerprint(sources) !== seen.sources || fingerprint(posts) !== seen.posts;
  let building = false;
  const look = async (): Promise<void> => {
    if (building) return;
    building = true;
    while (changed()) {
      // Sources are taken before the build, to see what changes during it; posts after it, since the import writes them.
      const before = fingerprint(sources);
      if (await built(place)) reload();
      seen = { sources: before, posts: fingerprint(posts) };
    }
    building = false;
  };
  let timer: NodeJS.Timeout | undefined;
  for (const path of [content, ...code]) {
    const watcher = watch(path, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), pause);
    });
    watcher.on("error", (error) => {
      process.stderr.write(`Cannot watch "${path}" any more: ${error.message}; start again to see its changes\n`);
    });
  }
}

/** A process of its own for each build: Node never forgets a module that it has loaded. */
function built({ content, site }: ArchiveFolder): Promise<boolean> {
  const args = [
    ...process.execArgv,
    programFile(join("scripts", "scrollback")),
    "build",
    "--content",
    content,
    "--output",
    site,
  ];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: "inherit" });
  return new Promise((done) => child.on("exit", (code) => done(code === 0)));
}

/** Names, sizes and times of all files at or below these paths. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesAt)) {
    const state = statOf(file);
    if (state?.isFile()) hash.update(`${file} ${state.size} ${state.mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesAt(path: string): readonly string[] {
  if (!statOf(path)?.isDirectory()) return [path];
  try {
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((name) => !basename(name).startsWith(".") || name.includes(sep))
      .sort()
      .map((name) => join(path, name));
  } catch {
    // A folder that vanishes while it is listed has nothing to tell; the next look sees what is there.
    return [];
  }
}

/** What is known of a file; nothing where it is gone or its link runs in a circle. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
