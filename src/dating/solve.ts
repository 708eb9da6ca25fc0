import { type Day, dayFromNumber } from "../day.ts";
import type { Order } from "../ledger.ts";
import type { Bound } from "./bound.ts";
import { type Chain, type DayChances, likelihood, smooth } from "./chain.ts";
import type { Evidence } from "./evidence.ts";
import { background, type Likelihood } from "./lags.ts";
import { rhythm } from "./rhythm.ts";

/** Day and 90 % interval of a post. */
export interface Solved {
  readonly best: Day;
  readonly earliest: Day;
  readonly latest: Day;
}

export interface Solution {
  /** In the order of the dump. */
  readonly days: readonly Solved[];
  readonly order: Order;
}

/** Chance that the true day lies before the interval, and after it. */
const tail = 0.05;

/** Later days of a post add less and less: they were not written independently. */
const weightOfFurther = 0.6;

/**
 * Finds the days that fit all evidence at once and never run backwards in time. The best day is the median of what is known of a post and the
 * interval lies between its quantiles: in a chain that never runs backwards, quantiles never do either (Strassen's theorem).
 */
export function solve(
  evidence: readonly (readonly Evidence[])[],
  bound: Bound,
  order: Order | undefined,
  likelihoods: Likelihood,
): Solution {
  const forwards = chainOf(evidence, bound, likelihoods);
  const backwards = chainOf(evidence.toReversed(), bound, likelihoods);
  const settled = order ?? (likelihood(backwards) > likelihood(forwards) + certain ? "newest-first" : "oldest-first");
  const days = daysOf(settled === "oldest-first" ? forwards : backwards, bound);
  return { days: settled === "oldest-first" ? days : days.toReversed(), order: settled };
}

/** Differences of a log-likelihood below this are rounding. */
const certain = 1e-6;

function chainOf(evidence: readonly (readonly Evidence[])[], bound: Bound, likelihoods: Likelihood): Chain {
  const powers = powersOf(evidence);
  const end = new Float64Array(bound.last - bound.first + 1);
  for (let day = 0; day < end.length; day++) end[day] = bound.weightOfLast(bound.first + day);
  return {
    length: evidence.length,
    days: end.length,
    rhythm,
    end,
    forget: evidence.length > longDump ? 1e-9 : 1e-18,
    weights: (post, first, count) => {
      const own = evidence[post] ?? [];
      return own.length === 0 ? undefined : weigh(own, powers[post] ?? [], bound.first + first, count, likelihoods);
    },
  };
}

const longDump = 3000;

/** How well the words of a post fit the days from one on, as a multiple of what no words at all would say. */
function weigh(
  evidence: readonly Evidence[],
  powers: readonly number[],
  first: number,
  count: number,
  likelihoods: Likelihood,
): Float64Array {
  const weights = new Float64Array(count).fill(1);
  const chances = new Float64Array(count);
  for (const [place, { kind, naming }] of evidence.entries()) {
    likelihoods(kind, naming, first, chances);
    const power = powers[place] ?? 0;
    for (let i = 0; i < count; i++) weights[i] = (weights[i] ?? 0) * ((chances[i] ?? 0) / background) ** power;
  }
  return weights;
}

/** How much each day named by each post counts: less after others of the post, less when the posts just before have named it too. */
function powersOf(evidence: readonly (readonly Evidence[])[]): readonly (readonly number[])[] {
  return evidence.map((own, post) => {
    const before = new Set(evidence.slice(Math.max(0, post - REACH), post).flat().map(({ naming }) => JSON.stringify(naming)));
    return own.map(({ naming }, place) => P0 * weightOfFurther ** place * (before.has(JSON.stringify(naming)) ? REP : 1));
  });
}
const P0=Number(process.env.P0??0.8),REP=Number(process.env.REP??0.6),REACH=Number(process.env.REACH??6);
function daysOf(chain: Chain, bound: Bound): Solved[] {
  const solved = new Array<Solved>(chain.length);
  smooth(chain, (post, chances) => {
    const day = (share: number): Day => dayFromNumber(bound.first + quantile(chances, share));
    solved[post] = { best: day(0.5), earliest: day(tail), latest: day(1 - tail) };
  });
  return inOrder(solved);
}

/** The first day by which at least this share of the chances has passed. */
function quantile({ first, chances }: DayChances, share: number): number {
  let sum = 0;
  for (const [day, chance] of chances.entries()) {
    sum += chance;
    if (sum >= share) return first + day;
  }
  return first + chances.length - 1;
}

/** Rounding may move a quantile by a day where two days are as good; the order holds all the same. */
function inOrder(solved: readonly Solved[]): Solved[] {
  let floor = solved[0];
  return solved.map((day) => {
    const later = (own: Day, before: Day | undefined): Day => (before !== undefined && before > own ? before : own);
    floor = {
      best: later(day.best, floor?.best),
      earliest: later(day.earliest, floor?.earliest),
      latest: later(day.latest, floor?.latest),
    };
    return floor;
  });
}
