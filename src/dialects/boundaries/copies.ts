import TinyQueue from "tinyqueue";
import type { Token } from "../lines/tokens.ts";

/**
 * Two copies of one text, aligned: which lines of the first stand again in the second, which only one of them has.
 * Indices point into the tokens.
 */
export interface Alignment {
  /** The united text in reading order. */
  readonly union: readonly number[];
  /** Tokens of the second copy that repeat one of the first. */
  readonly repeats: readonly number[];
  /** Tokens of the first copy that the second lacks. */
  readonly dropped: readonly number[];
  /** First token behind the second copy. */
  readonly end: number;
  /** Negative log-likelihood, see `copyCosts`. */
  readonly cost: number;
}

/**
 * What an unequal line costs, as negative log-likelihood. The two copies differ in a lawful way only: the second lacks
 * lines that start with a custom emoji (and then the post ends in `Please open Telegram…`), the first lacks block quotes.
 */
export const copyCosts = {
  /** A run of lines that start with an emoji, missing in the second copy of a post with custom emoji. */
  emojiRunDropped: 0.1,
  emojiLineDropped: 0.02,
  /** Such a line missing in the second copy of a post that shows no custom emoji. */
  emojiDroppedUnannounced: 7,
  /** Any other line missing in the second copy. */
  lineDropped: 9,
  /** The dump ends inside the second copy. */
  cutOff: 3,
  /** A run of lines that only the second copy has: a block quote. */
  quoteOpened: 5,
  quoteLine: 1.5,
  /** A quote behind the last line of the first copy; it could as well be posts of one line. */
  quoteAtEnd: 4,
  /** The same behind a line that ends in a colon, which announces a quote. */
  announcedQuoteOpened: 1,
  announcedQuoteAtEnd: 0,
} as const;

/** No alignment dearer than this is looked at: read as posts of one line, the same text costs less. */
export const dearest = 40;

/** Nor one that is this much dearer than the cheapest. */
const spread = 24;

/** Steps one search may take; keeps hostile text from costing more than lines × a constant. */
const stepLimit = 1_500;

interface State {
  /** Lines of the first copy used up. */
  readonly one: number;
  /** Lines of the second copy used up. */
  readonly two: number;
  readonly cost: number;
  readonly step: "start" | "same" | "dropped" | "quote";
  readonly from?: State;
}

/**
 * All ways in which the tokens from `second` on are a second copy of the tokens `[first, second)`, one (the cheapest) for
 * each end. `limit` is the first token that is no text; `announced` tells that the post ends in `Please open Telegram…`,
 * and then only an end at `limit` counts; `atEnd` tells that the dump ends at `limit`.
 */
export function alignCopies(
  tokens: readonly Token[],
  first: number,
  second: number,
  limit: number,
  { announced, atEnd }: { readonly announced: boolean; readonly atEnd: boolean },
): readonly Alignment[] {
  const length = second - first;
  const ends = new Map<number, State>();
  const done = new Set<number>();
  const queue = new TinyQueue<State>([], (one, other) => one.cost - other.cost);
  queue.push({ one: 0, two: 0, cost: 0, step: "start" });
  let bound: number = dearest;
  for (let steps = 0; steps < stepLimit; steps += 1) {
    const state = queue.pop();
    // With its one end found, the cheapest way there is known.
    if (state === undefined || state.cost > bound || (announced && ends.size > 0)) break;
    const key = (state.one * (limit - second + 1) + state.two) * 2 + (state.step === "quote" ? 1 : 0);
    if (done.has(key)) continue;
    done.add(key);
    const here = second + state.two;
    if (state.one === length && state.two > 0 && (!announced || here === limit) && !ends.has(here)) {
      const cost = state.cost + (state.step === "quote" ? endCost(state) : 0);
      ends.set(here, { ...state, cost });
      bound = Math.min(bound, cost + spread);
    }
    if (atEnd && here === limit && state.one < length && state.two > 0) {
      const cost = state.cost + copyCosts.cutOff;
      if (cost < (ends.get(limit)?.cost ?? dearest)) ends.set(limit, { ...state, cost });
    }
    for (const next of stepsFrom(state)) queue.push(next);
  }
  return [...ends].map(([end, state]) => told(state, end));

  function stepsFrom(state: State): State[] {
    const next: State[] = [];
    const mine = state.one < length ? tokens[first + state.one] : undefined;
    const theirs = second + state.two < limit ? tokens[second + state.two] : undefined;
    if (mine && theirs && mine.key === theirs.key) {
      next.push({ one: state.one + 1, two: state.two + 1, cost: state.cost, step: "same", from: state });
      // While the copies run alike there is nothing to weigh; inside a quote an equal line may be chance.
      if (state.step !== "quote") return next;
    }
    if (mine) {
      const cost = state.cost + dropCost(mine, state, announced);
      next.push({ one: state.one + 1, two: state.two, cost, step: "dropped", from: state });
    }
    if (theirs) {
      const opened = state.step === "quote" ? 0 : openCost(state);
      const cost = state.cost + opened + copyCosts.quoteLine;
      next.push({ one: state.one, two: state.two + 1, cost, step: "quote", from: state });
    }
    return next;
  }

  /** Whether the line before the quote announces it: the quote opened behind `one` lines of the first copy. */
  function isAnnounced(state: State): boolean {
    return tokens[first + state.one - 1]?.key.endsWith(":") ?? false;
  }

  function openCost(state: State): number {
    return isAnnounced(state) ? copyCosts.announcedQuoteOpened : copyCosts.quoteOpened;
  }

  function endCost(state: State): number {
    return isAnnounced(state) ? copyCosts.announcedQuoteAtEnd : copyCosts.quoteAtEnd;
  }

  function told(last: State, end: number): Alignment {
    const steps: State[] = [];
    for (let state: State | undefined = last; state && state.step !== "start"; state = state.from) steps.push(state);
    steps.reverse();
    const union: number[] = [];
    const repeats: number[] = [];
    const dropped: number[] = [];
    for (const step of steps) {
      if (step.step === "quote") union.push(second + step.two - 1);
      else union.push(first + step.one - 1);
      if (step.step === "same") repeats.push(second + step.two - 1);
      if (step.step === "dropped") dropped.push(first + step.one - 1);
    }
    for (let one = last.one; one < length; one += 1) union.push(first + one);
    return { union, repeats, dropped, end, cost: last.cost };
  }
}

function dropCost(token: Token, state: State, announced: boolean): number {
  if (token.emoji === undefined) return copyCosts.lineDropped;
  if (!announced) return copyCosts.emojiDroppedUnannounced;
  return copyCosts.emojiLineDropped + (state.step === "dropped" ? 0 : copyCosts.emojiRunDropped);
}
