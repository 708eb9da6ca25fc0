import jalaali from "jalaali-js";
import { type Day, dayNumber, dayOf, yearOf } from "../../model/day.ts";
import type { CalendarDay, DateExpression, JalaliDays } from "./date-expression.ts";

/**
 * The days of the Persian (solar Hijri, Jalali) calendar, as days of ours; `undefined` where that calendar has no such days. Without a year the
 * expression spans the two days that the Persian day falls on in different years, and carries the Persian day itself, from which each year's follows.
 * The arithmetic is jalaali-js's: Borkowski's 33-year rule, exact from 1178 to 1633.
 */
export function jalaliDaysOf(
  month: number,
  day: number,
  lastDay: number,
  year: number | undefined,
): (DateExpression & { readonly kind: "days" }) | undefined {
  const jalali: JalaliDays = { ...(year === undefined ? {} : { year }), month, day, lastDay };
  if (lastDay < day || day < 1 || month < 1 || month > 12) return undefined;
  if (year !== undefined) {
    const first = gregorian(year, month, day);
    const last = gregorian(year, month, lastDay);
    return first && last && { kind: "days", precision: "day", first, last, jalali };
  }
  const all = someYears.flatMap((some) => {
    const first = gregorian(some, month, day);
    const last = gregorian(some, month, lastDay);
    return first && last ? [{ first, last }] : [];
  });
  // A year's own order of days, counted from its spring, keeps 31 December before 1 January.
  const sinceSpring = ({ month: m, day: d }: CalendarDay): number => ((m + 9) % 12) * 31 + d;
  const first = all.map((span) => span.first).sort((a, b) => sinceSpring(a) - sinceSpring(b))[0];
  const last = all.map((span) => span.last).sort((a, b) => sinceSpring(b) - sinceSpring(a))[0];
  return first && last && { kind: "days", precision: "day", first: yearless(first), last: yearless(last), jalali };
}

/** The whole of a Persian month or year, as days of ours. */
export function jalaliStretch(year: number, month?: number): (DateExpression & { readonly kind: "days" }) | undefined {
  const lastMonth = month ?? 12;
  const first = gregorian(year, month ?? 1, 1);
  const last = gregorian(year, lastMonth, jalaali.jalaaliMonthLength(year, lastMonth));
  return first && last && { kind: "days", precision: month === undefined ? "year" : "month", first, last };
}

/** The times that Persian days can mean, as day numbers: one a year, from the year of one day to that of another, each exact. */
export function jalaliSpans(
  { month, day, lastDay }: JalaliDays,
  from: Day,
  to: Day,
): readonly { readonly first: number; readonly last: number }[] {
  const spans: { readonly first: number; readonly last: number }[] = [];
  for (let year = yearOf(from) - firstYear - 1; year <= yearOf(to) - firstYear + 1; year++) {
    const first = numberOf(gregorian(year, month, day));
    const last = numberOf(gregorian(year, month, lastDay));
    if (first !== undefined && last !== undefined) spans.push({ first, last });
  }
  return spans;
}

/** A Persian year begins in March of ours, this many years later in our count. */
const firstYear = 621;

/** The years in which texts of channels can have been written, leap years of either calendar among them. */
const someYears: readonly number[] = Array.from({ length: 36 }, (_, index) => 1392 + index);

function gregorian(year: number, month: number, day: number): (CalendarDay & { readonly year: number }) | undefined {
  if (!jalaali.isValidJalaaliDate(year, month, day)) return undefined;
  const { gy, gm, gd } = jalaali.toGregorian(year, month, day);
  return { year: gy, month: gm, day: gd };
}

function yearless({ month, day }: CalendarDay): CalendarDay {
  return { month, day };
}

function numberOf(day: (CalendarDay & { readonly year: number }) | undefined): number | undefined {
  const there = day && dayOf(day.year, day.month, day.day);
  return there && dayNumber(there);
}
