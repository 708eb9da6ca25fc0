import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Permalinks, readPermalinks, withPages, withPosts } from "../src/archive/permalinks.ts";
import type { Plan } from "../src/archive/plan.ts";
import type { Post } from "../src/post.ts";
import { channelPath, feedFormats, feedPath } from "../src/site/urls.ts";
import { alone } from "./lock.ts";
import { writeLasting } from "./write-whole.ts";

/** Where a content folder keeps every address that was ever published. */
export function permalinksFile(content: string): string {
  return join(content, "permalinks.jsonl");
}

/** Reads `content/permalinks.jsonl`; empty before the first import. Throws an Error that names file and line. */
export function readPermalinksOf(content: string): Permalinks {
  return readPermalinks(textOf(permalinksFile(content)), permalinksFile(content));
}

/** Tells `content/permalinks.jsonl` what an import changes: new posts, and what became of old ones. */
export function recordPosts(
  content: string,
  plan: Plan,
  before: readonly Post[],
  successors: ReadonlyMap<string, readonly string[]>,
): void {
  const shown = plan.posts.filter((post) => post.withdrawn === undefined);
  change(content, (text, file) =>
    withPosts(text, file, {
      posts: shown.map((post) => post.id),
      withdrawn: new Map(plan.posts.flatMap(({ id, withdrawn }) => (withdrawn === undefined ? [] : [[id, withdrawn]]))),
      successors,
      moved: renamedChannels(before, shown),
    }),
  );
}

/** Tells `content/permalinks.jsonl` which pages and feeds a site has that is about to be published. */
export function recordPages(content: string, pages: readonly string[]): void {
  const added = (text: string, file: string): string => withPages(text, file, pages);
  const file = permalinksFile(content);
  const text = textOf(file);
  if (added(text, file) !== text) alone(content, () => change(content, added));
}

function change(content: string, changed: (text: string, file: string) => string): void {
  const file = permalinksFile(content);
  const old = textOf(file);
  const text = changed(old, file);
  if (text !== old) writeLasting(file, text);
}

/** Pages and feeds of channels whose posts are now another channel's. */
function renamedChannels(before: readonly Post[], now: readonly Post[]): ReadonlyMap<string, string> {
  const keys = new Map(now.map((post) => [post.id, post.channel.key]));
  const there = new Set(keys.values());
  const moved = new Map<string, string>();
  for (const { id, channel } of before) {
    const key = keys.get(id);
    if (key === undefined || there.has(channel.key)) continue;
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
