import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Table from "cli-table3";
import { writeMadeArchive } from "./made-archive.ts";
import { madeDump } from "./made-dumps.ts";
import { measureScript, thisMachine } from "./measure.ts";

/** Sizes that are measured where none are named: an archive of 100,000 posts takes some minutes. */
const usualSizes = [1_000, 10_000];

/**
 * `npm run bench -- store [POSTS…]`: what it takes to import a made archive again, to add a page to it, to correct a post, to verify it and to read a
 * page beside it, with the store and without it. Works in a temporary folder.
 */
export async function reportStore(args: readonly string[]): Promise<void> {
  const sizes = args.length === 0 ? usualSizes : args.map(Number);
  const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < 4);
  if (wrong >= 0) throw new Error(`Cannot import an archive of "${args[wrong]}" posts: write a number from 4 on`);
  const head = ["posts", "what", "store", "processor", "wall", "peak memory"];
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "scrollback-bench-"));
    try {
      await measureArchive(folder, size, (row) => {
        table.push([size, ...row]);
        process.stderr.write(`${[size, ...row].join(", ")}\n`);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`${table}\n${thisMachine()}\n`);
}

async function measureArchive(folder: string, size: number, told: (row: readonly string[]) => void): Promise<void> {
  writeMadeArchive(folder, size);
  const content = join(folder, "content");
  const store = join(folder, ".cache", "store");
  const page = join(folder, "page.txt");
  writeFileSync(page, madeDump("preview", 200));
  const run = async (what: string, has: string, args: readonly string[]): Promise<void> => {
    const { processor, wall, peak } = await measureScript(join("scripts", "scrollback.ts"), [
      ...args,
      "--content",
      content,
    ]);
    told([what, has, `${processor.toFixed(1)} s`, `${wall.toFixed(1)} s`, `${(peak / 1e6).toFixed(0)} MB`]);
  };
  /** The same with the store and without it. */
  const both = async (what: string, args: readonly string[], prepare: () => void = () => undefined): Promise<void> => {
    prepare();
    await run(what, "kept", args);
    prepare();
    rmSync(store, { recursive: true });
    await run(what, "none", args);
    // What was written a moment ago is not known yet by how it stands.
    await sleep(2500);
    await run("import without changes", "kept", ["import"]);
  };
  await run("first import", "none", ["import"]);
  await both("import without changes", ["import"]);
  await both("a post corrected by hand, import", ["import"], () => correctOne(join(content, "posts")));
  await both("records of a page", ["records", page]);
  await both("verify", ["verify"]);
  await run("a page added, import", "kept", ["import", page]);
  const bytes = readdirSync(join(store, "content")).map((name) => statSync(join(store, "content", name)).size);
  told(["size of the store", "", "", "", `${(bytes.reduce((sum, one) => sum + one, 0) / 1e6).toFixed(0)} MB`]);
}

function correctOne(posts: string): void {
  const [first = ""] = readdirSync(posts, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  appendFileSync(join(posts, first), "More was said.\n");
}
