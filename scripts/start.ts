import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { serve } from "./serve.ts";

const output = "_site";
const defaultPort = 8080;

/** What a build is made from and never writes. */
const sources = [join("content", "dumps"), join("content", "site.yml"), "templates", "src", "scripts", ".eleventy.ts"];

/** What the import writes, and people edit by hand. */
const posts = [join("content", "posts")];

/** Time for an editor to finish writing. */
const pause = 200;

/** Builds the site, serves it, and builds it anew whenever one of its inputs changes. */
async function main(): Promise<void> {
  const port = portFrom(process.env.PORT);
  if (!(await built())) {
    process.exitCode = 1;
    return;
  }
  const served = await serve(output, { ...port, live: true });
  process.stdout.write(`Serving ${served.url} (Ctrl+C ends it; pages load anew when something changes)\n`);
  watchInputs(served.reload);
}

function portFrom(wanted: string | undefined): { readonly port: number; readonly orAnother: boolean } {
  if (wanted === undefined || wanted === "") return { port: defaultPort, orAnother: true };
  const port = Number(wanted);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return { port, orAnother: false };
  throw new Error(`Cannot serve on port "${wanted}": PORT must be a number from 0 to 65535`);
}

function watchInputs(reload: () => void): void {
  let seen = { sources: fingerprint(sources), posts: fingerprint(posts) };
  const changed = (): boolean => fingerprint(sources) !== seen.sources || fingerprint(posts) !== seen.posts;
  let building = false;
  const look = async (): Promise<void> => {
    if (building) return;
    building = true;
    while (changed()) {
      // Sources are taken before the build, to see what changes during it; posts after it, since the import writes them.
      const before = fingerprint(sources);
      if (await built()) reload();
      seen = { sources: before, posts: fingerprint(posts) };
    }
    building = false;
  };
  let timer: NodeJS.Timeout | undefined;
  for (const path of ["content", "templates", "src", "scripts", ".eleventy.ts"]) {
    watch(path, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), pause);
    });
  }
}

/** A process of its own for each build: Node never forgets a module that it has loaded. */
function built(): Promise<boolean> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", join("scripts", "build.ts")], {
    stdio: "inherit",
  });
  return new Promise((done) => child.on("exit", (code) => done(code === 0)));
}

/** Names, sizes and times of all files at or below these paths. */
function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesAt)) {
    const state = statSync(file, { throwIfNoEntry: false });
    if (state?.isFile()) hash.update(`${file} ${state.size} ${state.mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesAt(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => join(path, name));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
