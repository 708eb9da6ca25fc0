import { type Day, dayFromNumber, dayNumber } from "../../../model/day.ts";
import { numberOfDay } from "../../search/engines/document.ts";
import { allOf, anyOf, everything, type Filter, isOneOf, nothing, notOf } from "../../search/engines/filter.ts";
import type { FacetName } from "../../search/facets.ts";
import type { Question } from "../question.ts";

/*
 * What a question is narrowed by, as filters. A post of uncertain day is of a time where its interval reaches into it, and surely so where the
 * interval lies in it as a whole.
 */

/** The words of a question, looked up: what posts must be, and what makes them better answers. */
export interface AskedWords {
  readonly filter: Filter;
  readonly ranked: readonly string[];
  /** The first and last day that its operators ask for, `YYYY-MM-DD`. */
  readonly days: { readonly from?: string; readonly to?: string };
}

/** What a question is narrowed by beside its words. */
export interface Narrowing {
  readonly possibly: Filter;
  readonly surely: Filter;
}

/** The narrowing by days, those that operators ask for included. */
export function narrowedByDays(question: Question, { from = "", to = "" }: AskedWords["days"]): Narrowing {
  const first = from > question.from ? from : question.from;
  const last = to !== "" && (question.to === "" || to < question.to) ? to : question.to;
  if (first === "" && last === "") return unnarrowed;
  return first !== "" && last !== "" && first > last ? { possibly: nothing, surely: nothing } : inTime(first, last);
}

/** The narrowing by a facet. */
export function narrowedBy(name: FacetName, chosen: readonly string[]): Narrowing {
  if (chosen.length === 0) return unnarrowed;
  if (name !== "year" && name !== "month") {
    const filter = isOneOf(name, chosen);
    return { possibly: filter, surely: filter };
  }
  const times = stretches(chosen.flatMap(daysOf)).map(([first, last]) => inTime(first, last));
  return { possibly: anyOf(times.map((time) => time.possibly)), surely: anyOf(times.map((time) => time.surely)) };
}

/** All narrowings at once. */
export function narrowedByAll(narrowings: readonly Narrowing[]): Narrowing {
  return {
    possibly: allOf(narrowings.map((each) => each.possibly)),
    surely: allOf(narrowings.map((each) => each.surely)),
  };
}

/** The posts that are of the time asked for only possibly. */
export function onlyPossibly({ possibly, surely }: Narrowing): Filter {
  return allOf([possibly, notOf(surely)]);
}

const unnarrowed: Narrowing = { possibly: everything, surely: everything };

/** Days from `first` to `last`; empty where there is no such limit. */
function inTime(first: string, last: string): Narrowing {
  const from = first === "" ? {} : { from: numberOfDay(first) };
  const to = last === "" ? {} : { to: numberOfDay(last) };
  return {
    possibly: allOf([
      ...(first === "" ? [] : [{ kind: "within", field: "latest", ...from } as const]),
      ...(last === "" ? [] : [{ kind: "within", field: "earliest", ...to } as const]),
    ]),
    surely: allOf([
      ...(first === "" ? [] : [{ kind: "within", field: "earliest", ...from } as const]),
      ...(last === "" ? [] : [{ kind: "within", field: "latest", ...to } as const]),
    ]),
  };
}

type Stretch = readonly [first: Day, last: Day];

/** First and last day of a year `2025` or a month `2025-02`; none for what is neither. */
function daysOf(value: string): readonly Stretch[] {
  if (/^\d{4}$/u.test(value)) return [[`${value}-01-01` as Day, `${value}-12-31` as Day]];
  const month = /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])$/u.exec(value)?.groups;
  if (month === undefined) return [];
  const [year, number] = [Number(month.year), Number(month.month)];
  const next =
    number === 12 ? `${`${year + 1}`.padStart(4, "0")}-01-01` : `${month.year}-${`${number + 1}`.padStart(2, "0")}-01`;
  return [[`${value}-01` as Day, dayFromNumber(dayNumber(next as Day) - 1)]];
}

/** Stretches of days without those that follow each other: a post of December or January is surely of these two. */
function stretches(all: readonly Stretch[]): readonly Stretch[] {
  const joined: [Day, Day][] = [];
  for (const [first, last] of all.toSorted(([one], [other]) => dayNumber(one) - dayNumber(other))) {
    const before = joined.at(-1);
    if (before !== undefined && dayNumber(first) <= dayNumber(before[1]) + 1) {
      if (last > before[1]) before[1] = last;
    } else joined.push([first, last]);
  }
  return joined;
}
