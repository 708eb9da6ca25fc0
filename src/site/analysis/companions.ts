import type { PostPage } from "../model/post-page.ts";

/** What stands beside something in posts, such as another tag of a tag's posts, by its key, and in how many posts. */
export interface Companion {
  readonly key: string;
  readonly count: number;
}

/** What posts of something have as well, `keysOf` each of them; most posts in common first, at most `most`. */
export function companions(
  { key, posts }: { readonly key: string; readonly posts: readonly PostPage[] },
  keysOf: (page: PostPage) => readonly string[],
  most: number,
): readonly Companion[] {
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
