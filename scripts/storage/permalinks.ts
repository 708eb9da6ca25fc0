import { existsSync } from "node:fs";
import { join } from "node:path";
import type { IdSet } from "../../src/archive/id-set.ts";
import {
  type Permalinks,
  type Present,
  publishedPosts,
  readPermalinks,
  withPages,
  withPosts,
} from "../../src/archive/permalinks.ts";
import {
  channelPath,
  channelsPath,
  feedFormats,
  feedPath,
  homePath,
  referenceFormats,
  referencesPath,
} from "../../src/site/model/urls.ts";
import { readText } from "./disk-errors.ts";
import { keepingAccount } from "./known-import.ts";
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

/** The ids that a built site has shown. */
export function publishedPostsOf(content: string): IdSet {
  return publishedPosts(textOf(permalinksFile(content)));
}

/** Tells `content/permalinks.jsonl` what an import changes: new posts, and what became of old ones. */
export function recordPosts(content: string, now: Present): void {
  change(content, (text, file) => withPosts(text, file, now));
}

/** Tells `content/permalinks.jsonl` which pages and feeds a site has that is about to be published. */
export function recordPages(content: string, pages: readonly string[]): void {
  const added = (text: string, file: string): string => withPages(text, file, pages);
  const file = permalinksFile(content);
  const text = textOf(file);
  if (added(text, file) !== text) keepingAccount(content, () => alone(content, () => change(content, added)));
}

function change(content: string, changed: (text: string, file: string) => string): void {
  const file = permalinksFile(content);
  const old = textOf(file);
  const text = changed(old, file);
  if (text !== old) writeLasting(file, text);
}

/**
 * Pages and feeds of channels that have no posts any more, and where these posts' channel has its own. By key. Where the posts went to several
 * channels, the list of channels has them all, and so has the archive's own feed.
 */
export function movedPages(moved: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  return new Map(
    [...moved].flatMap(([was, is]) => {
      const [only = "", ...others] = is;
      const parted = others.length > 0;
      const [page, feeds] = parted ? [channelsPath, homePath] : [channelPath(only), channelPath(only)];
      return [
        [channelPath(was), page] as const,
        ...feedFormats.map((format) => [feedPath(channelPath(was), format), feedPath(feeds, format)] as const),
        ...referenceFormats.map((format) => {
          return [referencesPath(channelPath(was), format), parted ? page : referencesPath(page, format)] as const;
        }),
      ];
    }),
  );
}

function textOf(file: string): string {
  const text = existsSync(file) ? readText(file) : "";
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
