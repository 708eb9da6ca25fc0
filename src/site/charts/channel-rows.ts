import * as Plot from "@observablehq/plot";
import { type Activity, countOf } from "../activity.ts";
import { instantOf } from "../dates.ts";
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
const rowHeight = 62;

/** A row of bars for each channel, all on the same scales, so that rows can be compared. */
export function channelRowsChart(words: ChartWords, rows: readonly ChannelRow[], locale: string): Chart {
  const placed = rows.map((row, place) => ({ ...row, place }));
  const bars = placed.flatMap(({ activity, place }) =>
    activity.periods
      .map((period) => ({ x: instantOf(period.first), all: countOf(period), close: period.close, place }))
      .filter(({ all }) => all > 0),
  );
  const shared = rows[0]?.activity ?? { unit: "month", periods: [] };
  const most = Math.max(1, ...bars.map((bar) => bar.all));
  const first = shared.periods[0];
  const last = shared.periods.at(-1);
  return chartOf(words, (room) => ({
    width: room,
    height: rowHeight * Math.max(1, rows.length) + 40,
    marginTop: 4,
    marginRight: 12,
    marginBottom: 38,
    marginLeft: 12,
    x: {
      type: "utc",
      label: null,
      ...(first && last ? { domain: [instantOf(first.first), endOf(shared)] } : {}),
    },
    y: { domain: [0, most], axis: null },
    fy: { domain: placed.map(({ place }) => place), axis: null, padding: 0.4 },
    marks: [
      Plot.rectY(bars, { x: "x", interval: shared.unit, y1: 0, y2: "close", fy: "place", className: "bar" }),
      Plot.rectY(bars, { x: "x", interval: shared.unit, y1: "close", y2: "all", fy: "place", className: "bar-wide" }),
      Plot.ruleY(placed, { y: 0, fy: "place" }),
      Plot.text(placed, {
        fy: "place",
        text: ({ name }) => fitted(name, room - 120),
        frameAnchor: "top-left",
        textAnchor: "start",
        dy: -16,
      }),
      Plot.text(placed, {
        fy: "place",
        text: "words",
        frameAnchor: "top-right",
        textAnchor: "end",
        dy: -16,
        className: "figure",
      }),
      periodAxis(shared, room, locale),
    ],
  }));
}

/** When the last of the periods ends. */
function endOf({ unit, periods }: Activity): Date {
  const last = instantOf(periods.at(-1)?.first ?? ("1970-01-01" as never));
  if (unit === "day") return new Date(last.getTime() + 86_400_000);
  return new Date(
    Date.UTC(last.getUTCFullYear() + (unit === "year" ? 1 : 0), last.getUTCMonth() + (unit === "month" ? 1 : 0), 1),
  );
}
