import { type Day, dayFromNumber, dayNumber } from "../../model/day.ts";
import { type FacetName, facetNames } from "../search/facets.ts";
import { type Interval, monthsIn, yearsIn } from "../search/intervals.ts";
import type { Column, PostColumns } from "../search/manifest.ts";

/** The posts of a bundle by number, the oldest first: their days and what they can be narrowed by. */
export interface Posts {
  readonly days: readonly string[];
  /** The interval that holds each post's day, by its number: first and last day, `YYYY-MM-DD`. */
  readonly intervals: readonly Interval[];
  readonly columns: Readonly<Record<FacetName, Column>>;
  /** By a post's number, the group of posts that say nearly the same; `undefined` for a post that is alone. */
  groupOf(post: number): number | undefined;
  /** The number of the post that Pagefind calls so; `undefined` for a stranger. */
  numberOf(key: string): number | undefined;
}

/** Reads a bundle's table of posts. */
export function postsIn(table: PostColumns): Posts {
  const numbers = dayNumbersIn(table);
  const days = numbers.map(dayFromNumber);
  const intervals = intervalsIn(table, numbers, days);
  const columns: Record<FacetName, Column> = {
    ...table,
    year: columnOf(intervals.map(yearsIn)),
    month: columnOf(intervals.map(monthsIn)),
  };
  const groups = new Map(table.groups);
  const byKey = new Map(table.keys.split(" ").map((key, number) => [key, number]));
  const numberOf = (key: string): number | undefined => {
    for (let length = 1; length <= key.length; length += 1) {
      const number = byKey.get(key.slice(0, length));
      if (number !== undefined) return number;
    }
    return undefined;
  };
  return {
    days,
    intervals,
    columns: Object.fromEntries(facetNames.map((name) => [name, columns[name]])) as typeof columns,
    groupOf: (post) => groups.get(post),
    numberOf,
  };
}

function dayNumbersIn({ firstDay, days }: PostColumns): readonly number[] {
  if (days.length === 0) return [];
  let number = dayNumber(firstDay as Day);
  return days.map((step) => {
    number += step;
    return number;
  });
}

function intervalsIn(table: PostColumns, numbers: readonly number[], days: readonly string[]): readonly Interval[] {
  const intervals = days.map((day): Interval => ({ first: day, last: day }));
  let post = 0;
  for (let at = 0; at < table.intervals.length; at += 3) {
    const [step = 0, before = 0, after = 0] = table.intervals.slice(at, at + 3);
    post += step;
    const best = numbers[post] ?? 0;
    intervals[post] = { first: dayFromNumber(best - before), last: dayFromNumber(best + after) };
  }
  return intervals;
}

function columnOf(valuesOfPosts: readonly (readonly string[])[]): Column {
  const numbers = new Map<string, number>();
  const posts = valuesOfPosts.map((values) => {
    const own = values.map((value) => {
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      return number;
    });
    return own.length === 1 ? (own[0] ?? -1) : own;
  });
  return { values: [...numbers.keys()], posts };
}
