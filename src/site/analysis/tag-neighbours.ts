import type { PostPage } from "../model/post-page.ts";

/** Another tag that stands beside a tag, and in how many posts. */
export interface TagNeighbour {
  readonly key: string;
  readonly count: number;
}

/** The tags that posts of one tag bear as well, those with most posts in common first. */
export function tagNeighbours(
  { key, posts }: { readonly key: string; readonly posts: readonly PostPage[] },
  count: number,
): readonly TagNeighbour[] {
  const counts = new Map<string, number>();
  for (const { post } of posts) {
    for (const tag of new Set(post.tags.map((each) => each.key))) {
      if (tag !== key) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([other, shared]) => ({ key: other, count: shared }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
    .slice(0, count);
}
