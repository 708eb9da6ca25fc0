import * as Plot from "@observablehq/plot";
import { type Activity, postsInSpan } from "../analysis/activity.ts";
import { instantOf } from "../model/dates.ts";
import { countAxis, periodAxis } from "./axes.ts";
import { type Chart, type ChartWords, chartOf } from "./chart.ts";

/** Pixels left and right of the bars. */
const margins = { left: 44, right: 12 } as const;
const sides = margins.left + margins.right;
const widestBar = 56;

/** Bars of posts over time; what is hardly dated stands paler on top. */
export function activityChart(words: ChartWords, activity: Activity, locale: string): Chart {
  const { unit, periods } = activity;
  const bars = periods.map((period) => ({ ...period, x: instantOf(period.first), all: postsInSpan(period) }));
  const most = Math.max(1, ...bars.map((bar) => bar.all));
  return chartOf(words, (room) => {
    // A handful of bars across a whole page would be walls.
    const inset = Math.max(0.5, ((room - sides) / bars.length - widestBar) / 2);
    const column = { x: "x", interval: unit, insetLeft: inset, insetRight: inset };
    return {
      width: room,
      height: 190,
      marginTop: 12,
      marginRight: margins.right,
      marginBottom: 38,
      marginLeft: margins.left,
      x: { type: "utc", label: null, round: true },
      y: { domain: [0, most], nice: true, label: null, round: true },
      marks: [
        countAxis(most, locale),
        Plot.rectY(
          bars.filter(({ close }) => close > 0),
          { ...column, y1: 0, y2: "close", className: "bar" },
        ),
        Plot.rectY(
          bars.filter(({ wide }) => wide > 0),
          { ...column, y1: "close", y2: "all", className: "bar-wide" },
        ),
        Plot.ruleY([0]),
        periodAxis(activity, room, locale),
      ],
    };
  });
}
