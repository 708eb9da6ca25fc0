import { type Day, monthKeyOf } from "../../model/day.ts";
import type { ShownDate } from "./dating.ts";
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

/** Posts in a row with the same date as pages show it: a day that is a fact, or an interval. */
export interface DayGroup {
  readonly date: ShownDate;
  readonly posts: readonly GroupedPost[];
}

/** Posts of one month. */
export interface MonthGroup {
  /** Any day of it. */
  readonly day: Day;
  readonly posts: readonly PostPage[];
}

/** A post in its group. */
export interface GroupedPost {
  readonly page: PostPage;
  /** Whether it is the first of its best day in the whole list, so that the day's address leads to it. */
  readonly startsDay: boolean;
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

/** Groups posts that are in order of their best days by what is known of their dates: no heading says more than all of its posts bear out. */
export function byDay(posts: readonly PostPage[]): readonly DayGroup[] {
  const groups: { date: ShownDate; posts: GroupedPost[] }[] = [];
  let before: PostPage | undefined;
  for (const page of posts) {
    const post = { page, startsDay: page.day !== before?.day };
    const last = groups.at(-1);
    if (last?.date.known === page.date.known && last.date.when === page.date.when) last.posts.push(post);
    else groups.push({ date: page.date, posts: [post] });
    before = page;
  }
  return groups;
}

/** Groups posts by the month of their best days, in the order in which they come. */
export function byMonth(posts: readonly PostPage[]): readonly MonthGroup[] {
  return [...groupedBy(posts, ({ day }) => monthKeyOf(day)).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ day: first.day, posts: own }];
  });
}

/** Groups posts by a key; keys, and posts of a key, in the order in which they come. */
export function groupedBy(
  posts: readonly PostPage[],
  keyOf: (page: PostPage) => string,
): ReadonlyMap<string, readonly PostPage[]> {
  const groups = new Map<string, PostPage[]>();
  for (const page of posts) {
    const key = keyOf(page);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(page);
  }
  return groups;
}
