declare const dayBrand: unique symbol;

/** A calendar day, written `YYYY-MM-DD`. It has no time and no time zone; days compare as strings. */
export type Day = string & { readonly [dayBrand]: true };

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/u;
const millisecondsPerDay = 86_400_000;

/** The day of a year, month (1–12) and day of the month, or `undefined` where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, dayOfMonth);
  const same = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === dayOfMonth;
  return same ? (time.toISOString().slice(0, 10) as Day) : undefined;
}

/** Reads `YYYY-MM-DD`; `undefined` for anything else and for days that do not exist. */
export function parseDay(text: string): Day | undefined {
  const match = dayPattern.exec(text);
  if (!match) return undefined;
  const [, year, month, dayOfMonth] = match;
  return dayOf(Number(year), Number(month), Number(dayOfMonth));
}

/** The days that Telegram's programs can tell: they count seconds from 1970 on. A later year than the last is a slip, or meant to do harm. */
export const tellableDays = { first: "1970-01-01" as Day, last: "2059-12-31" as Day } as const;

/** Whether a day is one of `tellableDays`: a dump with others would be looked at over thousands of years. */
export function isTellable(day: Day): boolean {
  return day >= tellableDays.first && day <= tellableDays.last;
}

/** Days since 1970-01-01, for arithmetic; the inverse of `dayFromNumber`. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay);
}

/** The day that lies `number` days after 1970-01-01. Throws a RangeError outside the years 1 to 9999. */
export function dayFromNumber(number: number): Day {
  const day = new Date(number * millisecondsPerDay).toISOString();
  if (!/^\d{4}-/u.test(day) || day.startsWith("0000"))
    throw new RangeError(`day ${number} lies outside the years 1 to 9999`);
  return day.slice(0, 10) as Day;
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** The year, 1 to 9999. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Month of the year, 1 to 12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** Day of the month, 1 to 31. */
export function dayOfMonthOf(day: Day): number {
  return Number(day.slice(8, 10));
}

/** `YYYY-MM`, the key of a month. */
export function monthKeyOf(day: Day): string {
  return day.slice(0, 7);
}
