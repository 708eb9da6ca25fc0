import type { Hints } from "../kinds/dialect.ts";
import type { Token } from "../lines/tokens.ts";
import { type DoubledPost, doubledCandidates } from "./doubled-candidates.ts";

/** The posts of a doubled preview, and for each token the probability that a post starts there, over all ways to part it. */
export interface DoubledPage {
  readonly posts: readonly DoubledPost[];
  readonly probabilities: Float64Array;
}

/**
 * Parts the tokens of a doubled preview into posts: the cheapest way, over the whole dump, to explain every token as part of a post. Every token
 * lies in exactly one post.
 */
export function doubledPosts(tokens: readonly Token[], hints: Hints): DoubledPage {
  const candidates = doubledCandidates(tokens, hints);
  let shares = firstShares;
  let posts = cheapest(candidates, tokens, shares);
  for (let round = 0; round < rounds; round += 1) {
    shares = sharesOf(posts, tokens);
    posts = cheapest(candidates, tokens, shares);
  }
  return { posts, probabilities: startProbabilities(candidates, tokens, shares) };
}

/** What a dump shows about its own posts: shares of posts, learnt in one pass and used in the next. */
interface PageShares {
  /** Of the posts with text, those with one line of it. */
  readonly oneLine: number;
  /** Of all posts, those that close with reactions. */
  readonly reactions: number;
  /** Of the posts with text, those whose first line starts with an emoji. */
  readonly emojiFirst: number;
  /** Of the lines that start with an emoji, those that open a post, by emoji. */
  readonly openers: ReadonlyMap<string, number>;
}

const firstShares: PageShares = { oneLine: 0.3, reactions: 0.5, emojiFirst: 0.5, openers: new Map() };

/** Rounds of learning; the shares settle at once. */
const rounds = 2;

const rateFloor = 0.01;

function sharesOf(posts: readonly DoubledPost[], tokens: readonly Token[]): PageShares {
  const withText = posts.filter((post) => post.text.length > 0);
  const count = (test: (post: DoubledPost) => boolean) => rate(withText.filter(test).length, withText.length);
  return {
    oneLine: count((post) => post.text.length === 1),
    reactions: rate(posts.filter((post) => isReacted(post, tokens)).length, posts.length),
    emojiFirst: count((post) => isEmojiFirst(post, tokens)),
    openers: openersOf(withText, tokens),
  };
}

function openersOf(posts: readonly DoubledPost[], tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { first: number; all: number }>();
  for (const post of posts) {
    for (const [place, index] of post.text.entries()) {
      const emoji = emojiAt(index, tokens);
      if (emoji === undefined) continue;
      const count = counts.get(emoji) ?? { first: 0, all: 0 };
      counts.set(emoji, { first: count.first + (place === 0 ? 1 : 0), all: count.all + 1 });
    }
  }
  return new Map([...counts].map(([emoji, { first, all }]) => [emoji, rate(first, all)]));
}

function emojiAt(index: number, tokens: readonly Token[]): string | undefined {
  const token = tokens[index];
  return token?.emoji;
}

/** What the page's shares make of a post: a cost that is the same for every post of its kind, worked out once. */
type ShareCost = (post: DoubledPost) => number;

/** What posts cost in the light of the page's shares, as negative log-likelihood. */
function shareCosts(shares: PageShares, tokens: readonly Token[]): ShareCost {
  const reacted = surprises(shares.reactions);
  const oneLine = surprises(shares.oneLine);
  const emojiFirst = surprises(shares.emojiFirst);
  return (post) => {
    const reactions = reacted(isReacted(post, tokens));
    if (post.text.length === 0) return reactions;
    // A line that starts as posts start here, and has no copy, may be the first line of a post.
    const openers = post.dropped.reduce(
      (sum, index) => sum + surprise(false, shares.openers.get(emojiAt(index, tokens) ?? "") ?? 0),
      0,
    );
    return reactions + oneLine(post.text.length === 1) + emojiFirst(isEmojiFirst(post, tokens)) + openers;
  };
}

function surprises(share: number): (holds: boolean) => number {
  const [no, yes] = [surprise(false, share), surprise(true, share)];
  return (holds) => (holds ? yes : no);
}

function surprise(holds: boolean, share: number): number {
  return -Math.log(holds ? share : 1 - share);
}

function isReacted(post: DoubledPost, tokens: readonly Token[]): boolean {
  const last = tokens[post.end - 1]?.kind === "footer" ? post.end - 2 : post.end - 1;
  return last >= post.start && tokens[last]?.kind === "reactions";
}

function isEmojiFirst(post: DoubledPost, tokens: readonly Token[]): boolean {
  const first = tokens[post.text[0] ?? -1];
  return first !== undefined && first.emoji !== undefined;
}

/** A share between 0 and 1 that never reaches either (Krichevsky–Trofimov estimate, floored). */
function rate(count: number, total: number): number {
  return Math.min(1 - rateFloor, Math.max(rateFloor, (count + 0.5) / (total + 1)));
}

/** The cheapest chain of candidates from the first token to the last. */
function cheapest(
  candidates: readonly (readonly DoubledPost[])[],
  tokens: readonly Token[],
  shares: PageShares,
): readonly DoubledPost[] {
  const best = new Float64Array(tokens.length + 1);
  const shareCost = shareCosts(shares, tokens);
  const chosen = new Array<DoubledPost>(tokens.length);
  for (let start = tokens.length - 1; start >= 0; start -= 1) {
    best[start] = Number.POSITIVE_INFINITY;
    for (const post of candidates[start] ?? []) {
      const total = post.cost + shareCost(post) + (best[post.end] ?? 0);
      if (total < (best[start] ?? 0)) {
        best[start] = total;
        chosen[start] = post;
      }
    }
  }
  const posts: DoubledPost[] = [];
  for (let at = 0; at < tokens.length; ) {
    const post = chosen[at];
    if (post === undefined) throw new RangeError(`no post explains token ${at}`);
    posts.push(post);
    at = post.end;
  }
  return posts;
}

/** For each token the probability that a post starts there: forward–backward over all chains of candidates. */
function startProbabilities(
  candidates: readonly (readonly DoubledPost[])[],
  tokens: readonly Token[],
  shares: PageShares,
): Float64Array {
  const size = tokens.length;
  const shareCost = shareCosts(shares, tokens);
  const costs = candidates.map((own) => own.map((post) => post.cost + shareCost(post)));
  const forward = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  backward[size] = 0;
  for (let start = 0; start < size; start += 1) {
    for (const [at, post] of (candidates[start] ?? []).entries()) {
      forward[post.end] = logSum(forward[post.end] ?? 0, (forward[start] ?? 0) - (costs[start]?.[at] ?? 0));
    }
  }
  for (let start = size - 1; start >= 0; start -= 1) {
    for (const [at, post] of (candidates[start] ?? []).entries()) {
      backward[start] = logSum(backward[start] ?? 0, (backward[post.end] ?? 0) - (costs[start]?.[at] ?? 0));
    }
  }
  return forward.map((value, at) => Math.exp(value + (backward[at] ?? 0) - (forward[size] ?? 0)));
}

/** log(eᵃ + eᵇ), without leaving the range of numbers. */
function logSum(one: number, other: number): number {
  const most = Math.max(one, other);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(one, other) - most));
}
