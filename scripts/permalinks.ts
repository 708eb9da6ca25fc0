import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Permalinks, permalinkLines, readPermalinks } from "../src/archive/permalinks.ts";
import type { Plan } from "../src/archive/plan.ts";
import type { Post } from "../src/post.ts";
import { pagePaths } from "../src/site/page-paths.ts";
import { channelPath } from "../src/site/urls.ts";
import { writeLasting } from "./write-whole.ts";

/** Where a content folder keeps every address that was ever published. */
export function permalinksFile(content: string): string {
  return join(content, "permalinks.jsonl");
}

/** Reads `content/permalinks.jsonl`; empty before the first import. Throws an Error that names file and line. */
export function readPermalinksOf(content: string): Permalinks {
  return readPermalinks(textOf(permalinksFile(content)), permalinksFile(content));
}

/** Adds to `content/permalinks.jsonl` what an import changes: new addresses, and what became of old ones. */
export function recordPermalinks(
  content: string,
  plan: Plan,
  before: readonly Post[],
  successors: ReadonlyMap<string, readonly string[]>,
): void {
  const file = permalinksFile(content);
  const text = textOf(file);
  const shown = plan.posts.filter((post) => post.withdrawn === undefined);
  const lines = permalinkLines(readPermalinks(text, file), {
    posts: shown.map((post) => post.id),
    withdrawn: new Map(plan.posts.flatMap(({ id, withdrawn }) => (withdrawn === undefined ? [] : [[id, withdrawn]]))),
    successors,
    pages: pagePaths(shown),
    moved: renamedChannels(before, shown),
  });
  if (lines !== "") writeLasting(file, text + lines);
}

/** Pages of channels whose posts are now another channel's. */
function renamedChannels(before: readonly Post[], now: readonly Post[]): ReadonlyMap<string, string> {
  const keys = new Map(now.map((post) => [post.id, post.channel.key]));
  const moved = new Map<string, string>();
  for (const { id, channel } of before) {
    const key = keys.get(id);
    if (key !== undefined && key !== channel.key) moved.set(channelPath(channel.key), channelPath(key));
  }
  return moved;
}

function textOf(file: string): string {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
