import { addDays, type Day, monthOf, yearOf } from "../../model/day.ts";
import { kept } from "../texts/kept.ts";
import type { Texts } from "../texts/texts.ts";

/** The language that days are written in. */
export type Spoken = Pick<Texts, "locale">;

/** `4 February 2025`, `4 февраля 2025`, `4 de febrero de 2025`, `۴ فوریهٔ ۲۰۲۵`. */
export function longDay(day: Day, texts: Spoken): string {
  return written(day, texts, { day: "numeric", month: "long", year: "numeric" });
}

/** `4 Feb 2025`, for lists and tables. */
export function shortDay(day: Day, texts: Spoken): string {
  return written(day, texts, { day: "numeric", month: "short", year: "numeric" });
}

/** `Tuesday`. */
export function weekday(day: Day, texts: Spoken): string {
  return written(day, texts, { weekday: "long" });
}

/** `February 2025`, as headings have it: with a capital in every language. */
export function monthTitle(day: Day, texts: Spoken): string {
  return capital(monthInWords(day, texts), texts);
}

/** `February 2025`, `февраль 2025`, as running text has it. */
export function monthInWords(day: Day, texts: Spoken): string {
  return written(day, texts, { month: "long", year: "numeric" });
}

/** `February`, as headings have it. */
export function monthName(day: Day, texts: Spoken): string {
  return capital(written(day, texts, { month: "long" }), texts);
}

/**
 * The days of the week from Monday, in short and in full: `Mon` and `Monday`. A language that does not shorten them, such as
 * Arabic, has their first letter in short.
 */
export function weekdays(texts: Spoken): readonly { readonly short: string; readonly long: string }[] {
  return mondayToSunday.map((day) => {
    const [short, long] = [written(day, texts, { weekday: "short" }), weekday(day, texts)];
    return { short: short === long ? written(day, texts, { weekday: "narrow" }) : short, long };
  });
}

/** `3–4 February 2025`, `28 January – 3 February 2025`; one day where both ends are the same. */
export function dayRange(first: Day, last: Day, texts: Spoken, month: "long" | "short" = "long"): string {
  const whole = { day: "numeric", month, year: "numeric" } as const;
  const to = written(last, texts, whole);
  if (first === last) return to;
  if (sameMonth(first, last)) return `${dayOfMonth(first, texts)}–${to}`;
  const from = yearOf(first) === yearOf(last) ? ({ day: "numeric", month } as const) : whole;
  return `${written(first, texts, from)} – ${to}`;
}

/** `3–4 Feb 2025`, for lists and tables. */
export function shortRange(first: Day, last: Day, texts: Spoken): string {
  return dayRange(first, last, texts, "short");
}

/** `4 February 2025, 15:03:20`: a moment in UTC (ISO 8601) by the clocks of a time zone (IANA name). */
export function momentIn(timezone: string, moment: string, texts: Spoken): string {
  const at = new Date(moment);
  return `${longDay(daysIn(timezone).format(at) as Day, texts)}, ${clocksIn(timezone)(texts.locale).format(at)}`;
}

/** The making of a format takes a hundred times as long as its use. */
const daysIn = kept((timeZone) => new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }));
const clocksIn = kept((timeZone) =>
  kept((locale) => new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "medium", hourCycle: "h23" })),
);

/** Midnight UTC of a day, for formats that demand an instant. */
export function instantOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** 1 January 2024 was a Monday. */
const mondayToSunday = Array.from({ length: 7 }, (_, index) => addDays("2024-01-01" as Day, index));

function sameMonth(one: Day, other: Day): boolean {
  return yearOf(one) === yearOf(other) && monthOf(one) === monthOf(other);
}

function capital(name: string, texts: Spoken): string {
  return name.slice(0, 1).toLocaleUpperCase(texts.locale) + name.slice(1);
}

/** A day without its year, the month in the case that the day asks for: `4 февраля`. */
export function dayAndMonth(day: Day, texts: Spoken): string {
  return written(day, texts, { day: "numeric", month: "long" });
}

/** The number of a day with the mark that its language sets after it: `4`, `4.` in German. */
function dayOfMonth(day: Day, texts: Spoken): string {
  return dayAndMonth(day, texts).match(/^\p{N}+\p{P}?/u)?.[0] ?? written(day, texts, { day: "numeric" });
}

/** Making a format takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day stands on many pages, and finding what was written of it takes a tenth of the time of writing it. */
const days = new Map<string, string>();

/**
 * A day is midnight UTC and is written in UTC, so that every time zone writes the same. What Intl writes after the year is the
 * Russian and Ukrainian abbreviation for "year", which running text does without.
 */
function written(
  day: Day,
  { locale }: Spoken,
  parts: Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month" | "year">,
): string {
  const style = `${locale} ${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
  const key = `${day} ${style}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const format = formats.get(style) ?? new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" });
  formats.set(style, format);
  const said = format.formatToParts(instantOf(day));
  const end = parts.year === undefined ? -1 : said.findIndex(({ type }) => type === "year");
  const words = (end < 0 ? said : said.slice(0, end + 1)).map(({ value }) => value).join("");
  days.set(key, words);
  return words;
}
