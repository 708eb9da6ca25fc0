import type { Post } from "../post.ts";
import { Archive } from "./archive.ts";
import type { SitePath } from "./urls.ts";

/** Every page that a site of these posts has, its posts' own pages excepted, in the order of the alphabet. */
export function pagePaths(posts: readonly Post[]): readonly SitePath[] {
  const archive = new Archive({ title: "-", description: "-", url: "https://example.org/", language: "en" }, posts, {
    dumps: [],
  });
  const own = new Set<SitePath>(archive.posts.map((page) => page.path));
  return archive.paths.filter((path) => !own.has(path)).sort();
}
