import { join } from "node:path";
import { citingRenamed, type NamedBytes, renamedDumps, textCitingRenamed } from "../../src/archive/renamed.ts";
import { reportsOf } from "../../src/import/assemble.ts";
import { writePost } from "../../src/markdown/post-file.ts";
import { compare } from "../../src/text/compare.ts";
import type { FoundDump } from "./dumps.ts";
import { readLedger, writeLedger } from "./ledger-file.ts";
import { MediaIndex } from "./media-index.ts";
import { eachPostPath, readPostFile } from "./post-files.ts";
import { writeWhole } from "./write-whole.ts";

/** A dump that has another name than at its import, and the same bytes. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/**
 * Brings posts, index of media and ledger up to dumps that were renamed, as if they had always had their names: ids, addresses and files of posts stay. The
 * ledger comes last, so that what is stopped before is done by the next import. `all`: the dumps that were found, those that cannot be read among them.
 */
export function takeUpRenames(content: string, all: readonly FoundDump[]): readonly Renaming[] {
  const ledger = readLedger(content);
  const found = all.flatMap(bytesOf);
  const failed = all.flatMap((dump) => (dump.kind === "failed" ? [dump.file] : []));
  const insideFailed = ledger.dumps.flatMap(({ file }) =>
    failed.some((each) => file.startsWith(`${each}/`)) ? [file] : [],
  );
  const names = renamedDumps(ledger, found, new Set([...found.map(({ file }) => file), ...failed, ...insideFailed]));
  if (names.size === 0) return [];
  const folder = join(content, "posts");
  for (const path of eachPostPath(folder)) {
    const file = readPostFile(folder, path);
    if (!("post" in file)) continue;
    const text = file.edited ? textCitingRenamed(file.text, names) : citedAnew(file.text, file.post, names);
    if (text !== file.text) writeWhole(join(folder, path), text);
  }
  const index = new MediaIndex(join(content, "media"));
  index.rename(names);
  index.write();
  const dumps = ledger.dumps.map((report) => ({ ...report, file: names.get(report.file) ?? report.file }));
  writeLedger(content, { dumps: dumps.sort((one, other) => compare(one.file, other.file)) });
  return [...names].map(([from, to]) => ({ from, to }));
}

function citedAnew(
  text: string,
  post: Parameters<typeof citingRenamed>[0],
  names: ReadonlyMap<string, string>,
): string {
  const cited = citingRenamed(post, names);
  return cited === post ? text : writePost(cited);
}

function bytesOf(found: FoundDump): readonly NamedBytes[] {
  if (found.kind === "failed") return [];
  return found.kind === "read" ? [found.source] : reportsOf(found.dump).map(({ file, sha256 }) => ({ file, sha256 }));
}
