import { dayFromNumber, dayNumber, parseDay } from "../../model/day.ts";
import { type DateExpression, daysOf, type LunarDays, lunarDays } from "./date-expression.ts";

/** Months of the Hebrew calendar as `Intl` names them in English. A leap year has two Adars, which alone it calls `Adar I` and `Adar II`. */
export type HebrewMonth = string;

/**
 * Days of the Hebrew calendar as days of ours, each named after the day that follows the evening it begins on; `undefined` where there are none. Without a
 * year the posts around tell which.
 */
export function hebrewDaysOf(month: HebrewMonth, day: number, year: number | undefined): DateExpression | undefined {
  if (year === undefined)
    return day < 1 || day > 30 ? undefined : lunarDays({ calendar: "hebrew", month, day, lastDay: day });
  starts ??= monthStarts();
  const start = starts.get(`${month} ${year}`);
  if (start === undefined || day < 1 || day > start.length) return undefined;
  const [ours = 0, ourMonth = 0, ourDay = 0] = dayFromNumber(start.first + day - 1)
    .split("-")
    .map(Number);
  return daysOf(ourMonth, ourDay, ourDay, ours);
}

/** The times that days of a month can mean, as day numbers: one a year. Adar without a number is the second one of a leap year. */
export function hebrewSpans(
  { month, day, lastDay }: LunarDays,
  from: number,
  to: number,
): readonly { readonly first: number; readonly last: number }[] {
  starts ??= monthStarts();
  const spans: { readonly first: number; readonly last: number }[] = [];
  for (const [name, { first, length }] of starts) {
    const own = name.replace(/ \d+$/u, "");
    const isMonth = own === month || (month === "Adar" && own === "Adar II");
    if (!isMonth || lastDay > length || first + lastDay < from || first > to) continue;
    spans.push({ first: first + day - 1, last: first + lastDay - 1 });
  }
  return spans;
}

interface MonthStart {
  readonly first: number;
  /** Days in the month. */
  readonly length: number;
}

/** The first of Tishri 5770; channels began six years later. */
const origin = "2009-09-19";
const monthsRead = 400;
let starts: ReadonlyMap<string, MonthStart> | undefined;

/** The months of some thirty years, found by asking `Intl` after 29 days whether the month is over. */
function monthStarts(): ReadonlyMap<string, MonthStart> {
  const format = new Intl.DateTimeFormat("en-u-ca-hebrew-nu-latn", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const partsOn = (number: number): ReadonlyMap<string, string> =>
    new Map(format.formatToParts(new Date(number * 86_400_000)).map(({ type, value }) => [type, value]));
  const all = new Map<string, MonthStart>();
  const begin = parseDay(origin);
  let first = begin === undefined ? 0 : dayNumber(begin);
  for (let count = 0; count < monthsRead; count++) {
    const own = partsOn(first);
    const length = partsOn(first + 29).get("day") === "1" ? 29 : 30;
    all.set(`${own.get("month")} ${own.get("year")}`, { first, length });
    first += length;
  }
  return all;
}
