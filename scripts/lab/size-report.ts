import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Table from "cli-table3";
import { writeMadeArchive } from "./made-archive.ts";
import { type Taken, thisMachine } from "./measure.ts";

/** Sizes that are measured where none are named: those of 50,000 and 100,000 posts take many minutes. */
const usualSizes = [1_000, 10_000];

/**
 * Writes a made archive of each size that `args` name into a temporary folder, measures it and prints all rows as a table; `columns` are the heads after
 * that of the size, and each row is told as soon as it is known. Throws an Error at a size that is no whole number from 4 on.
 */
export async function reportBySize(
  args: readonly string[],
  columns: readonly string[],
  measured: (folder: string, size: number, told: (row: readonly string[]) => void) => Promise<void>,
): Promise<void> {
  const sizes = args.length === 0 ? usualSizes : args.map(Number);
  const wrong = sizes.findIndex((size) => !Number.isInteger(size) || size < 4);
  if (wrong >= 0) throw new Error(`Cannot measure an archive of "${args[wrong]}" posts: write a number from 4 on`);
  const table = new Table({ head: ["posts", ...columns], style: { head: [], border: [] } });
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "scrollback-bench-"));
    try {
      writeMadeArchive(folder, size);
      await measured(folder, size, (row) => {
        table.push([size, ...row]);
        process.stderr.write(`${[size, ...row].join(", ")}\n`);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.stdout.write(`${table}\n${thisMachine()}\n`);
}

/** The heads of the columns of `cellsOf`. */
export const takenColumns = ["processor", "wall", "peak memory"] as const;

/** What a program took, in words; no memory where none was looked at. */
export function cellsOf({ processor, wall, peak }: Taken): readonly string[] {
  return [`${processor.toFixed(1)} s`, `${wall.toFixed(1)} s`, peak === 0 ? "" : `${(peak / 1e6).toFixed(0)} MB`];
}

/** Writes into one of the posts of a folder as a person does. */
export function editPost(posts: string): void {
  const files = readdirSync(posts, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const file = join(posts, files.sort()[Math.floor(files.length / 2)] ?? "");
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()} An afterthought.\n`);
}
