import { type Day, monthKeyOf, yearOf } from "../../model/day.ts";
import type { ListPage } from "./lists.ts";
import type { PostPage } from "./post-page.ts";
import { dayAnchor, monthPath, type SitePath, withAnchor, yearPath } from "./urls.ts";

/** A month that has posts, oldest first. */
export class MonthTopic {
  readonly posts: PostPage[] = [];
  readonly path: SitePath;

  /** `day`: any day of the month. */
  constructor(readonly day: Day) {
    this.path = monthPath(day);
  }
}

/** A year that has posts. */
export class YearTopic {
  readonly months: MonthTopic[] = [];
  readonly path: SitePath;

  constructor(readonly year: number) {
    this.path = yearPath(year);
  }
}

/** The years and months of posts that stand in the order of time. */
export function yearTopics(pages: readonly PostPage[]): readonly YearTopic[] {
  const years: YearTopic[] = [];
  for (const page of pages) {
    const year = lastOr(
      years,
      (last) => last.year === yearOf(page.day),
      () => new YearTopic(yearOf(page.day)),
    );
    const sameMonth = (last: MonthTopic): boolean => monthKeyOf(last.day) === monthKeyOf(page.day);
    lastOr(year.months, sameMonth, () => new MonthTopic(page.day)).posts.push(page);
  }
  return years;
}

/** The last of a list where it fits, otherwise a new last one. */
function lastOr<Item>(list: Item[], fits: (item: Item) => boolean, make: () => Item): Item {
  const last = list.at(-1);
  if (last !== undefined && fits(last)) return last;
  const next = make();
  list.push(next);
  return next;
}

/** By day, where on the pages of its month its posts begin. */
export function dayPathsOf(pages: readonly ListPage<MonthTopic>[]): ReadonlyMap<Day, SitePath> {
  const paths = new Map<Day, SitePath>();
  for (const list of pages) {
    for (const { day } of list.posts) paths.set(day, withAnchor(list.path, dayAnchor(day)));
  }
  return paths;
}
