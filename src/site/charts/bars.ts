import * as Plot from "@observablehq/plot";
import { type Chart, type ChartWords, chartOf, fitted } from "./chart.ts";

/** A bar: its name, its length and the words beside it. */
export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly words: string;
}

/** Pixels a bar takes with the name above it. */
const barHeight = 38;

/** Bars that lie below each other, in the order given, each below its name. */
export function barChart(words: ChartWords, bars: readonly Bar[]): Chart {
  // Names may be the same; places are not.
  const placed = bars.map((bar, place) => ({ ...bar, place }));
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return chartOf(
    words,
    (width) => ({
      width,
      height: barHeight * Math.max(1, bars.length) + 4,
      marginTop: 2,
      marginRight: 2,
      marginBottom: 2,
      marginLeft: 2,
      x: { domain: [0, most], axis: null },
      y: { type: "band", domain: placed.map(({ place }) => place), axis: null, padding: 0 },
      marks: [
        Plot.barX(placed, { x: "count", y: "place", insetTop: 21, insetBottom: 8, className: "bar" }),
        Plot.ruleX([0], { className: "base" }),
        Plot.text(placed, {
          y: "place",
          text: ({ name }) => fitted(name, width - 70),
          frameAnchor: "left",
          textAnchor: "start",
          dy: -9,
        }),
        Plot.text(placed, {
          y: "place",
          text: "words",
          frameAnchor: "right",
          textAnchor: "end",
          dy: -9,
          className: "figure",
        }),
      ],
    }),
    ["any"],
  );
}
