import type { Hints } from "../kinds/dialect.ts";
import type { Token } from "../lines/tokens.ts";
import { classGrains, traitsOf } from "./line-traits.ts";
import { PageMemory } from "./page-memory.ts";

/** What a place between two tokens looks like, a number a sign: two places that have the number of a sign in common are alike in it. Empty for a place that nothing is known of. */
export type PlaceSigns = Int32Array;

/**
 * How much two places teach about each other by each thing that they can have in common: the lines below and above by their classes, from the finest
 * grain to the coarsest, both together, what stands further off. The rest is shared by all places of a page. Sums to 1.
 */
const signWeights: readonly number[] = [
  ...[0.02, 0.06, 0.08, 0.14, 0.08],
  ...[0.02, 0.06, 0.08, 0.1, 0.04],
  ...[0.12, 0.08, 0.05, 0.04],
];
const common = 1 - signWeights.reduce((sum, weight) => sum + weight, 0);

/** The variance of the log-odds that answers can add to those of the model, as it is assumed before there are answers. */
export const assumedVariance = 6;

/** How answers may have come about. What is learnt by each view counts by how well it foresees them, and by `weight` before there are any. */
interface View {
  /** How far from the model the page may lie, as such a variance. */
  readonly variance: number;
  /**
   * The variance of the log-odds by which a person may have listed, unasked, starts rather than joins, and places that were read wrongly rather than
   * rightly. It explains answers that say nothing of the rest of the page, and holds at their own places alone.
   */
  readonly choice: number;
  readonly weight: number;
}

/** Whoever lists lines unasked corrects what is wrong, and would have to list what is right as well for the page to be learnt from; held-out pages show it. */
const unaskedWeight = 20;
const asIfAsked: readonly View[] = [assumedVariance, 1, 24, 60].map((variance) => ({
  variance,
  choice: 0,
  weight: 1 / 4,
}));
const asChosen: readonly View[] = [0.3, 1, 3].map((variance) => ({ variance, choice: 16, weight: unaskedWeight / 3 }));

/** Shares of the variance by which the page as a whole may have more or fewer starts than the model finds, and its odds be too sure or too weak. */
const levelShare = 0.05;
const slopeShare = 0.03;
/** Odds beyond these are sure, and tell no more of how far odds can be relied on. */
const sureOdds = 4;

/** The most answers that are learnt from at once; of more, those that the model foresaw least. */
const mostAnswers = 80;

/** The signs of the places of a page, by token; none of those that marks alone stand around. */
export function signsOf(tokens: readonly Token[]): ReadonlyMap<number, PlaceSigns> {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const classes = new Map<number, readonly string[]>();
  const classesAt = (at: number): readonly string[] => {
    const token = tokens[at];
    if (token === undefined) return Array<string>(classGrains).fill("none");
    const known =
      classes.get(at) ??
      (token.kind === "text" ? traitsOf(token).classes : Array<string>(classGrains).fill(token.kind));
    classes.set(at, known);
    return known;
  };
  const found = new Map<number, PlaceSigns>();
  for (const place of tokens.keys()) {
    if (place === 0 || (tokens[place]?.kind !== "text" && tokens[place - 1]?.kind !== "text")) continue;
    const [above, below] = [classesAt(place - 1), classesAt(place)];
    const gap = (at: number): string => `${tokens[at]?.kind}${Math.min(2, tokens[at]?.gap ?? 0)}`;
    const signs = [
      ...below.map((name, grain) => `below ${grain} ${name}`),
      ...above.map((name, grain) => `above ${grain} ${name}`),
      `both ${above[3]} ${below[3]}`,
      `both ${above[4]} ${below[4]}`,
      `gaps ${gap(place - 1)} ${gap(place)} ${gap(place + 1)}`,
      `further ${classesAt(place + 1)[4]} ${gap(place + 1)}`,
    ];
    found.set(place, Int32Array.from(signs, numberOf));
  }
  return found;
}

/** How much what is learnt at one place holds at another, from 0 to 1: the correlation of their log-odds. */
export function correlation(one: PlaceSigns, other: PlaceSigns): number {
  let sum = common;
  for (let at = 0; at < Math.min(one.length, other.length); at += 1)
    if (one[at] === other[at]) sum += signWeights[at] ?? 0;
  return sum;
}

/**
 * What a person's answers teach about the other places of the page: log-odds to be added to those of the model. The answers are taken for examples
 * of what this page has and the model did not know; how far one reaches is how alike two places look. A logistic Gaussian process with the model's
 * log-odds for its mean, at its mode (Rasmussen and Williams 2006, algorithm 3.1), and the mean over several views by their evidence, so that no
 * answer turns over what the others taught.
 */
export function taught(
  tokens: readonly Token[],
  odds: ReadonlyMap<number, number>,
  hints: Hints,
): (place: number) => number {
  const isStart = (place: number): boolean => hints.start.has(tokens[place]?.first ?? 0);
  const foreseen = (place: number): number => (isStart(place) ? 1 : -1) * (odds.get(place) ?? 0);
  const answered = [...tokens.keys()]
    .filter((place) => place > 0 && isAnswered(tokens[place], hints))
    .sort((one, other) => foreseen(one) - foreseen(other))
    .slice(0, mostAnswers);
  if (answered.length === 0) return () => 0;
  const signs = (hints.memory ?? new PageMemory()).of(signsOf, tokens);
  const at = (place: number): PlaceSigns => signs.get(place) ?? none;
  const sure = (place: number): number => Math.max(-sureOdds, Math.min(sureOdds, odds.get(place) ?? 0));
  const shared = (one: number, other: number): number =>
    correlation(at(one), at(other)) + levelShare + slopeShare * sure(one) * sure(other);
  const matrix = answered.map((one) => answered.map((other) => shared(one, other)));
  const means = answered.map((place) => odds.get(place) ?? 0);
  const wanted = answered.map((place) => Number(isStart(place)));
  // By how much a person's choice favours an answer: starts all alike, and whatever the page was read as the other way.
  const unasked = answered.map((place) => Number(hints.asked?.has(tokens[place]?.first ?? 0) !== true));
  const read = answered.map((place, at) => (unasked[at] ?? 0) * Math.tanh((odds.get(place) ?? 0) / 2));
  const views = unasked.includes(1) ? [...asIfAsked, ...asChosen] : asIfAsked;
  const modes = views.map(({ variance, choice, weight }) => {
    const together = (value: number, one: number, other: number): number =>
      variance * value + choice * ((unasked[one] ?? 0) * (unasked[other] ?? 0) + (read[one] ?? 0) * (read[other] ?? 0));
    const { pull, evidence } = modeOf(
      matrix.map((row, one) => row.map((value, other) => together(value, one, other))),
      means,
      wanted,
    );
    return { pull: pull.map((value) => value * variance), evidence: evidence + Math.log(weight) };
  });
  const most = Math.max(...modes.map(({ evidence }) => evidence));
  const weights = modes.map(({ evidence }) => Math.exp(evidence - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pulls = answered.map((_, index) =>
    modes.reduce((sum, { pull }, at) => sum + ((weights[at] ?? 0) / all) * (pull[index] ?? 0), 0),
  );
  return (place) =>
    signs.has(place) ? answered.reduce((sum, other, index) => sum + (pulls[index] ?? 0) * shared(place, other), 0) : 0;
}

const none: PlaceSigns = new Int32Array(0);

function isAnswered(token: Token | undefined, { start, join, inferred }: Hints): boolean {
  return (
    token !== undefined && (start.has(token.first) || join.has(token.first)) && inferred?.has(token.first) !== true
  );
}

/** What an answer pulls by, each by each, and how well the whole foresees the answers (the log of its evidence, by Laplace's approximation). */
interface Mode {
  readonly pull: readonly number[];
  readonly evidence: number;
}

/** The gradient of the log likelihood at the mode. Newton's method; each step solves by Cholesky. */
function modeOf(matrix: readonly (readonly number[])[], means: readonly number[], wanted: readonly number[]): Mode {
  const size = means.length;
  let evidence = 0;
  let found: readonly number[] = means.map(() => 0);
  for (let step = 0; step < 30; step += 1) {
    const chances = found.map((value, at) => 1 / (1 + Math.exp(-value - (means[at] ?? 0))));
    const width = chances.map((chance) => Math.sqrt(Math.max(1e-9, chance * (1 - chance))));
    const slope = chances.map((chance, at) => (wanted[at] ?? 0) - chance);
    const target = found.map((value, at) => (width[at] ?? 0) ** 2 * value + (slope[at] ?? 0));
    // (I + √W K √W) x = √W K target; pull = target − √W x.
    const rows = matrix.map((row, one) =>
      row.map((value, other) => value * (width[one] ?? 0) * (width[other] ?? 0) + Number(one === other)),
    );
    const right = matrix.map((row, one) => (width[one] ?? 0) * product(row, target));
    const { values: solved, logDeterminant } = solve(rows, right, size);
    evidence = -logDeterminant / 2;
    const pull = target.map((value, at) => value - (width[at] ?? 0) * (solved[at] ?? 0));
    const next = matrix.map((row) => product(row, pull));
    const moved = next.reduce((most, value, at) => Math.max(most, Math.abs(value - (found[at] ?? 0))), 0);
    found = next;
    if (moved < 1e-3) break;
  }
  const pull = found.map((value, at) => (wanted[at] ?? 0) - 1 / (1 + Math.exp(-value - (means[at] ?? 0))));
  for (const [at, value] of found.entries()) {
    const foreseen = ((wanted[at] ?? 0) * 2 - 1) * (value + (means[at] ?? 0));
    evidence -= Math.log1p(Math.exp(-foreseen)) + ((pull[at] ?? 0) * value) / 2;
  }
  return { pull, evidence };
}

function product(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Solves a system with a symmetric, positive definite matrix, and tells the logarithm of its determinant. */
function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
  size: number,
): { readonly values: readonly number[]; readonly logDeterminant: number } {
  const low = new Float64Array(size * size);
  const values = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]?.[column] ?? 0;
      for (let at = 0; at < column; at += 1) sum -= (low[row * size + at] ?? 0) * (low[column * size + at] ?? 0);
      low[row * size + column] =
        row === column ? Math.sqrt(Math.max(1e-12, sum)) : sum / (low[column * size + column] ?? 1);
    }
    let sum = values[row] ?? 0;
    for (let at = 0; at < row; at += 1) sum -= (low[row * size + at] ?? 0) * (values[at] ?? 0);
    values[row] = sum / (low[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = values[row] ?? 0;
    for (let at = row + 1; at < size; at += 1) sum -= (low[at * size + row] ?? 0) * (values[at] ?? 0);
    values[row] = sum / (low[row * size + row] ?? 1);
  }
  let logDeterminant = 0;
  for (let row = 0; row < size; row += 1) logDeterminant += 2 * Math.log(low[row * size + row] ?? 1);
  return { values: [...values], logDeterminant };
}
