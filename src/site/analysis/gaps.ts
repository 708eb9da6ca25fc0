import { addDays, type Day, dayNumber } from "../../model/day.ts";
import type { PostPage } from "../model/post-page.ts";

/** A stretch of days in which no post is likely to lie. */
export interface Gap {
  readonly first: Day;
  readonly last: Day;
  /** How many days it has, both ends counted. */
  readonly days: number;
}

/** Shorter silences are not told. */
export const shortestGap = 14;

/**
 * The stretches between posts that no post's interval reaches into, in order of time. Since an interval holds the true
 * day with 90 % probability, a gap is likely, not certain; a wide interval closes every gap that it covers, so that no
 * silence is claimed where the dates do not show one.
 */
export function gapsOf(posts: readonly PostPage[], shortest = shortestGap): readonly Gap[] {
  const intervals = posts
    .map(({ post }) => post.dating)
    .toSorted((one, other) => (one.earliest < other.earliest ? -1 : one.earliest > other.earliest ? 1 : 0));
  const gaps: Gap[] = [];
  let reached = intervals[0]?.latest;
  for (const { earliest, latest } of intervals) {
    if (reached === undefined) break;
    const days = dayNumber(earliest) - dayNumber(reached) - 1;
    if (days >= shortest) gaps.push({ first: addDays(reached, 1), last: addDays(earliest, -1), days });
    if (latest > reached) reached = latest;
  }
  return gaps;
}

/** The longest gaps, longest first. */
export function longestGaps(gaps: readonly Gap[], count: number): readonly Gap[] {
  return gaps.toSorted((one, other) => other.days - one.days).slice(0, count);
}
