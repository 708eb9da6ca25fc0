import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import Table from "cli-table3";
import { writeHugoSite } from "./hugo-site.ts";
import { writeMadeArchive } from "./made-archive.ts";
import { measure, measureScript, type Taken, thisMachine } from "./measure.ts";

/** Sizes that are measured where none are named: those of 50,000 and 100,000 posts take many minutes. */
const usualSizes = [1_000, 10_000];

/**
 * `npm run bench -- site [POSTS…]`: what building sites of made archives takes, with search and rendering alone, beside plain writing of the same
 * files and beside Hugo with the same posts, where it is installed. Works in a temporary folder.
 */
export async function reportSites(args: readonly string[]): Promise<void> {
  const sizes = args.length === 0 ? usualSizes : args.map(Number);
  const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < 4);
  if (wrong >= 0) throw new Error(`Cannot build a site of "${args[wrong]}" posts: write a number from 4 on`);
  const head = ["posts", "what", "processor", "wall", "peak memory", "files", "size"];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "scrollback-bench-"));
    try {
      for (const row of await measuredSite(folder, size)) table.push([size, ...row]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`${table}\n${thisMachine()}\n`);
}

/** Writes into a post as a person does. */
function editPost(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const file = join(folder, files.sort()[Math.floor(files.length / 2)] ?? "");
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()} An afterthought.\n`);
}

type Cells = readonly string[];

async function measuredSite(folder: string, size: number): Promise<readonly Cells[]> {
  writeMadeArchive(folder, size);
  const program = join("scripts", "scrollback.ts");
  const content = join(folder, "content");
  const site = join(folder, "_site");
  const pages = join(folder, "pages");
  const imported = await measureScript(program, ["import", "--content", content]);
  const built = await measureScript(program, ["build", "--content", content]);
  editPost(join(content, "posts"));
  const again = await measureScript(program, ["build", "--content", content]);
  const rendered = await measureScript(join("scripts", "lab", "render-alone.ts"), [content, pages]);
  const rows = [
    cells("import of exports", imported),
    cells("import without changes, site, search", built, site),
    cells("the same, after a post was edited", again, site),
    cells("reading posts, rendering pages", rendered, pages),
    cells("plain writing of these pages", plainWriting(pages, join(folder, "plain")), pages),
  ];
  if (spawnSync("hugo", ["version"]).status !== 0) return rows;
  const hugo = join(folder, "hugo");
  writeHugoSite(hugo, size);
  const other = await measure("hugo", ["--source", hugo, "--config", "hugo.toml", "--quiet"]);
  return [...rows, cells("Hugo: reading, pages, lists, tags", other, join(hugo, "public"))];
}

function cells(what: string, { processor, wall, peak }: Taken, folder?: string): Cells {
  const { files, bytes } = folder === undefined ? { files: 0, bytes: 0 } : extentOf(folder);
  return [
    what,
    `${processor.toFixed(1)} s`,
    `${wall.toFixed(1)} s`,
    peak === 0 ? "" : `${(peak / 1e6).toFixed(0)} MB`,
    folder === undefined ? "" : `${files}`,
    folder === undefined ? "" : `${(bytes / 1e6).toFixed(1)} MB`,
  ];
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function extentOf(folder: string): { readonly files: number; readonly bytes: number } {
  const files = filesOf(folder);
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

/** How many files are held at a time, so that reading them is not measured. */
const filesAtATime = 1000;

/** Writes the files of a folder into another one from strings; what the writing alone took. */
function plainWriting(from: string, to: string): Taken {
  const files = filesOf(from);
  let [processor, wall] = [0, 0];
  for (let start = 0; start < files.length; start += filesAtATime) {
    const texts = files
      .slice(start, start + filesAtATime)
      .map((file) => [join(to, relative(from, file)), readFileSync(file, "utf8")] as const);
    const [before, since] = [process.cpuUsage(), performance.now()];
    for (const [file, text] of texts) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { user, system } = process.cpuUsage(before);
    processor += (user + system) / 1e6;
    wall += (performance.now() - since) / 1000;
  }
  return { processor, wall, peak: 0 };
}
