import type { Ledger } from "../ledger.ts";
import type { Post } from "../post.ts";
import { Archive } from "./archive.ts";
import type { DumpText } from "./dump-pages.ts";
import type { SitePath } from "./urls.ts";

/** Every page and feed that a site of these posts and dumps has, its posts' own pages excepted, in the order of the alphabet. */
export function pagePaths(posts: readonly Post[], ledger: Ledger, dumpTexts: readonly DumpText[]): readonly SitePath[] {
  const settings = { title: "-", description: "-", url: "https://example.org/", language: "en" };
  const archive = new Archive(settings, posts, ledger, { dumpTexts });
  const own = new Set<SitePath>(archive.posts.map((page) => page.path));
  const feeds = archive.feeds.map((feed) => feed.path);
  return [...archive.paths.filter((path) => !own.has(path)), ...feeds].sort();
}
