import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { BuiltPages, type NoteFiles } from "./built-pages.ts";

/** A share of a site: which of so many, from 1. */
export interface Share {
  readonly number: number;
  readonly of: number;
}

/** The share that is written as `3/8`; none where that is not how it is written. */
export function shareFrom(text: string): Share | undefined {
  const { number, of } = /^(?<number>[1-9]\d{0,5})\/(?<of>[1-9]\d{0,5})$/u.exec(text)?.groups ?? {};
  const share = { number: Number(number), of: Number(of) };
  return share.number <= share.of ? share : undefined;
}

/** The folder of a shard's notes, below the shard. */
const notesFolder = "shard";

/** A shard has its notes with it, wherever it is taken. */
export function notesIn(shard: string): NoteFiles {
  return { pages: join(shard, notesFolder, "pages.txt"), folders: join(shard, notesFolder, "folders.json") };
}

/** The shards below a folder, or that the folder is; in the order of their names. */
export function shardsIn(folder: string): readonly BuiltPages[] {
  if (isShard(folder)) return [new BuiltPages(folder, notesIn(folder))];
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names
    .map((name) => join(folder, name))
    .filter(isShard)
    .map((shard) => new BuiltPages(shard, notesIn(shard)));
}

function isShard(folder: string): boolean {
  return existsSync(notesIn(folder).pages);
}

/** A shard takes the place of a shard, never of a site or of what else a folder holds. */
export function refuseOther(output: string): void {
  if (!existsSync(output) || isShard(output) || readdirSync(output).length === 0) return;
  throw new Error(`Cannot build a shard into "${output}": the folder holds something else; name another with --output`);
}
