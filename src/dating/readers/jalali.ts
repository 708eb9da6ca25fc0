import { jalaliMonths, persian } from "../languages/persian.ts";
import type { CalendarDay, Found, Naming } from "../naming.ts";
import { dayFirst, dayNumbers, foundIn, matchesAt } from "./month-names.ts";
import type { Reader } from "./reader.ts";
import { withPlainDigits } from "./words.ts";

/** Days of the Iranian calendar: `۲۲ بهمن ۱۴۰۳` and `۱۴۰۳/۱۱/۲۲` are 10 February 2025. */
export const jalaliReader: Reader = {
  name: "jalali",
  example: "۲۲ بهمن ۱۴۰۳",
  refuses: "۳۱ بهمن ۱۴۰۳",
  read: (published) => {
    const text = withPlainDigits(published);
    const named = matchesAt(text, dayNumbers(text), inWords).flatMap((match) =>
      foundIn(match, "jalali/words", jalaliDays),
    );
    return [...named, ...[...text.matchAll(inNumbers)].flatMap(inNumbersIn)];
  },
};

const year = "1[34]\\d\\d";
const inWords = dayFirst({ ...persian, months: jalaliMonths }, year);
const inNumbers = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/_+-])(?<year>${year})/(?<month>0?[1-9]|1[0-2])/(?<day>0?[1-9]|[12]\\d|3[01])(?![\\p{L}\\d_/]|[.,:+-]\\d)`,
  "gu",
);

function inNumbersIn(match: RegExpExecArray): readonly Found[] {
  const { year, month, day } = match.groups ?? {};
  const naming = jalaliDays(Number(month), Number(day), Number(day), Number(year));
  return naming
    ? [{ naming, start: match.index, end: match.index + match[0].length, reader: "jalali/numbers" }]
    : [];
}

/** A naming of days of an Iranian month, in our calendar, or `undefined` where that calendar has no such days. */
export function jalaliDays(month: number, first: number, last: number, year: number | undefined): Naming | undefined {
  const longest = month <= 6 ? 31 : month <= 11 || year === undefined || isLeap(year) ? 30 : 29;
  if (first < 1 || last < first || last > longest) return undefined;
  const days = year === undefined ? ofAnyYear(month, first, last) : ofYear(year, month, first, last);
  return { kind: "days", precision: "day", ...days };
}

interface Days {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

function ofYear(year: number, month: number, first: number, last: number): Days {
  const days = { first: gregorian(year, month, first), last: gregorian(year, month, last) };
  // A row of days keeps to one year of ours.
  return days.first.year === days.last.year ? days : { ...days, last: days.first };
}

/**
 * Without its year an Iranian day is one of two of ours: the Iranian year begins a day earlier in our leap years. 1403 is such a year, 1404
 * the usual kind. Where the two lie in different years of ours, the usual one is taken.
 */
function ofAnyYear(month: number, first: number, last: number): Days {
  const early = gregorian(1403, month, first);
  const usual = { first: gregorian(1404, month, first), last: gregorian(1404, month, last) };
  const start = early.month > usual.first.month ? usual.first : early;
  const end = usual.last.month < start.month ? start : usual.last;
  return { first: yearless(start), last: yearless(end) };
}

function yearless({ month, day }: CalendarDay): CalendarDay {
  return { month, day };
}

const millisecondsPerDay = 86_400_000;

/** 1 Farvardin 1 is 22 March 622 of our calendar. */
const epoch = Date.UTC(622, 2, 22) / millisecondsPerDay;

/**
 * Eight years in 33 are leap years. The official calendar goes by the sun; the rule agrees with it from 1178 to 1633 (K. Borkowski, "The
 * Persian calendar for 3000 years", 1996). A test compares it with that of Intl.
 */
function isLeap(year: number): boolean {
  return (25 * year + 11) % 33 < 8;
}

function gregorian(year: number, month: number, day: number): CalendarDay {
  const leapDays = Math.floor((8 * year + 21) / 33);
  const beforeMonth = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const there = new Date((epoch + 365 * (year - 1) + leapDays + beforeMonth + day - 1) * millisecondsPerDay);
  return { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() };
}
