import type { Boundary } from "../../model/post.ts";
import { cut } from "../../text/graphemes.ts";
import type { Finding, Hints } from "../kinds/dialect.ts";
import type { Unit } from "../lines/tokens.ts";
import { seamsOf } from "./candidates.ts";
import { cueScore, type Seam } from "./features.ts";
import { type Lengths, learnLengths, lengthScore } from "./lengths.ts";
import { type Example, learnLikeness, type Shape, shapesOf } from "./likeness.ts";
import { cueWeights } from "./weights.ts";

/** A run of units that make one post, as indices `[start, end)`. */
export interface UnitRange {
  readonly start: number;
  readonly end: number;
}

/** A judged page: its posts, and the places where the judgement was a close call, the closest first. */
export interface Judged {
  readonly posts: readonly { readonly range: UnitRange; readonly boundary: Boundary }[];
  readonly doubts: readonly Doubt[];
}

/** A place where a post starts or could start, with the probability that it does. */
export interface Doubt {
  readonly previous: Unit;
  readonly next: Unit;
  readonly probability: number;
  readonly isStart: boolean;
}

/** A decision is doubtful where the other one has at least this probability. */
const doubtFrom = 0.15;

/** Log-odds that stand for certainty: the marks of the page, or a person's word. */
export const certain = 50;

/** Rounds in which a page's own shapes are learnt; more would only believe the first pass the more. */
const rounds = 2;

/** How much is believed of what speaks about a boundary; one set for each kind of page. */
export interface Beliefs {
  /** Log-odds of a boundary at any seam, before it is looked at. */
  readonly base: number;
  /** Weight of the cues as a whole, and of each by its name. */
  readonly cues: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Weight of the page's own shapes, and the most they can say for or against a boundary. */
  readonly likeness: number;
  readonly likenessLimit: number;
  /** Weight of the usual length of this page's posts. */
  readonly length: number;
}

/** Where nothing else parts posts, the cues lead and the page's own shapes help. Previews have a model of their own, `judge-preview.ts`. */
export const cueBeliefs: Beliefs = {
  base: 0,
  cues: 1,
  weights: cueWeights,
  likeness: 0.5,
  likenessLimit: 3,
  length: 0.8,
};

/**
 * Parts the units of a page into posts: the best split of the whole page, by the cues at each seam, by how this page's posts
 * begin and end, and by how long they are. Where the page says how many posts it holds, the best split into `count`.
 */
export function judge(units: readonly Unit[], hints: Hints, beliefs: Beliefs = cueBeliefs, count?: number): Judged {
  const seams = seamsOf(units);
  const judged = startScores(units, seams, hints, beliefs);
  // As many places as posts: the page leaves no choice.
  const settled = count !== undefined && judged.filter((score) => score > -certain).length === count;
  const scores = settled ? judged.map((score) => (score > -certain ? certain : score)) : judged;
  const shapes = shapesOf(units);
  let now = scores;
  let { split, price } = countedSplit(units, now, undefined, count);
  for (let round = 0; round < rounds; round += 1) {
    now = adapted(units, scores, seams, shapes, new Set(split), beliefs);
    ({ split, price } = countedSplit(units, now, { ...lengthsOf(units, split), weight: beliefs.length }, count));
  }
  const probability = (index: number): number => 1 / (1 + Math.exp(-(now[index] ?? 0) - price));
  return {
    posts: rangesOf(units, split).map((range) => ({ range, boundary: boundaryAt(range.start) })),
    doubts: doubtsOf(units, probability, new Set(split)),
  };

  function boundaryAt(start: number): Boundary {
    const isCertain = start === 0 || (now[start] ?? 0) >= certain;
    return isCertain ? { kind: "marked" } : { kind: "inferred", probability: roundOff(probability(start)) };
  }
}

/** What other dumps say of a unit, as log-odds of a start: it is added to what the page says, unless the page leaves no doubt. */
export function knownOdds({ known }: Hints, unit: Unit | undefined): number {
  return known?.get(unit?.first ?? 0) ?? 0;
}

/** The close calls among the units of a page, the closest first. */
export function doubtsOf(
  units: readonly Unit[],
  probability: (index: number) => number,
  starts: ReadonlySet<number>,
): readonly Doubt[] {
  const doubts = units.flatMap((next, index): Doubt[] => {
    const previous = units[index - 1];
    const isStart = starts.has(index);
    const chance = probability(index);
    if (previous === undefined || (isStart ? 1 - chance : chance) < doubtFrom) return [];
    return [{ previous, next, probability: roundOff(chance), isStart }];
  });
  return doubts.sort((one, other) => Math.abs(one.probability - 0.5) - Math.abs(other.probability - 0.5));
}

/** A doubt as a finding: both lines, what was decided, and how a person can settle it. */
export function doubtful({ previous, next, probability, isStart }: Doubt): Finding {
  const key = isStart ? "join" : "start";
  const decided = isStart ? "a post was taken to start here" : "no post was taken to start here";
  const lines = `“${cut(previous.text.trim(), 60)}” / “${cut(next.text.trim(), 60)}”`;
  const reason = `${decided} (probability of a start ${probability}): ${lines}; settle it with boundaries: { ${key}: [${next.first}] } in the sidecar`;
  return { rule: "boundary/doubtful", line: next.first, reason };
}

/** A probability as it is told: to the hundredth. */
export function roundOff(probability: number): number {
  return Math.round(probability * 100) / 100;
}

/** How surely a post starts at each unit by the cues alone (log-odds; the first is always a start). */
function startScores(
  units: readonly Unit[],
  seams: readonly (Seam | undefined)[],
  hints: Hints,
  { base, cues, weights }: Beliefs,
): readonly number[] {
  const footless = footlessScores(units);
  return marksScores(units, hints).map((told, index) => {
    const [unit, seam] = [units[index], seams[index]];
    const score = told ?? (seam === undefined ? -certain : base + cues * cueScore(seam, weights));
    return Math.abs(score) >= certain ? score : score + footless(index) + knownOdds(hints, unit);
  });
}

/** What a person and the page's own marks say of each unit (log-odds of a start; the first is one); `undefined` where they say nothing. */
export function marksScores(units: readonly Unit[], hints: Hints): readonly (number | undefined)[] {
  return units.map((next, index) => {
    const previous = units[index - 1];
    if (previous === undefined) return certain;
    if (hints.start.has(next.first)) return 2 * certain;
    if (hints.join.has(next.first)) return -2 * certain;
    return scoreOfMarks(previous, next);
  });
}

/** On a page that prints footers under its posts, a post does not end without one. */
export function footlessScores(units: readonly Unit[]): (index: number) => number {
  const footed = units.some((unit) => unit.kind === "footer");
  return (index) => (footed && units[index - 1]?.kind !== "footer" ? footlessScore : 0);
}

/** What speaks against the end of a post without a footer, on a page that prints footers. */
const footlessScore = -20;

/** A file's caption stands under its size; so does the next post where there is no caption. Nothing on the page tells which. */
const captionScore = -1.5;

/** A link preview is the last of its post; but that its lines are one is a judgement. */
const previewScore = 3.5;

/** What the page's own marks say: they leave no doubt where they stand. */
export function scoreOfMarks(previous: Unit, next: Unit): number | undefined {
  // A post that shows nothing but its footer is a picture without words.
  if (previous.kind === "footer") return certain;
  if (next.kind === "footer" || next.kind === "preview") return -certain;
  if (isInner(next) || previous.mark?.name === "share" || previous.mark?.name === "poll") return -certain;
  if (previous.mark?.name === "size") return next.kind === "text" ? captionScore : certain;
  if (next.kind === "reply") return opensPost(previous) ? -certain : certain;
  if (previous.kind === "reply") return -certain;
  if (next.kind === "reactions") return -certain;
  if (previous.kind === "reactions" || previous.kind === "whole" || next.kind === "whole") return certain;
  if (next.kind === "after") return -certain;
  if (previous.kind === "forwarded" || previous.kind === "via") return -certain;
  if (next.kind === "forwarded" || next.kind === "via") return certain;
  if (previous.kind === "before") return -certain;
  if (next.kind === "before" || previous.kind === "after") return certain;
  if (previous.kind === "preview") return next.kind === "text" ? previewScore : certain;
  return undefined;
}

/** Lines of a poll or a file that stand inside a post. */
function isInner({ mark }: Unit): boolean {
  return mark?.name === "poll" || mark?.name === "share" || mark?.name === "voters" || mark?.name === "size";
}

/** Marks that open a post and have its text behind them. */
function opensPost({ kind }: Unit): boolean {
  return kind === "forwarded" || kind === "via" || kind === "before";
}

/** The cues' scores, and what the split found so far teaches about this page's first and last lines. */
function adapted(
  units: readonly Unit[],
  scores: readonly number[],
  seams: readonly (Seam | undefined)[],
  shapes: ReadonlyMap<number, Shape>,
  starts: ReadonlySet<number>,
  beliefs: Beliefs,
): readonly number[] {
  const examples = new Map<number, Example>();
  let opened = false;
  for (const [index, unit] of units.entries()) {
    opened ||= starts.has(index);
    if (unit.kind !== "text") continue;
    const shape = shapes.get(index);
    if (shape !== undefined) examples.set(index, { shape, isBoundary: opened });
    opened = false;
  }
  const likeness = learnLikeness([...examples.values()]);
  const { likenessLimit: limit, likeness: weight } = beliefs;
  return scores.map((score, index) => {
    const example = examples.get(index);
    if (example === undefined || seams[index] === undefined || Math.abs(score) >= certain) return score;
    return score + weight * Math.max(-limit, Math.min(limit, likeness(example)));
  });
}

/** Characters of text between two starts, for every post of a split. */
function lengthsOf(units: readonly Unit[], split: readonly number[]): Lengths {
  const sums = charactersBefore(units);
  return learnLengths(split.map((start, place) => (sums[split[place + 1] ?? units.length] ?? 0) - (sums[start] ?? 0)));
}

function charactersBefore(units: readonly Unit[]): Float64Array {
  const sums = new Float64Array(units.length + 1);
  for (const [index, unit] of units.entries()) {
    sums[index + 1] = (sums[index] ?? 0) + (unit.kind === "text" ? unit.text.length : 0);
  }
  return sums;
}

type WeighedLengths = Lengths & { readonly weight: number };

/**
 * The best split into `count` posts: what every start gains or loses beside its score is raised or lowered until the best
 * split has that many. Where no such price gives the exact number, the nearest.
 */
function countedSplit(
  units: readonly Unit[],
  scores: readonly number[],
  lengths: WeighedLengths | undefined,
  count: number | undefined,
): { readonly split: readonly number[]; readonly price: number } {
  let split = bestSplit(units, scores, lengths);
  let paid = 0;
  let low = -certain / 2;
  let high = certain / 2;
  for (let step = 0; count !== undefined && split.length !== count && step < pricesTried; step += 1) {
    const price = (low + high) / 2;
    const priced = scores.map((score) => (Math.abs(score) >= certain ? score : score + price));
    const next = bestSplit(units, priced, lengths);
    if (Math.abs(next.length - count) <= Math.abs(split.length - count)) {
      split = next;
      paid = price;
    }
    if (next.length < count) low = price;
    else high = price;
  }
  return { split, price: paid };
}

const pricesTried = 24;

/** How many seams one post may hold, so that time grows with the length of the page and no faster. */
const mostSeams = 400;

/** The starts of the best split: of all ways to choose starts, the one with the highest sum of scores and lengths. */
function bestSplit(
  units: readonly Unit[],
  scores: readonly number[],
  lengths: WeighedLengths | undefined,
): readonly number[] {
  if (units.length === 0) return [];
  const places = scores.flatMap((score, index) => (index === 0 || score > -certain ? [index] : []));
  if (lengths === undefined) return places.filter((index) => index === 0 || (scores[index] ?? 0) > 0);
  const sums = charactersBefore(units);
  const edges = [...places, units.length];
  const best = new Float64Array(edges.length).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(edges.length);
  best[0] = 0;
  for (let edge = 1; edge < edges.length; edge += 1) {
    const gain = edge === edges.length - 1 ? 0 : (scores[edges[edge] ?? 0] ?? 0);
    for (let before = edge - 1; before >= Math.max(0, edge - mostSeams); before -= 1) {
      const characters = (sums[edges[edge] ?? 0] ?? 0) - (sums[edges[before] ?? 0] ?? 0);
      const score = (best[before] ?? 0) + gain + lengths.weight * lengthScore(characters, lengths);
      if (score > (best[edge] ?? 0)) {
        best[edge] = score;
        from[edge] = before;
      }
      // No post reaches over a start that is certain.
      if ((scores[edges[before] ?? 0] ?? 0) >= certain) break;
    }
  }
  const starts: number[] = [];
  for (let edge = edges.length - 1; edge > 0; ) {
    edge = from[edge] ?? 0;
    starts.unshift(edges[edge] ?? 0);
  }
  return starts;
}

/** The ranges that starts part the units into. */
export function rangesOf(units: readonly Unit[], starts: readonly number[]): readonly UnitRange[] {
  return starts.map((start, place) => ({ start, end: starts[place + 1] ?? units.length }));
}
