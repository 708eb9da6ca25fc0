import TinyQueue from "tinyqueue";
import type { Token } from "../lines/tokens.ts";

/**
 * Two copies of one text, aligned: which lines of the first stand again in the second, which only one of them has.
 * Indices point into the tokens.
 */
export interface Alignment {
  /** The merged text in reading order. */
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

/** What two copies are looked for in: the first is the tokens `[first, second)`, the second starts at `second`. */
export interface CopiesSought {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly second: number;
  /** The first token that is no text. */
  readonly limit: number;
  /** The post ends in `Please open Telegram…`: then only an end at `limit` counts. */
  readonly announced: boolean;
  /** The dump ends at `limit`. */
  readonly atEnd: boolean;
}

/** All ways in which the tokens from `second` on are a second copy of those before it, one (the cheapest) for each end. */
export function alignCopies(sought: CopiesSought): readonly Alignment[] {
  const { second, limit, announced } = sought;
  const ends = new Ends(sought);
  const done = new Set<number>();
  const queue = new TinyQueue<State>([], (one, other) => one.cost - other.cost);
  queue.push({ one: 0, two: 0, cost: 0, step: "start" });
  for (let steps = 0; steps < stepLimit; steps += 1) {
    const state = queue.pop();
    // With its one end found, the cheapest way there is known.
    if (state === undefined || state.cost > ends.bound || (announced && ends.found.size > 0)) break;
    const key = (state.one * (limit - second + 1) + state.two) * 2 + (state.step === "quote" ? 1 : 0);
    if (done.has(key)) continue;
    done.add(key);
    ends.take(state);
    for (const next of stepsFrom(state, sought)) queue.push(next);
  }
  return [...ends.found].map(([end, state]) => alignmentTo(state, end, sought));
}

/** The cheapest state at each end of a second copy. */
class Ends {
  readonly found = new Map<number, State>();
  /** States dearer than this are not looked at. */
  bound: number = dearest;

  constructor(private readonly sought: CopiesSought) {}

  /** Takes a state for an end if it is one: the first copy is used up, or the dump ends inside the second. */
  take(state: State): void {
    const { first, second, limit, announced, atEnd } = this.sought;
    const here = second + state.two;
    if (state.two === 0) return;
    if (state.one < second - first) {
      if (atEnd && here === limit) this.takeCutOff(state);
    } else if ((!announced || here === limit) && !this.found.has(here)) {
      const cost = state.cost + (state.step === "quote" ? quoteEndCost(state, this.sought) : 0);
      this.found.set(here, { ...state, cost });
      this.bound = Math.min(this.bound, cost + spread);
    }
  }

  private takeCutOff(state: State): void {
    const { limit } = this.sought;
    const cost = state.cost + copyCosts.cutOff;
    if (cost < (this.found.get(limit)?.cost ?? dearest)) this.found.set(limit, { ...state, cost });
  }
}

/** A line that both copies have, one that the second lacks, or one of a quote that only the second has. */
function stepsFrom(state: State, sought: CopiesSought): readonly State[] {
  const { tokens, first, second, limit, announced } = sought;
  const next: State[] = [];
  const mine = first + state.one < second ? tokens[first + state.one] : undefined;
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
    const opened = state.step === "quote" ? 0 : quoteOpenCost(state, sought);
    const cost = state.cost + opened + copyCosts.quoteLine;
    next.push({ one: state.one, two: state.two + 1, cost, step: "quote", from: state });
  }
  return next;
}

function quoteOpenCost(state: State, sought: CopiesSought): number {
  return isAnnounced(state, sought) ? copyCosts.announcedQuoteOpened : copyCosts.quoteOpened;
}

function quoteEndCost(state: State, sought: CopiesSought): number {
  return isAnnounced(state, sought) ? copyCosts.announcedQuoteAtEnd : copyCosts.quoteAtEnd;
}

/** Whether the line before the quote announces it: the quote opened behind `one` lines of the first copy. */
function isAnnounced({ one }: State, { tokens, first }: CopiesSought): boolean {
  return tokens[first + one - 1]?.key.endsWith(":") ?? false;
}

/** The way to an end, as lines. What is left of the first copy where the dump ends belongs to the text too. */
function alignmentTo(last: State, end: number, { first, second }: CopiesSought): Alignment {
  const steps: State[] = [];
  for (let state: State | undefined = last; state && state.step !== "start"; state = state.from) steps.push(state);
  steps.reverse();
  const mine = ({ one }: State): number => first + one - 1;
  const theirs = ({ two }: State): number => second + two - 1;
  const left = Array.from({ length: second - first - last.one }, (_, at) => first + last.one + at);
  return {
    union: [...steps.map((state) => (state.step === "quote" ? theirs(state) : mine(state))), ...left],
    repeats: steps.filter(({ step }) => step === "same").map(theirs),
    dropped: steps.filter(({ step }) => step === "dropped").map(mine),
    end,
    cost: last.cost,
  };
}

function dropCost(token: Token, state: State, announced: boolean): number {
  if (token.emoji === undefined) return copyCosts.lineDropped;
  if (!announced) return copyCosts.emojiDroppedUnannounced;
  return copyCosts.emojiLineDropped + (state.step === "dropped" ? 0 : copyCosts.emojiRunDropped);
}
