import * as Plot from "@observablehq/plot";
import { type Activity, nextStart, postsInSpan } from "../analysis/activity.ts";
import { instantOf } from "../model/dates.ts";
import { periodAxis } from "./axes.ts";
import { type Chart, type ChartWords, chartOf, fitted } from "./chart.ts";

/** A channel's row: its name, and its activity over the periods that all rows share. */
export interface ChannelRow {
  readonly name: string;
  /** What it holds at most, beside the name. */
  readonly words: string;
  readonly activity: Activity;
}

/** Pixels a row takes with the name above it. */
const rowHeight = 72;

/** A row of bars for each channel, all on the same scales, so that rows can be compared. */
export function channelRowsChart(words: ChartWords, rows: readonly ChannelRow[], locale: string): Chart {
  const placed = rows.map((row, place) => ({ ...row, place }));
  // One outline a row instead of a bar a period: of ten years of months that is a tenth of the bytes.
  const steps = placed.flatMap(({ activity, place }) => [
    ...activity.periods.map((period) => ({
      x: instantOf(period.first),
      close: period.close,
      all: postsInSpan(period),
      place,
    })),
    { x: endOf(activity), close: 0, all: 0, place },
  ]);
  const shared = rows[0]?.activity ?? { unit: "month", periods: [] };
  const most = Math.max(1, ...steps.map(({ all }) => all));
  return chartOf(words, (room) => ({
    width: room,
    height: rowHeight * Math.max(1, rows.length) + 28,
    // A name keeps away from the line above it, which the first has not.
    marginTop: -10,
    marginRight: 1,
    marginBottom: 38,
    marginLeft: 1,
    x: {
      type: "utc",
      label: null,
      round: true,
    },
    y: { domain: [0, most], axis: null, round: true, insetTop: 36 },
    fy: { domain: placed.map(({ place }) => place), axis: null, paddingInner: 0, paddingOuter: 0 },
    marks: [
      ...["bar", "bar-wide"].map((className) =>
        Plot.areaY(steps, {
          x: "x",
          y1: className === "bar" ? 0 : "close",
          y2: className === "bar" ? "close" : "all",
          z: "place",
          fy: "place",
          curve: "step-after",
          className,
        }),
      ),
      Plot.ruleY(placed, { y: 0, fy: "place" }),
      Plot.text(placed, {
        fy: "place",
        text: ({ name }) => fitted(name, room - 60),
        frameAnchor: "top-left",
        textAnchor: "start",
        dy: 16,
      }),
      Plot.text(placed, {
        fy: "place",
        text: "words",
        frameAnchor: "top-right",
        textAnchor: "end",
        dy: 16,
        className: "figure",
      }),
      periodAxis(shared, room, locale),
    ],
  }));
}

/** When the last period ends; the beginning of 1970 where there is none. */
function endOf({ unit, periods }: Activity): Date {
  const last = periods.at(-1);
  return last === undefined ? new Date(0) : instantOf(nextStart(last.first, unit));
}
