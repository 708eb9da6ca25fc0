import type { Day } from "../../model/day.ts";
import type { PostPage } from "./post-page.ts";
import { numberedPath, type SitePath } from "./urls.ts";

/** One page of a list of posts, newest first. */
export class ListPage<Topic> {
  constructor(
    readonly topic: Topic,
    readonly path: SitePath,
    readonly posts: readonly PostPage[],
    /** Counted from the oldest page; the front page, which holds the newest posts, has none. */
    readonly number: number | undefined,
    readonly newer: SitePath | undefined,
    readonly older: SitePath | undefined,
  ) {}
}

/** The posts of one day, below one heading. */
export interface DayGroup {
  readonly day: Day;
  readonly posts: readonly PostPage[];
}

/**
 * Parts a list into pages. Full pages are numbered from the oldest and never change when newer posts arrive; the front
 * page at the list's own address takes the newest posts, between one and not quite two pages of them.
 */
export function pagesOf<Topic>(
  topic: Topic,
  path: SitePath,
  oldestFirst: readonly PostPage[],
  size = 50,
): readonly ListPage<Topic>[] {
  const numbered = Math.max(0, Math.floor(oldestFirst.length / size) - 1);
  const pathOf = (number: number): SitePath => (number > numbered ? path : numberedPath(path, number));
  return Array.from({ length: numbered + 1 }, (_, index) => {
    const number = index + 1;
    const isFront = number > numbered;
    const posts = oldestFirst.slice(index * size, isFront ? undefined : number * size).reverse();
    return new ListPage(
      topic,
      pathOf(number),
      posts,
      isFront ? undefined : number,
      isFront ? undefined : pathOf(number + 1),
      number > 1 ? pathOf(number - 1) : undefined,
    );
  });
}

/** Groups posts that are in order of their days. */
export function byDay(posts: readonly PostPage[]): readonly DayGroup[] {
  const groups: { day: Day; posts: PostPage[] }[] = [];
  for (const page of posts) {
    const last = groups.at(-1);
    if (last?.day === page.day) last.posts.push(page);
    else groups.push({ day: page.day, posts: [page] });
  }
  return groups;
}
