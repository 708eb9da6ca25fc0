import type { PostPage } from "../model/post-page.ts";
import type { Count } from "./statistics.ts";

/**
 * What posts of something have as well, such as other tags of a tag's posts: `keysOf` each of them, and in how many of the posts; most posts in common
 * first, at most `most`.
 */
export function companions(
  { key, posts }: { readonly key: string; readonly posts: readonly PostPage[] },
  keysOf: (page: PostPage) => readonly string[],
  most: number,
): readonly Count<string>[] {
  const counts = new Map<string, number>();
  for (const page of posts) {
    for (const other of new Set(keysOf(page))) {
      if (other !== key) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([other, count]) => ({ key: other, count }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
    .slice(0, most);
}
