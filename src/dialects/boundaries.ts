import { boundaryScore, lineHabitsOf, type Seam } from "./cues.ts";
import type { Hints } from "./dialect.ts";
import type { Unit } from "./units.ts";

/** A run of units that make one post, as indices `[start, end)`. */
export interface UnitRange {
  readonly start: number;
  readonly end: number;
}

/** Log-odds that stand for certainty: the marks of the page, or a person's word. */
const certain = 50;

/** How surely a post starts at each unit (log-odds; the first is always a start). */
export function startScores(units: readonly Unit[], hints: Hints): readonly number[] {
  const habits = lineHabitsOf(units);
  return units.map((next, index) => {
    const previous = units[index - 1];
    if (previous === undefined) return certain;
    if (hints.start.has(next.first)) return 2 * certain;
    if (hints.join.has(next.first)) return -2 * certain;
    const marked = scoreOfMarks(previous, next);
    if (marked !== undefined) return marked;
    const afterNext = units[index + 1];
    const beforePrevious = units[index - 2];
    const seam: Seam = {
      previous,
      next,
      habits,
      ...(afterNext ? { afterNext } : {}),
      ...(beforePrevious ? { beforePrevious } : {}),
    };
    return boundaryScore(seam);
  });
}

/** What the page's own marks say: they leave no doubt where they stand. */
function scoreOfMarks(previous: Unit, next: Unit): number | undefined {
  if (next.kind === "reactions") return -certain;
  if (previous.kind === "reactions" || previous.kind === "whole" || next.kind === "whole") return certain;
  if (next.kind === "after") return -certain;
  if (previous.kind === "forwarded" || previous.kind === "via") return -certain;
  if (next.kind === "forwarded" || next.kind === "via") return certain;
  if (previous.kind === "before") return -certain;
  if (next.kind === "before" || previous.kind === "after") return certain;
  return undefined;
}

/** The ranges that starts part the units into. */
export function rangesOf(units: readonly Unit[], isStart: (index: number) => boolean): readonly UnitRange[] {
  const starts = units.flatMap((_, index) => (index === 0 || isStart(index) ? [index] : []));
  return starts.map((start, place) => ({ start, end: starts[place + 1] ?? units.length }));
}
