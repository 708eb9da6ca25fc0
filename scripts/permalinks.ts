import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Permalinks, permalinkLines, readPermalinks } from "../src/archive/permalinks.ts";
import type { Plan } from "../src/archive/plan.ts";
import type { Ledger } from "../src/ledger.ts";
import type { Post } from "../src/post.ts";
import type { DumpText } from "../src/site/dump-pages.ts";
import { pagePaths } from "../src/site/page-paths.ts";
import { channelPath, feedFormats, feedPath } from "../src/site/urls.ts";
import { writeLasting } from "./write-whole.ts";

/** Where a content folder keeps every address that was ever published. */
export function permalinksFile(content: string): string {
  return join(content, "permalinks.jsonl");
}

/** Reads `content/permalinks.jsonl`; empty before the first import. Throws an Error that names file and line. */
export function readPermalinksOf(content: string): Permalinks {
  return readPermalinks(textOf(permalinksFile(content)), permalinksFile(content));
}

/** The dumps of the archive after an import: their account, and the lines of those that were read. */
export interface DumpsNow {
  readonly ledger: Ledger;
  readonly dumpTexts: readonly DumpText[];
}

/** Adds to `content/permalinks.jsonl` what an import changes: new addresses, and what became of old ones. */
export function recordPermalinks(
  content: string,
  plan: Plan,
  before: readonly Post[],
  successors: ReadonlyMap<string, readonly string[]>,
  { ledger, dumpTexts }: DumpsNow,
): void {
  const file = permalinksFile(content);
  const text = textOf(file);
  const shown = plan.posts.filter((post) => post.withdrawn === undefined);
  const lines = permalinkLines(readPermalinks(text, file), {
    posts: shown.map((post) => post.id),
    withdrawn: new Map(plan.posts.flatMap(({ id, withdrawn }) => (withdrawn === undefined ? [] : [[id, withdrawn]]))),
    successors,
    pages: pagePaths(shown, ledger, dumpTexts),
    moved: renamedChannels(before, shown),
  });
  if (lines !== "") writeLasting(file, text + lines);
}

/** Pages and feeds of channels whose posts are now another channel's. */
function renamedChannels(before: readonly Post[], now: readonly Post[]): ReadonlyMap<string, string> {
  const keys = new Map(now.map((post) => [post.id, post.channel.key]));
  const moved = new Map<string, string>();
  for (const { id, channel } of before) {
    const key = keys.get(id);
    if (key === undefined || key === channel.key) continue;
    const [was, is] = [channelPath(channel.key), channelPath(key)];
    moved.set(was, is);
    for (const format of feedFormats) moved.set(feedPath(was, format), feedPath(is, format));
  }
  return moved;
}

function textOf(file: string): string {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
