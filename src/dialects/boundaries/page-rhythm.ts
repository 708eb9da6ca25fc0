import type { Token } from "../lines/tokens.ts";
import type { LineClasses } from "./line-classes.ts";
import { classGrains } from "./line-traits.ts";

/**
 * What returns on a page, and after how many lines: whether a candidate's lines are like the page's first line, which surely opens a post, like its
 * last, which surely closes one, and like the lines one, two or three places away, so that a page of headline and source, or of name and text,
 * shows its alternation.
 */
export interface PageRhythm {
  /** Numbers of a candidate, by its place. */
  readonly at: (place: number) => readonly number[];
  /** How much more often than by chance lines of a kind return one to four lines on, at two grains. */
  readonly page: readonly number[];
}

/** Pairs of lines around a candidate that are compared: their distances from it. */
const pairs = [
  [0, -1],
  [0, 1],
  [0, -2],
  [0, 2],
  [0, -3],
  [0, 3],
  [-1, 1],
  [-1, -2],
  [-1, -3],
] as const;

/** Grains (places in `LineTraits.classes`) at which distances to the like are told, and at which the page's own rhythm is. */
const distanceGrains = [2, 4] as const;
const pageGrains = [3, 4] as const;
const longestLag = 4;

/** Compares the lines of a page with each other; time grows with their number alone. */
export function pageRhythm(tokens: readonly Token[], { of: classes }: LineClasses): PageRhythm {
  const first = tokens.findIndex(({ kind }) => kind === "text");
  const last = tokens.findLastIndex(({ kind }) => kind === "text");
  const distances = distanceGrains.map((grain) => {
    const own = classes[grain] ?? new Int32Array();
    return { before: nearestLike(own, 1), behind: nearestLike(own, -1) };
  });

  /** 1 for the same line, less for the same kind at coarser grains, 0 for lines that have nothing in common. */
  function likeness(one: number, other: number): number {
    if (one === other || one < 0 || other < 0 || one >= tokens.length || other >= tokens.length) return 0;
    for (let grain = 0; grain < classGrains; grain += 1)
      if (classes[grain]?.[one] === classes[grain]?.[other]) return (classGrains - grain) / classGrains;
    return 0;
  }

  return {
    at: (place) => [
      likeness(place, first),
      likeness(place - 1, last),
      likeness(place - 1, first),
      likeness(place, last),
      ...pairs.map(([one, other]) => likeness(place + one, place + other)),
      ...distances.flatMap(({ before, behind }) => [
        before[place] ?? 0,
        behind[place] ?? 0,
        before[place - 1] ?? 0,
        behind[place - 1] ?? 0,
      ]),
    ],
    page: pageGrains.flatMap((grain) => lags(classes[grain] ?? new Int32Array())),
  };
}

/** Lines to the nearest of the same class before (`step` 1) or behind (-1), log₂; 10 where there is none. */
function nearestLike(classes: Int32Array, step: 1 | -1): Float64Array {
  const seen = new Map<number, number>();
  const found = new Float64Array(classes.length).fill(10);
  const order = step === 1 ? classes.keys() : Array.from(classes.keys()).reverse();
  for (const place of order) {
    const own = classes[place] ?? 0;
    const at = seen.get(own);
    if (at !== undefined) found[place] = Math.min(10, Math.log2(1 + Math.abs(place - at)));
    seen.set(own, place);
  }
  return found;
}

function lags(classes: Int32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const own of classes) counts.set(own, (counts.get(own) ?? 0) + 1);
  let chance = 0;
  for (const count of counts.values()) chance += (count / classes.length) ** 2;
  return Array.from({ length: longestLag }, (_, at) => {
    const lag = at + 1;
    let same = 0;
    for (let place = lag; place < classes.length; place += 1) if (classes[place] === classes[place - lag]) same += 1;
    return same / Math.max(1, classes.length - lag) - chance;
  });
}
