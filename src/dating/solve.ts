import { type Day, dayFromNumber } from "../day.ts";
import type { Order } from "../ledger.ts";
import type { Bound } from "./bound.ts";
import { type Chain, type DayChances, likelihood, smooth } from "./chain.ts";
import type { Evidence } from "./evidence.ts";
import type { Likelihood } from "./lags.ts";
import { rhythm } from "./rhythm.ts";
import { stepsOf } from "./steps.ts";
import { weightsOf } from "./weights.ts";

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

/** Most dumps show the oldest post first, as Telegram's pages do: the other order must fit better by this much (natural logarithm). */
const habitOfOrder = 2;

/**
 * Finds the days that fit all evidence at once and never run backwards in time. The best day is the median of what is known of a post and the
 * interval lies between its quantiles: in a chain that never runs backwards, quantiles never do either.
 */
export function solve(
  evidence: readonly (readonly Evidence[])[],
  bound: Bound,
  order: Order | undefined,
  likelihoods: Likelihood,
): Solution {
  const settled = order ?? inferOrder(evidence, bound, likelihoods);
  if (settled === "oldest-first") return { days: daysOf(evidence, bound, likelihoods), order: settled };
  return { days: daysOf(evidence.toReversed(), bound, likelihoods).toReversed(), order: settled };
}

function inferOrder(evidence: readonly (readonly Evidence[])[], bound: Bound, likelihoods: Likelihood): Order {
  const forwards = likelihood(chainOf(evidence, stepsOf(evidence), bound, likelihoods));
  const turned = evidence.toReversed();
  const backwards = likelihood(chainOf(turned, stepsOf(turned), bound, likelihoods));
  return backwards > forwards + habitOfOrder ? "newest-first" : "oldest-first";
}

/** A long dump is read with a coarser memory; a short one has the time to consider everything. */
const longDump = 3000;

function chainOf(
  evidence: readonly (readonly Evidence[])[],
  steps: readonly number[],
  bound: Bound,
  likelihoods: Likelihood,
): Chain {
  const end = new Float64Array(bound.last - bound.first + 1);
  for (let day = 0; day < end.length; day++) end[day] = bound.weightOfLast(bound.first + day);
  const weights = weightsOf(evidence, likelihoods);
  return {
    length: steps.length,
    days: end.length,
    rhythm,
    end,
    forget: evidence.length > longDump ? 1e-9 : 1e-18,
    posts: (step) => (steps[step] ?? 0) - (steps[step - 1] ?? 0),
    weights: (step, first, count) => weights(steps[step] ?? 0, bound.first + first, count),
  };
}

/** Shares of the chances at which the three days of a post are read. */
const readings = [tail, 0.5, 1 - tail] as const;

/** Days of posts in the order of time. */
function daysOf(evidence: readonly (readonly Evidence[])[], bound: Bound, likelihoods: Likelihood): Solved[] {
  const steps = stepsOf(evidence);
  const read = new Array<readonly number[]>(steps.length);
  smooth(chainOf(evidence, steps, bound, likelihoods), (step, chances) => {
    read[step] = readings.map((share) => quantile(chances, share));
  });
  const floor = [0, 0, 0];
  return spread(steps, read).map((days) => {
    // Rounding may move a quantile by a day where two days are as good; the order holds all the same.
    for (const [place, day] of days.entries()) floor[place] = Math.max(floor[place] ?? 0, day);
    const [earliest, best, latest] = floor.map((day) => dayFromNumber(bound.first + day)) as [Day, Day, Day];
    return { best, earliest, latest };
  });
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

/** Days of all posts from those of the steps: posts between two steps lie evenly between their days. */
function spread(steps: readonly number[], read: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [];
  for (const [step, post] of steps.entries()) {
    const own = read[step] ?? [];
    const before = read[step - 1] ?? own;
    const passed = post - (steps[step - 1] ?? post - 1);
    for (let i = 1; i <= passed; i++) {
      all.push(
        own.map((day, place) => Math.round((before[place] ?? day) + ((day - (before[place] ?? day)) * i) / passed)),
      );
    }
  }
  return all;
}
