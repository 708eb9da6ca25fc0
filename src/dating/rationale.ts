import { dayNumber } from "../model/day.ts";
import type { Basis } from "../model/post.ts";
import type { Evidence } from "./expressions/evidence.ts";
import { type EvidenceKind, evidenceKinds } from "./expressions/evidence-kinds.ts";
import { background, everyYear, type Likelihood, lagOf, spansBetween } from "./solver/lags.ts";
import type { Solved } from "./solver/solve.ts";

/** What a date rests on, in the post's own words. */
export interface Rationale {
  readonly basis: Basis;
  readonly evidence: string;
}

/** An own day supports a date when it makes that date at least this much likelier than no words would. */
const support = 40;

/**
 * The strongest own evidence that agrees with the best day and with its interval, never one that was overruled; `undefined` where none does and the day comes from
 * the other posts.
 */
export function rationaleOf(
  evidence: readonly Evidence[],
  solved: Solved,
  likelihoods: Likelihood,
): Rationale | undefined {
  const day = dayNumber(solved.best);
  const chance = new Float64Array(1);
  let strongest: { readonly evidence: Evidence; readonly gain: number } | undefined;
  for (const one of evidence) {
    if (!bearsOut(one, solved)) continue;
    likelihoods(one.kind, one.expression, day, chance);
    const gain = (chance[0] ?? 0) / background;
    if (gain >= support && (!strongest || gain > strongest.gain)) strongest = { evidence: one, gain };
  }
  if (!strongest) return undefined;
  const { kind, expression, words } = strongest.evidence;
  const longGone =
    expression.kind === "days" && expression.first.year !== undefined && Math.abs(lagOf(expression, day)) > 300;
  return { basis: longGone ? "anniversary" : evidenceKinds[kind].basis, evidence: words };
}

/** Days of the post that a named day stands for: itself, but for the day after `yesterday` and the day before `tomorrow`. */
const shifts: Readonly<Partial<Record<EvidenceKind, number>>> = { yesterday: 1, tomorrow: -1 };

/**
 * Whether a named day can be said to be what a date rests on: a day reported on is no later than the best day, a day announced no
 * earlier, and any other is no later than the best day and lies in the interval. A weekday, a month or a year belongs to many days: none of them says which. A day that another
 * post names is none of the post's own words.
 */
export function bearsOut({ kind, expression }: Evidence, { best, earliest, latest }: Solved): boolean {
  const { basis } = evidenceKinds[kind];
  if (expression.kind === "weekday" || expression.precision !== "day" || basis === "neighbours") return false;
  const shift = shifts[kind] ?? 0;
  const lag = lagOf(expression, dayNumber(best) - shift);
  if (basis === "event-past") return lag >= 0;
  if (basis === "event-to-come") return lag <= 0;
  // A day that is only named, or is the post's own, says nothing for a best day before it.
  if (basis !== "anniversary" && basis !== "observance" && lag < 0) return false;
  const [first, last] = [dayNumber(earliest) - shift, dayNumber(latest) - shift];
  // A day of long ago is kept on its return.
  const times = [expression, everyYear(expression)].flatMap((meant) => spansBetween(meant, first, last));
  return times.some((span) => span.first <= last && first <= span.last);
}
