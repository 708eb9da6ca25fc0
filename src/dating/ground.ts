import { type Day, dayNumber } from "../day.ts";
import type { Basis } from "../post.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceKinds } from "./kinds.ts";
import { background, type Likelihood, lagOf } from "./lags.ts";

/** What a date rests on, in the post's own words. */
export interface Ground {
  readonly basis: Basis;
  readonly words: string;
}

/** An own day supports a date when it makes that date at least this much likelier than no words would. */
const support = 40;

/** The strongest own evidence that agrees with the best day; `undefined` where none does and the day comes from the other posts. */
export function groundOf(evidence: readonly Evidence[], best: Day, likelihoods: Likelihood): Ground | undefined {
  const day = dayNumber(best);
  const chance = new Float64Array(1);
  let strongest: { readonly evidence: Evidence; readonly gain: number } | undefined;
  for (const one of evidence) {
    // A weekday, a month or a year belongs to many days: none of them says which.
    if (one.naming.kind === "weekday" || one.naming.precision !== "day") continue;
    if (evidenceKinds[one.kind].basis === "neighbours") continue;
    likelihoods(one.kind, one.naming, day, chance);
    const gain = (chance[0] ?? 0) / background;
    if (gain >= support && (!strongest || gain > strongest.gain)) strongest = { evidence: one, gain };
  }
  if (!strongest) return undefined;
  const { kind, naming, words } = strongest.evidence;
  const longGone = naming.kind === "days" && naming.first.year !== undefined && Math.abs(lagOf(naming, day)) > 300;
  return { basis: longGone ? "anniversary" : evidenceKinds[kind].basis, words };
}
