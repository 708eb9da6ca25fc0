/** A day of the calendar as a text names it; the year is often left to the reader. */
export interface CalendarDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** Days of one month of the Persian calendar, as a text names them. */
export interface JalaliDays {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly lastDay: number;
}

/** Days of one month of a lunar calendar without their year: they fall anywhere in a year of ours. */
export interface LunarDays {
  readonly calendar: "hijri" | "hebrew";
  /** As the calendar's own file names it. */
  readonly month: number | string;
  readonly day: number;
  readonly lastDay: number;
}

/** What a text names: one day or a row of days, or a weekday. `weekday` beside a day is 1 (Monday) to 7 (Sunday) and settles its year. */
export type DateExpression =
  | {
      readonly kind: "days";
      readonly precision: "day" | "month" | "year";
      readonly first: CalendarDay;
      readonly last: CalendarDay;
      readonly weekday?: number;
      /** Where the text counts by the Persian calendar: its days fall on other days of ours from year to year. */
      readonly jalali?: JalaliDays;
      /** Where the text counts by a lunar calendar and leaves the year to the reader. */
      readonly lunar?: LunarDays;
      /** The number of the day, where the text names neither month nor year: `the 13th`. */
      readonly anyMonth?: number;
      /** Where the text names a feast that moves: its key in `feasts.ts`, which knows its days of each year. */
      readonly feast?: string;
    }
  | { readonly kind: "weekday"; readonly weekday: number };

/** An expression and the place in the plain text where it stands. */
export interface FoundExpression {
  readonly expression: DateExpression;
  readonly start: number;
  readonly end: number;
  /** Name of the pattern that read it. */
  readonly extractor: string;
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** An expression for one day or for days of one month, or `undefined` where the calendar has no such days. */
export function daysOf(
  month: number,
  day: number,
  lastDay: number,
  year: number | undefined,
): DateExpression | undefined {
  if (!exists(year, month, day) || !exists(year, month, lastDay) || lastDay < day) return undefined;
  const first: CalendarDay = year === undefined ? { month, day } : { year, month, day };
  return { kind: "days", precision: "day", first, last: { ...first, day: lastDay } };
}

/** Any day of a year: which ones are meant, what stands beside it tells. */
export const someDay = {
  kind: "days",
  precision: "day",
  first: { month: 1, day: 1 },
  last: { month: 12, day: 31 },
} as const;

/** Days, first and last, as day numbers. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** An expression for lunar days that may fall on any day of ours. */
export function lunarDays(lunar: LunarDays): DateExpression {
  return { ...someDay, lunar };
}

/** An expression for a day by its number alone, or `undefined` where no month has it. */
export function dayOfAnyMonth(day: number): DateExpression | undefined {
  if (!exists(undefined, 1, day)) return undefined;
  return { ...someDay, anyMonth: day };
}

/** An expression for a year. */
export function wholeYear(year: number): DateExpression {
  return { kind: "days", precision: "year", first: { year, month: 1, day: 1 }, last: { year, month: 12, day: 31 } };
}

/** Last day a month can have; in an unknown year February has 29. */
export function lengthOfMonth(year: number | undefined, month: number): number {
  const longest = longestMonths[month - 1] ?? 0;
  const short = month === 2 && year !== undefined && !isLeap(year);
  return short ? 28 : longest;
}

function exists(year: number | undefined, month: number, day: number): boolean {
  return day >= 1 && day <= lengthOfMonth(year, month);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
