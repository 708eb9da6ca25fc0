import { dayFromNumber, dayNumber, parseDay } from "../../model/day.ts";
import { type CalendarDay, type DateExpression, type LunarDays, lunarDays } from "./date-expression.ts";

/**
 * Days of the Islamic (lunar Hijri) calendar as days of ours. A month begins when its moon is seen, which differs from place to place: each day
 * may be the one before or after the calendar of Umm al-Qura, which `Intl` knows. Without a year the posts around tell which.
 */
export function hijriDaysOf(
  month: number,
  day: number,
  lastDay: number,
  year: number | undefined,
): DateExpression | undefined {
  if (day < 1 || lastDay < day || lastDay > 30) return undefined;
  if (year === undefined) return lunarDays({ calendar: "hijri", month, day, lastDay });
  const start = startOf(year, month);
  if (start === undefined) return undefined;
  return span("day", start + day - 2, start + lastDay);
}

/** A whole lunar month, a day more on either side; lunar years have no such reading. */
export function hijriStretch(year: number, month?: number): DateExpression | undefined {
  const start = month === undefined ? undefined : startOf(year, month);
  return start === undefined ? undefined : span("month", start - 1, start + 30);
}

/** The times that days of a lunar month can mean, as day numbers: one a lunar year, a day more on either side. */
export function hijriSpans(
  { month, day, lastDay }: LunarDays,
  from: number,
  to: number,
): readonly { readonly first: number; readonly last: number }[] {
  const spans: { readonly first: number; readonly last: number }[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const start = startOf(year, Number(month));
    if (start === undefined || start + lastDay < from || start > to) continue;
    spans.push({ first: start + day - 2, last: start + lastDay });
  }
  return spans;
}

function span(precision: "day" | "month", first: number, last: number): DateExpression {
  return { kind: "days", precision, first: calendarDay(first), last: calendarDay(last) };
}

function calendarDay(number: number): CalendarDay {
  const [year = 0, month = 0, day = 0] = dayFromNumber(number).split("-").map(Number);
  return { year, month, day };
}

const firstYear = 1430;
const lastYear = 1475;
let starts: readonly number[] | undefined;

/** The day number on which a lunar month begins; `undefined` for years outside the life of channels. */
function startOf(year: number, month: number): number | undefined {
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return undefined;
  starts ??= monthStarts();
  return starts[(year - firstYear) * 12 + month - 1];
}

/** The first days of the months since Muharram 1430, found by asking `Intl` after 29 days whether the month is over. */
function monthStarts(): readonly number[] {
  const format = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", { day: "numeric", timeZone: "UTC" });
  const isFirst = (number: number): boolean => format.format(new Date(number * 86_400_000)) === "1";
  const origin = parseDay("2008-12-29");
  if (origin === undefined) return [];
  const all = [dayNumber(origin)];
  while (all.length <= (lastYear - firstYear + 1) * 12) {
    const next = (all.at(-1) ?? 0) + 29;
    all.push(isFirst(next) ? next : next + 1);
  }
  return all;
}
