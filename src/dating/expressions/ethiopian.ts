import { dayFromNumber, dayNumber, parseDay } from "../../model/day.ts";
import { type CalendarDay, type DateExpression, daysOf } from "./date-expression.ts";

/**
 * Days of the Ethiopian calendar as days of ours: twelve months of 30 days and one of 5, or of 6 in the year before a leap year. Its first day of
 * 2017 is 11 September 2024. Without a year the reading is that of a common year, which holds in three years of four.
 */
export function ethiopianDaysOf(
  month: number,
  day: number,
  lastDay: number,
  year: number | undefined,
): DateExpression | undefined {
  const longest = month === 13 ? ((year ?? 0) % 4 === 3 ? 6 : 5) : 30;
  if (month < 1 || month > 13 || day < 1 || lastDay < day || lastDay > longest) return undefined;
  if (year !== undefined && (year < 1900 || year > 2060)) return undefined;
  const first = calendarDay(year ?? commonYear, month, day);
  const last = calendarDay(year ?? commonYear, month, lastDay);
  if (first === undefined || last === undefined) return undefined;
  if (year !== undefined) return { kind: "days", precision: "day", first, last };
  return first.month === last.month ? daysOf(first.month, first.day, last.day, undefined) : undefined;
}

const commonYear = 2017;

function calendarDay(year: number, month: number, day: number): CalendarDay | undefined {
  const epoch = parseDay("2024-09-11");
  if (epoch === undefined) return undefined;
  const years = (year - commonYear) * 365 + Math.floor(year / 4) - Math.floor(commonYear / 4);
  const [y = 0, m = 0, d = 0] = dayFromNumber(dayNumber(epoch) + years + (month - 1) * 30 + day - 1)
    .split("-")
    .map(Number);
  return { year: y, month: m, day: d };
}
