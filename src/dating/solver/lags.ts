import { dayFromNumber, dayNumber, dayOf } from "../../model/day.ts";
import { type CalendarDay, type DateExpression, lengthOfMonth, type Span } from "../expressions/date-expression.ts";
import type { EvidenceKind } from "../expressions/evidence-kinds.ts";
import { feastSpans } from "../expressions/feasts.ts";
import { hebrewSpans } from "../expressions/hebrew-calendar.ts";
import { hijriSpans } from "../expressions/hijri.ts";
import { jalaliSpans } from "../expressions/jalali.ts";
import { farBucket, farEdges, farWidth, type LagTable, nearBucket, nearEdges, nearWidth } from "./lag-shape.ts";

/**
 * How likely a post is on each of the days from `first` on, given one day it names: probabilities by day, over a uniform background.
 * They are written to `into`. None is zero, because any reading may be wrong.
 */
export type Likelihood = (kind: EvidenceKind, expression: DateExpression, first: number, into: Float64Array) => void;

/** Share of readings that say nothing at all about the day, on top of what the table's tails hold. */
const misread = 0.02;

/** The background spreads over about as many days as there have been Telegram channels. */
export const background = 1 / 4000;

/** A weekday that does not belong to its date is a slip of the writer; it is rarer than a wrong guess at the year. */
const weekdaySlip = 0.03;

/** Days named with a year far off may come back in any of about this many years. */
const yearsOfChannels = 11;

/** Mean distance in days of months and years that are not of the post's own time. */
const meanDistance = 1200;

const reach = nearEdges.at(-1) ?? 0;
const halfYear = farEdges.at(-1) ?? 0;

type NamedDays = DateExpression & { readonly kind: "days" };

/** Reads a table of lags into likelihoods. */
export function likelihoodOf(table: LagTable): Likelihood {
  const near = new Map<string, Float64Array>();
  const far = new Map<string, Float64Array>();
  const longAgo = new Map<string, number>();
  for (const [kind, row] of Object.entries(table.days)) {
    near.set(kind, nearDensity(row.near));
    far.set(kind, farDensity(row.far));
    longAgo.set(
      kind,
      row.far.reduce((sum, mass) => sum + mass, 0),
    );
  }
  return (kind, expression, first, into) => {
    into.fill(0);
    if (expression.kind === "weekday") addWeekday(table.weekdays[kind] ?? [], expression.weekday, first, into);
    else {
      if (expression.first.year !== undefined) {
        if (expression.precision === "day") addFar(far.get(kind), expression, first, into);
        else addLongAgo(longAgo.get(kind) ?? 0, expression, first, into);
      }
      addNear(near.get(kind), expression, first, into);
    }
    for (let i = 0; i < into.length; i++) into[i] = (1 - misread) * (into[i] ?? 0) + misread * background;
  };
}

/** Probability of each lag from −reach to +reach. */
function nearDensity(masses: readonly number[]): Float64Array {
  const density = new Float64Array(2 * reach + 1);
  for (let lag = -reach; lag <= reach; lag++) {
    const bucket = nearBucket(lag);
    density[lag + reach] = (masses[bucket] ?? 0) / nearWidth(bucket);
  }
  return density;
}

/** Probability of each distance from the nearest return of the day. */
function farDensity(masses: readonly number[]): Float64Array {
  const density = new Float64Array(halfYear + 1);
  for (let distance = 0; distance <= halfYear; distance++) {
    const bucket = farBucket(distance);
    density[distance] = (masses[bucket] ?? 0) / (farWidth(bucket) * yearsOfChannels);
  }
  return density;
}

function addNear(density: Float64Array | undefined, expression: NamedDays, first: number, into: Float64Array): void {
  if (!density) return;
  const stated = expression.first.year !== undefined && expression.precision !== "day";
  const share = 1 / timesAYear(expression);
  for (const span of spansBetween(expression, first - reach, first + into.length + reach)) {
    const inside = share / (span.last - span.first + 1);
    const fits = expression.weekday === undefined || weekdayOf(span.first) === expression.weekday ? 1 : weekdaySlip;
    const from = Math.max(0, span.first - reach - first);
    const to = Math.min(into.length - 1, span.last + reach - first);
    for (let i = from; i <= to; i++) {
      const lag = lagFrom(span, first + i);
      into[i] = (stated ? 0 : (into[i] ?? 0)) + (density[lag + reach] ?? 0) * fits * (lag === 0 ? inside : share);
    }
  }
}

/** How many times a year a named day can mean: where it is named without its month, one of them is meant. */
function timesAYear({ anyMonth, weekday }: NamedDays): number {
  return anyMonth === undefined ? 1 : weekday === undefined ? 12 : 12 / 7;
}

/** A day of long ago says nothing of the year, but it may be kept every year. */
function addFar(density: Float64Array | undefined, expression: NamedDays, first: number, into: Float64Array): void {
  if (!density) return;
  const stated = spansBetween(expression, first, first)[0];
  for (const span of spansBetween(everyYear(expression), first - halfYear, first + into.length + halfYear)) {
    const from = Math.max(0, span.first - halfYear - first);
    const to = Math.min(into.length - 1, span.last + halfYear - first);
    for (let i = from; i <= to; i++) {
      const day = first + i;
      if (stated && Math.abs(lagFrom(stated, day)) <= reach) continue;
      into[i] = Math.max(into[i] ?? 0, density[Math.abs(lagFrom(span, day))] ?? 0);
    }
  }
}

/** Months and years far from the post's own are named the less, the farther they are. */
function addLongAgo(mass: number, expression: NamedDays, first: number, into: Float64Array): void {
  const [stated] = spansBetween(expression, first, first);
  if (!stated) return;
  for (let i = 0; i < into.length; i++) {
    const distance = Math.abs(lagFrom(stated, first + i));
    into[i] = (mass / (2 * meanDistance)) * Math.exp((reach - distance) / meanDistance);
  }
}

/** The table says how many days after the named weekday posts come, from 0 to 6; it does not say in which week. */
function addWeekday(shares: readonly number[], weekday: number, first: number, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (shares[daysSince(weekday, first + i)] ?? 1 / 7) * 7 * background;
}

/** Days from the last such weekday to a day, 0 to 6. */
export function daysSince(weekday: number, day: number): number {
  return (((weekdayOf(day) - weekday) % 7) + 7) % 7;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The time nearest to a day that named days can mean. */
export function spanNearest(expression: NamedDays, day: number): Span | undefined {
  const [first, ...others] = spansBetween(expression, day - 400, day + 400);
  if (first === undefined) return undefined;
  const distance = (span: Span): number => Math.abs(lagFrom(span, day));
  return others.reduce((nearest, span) => (distance(span) < distance(nearest) ? span : nearest), first);
}

/** Days from what a text names to a day, at the nearest time it can mean; below zero where the named days are still to come. */
export function lagOf(expression: NamedDays, day: number): number {
  const nearest = spanNearest(expression, day);
  return nearest === undefined ? Number.NaN : lagFrom(nearest, day);
}

/** The same days, in any year. */
export function everyYear(expression: NamedDays): NamedDays {
  const yearless = ({ month, day }: CalendarDay): CalendarDay => ({ month, day });
  return { ...expression, first: yearless(expression.first), last: yearless(expression.last) };
}

function lagFrom(span: Span, day: number): number {
  return day < span.first ? day - span.first : day > span.last ? day - span.last : 0;
}

/** The times that named days can mean, as day numbers: the stated one, or one a year between two days (of some feasts several); none in a year that the calendar does not have. */
export function spansBetween(named: NamedDays, from: number, to: number): readonly Span[] {
  const { first, last, jalali, lunar, anyMonth, feast, weekday } = named;
  if (feast !== undefined) return feastSpans(feast, from, to);
  const open =
    lunar !== undefined
      ? (lunar.calendar === "hijri" ? hijriSpans : hebrewSpans)(lunar, from, to)
      : anyMonth !== undefined
        ? monthlySpans(anyMonth, from, to)
        : undefined;
  // Of the days that such a one may be, a weekday tells which.
  if (open !== undefined) return weekday === undefined ? open : open.flatMap((span) => daysOn(weekday, span));
  if (first.year !== undefined) return spanOf(first.year, first, last.year ?? first.year, last);
  if (jalali !== undefined) return jalaliSpans(jalali, dayFromNumber(from), dayFromNumber(to));
  const spans: Span[] = [];
  const lastYear = yearOfNumber(to);
  for (let year = yearOfNumber(from); year <= lastYear; year++) {
    if (first.day > lengthOfMonth(year, first.month)) continue;
    // A row of days may go over the turn of the year.
    const ends = last.month < first.month ? year + 1 : year;
    spans.push(...spanOf(year, first, ends, last));
  }
  return spans;
}

/** A day of every month that has it. */
function monthlySpans(day: number, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  const [first, last] = [new Date(from * 86_400_000), new Date(to * 86_400_000)];
  const months = (date: Date): number => 12 * date.getUTCFullYear() + date.getUTCMonth();
  for (let month = months(first); month <= months(last); month++) {
    const [year, own] = [Math.floor(month / 12), (month % 12) + 1];
    if (day <= lengthOfMonth(year, own)) spans.push(...spanOf(year, { month: own, day }, year, { month: own, day }));
  }
  return spans;
}

/** The days of a span that are such a weekday. */
function daysOn(weekday: number, { first, last }: Span): readonly Span[] {
  const days = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return days.filter((day) => weekdayOf(day) === weekday).map((day) => ({ first: day, last: day }));
}

function yearOfNumber(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

const numbers = new Map<number, number>();

function spanOf(year: number, from: CalendarDay, lastYear: number, to: CalendarDay): readonly Span[] {
  const [first, last] = [numberOf(year, from), numberOf(lastYear, to)];
  return first === undefined || last === undefined ? [] : [{ first, last }];
}

/** Day number of a calendar day; a day that its month does not have counts as the last of the month; `undefined` in a year that the calendar does not have. */
function numberOf(year: number, { month, day }: CalendarDay): number | undefined {
  const key = (year * 13 + month) * 32 + day;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const there = dayOf(year, month, Math.min(day, lengthOfMonth(year, month)));
  if (there === undefined) return undefined;
  const number = dayNumber(there);
  numbers.set(key, number);
  return number;
}
