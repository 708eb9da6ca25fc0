import { addDays, type Day, dayNumber, dayOf, monthOf, yearOf } from "../../model/day.ts";
import type { Archive } from "./archive.ts";
import { isOneDay } from "./dating.ts";
import type { MonthTopic, YearTopic } from "./months.ts";
import type { SitePath } from "./urls.ts";
import { firstWeekday } from "./weeks.ts";

/** How full a day or month is beside the fullest of its kind: 0 is empty, 4 the fullest. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** A month as a cell of its year: how many posts it has, and its page where it has any. */
export interface MonthCell {
  readonly first: Day;
  readonly count: number;
  readonly level: Level;
  readonly path: SitePath | undefined;
}

/** A day as a cell of its month: how many posts have it as their best day, and where they are listed if there are any. */
export interface DayCell {
  readonly day: Day;
  readonly count: number;
  /** Of these, how many may be of another day. */
  readonly inferred: number;
  readonly level: Level;
  readonly path: SitePath | undefined;
}

/** A month as a calendar prints it: whole weeks, with gaps before the first and after the last day. */
export interface CalendarMonth {
  readonly first: Day;
  readonly count: number;
  readonly path: SitePath | undefined;
  readonly weeks: readonly (readonly (DayCell | undefined)[])[];
}

/** The twelve months of a year, each as full as it is beside the fullest month of the archive. */
export function monthCells(year: YearTopic, archive: Archive): readonly MonthCell[] {
  const fullest = fullestMonth(archive);
  return monthsOf(year).map(({ first, topic }) => {
    const count = topic?.posts.length ?? 0;
    return { first, count, level: levelOf(count, fullest), path: topic?.path };
  });
}

/** How many posts the fullest month of the archive has. */
export function fullestMonth({ years }: Archive): number {
  return Math.max(...years.flatMap((year) => year.months.map((month) => month.posts.length)));
}

/** How many posts a year has. */
export function postsOf(year: YearTopic): number {
  return year.months.reduce((sum, month) => sum + month.posts.length, 0);
}

/** The twelve months of a year, day by day, each day as full as it is beside the fullest of the year. */
export function calendarOf(year: YearTopic, archive: Archive): readonly CalendarMonth[] {
  const counts = dayCounts(year.months);
  return monthsOf(year).map(({ first, topic }) => calendarMonth(first, topic, counts, archive));
}

/** One month, day by day, each day as full as it is beside the fullest of the month. */
export function calendarOfMonth(month: MonthTopic, archive: Archive): CalendarMonth {
  return calendarMonth(firstOf(month.day), month, dayCounts([month]), archive);
}

/** Whether no post of a day with posts states it. */
export function isInferred({ count, inferred }: DayCell): boolean {
  return count > 0 && count === inferred;
}

/** Whether calendars have such a day. */
export function hasInferredDays(months: readonly CalendarMonth[]): boolean {
  return months.some(({ weeks }) => weeks.flat().some((cell) => cell !== undefined && isInferred(cell)));
}

/** The months with posts before and after a month. */
export function monthsAround(
  month: MonthTopic,
  archive: Archive,
): { readonly older: MonthTopic | undefined; readonly newer: MonthTopic | undefined } {
  const months = archive.years.flatMap((year) => year.months);
  const place = months.indexOf(month);
  return { older: months[place - 1], newer: months[place + 1] };
}

/** The years with posts before and after a year. */
export function yearsAround(
  year: YearTopic,
  archive: Archive,
): { readonly older: YearTopic | undefined; readonly newer: YearTopic | undefined } {
  const place = archive.years.indexOf(year);
  return { older: archive.years[place - 1], newer: archive.years[place + 1] };
}

function calendarMonth(first: Day, topic: MonthTopic | undefined, counts: DayCounts, archive: Archive): CalendarMonth {
  const fullest = Math.max(...[...counts.values()].map(({ count }) => count));
  const cellOf = (day: Day): DayCell => {
    const { count, inferred } = counts.get(day) ?? { count: 0, inferred: 0 };
    return { day, count, inferred, level: levelOf(count, fullest), path: archive.dayPaths.get(day) };
  };
  const start = firstWeekday(archive.settings.language, archive.texts.locale);
  return { first, count: topic?.posts.length ?? 0, path: topic?.path, weeks: weeksOf(first, start, cellOf) };
}

type DayCounts = ReadonlyMap<Day, Pick<DayCell, "count" | "inferred">>;

function dayCounts(months: readonly MonthTopic[]): DayCounts {
  const counts = new Map<Day, { count: number; inferred: number }>();
  for (const { day, date } of months.flatMap((month) => month.posts)) {
    const own = counts.get(day) ?? { count: 0, inferred: 0 };
    own.count += 1;
    if (!isOneDay(date.kind)) own.inferred += 1;
    counts.set(day, own);
  }
  return counts;
}

function firstOf(day: Day): Day {
  return dayOf(yearOf(day), monthOf(day), 1) ?? day;
}

function levelOf(count: number, fullest: number): Level {
  return count === 0 ? 0 : (Math.ceil((4 * count) / fullest) as Level);
}

function monthsOf(year: YearTopic): readonly { first: Day; topic: MonthTopic | undefined }[] {
  const byMonth = new Map(year.months.map((month) => [monthOf(month.day), month]));
  return Array.from({ length: 12 }, (_, index) => dayOf(year.year, index + 1, 1))
    .filter((first) => first !== undefined)
    .map((first) => ({ first, topic: byMonth.get(monthOf(first)) }));
}

/** The days of a month in weeks that begin on `start`, 0 for Monday to 6 for Sunday. */
export function weeksOf<Cell>(
  first: Day,
  start: number,
  cellOf: (day: Day) => Cell,
): readonly (readonly (Cell | undefined)[])[] {
  // 1970-01-01, day 0, was a Thursday.
  const gapsBefore = (((dayNumber(first) + 3 - start) % 7) + 7) % 7;
  const cells: (Cell | undefined)[] = Array.from({ length: gapsBefore }, () => undefined);
  for (let day = first; monthOf(day) === monthOf(first) && yearOf(day) === yearOf(first); day = addDays(day, 1)) {
    cells.push(cellOf(day));
  }
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
