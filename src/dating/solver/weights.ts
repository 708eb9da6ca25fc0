import type { Evidence } from "../expressions/evidence.ts";
import { type DaySpan, weightOfConstraint } from "./constraint.ts";
import { background, type Likelihood } from "./lags.ts";
import { holdToOwnDay, ownDayOf } from "./own-days.ts";

/** Readings are not independent of each other: these exponents keep a chorus from drowning doubt. Chosen by coverage on held-out channels. */
const weightOfFirst = 0.8;
const weightOfFurther = 0.6;
const weightOfRepeated = 0.6;

/** Kinds of days that lie as far off as a channel likes. */
const looseKinds = /^(?:to-come|mention|until|month|year|address)/;

/** How many posts back a day counts as repeated. */
const reachOfRepeats = 6;

/** How well the words of a post fit the days from `first` on, as a multiple of what no words at all would say. */
export type Weights = (post: number, first: number, count: number) => Float64Array | undefined;

/**
 * The weights of a dump's posts, each from the days it names and the days it is known to lie between; `undefined` where there are none.
 * `shareLate` is that of `shareOfLateDays`.
 */
export function weightsOf(
  evidence: readonly (readonly Evidence[])[],
  known: readonly (DaySpan | undefined)[],
  shareLate: number,
  likelihoods: Likelihood,
  weightOfLoose: number,
): Weights {
  const powers = powersOf(evidence, weightOfLoose);
  const reckoned = (post: number, first: number, count: number): Float64Array | undefined => {
    const own = evidence[post] ?? [];
    const fact = known[post];
    if (own.length === 0 && !fact) return undefined;
    const ownDay = ownDayOf(own);
    const weights = new Float64Array(count).fill(1);
    if (fact) weights.fill(weightOfConstraint, Math.max(0, fact.first - first), Math.max(0, fact.last + 1 - first));
    const chances = new Float64Array(count);
    for (const [place, { kind, naming }] of own.entries()) {
      likelihoods(kind, naming, first, chances);
      if (place === 0 && ownDay !== undefined) holdToOwnDay(ownDay, 1 - shareLate, first, chances);
      const power = powers[post]?.[place] ?? 0;
      for (let i = 0; i < count; i++) weights[i] = (weights[i] ?? 0) * ((chances[i] ?? 0) / background) ** power;
    }
    return weights;
  };
  const kept = new Map<number, { readonly first: number; readonly weights: Float64Array | undefined }>();
  return (post, first, count) => {
    const known = kept.get(post);
    if (known && (!known.weights || (known.first <= first && first + count <= known.first + known.weights.length)))
      return known.weights?.subarray(first - known.first, first - known.first + count);
    const weights = reckoned(post, first, count);
    if (kept.size >= mostKept) kept.clear();
    kept.set(post, { first, weights });
    return weights;
  };
}

/** A chain asks for a post's weights several times over; those of so many posts are kept. */
const mostKept = 1000;

/** How much each day named by each post counts: less after others of the post, less when the posts just before have named it too. */
function powersOf(evidence: readonly (readonly Evidence[])[], weightOfLoose: number): readonly (readonly number[])[] {
  const keys = evidence.map((own) => own.map(({ naming }) => JSON.stringify(naming)));
  return keys.map((own, post) => {
    const before = new Set(keys.slice(Math.max(0, post - reachOfRepeats), post).flat());
    return own.map((key, place) => {
      const loose = looseKinds.test(evidence[post]?.[place]?.kind ?? "") ? weightOfLoose : 1;
      return weightOfFirst * loose * weightOfFurther ** place * (before.has(key) ? weightOfRepeated : 1);
    });
  });
}
