import { addDays, type Day, dayNumber, dayOf, monthOf, yearOf } from "../../model/day.ts";
import type { PostPage } from "../model/post-page.ts";

/** How long each period of an activity is. */
export type Unit = "day" | "month" | "year";

/** The posts of one day, month or year, by the best day of each. */
export interface Period {
  /** Its first day. */
  readonly first: Day;
  /** Posts whose interval is shorter than a week. */
  readonly close: number;
  /** Posts whose interval is a week or longer: their true day may lie outside the period. */
  readonly wide: number;
}

/** How many posts there are in each period from the first post to the last, empty periods included. */
export interface Activity {
  readonly unit: Unit;
  readonly periods: readonly Period[];
}

/** Counts posts, oldest first, by day, month or year: by what `unitFor` chooses unless told. */
export function activityOf(posts: readonly PostPage[], unit: Unit = unitFor(posts)): Activity {
  const first = posts[0];
  const last = posts.at(-1);
  if (first === undefined || last === undefined) return { unit, periods: [] };
  const counts = new Map<Day, { close: number; wide: number }>();
  for (let start = startOf(first.day, unit); start <= last.day; start = nextStart(start, unit)) {
    counts.set(start, { close: 0, wide: 0 });
  }
  for (const { day, date } of posts) {
    const count = counts.get(startOf(day, unit));
    if (count !== undefined) count[date.kind === "wide" ? "wide" : "close"] += 1;
  }
  return { unit, periods: [...counts].map(([start, count]) => ({ first: start, ...count })) };
}

/** So many days still have room as bars of their own. */
const mostDays = 92;

/** Days, where they are wanted, for posts of three months at most; years where posts reach over too many months. */
export function unitFor(posts: readonly PostPage[], finest: "day" | "month" = "day", mostMonths = 120): Unit {
  const first = posts[0];
  const last = posts.at(-1);
  if (first === undefined || last === undefined) return "month";
  if (dayNumber(last.day) - dayNumber(first.day) < mostDays) return finest;
  const months = (yearOf(last.day) - yearOf(first.day)) * 12 + monthOf(last.day) - monthOf(first.day) + 1;
  return months <= mostMonths ? "month" : "year";
}

/** How many posts a period has in all. */
export function postsInSpan({ close, wide }: Period): number {
  return close + wide;
}

function startOf(day: Day, unit: Unit): Day {
  if (unit === "day") return day;
  return dayOf(yearOf(day), unit === "month" ? monthOf(day) : 1, 1) ?? day;
}

/** The first day of the next period, of which `start` is the first: a month has at least 28 days, a year at least 365. */
export function nextStart(start: Day, unit: Unit): Day {
  if (unit === "day") return addDays(start, 1);
  return startOf(addDays(start, unit === "month" ? 31 : 366), unit);
}
