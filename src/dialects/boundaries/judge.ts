import type { Boundary } from "../../model/post.ts";
import { cut } from "../../text/graphemes.ts";
import type { Finding, Hints } from "../kinds/dialect.ts";
import type { Token } from "../lines/tokens.ts";
import { candidatesOf } from "./candidates.ts";
import { type BoundaryCandidate, featureScore } from "./features.ts";
import { type Lengths, learnLengths, lengthScore } from "./lengths.ts";
import { learnLikeness, type MarkedPart, type Shape, shapesOf } from "./likeness.ts";
import { taught } from "./teaching.ts";

/** A run of tokens that make one post, as indices `[start, end)`. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** A judged page: its posts, and the places where the judgement was a close call, the closest first. */
export interface Judged {
  readonly posts: readonly { readonly range: TokenRange; readonly boundary: Boundary }[];
  readonly doubts: readonly Doubt[];
  /** By token, how likely a post starts there: 1 and 0 where the page or a person leaves no doubt. */
  readonly chances: ArrayLike<number>;
}

/** A place where a post starts or could start, with the probability that it does. */
export interface Doubt {
  readonly previous: Token;
  readonly next: Token;
  readonly probability: number;
  readonly isStart: boolean;
}

/** A decision is doubtful where the other one has at least this probability. */
const doubtFrom = 0.15;

/** Whether a chance leaves a decision doubtful, whichever it is. */
export function isOpen(chance: number): boolean {
  return Math.min(chance, 1 - chance) >= doubtFrom;
}

/** Log-odds that stand for certainty: the marks of the page, or a person's word. */
export const certain = 50;

/** Rounds in which a page's own shapes are learnt; more would only believe the first pass the more. */
const rounds = 2;

/** How much is believed of what speaks about a boundary; one set for each kind of page. */
export interface ModelParameters {
  /** Log-odds of a boundary at any candidate, before it is looked at. */
  readonly base: number;
  /** Weight of the features as a whole, and of each by its name. */
  readonly features: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Weight of the page's own shapes, and the most they can say for or against a boundary. */
  readonly likeness: number;
  readonly likenessLimit: number;
  /** Weight of the usual length of this page's posts. */
  readonly length: number;
}

/**
 * Parts the tokens of a page into posts: the best split of the whole page, by the features at each candidate, by how this page's posts
 * begin and end, and by how long they are. Where the page says how many posts it holds, the best split into `count`.
 */
export function judge(tokens: readonly Token[], hints: Hints, parameters: ModelParameters, count?: number): Judged {
  const candidates = candidatesOf(tokens);
  const judged = startScores(tokens, candidates, hints, parameters);
  // As many places as posts: the page leaves no choice.
  const settled = count !== undefined && judged.filter((score) => score > -certain).length === count;
  const scores = settled ? judged.map((score) => (score > -certain ? certain : score)) : judged;
  const shapes = shapesOf(tokens);
  let now = scores;
  let { split, price } = countedSplit(tokens, now, undefined, count);
  for (let round = 0; round < rounds; round += 1) {
    now = adapted(tokens, scores, candidates, shapes, new Set(split), parameters);
    ({ split, price } = countedSplit(tokens, now, { ...lengthsOf(tokens, split), weight: parameters.length }, count));
  }
  const starts = new Set(split);
  // What is told of a place fits what was decided there, where the lengths of posts or their number outweighed its own lines.
  const probability = (index: number): number => {
    const own = 1 / (1 + Math.exp(-(now[index] ?? 0) - price));
    return starts.has(index) ? Math.max(own, 0.5) : Math.min(own, 0.5);
  };
  return {
    posts: rangesOf(tokens, split).map((range) => ({ range, boundary: boundaryAt(range.start) })),
    doubts: doubtsOf(tokens, probability, starts),
    chances: Float64Array.from(tokens, (_, index) => probability(index)),
  };

  function boundaryAt(start: number): Boundary {
    const isCertain = start === 0 || (now[start] ?? 0) >= certain;
    return isCertain ? { kind: "marked" } : { kind: "inferred", probability: roundOff(probability(start)) };
  }
}

/** What other dumps say of a token, as log-odds of a start: it is added to what the page says, unless the page leaves no doubt. */
export function knownOdds({ known }: Hints, token: Token | undefined): number {
  return known?.get(token?.first ?? 0) ?? 0;
}

/** The doubtful decisions among the tokens of a page, those likeliest to be wrong first. */
export function doubtsOf(
  tokens: readonly Token[],
  probability: (index: number) => number,
  starts: ReadonlySet<number>,
): readonly Doubt[] {
  const doubts = tokens.flatMap((next, index): Doubt[] => {
    const previous = tokens[index - 1];
    const isStart = starts.has(index);
    const chance = probability(index);
    if (previous === undefined || (isStart ? 1 - chance : chance) < doubtFrom) return [];
    return [{ previous, next, probability: roundOff(chance), isStart }];
  });
  return doubts.sort((one, other) => wrongChance(other) - wrongChance(one));
}

function wrongChance({ isStart, probability }: Doubt): number {
  return isStart ? 1 - probability : probability;
}

/** A doubt as a finding: both lines, what was decided, and how a person can settle it. */
export function doubtful({ previous, next, probability, isStart }: Doubt): Finding {
  const key = isStart ? "join" : "start";
  const decided = isStart ? "read as the start of a post" : "not read as the start of a post";
  const lines = `“${cut(previous.text.trim(), 60)}” / “${cut(next.text.trim(), 60)}”`;
  const reason = `${decided} (probability ${probability}): ${lines}; correct it with boundaries: { ${key}: [${next.first}] } in the sidecar`;
  return { rule: "boundary/doubtful", line: next.first, reason };
}

/** A probability as it is told: to the hundredth. */
export function roundOff(probability: number): number {
  return Math.round(probability * 100) / 100;
}

/** How surely a post starts at each token by the features alone (log-odds; the first is always a start). */
function startScores(
  tokens: readonly Token[],
  candidates: readonly (BoundaryCandidate | undefined)[],
  hints: Hints,
  { base, features, weights }: ModelParameters,
): readonly number[] {
  const footless = footlessScores(tokens);
  const own = new Map(
    candidates.flatMap((candidate, place) =>
      candidate === undefined ? [] : [[place, base + features * featureScore(candidate, weights)] as const],
    ),
  );
  const learnt = taught(tokens, own, hints);
  return marksScores(tokens, hints).map((told, index) => {
    const score = told ?? own.get(index) ?? -certain;
    return Math.abs(score) >= certain
      ? score
      : score + footless(index) + knownOdds(hints, tokens[index]) + learnt(index);
  });
}

/** What a person and the page's own marks say of each token (log-odds of a start; the first is one); `undefined` where they say nothing. */
export function marksScores(tokens: readonly Token[], hints: Hints): readonly (number | undefined)[] {
  return tokens.map((next, index) => {
    const previous = tokens[index - 1];
    if (previous === undefined) return certain;
    if (hints.start.has(next.first)) return 2 * certain;
    if (hints.join.has(next.first)) return -2 * certain;
    return scoreOfMarks(previous, next) ?? scoreOfPoll(tokens, index);
  });
}

/** The line above a poll's kind is its question, which most often is one line and opens its post; log-odds, set by hand, since no annotated page has a poll. */
const questionScore = 2.5;

/** What a poll says of a token: nothing of its post but reactions stands under the number of its voters, and few posts have a line above the question. */
function scoreOfPoll(tokens: readonly Token[], index: number): number | undefined {
  const markAt = (place: number): string | undefined => tokens[place]?.mark?.name;
  if (markAt(index - 1) === "voters" && markAt(index - 3) === "share") return certain;
  const isQuestion = markAt(index + 1) === "poll" && markAt(index + 2) === "share" && tokens[index]?.kind === "text";
  return isQuestion ? questionScore : undefined;
}

/** On a page that prints footers under its posts, a post does not end without one. */
export function footlessScores(tokens: readonly Token[]): (index: number) => number {
  const footed = tokens.some((token) => token.kind === "footer");
  return (index) => (footed && tokens[index - 1]?.kind !== "footer" ? footlessScore : 0);
}

/** What speaks against the end of a post without a footer, on a page that prints footers. */
const footlessScore = -20;

/** A file's caption stands under its size; so does the next post where there is no caption. Nothing on the page tells which. */
const captionScore = -1.5;

/** A link preview is the last of its post; but that its lines are one is a judgement. */
const previewScore = 3.5;

/** What the page's own marks say: they leave no doubt where they stand. */
export function scoreOfMarks(previous: Token, next: Token): number | undefined {
  // A post that shows nothing but its footer is a picture without words.
  if (previous.kind === "footer") return certain;
  if (next.kind === "owner" || previous.kind === "owner") return next.kind === "owner" ? certain : -certain;
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
function isInner({ mark }: Token): boolean {
  return mark?.name === "poll" || mark?.name === "share" || mark?.name === "voters" || mark?.name === "size";
}

/** Marks that open a post and have its text behind them. */
function opensPost({ kind }: Token): boolean {
  return kind === "forwarded" || kind === "via" || kind === "before";
}

/** The features' scores, and what the split found so far teaches about this page's first and last lines. */
function adapted(
  tokens: readonly Token[],
  scores: readonly number[],
  candidates: readonly (BoundaryCandidate | undefined)[],
  shapes: ReadonlyMap<number, Shape>,
  starts: ReadonlySet<number>,
  parameters: ModelParameters,
): readonly number[] {
  const examples = new Map<number, MarkedPart>();
  let opened = false;
  for (const [index, token] of tokens.entries()) {
    opened ||= starts.has(index);
    if (token.kind !== "text") continue;
    const shape = shapes.get(index);
    if (shape !== undefined) examples.set(index, { shape, isBoundary: opened });
    opened = false;
  }
  const likeness = learnLikeness([...examples.values()]);
  const { likenessLimit: limit, likeness: weight } = parameters;
  return scores.map((score, index) => {
    const example = examples.get(index);
    if (example === undefined || candidates[index] === undefined || Math.abs(score) >= certain) return score;
    return score + weight * Math.max(-limit, Math.min(limit, likeness(example)));
  });
}

/** Characters of text between two starts, for every post of a split. */
function lengthsOf(tokens: readonly Token[], split: readonly number[]): Lengths {
  const sums = charactersBefore(tokens);
  return learnLengths(split.map((start, place) => (sums[split[place + 1] ?? tokens.length] ?? 0) - (sums[start] ?? 0)));
}

function charactersBefore(tokens: readonly Token[]): Float64Array {
  const sums = new Float64Array(tokens.length + 1);
  for (const [index, token] of tokens.entries()) {
    sums[index + 1] = (sums[index] ?? 0) + (token.kind === "text" ? token.text.length : 0);
  }
  return sums;
}

type WeighedLengths = Lengths & { readonly weight: number };

/**
 * The best split into `count` posts: what every start gains or loses beside its score is raised or lowered until the best
 * split has that many. Where no such price gives the exact number, the nearest.
 */
function countedSplit(
  tokens: readonly Token[],
  scores: readonly number[],
  lengths: WeighedLengths | undefined,
  count: number | undefined,
): { readonly split: readonly number[]; readonly price: number } {
  let split = bestSplit(tokens, scores, lengths);
  let paid = 0;
  let low = -certain / 2;
  let high = certain / 2;
  for (let step = 0; count !== undefined && split.length !== count && step < pricesTried; step += 1) {
    const price = (low + high) / 2;
    const priced = scores.map((score) => (Math.abs(score) >= certain ? score : score + price));
    const next = bestSplit(tokens, priced, lengths);
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

/** How many candidates one post may hold, so that time grows with the length of the page and no faster. */
const mostCandidates = 400;

/** The starts of the best split: of all ways to choose starts, the one with the highest sum of scores and lengths. */
function bestSplit(
  tokens: readonly Token[],
  scores: readonly number[],
  lengths: WeighedLengths | undefined,
): readonly number[] {
  if (tokens.length === 0) return [];
  const places = scores.flatMap((score, index) => (index === 0 || score > -certain ? [index] : []));
  if (lengths === undefined) return places.filter((index) => index === 0 || (scores[index] ?? 0) > 0);
  const sums = charactersBefore(tokens);
  const edges = [...places, tokens.length];
  const best = new Float64Array(edges.length).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(edges.length);
  best[0] = 0;
  for (let edge = 1; edge < edges.length; edge += 1) {
    const gain = edge === edges.length - 1 ? 0 : (scores[edges[edge] ?? 0] ?? 0);
    for (let before = edge - 1; before >= Math.max(0, edge - mostCandidates); before -= 1) {
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

/** The ranges that starts part the tokens into. */
export function rangesOf(tokens: readonly Token[], starts: readonly number[]): readonly TokenRange[] {
  return starts.map((start, place) => ({ start, end: starts[place + 1] ?? tokens.length }));
}
