import * as Plot from "@observablehq/plot";
import { type Day, dayNumber, dayOfMonthOf, monthOf, yearOf } from "../../model/day.ts";
import type { Activity, Unit } from "../analysis/activity.ts";
import { instantOf } from "../model/dates.ts";

/** Pixels a label below the axis takes. */
const labelWidth = 52;

/** How many periods from label to label, of which the least that leaves room is taken. */
const strides: Readonly<Record<Unit, readonly number[]>> = {
  day: [1, 2, 5, 10, 15],
  month: [1, 2, 3, 6, 12, 24],
  year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000],
};

/** A label below a period. */
export interface PeriodLabel {
  readonly first: Day;
  readonly text: string;
}

/** Chooses which periods of an activity are labelled where there is room for `most` labels, and how. */
export function periodLabels({ unit, periods }: Activity, most: number, locale: string): readonly PeriodLabel[] {
  const candidates = strides[unit].map((stride) => periods.filter(({ first }) => isOnStride(first, unit, stride)));
  const chosen = candidates.findIndex((labels) => labels.length <= Math.max(1, most) && labels.length > 0);
  const stride = strides[unit][chosen] ?? 1;
  const labels = candidates[chosen] ?? periods.slice(0, 1);
  return labels.map(({ first }, index) => {
    // The year stands below the first label, and below each that begins one.
    const withYear = unit === "month" && stride < 12 && (index === 0 || monthOf(first) === 1);
    return { first, text: `${shortName(first, unit, stride, locale)}${withYear ? `\n${yearOf(first)}` : ""}` };
  });
}

/** The axis of time: labels below the middle of their periods. */
export function periodAxis(activity: Activity, width: number, locale: string): Plot.Markish {
  const labels = periodLabels(activity, Math.floor((width - 56) / labelWidth), locale);
  const texts = new Map(labels.map(({ first, text }) => [instantOf(first).getTime(), text]));
  const half = { day: 0.5, month: 15, year: 182 }[activity.unit] * millisecondsPerDay;
  return Plot.axisX(
    labels.map(({ first }) => new Date(instantOf(first).getTime() + half)),
    { tickSize: 0, tickFormat: (time: Date) => texts.get(time.getTime() - half) ?? "" },
  );
}

/** The axis of counts, in whole numbers, with its lines. `most`: the largest count, at least 1. */
export function countAxis(most: number, locale: string): Plot.Markish {
  const numerals = new Intl.NumberFormat(locale, { notation: "compact" });
  const ticks = Math.min(4, most);
  return [
    Plot.gridY({ ticks, className: "grid" }),
    Plot.axisY({ ticks, tickSize: 0, tickFormat: (count: number) => numerals.format(count) }),
  ];
}

const millisecondsPerDay = 86_400_000;

function isOnStride(first: Day, unit: Unit, stride: number): boolean {
  if (unit === "year") return yearOf(first) % stride === 0;
  if (unit === "month") return (yearOf(first) * 12 + monthOf(first) - 1) % stride === 0;
  return stride < 5
    ? dayNumber(first) % stride === 0
    : (dayOfMonthOf(first) - 1) % stride === 0 && dayOfMonthOf(first) < 30;
}

function shortName(first: Day, unit: Unit, stride: number, locale: string): string {
  if (unit === "year" || stride >= 12) return `${yearOf(first)}`;
  const parts: Intl.DateTimeFormatOptions = unit === "day" ? { day: "numeric", month: "short" } : { month: "short" };
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(instantOf(first));
}
