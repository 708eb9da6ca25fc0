import type { Candidates } from "../../model/dating-audit.ts";
import { dayFromNumber } from "../../model/day.ts";
import type { DayChances } from "./chain.ts";

/** Chances spread over more days than this show nothing that the interval does not. */
const mostDays = 31;

/** The days of at least half a percent, told where there are two or more of them and not too many. `start`: the first day of the axis, as a number. */
export function daysInQuestion({ first, chances }: DayChances, start: number): Candidates | undefined {
  let from = 0;
  while (from < chances.length && !(percent(chances[from]) > 0)) from++;
  let to = chances.length - 1;
  while (to > from && !(percent(chances[to]) > 0)) to--;
  if (to <= from || to - from >= mostDays) return undefined;
  const percents = Array.from(chances.subarray(from, to + 1), percent);
  return { first: dayFromNumber(start + first + from), percents };
}

function percent(chance = 0): number {
  return Math.round(chance * 100);
}
