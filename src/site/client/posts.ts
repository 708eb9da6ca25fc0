import { type Day, dayFromNumber, dayNumber } from "../../model/day.ts";
import { type FacetName, facetNames } from "../search/facets.ts";
import type { Column, PostColumns } from "../search/manifest.ts";

/** The posts of a bundle by number, the oldest first: their days and what they can be narrowed by. */
export interface Posts {
  readonly days: readonly string[];
  readonly columns: Readonly<Record<FacetName, Column>>;
  /** By a post's number, the group of posts that say nearly the same; `undefined` for a post that is alone. */
  groupOf(post: number): number | undefined;
  /** The number of the post that Pagefind calls so; `undefined` for a stranger. */
  numberOf(key: string): number | undefined;
}

/** Reads a bundle's table of posts. */
export function postsIn(table: PostColumns): Posts {
  const days = daysIn(table);
  const columns: Record<FacetName, Column> = {
    ...table,
    year: columnOf(days.map((day) => day.slice(0, 4))),
    month: columnOf(days.map((day) => day.slice(0, 7))),
  };
  const groups = new Map(table.groups);
  const numbers = new Map(table.keys.split(" ").map((key, number) => [key, number]));
  const numberOf = (key: string): number | undefined => {
    for (let length = 1; length <= key.length; length += 1) {
      const number = numbers.get(key.slice(0, length));
      if (number !== undefined) return number;
    }
    return undefined;
  };
  return {
    days,
    columns: Object.fromEntries(facetNames.map((name) => [name, columns[name]])) as typeof columns,
    groupOf: (post) => groups.get(post),
    numberOf,
  };
}

function daysIn({ firstDay, days }: PostColumns): readonly string[] {
  if (days.length === 0) return [];
  let number = dayNumber(firstDay as Day);
  return days.map((step) => {
    number += step;
    return dayFromNumber(number);
  });
}

function columnOf(values: readonly string[]): Column {
  const numbers = new Map<string, number>();
  const posts = values.map((value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
  return { values: [...numbers.keys()], posts };
}
