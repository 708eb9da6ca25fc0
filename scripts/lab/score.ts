import type { Score } from "../../src/dating/score.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";

/** A date said of a post whose day is known; baselines say no interval. */
export interface DatedPair {
  readonly truth: Day;
  readonly best: Day;
  readonly earliest?: Day;
  readonly latest?: Day;
}

/** Scores dates against known days. Throws a RangeError where there are none. */
export function scoreOf(judged: readonly DatedPair[]): Score {
  if (judged.length === 0) throw new RangeError("Cannot score: no post has a known day");
  const errors = judged.map(({ truth, best }) => Math.abs(dayNumber(truth) - dayNumber(best)));
  const within = (days: number): number => errors.filter((error) => error <= days).length / errors.length;
  const intervals = judged.flatMap(({ truth, earliest, latest }) =>
    earliest === undefined || latest === undefined ? [] : [{ truth, earliest, latest }],
  );
  const score = {
    posts: judged.length,
    exact: within(0),
    within1: within(1),
    within3: within(3),
    within7: within(7),
    meanError: mean(errors),
  };
  if (intervals.length < judged.length) return score;
  return {
    ...score,
    covered: mean(intervals.map(({ truth, earliest, latest }) => (earliest <= truth && truth <= latest ? 1 : 0))),
    meanWidth: mean(intervals.map(({ earliest, latest }) => dayNumber(latest) - dayNumber(earliest) + 1)),
  };
}

/** The mean of scores, each with equal weight: no long channel drowns a short one. Throws a RangeError where there are none. */
export function meanOf(scores: readonly Score[]): Score {
  return middleOf(scores, mean);
}

/** The middle channel by each figure on its own: one odd channel does not move it. Throws a RangeError where there are no scores. */
export function medianOf(scores: readonly Score[]): Score {
  return middleOf(scores, median);
}

function middleOf(scores: readonly Score[], middle: (numbers: readonly number[]) => number): Score {
  if (scores.length === 0) throw new RangeError("Cannot average: no scores");
  const of = (value: (score: Score) => number): number => middle(scores.map(value));
  const covered = scores.map((score) => score.covered).filter((value) => value !== undefined);
  const widths = scores.map((score) => score.meanWidth).filter((value) => value !== undefined);
  return {
    posts: scores.reduce((sum, { posts }) => sum + posts, 0),
    exact: of(({ exact }) => exact),
    within1: of(({ within1 }) => within1),
    within3: of(({ within3 }) => within3),
    within7: of(({ within7 }) => within7),
    meanError: of(({ meanError }) => meanError),
    ...(covered.length < scores.length ? {} : { covered: middle(covered), meanWidth: middle(widths) }),
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Of an even number, the mean of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [below = 0, above = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (below + above) / 2;
}
