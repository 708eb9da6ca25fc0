import * as Plot from "@observablehq/plot";
import { type Chart, type ChartWords, chartOf, fitted } from "./chart.ts";

/** A line of a picture of forwards: from a source to a channel. */
export interface ForwardLine {
  /** Index of the source in the list of sources, and of the channel in that of channels. */
  readonly source: number;
  readonly channel: number;
  readonly count: number;
}

/** Pixels from name to name, and of the thickest line. */
const step = 30;
const thickest = 14;

/** Sources on the left, channels on the right, and between them lines as thick as posts were forwarded. */
export function forwardsChart(
  words: ChartWords,
  sources: readonly string[],
  channels: readonly string[],
  lines: readonly ForwardLine[],
): Chart {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  const height = step * Math.max(1, sources.length, channels.length);
  const yOf = (place: number, among: number): number => ((place + 0.5) * height) / Math.max(1, among);
  const drawn = lines.map(({ source, channel, count }) => ({
    y1: yOf(source, sources.length),
    y2: yOf(channel, channels.length),
    thickness: Math.max(1, (thickest * count) / most),
  }));
  const ends = [
    ...sources.map((name, place) => ({ x: 0, y: yOf(place, sources.length), name })),
    ...channels.map((name, place) => ({ x: 1, y: yOf(place, channels.length), name })),
  ];
  return chartOf(words, (room) => {
    const longest = Math.max(...ends.map(({ name }) => [...name].length));
    const margin = Math.floor(Math.min(room * 0.38, longest * 8 + 14));
    const names = { x: "x", y: "y", text: ({ name }: { readonly name: string }) => fitted(name, margin - 14) } as const;
    return {
      width: room,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: margin,
      marginRight: margin,
      x: { domain: [0, 1], axis: null },
      y: { domain: [0, height], range: [0, height], axis: null },
      marks: [
        Plot.link(drawn, {
          x1: 0,
          x2: 1,
          y1: "y1",
          y2: "y2",
          strokeWidth: "thickness",
          curve: "bump-x",
          className: "flow",
        }),
        Plot.dot(ends, { x: "x", y: "y", r: 3, className: "end" }),
        Plot.text(
          ends.filter(({ x }) => x === 0),
          { ...names, textAnchor: "end", dx: -9 },
        ),
        Plot.text(
          ends.filter(({ x }) => x === 1),
          { ...names, textAnchor: "start", dx: 9 },
        ),
      ],
    };
  });
}
