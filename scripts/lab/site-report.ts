import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { writeHugoSite } from "./hugo-site.ts";
import { writeMadeArchive } from "./made-archive.ts";
import { measure, measureScript, type Taken } from "./measure.ts";
import { cellsOf, editPost, reportBySize, takenColumns } from "./size-report.ts";

/**
 * `npm run bench -- site [POSTS…]`: what building sites of made archives takes, with search and rendering alone, beside plain writing of the same
 * files and beside Hugo with the same posts, where it is installed. Works in a temporary folder. With `--small` it guards the ratio to plain writing.
 */
export function reportSites(args: readonly string[]): Promise<void> {
  if (args[0] === "--small") return guardRatio();
  return reportBySize(args, ["what", ...takenColumns, "files", "size"], measureSite);
}

/** How many times the processor time of plain writing the reading of posts and the rendering of their pages may take: twice what it took when this was set. */
const mostTimes = 45;

/** Posts whose rendering is measured: enough that plain writing of their pages takes more than the clock's ticks. */
const postsMeasured = 1500;

/** The best of so many tries counts: other programs on the machine only make a ratio worse. */
const tries = 3;

/**
 * Compares the rendering of a small archive with plain writing of the same pages: a ratio, since times say more of the machine. What a program takes
 * to start, and an archive of a few posts to be rendered, is left out. Throws an Error where rendering takes too many times as long.
 */
async function guardRatio(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-ratio-"));
  try {
    const rendering = async (
      size: number,
    ): Promise<{ readonly pages: string; readonly render: () => Promise<number> }> => {
      const [content, pages] = [join(folder, `${size}`, "content"), join(folder, `${size}`, "pages")];
      writeMadeArchive(join(folder, `${size}`), size);
      await measureScript(join("scripts", "scrollback.ts"), ["import", "--content", content]);
      const script = join("scripts", "lab", "render-alone.ts");
      return { pages, render: async () => (await measureScript(script, [content, pages])).processor };
    };
    const [few, many] = [await rendering(4), await rendering(postsMeasured)];
    const ratios: number[] = [];
    for (let count = 0; count < tries && !ratios.some((ratio) => ratio <= mostTimes); count += 1) {
      const rendered = (await many.render()) - (await few.render());
      ratios.push(rendered / plainWriting(many.pages, join(folder, `plain-${count}`)).processor);
    }
    const ratio = Math.min(...ratios);
    process.stdout.write(
      `Rendering ${postsMeasured} posts takes ${ratio.toFixed(1)} times the processor time of plain writing; at most ${mostTimes} times\n`,
    );
    if (!(ratio <= mostTimes))
      throw new Error(`Cannot accept rendering that takes ${ratio.toFixed(1)} times plain writing`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSite(folder: string, size: number, told: (row: readonly string[]) => void): Promise<void> {
  const program = join("scripts", "scrollback.ts");
  const content = join(folder, "content");
  const site = join(folder, "_site");
  const pages = join(folder, "pages");
  const tell = (what: string, taken: Taken, written?: string): void =>
    told([what, ...cellsOf(taken), ...(written === undefined ? ["", ""] : extentOf(written))]);
  tell("import of exports", await measureScript(program, ["import", "--content", content]));
  tell("import without changes, site, search", await measureScript(program, ["build", "--content", content]), site);
  editPost(join(content, "posts"));
  tell("the same, after a post was edited", await measureScript(program, ["build", "--content", content]), site);
  const rendered = await measureScript(join("scripts", "lab", "render-alone.ts"), [content, pages]);
  tell("reading posts, rendering pages", rendered, pages);
  tell("plain writing of these pages", plainWriting(pages, join(folder, "plain")), pages);
  if (spawnSync("hugo", ["version"]).status !== 0) return;
  const hugo = join(folder, "hugo");
  writeHugoSite(hugo, size);
  const other = await measure("hugo", ["--source", hugo, "--config", "hugo.toml", "--quiet"]);
  tell("Hugo: reading, pages, lists, tags", other, join(hugo, "public"));
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** How many files a folder has, and their size, in words. */
function extentOf(folder: string): readonly string[] {
  const files = filesOf(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return [`${files.length}`, `${(bytes / 1e6).toFixed(1)} MB`];
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
