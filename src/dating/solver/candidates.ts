import type { Candidates } from "../../model/dating-audit.ts";
import { dayFromNumber } from "../../model/day.ts";
import type { DayChances } from "./chain.ts";

/** Chances spread over more days than this show nothing that the interval does not. */
const mostDays = 31;

/** The days of at least half a percent, told where there are two or more of them and not too many. `start`: the first day of the axis, as a number. */
export function daysInQuestion({ first, chances }: DayChances, start: number): Candidates | undefined {
  const percents = [...chances].map((chance) => Math.round(chance * 100));
  const from = percents.findIndex((percent) => percent > 0);
  const to = percents.findLastIndex((percent) => percent > 0);
  if (from < 0 || to === from || to - from >= mostDays) return undefined;
  return { first: dayFromNumber(start + first + from), percents: percents.slice(from, to + 1) };
}
