import type { Token } from "../lines/tokens.ts";
import type { BoundaryCandidate } from "./features.ts";
import { pageStatisticsOf } from "./page-statistics.ts";

/** How many lines before and behind a line are asked for words that it shares. */
const window = 5;

/**
 * The candidates of a page: for each token the candidate before it, where both sides are text and no blank line parts them; nothing
 * elsewhere, since blank lines stand inside posts of these pages and marks speak for themselves.
 */
export function candidatesOf(tokens: readonly Token[]): readonly (BoundaryCandidate | undefined)[] {
  const page = pageStatisticsOf(tokens);
  const words = new PageWords(tokens);
  const blocks = blocksOf(tokens);
  return tokens.map((next, index) => {
    const previous = tokens[index - 1];
    if (previous === undefined || next.gap > 0 || previous.kind !== "text" || next.kind !== "text") return undefined;
    const { place, block } = blocks[index] ?? { place: 1, block: 1 };
    return {
      previous,
      next,
      beforePrevious: tokens[index - 2],
      afterNext: tokens[index + 1],
      place,
      block,
      cohesionBefore: words.shared(index, Math.max(0, index - window), index),
      cohesionBehind: words.shared(index, index + 1, Math.min(tokens.length, index + 1 + window)),
      alike: words.alike(index),
      numbersGoOn: numbersGoOn(tokens, index),
      page,
    };
  });
}

/** For each token its place in the run of text without blank lines that it stands in, and how long that is. */
function blocksOf(tokens: readonly Token[]): readonly { readonly place: number; readonly block: number }[] {
  const result: { place: number; block: number }[] = [];
  for (let start = 0; start < tokens.length; ) {
    let end = start + 1;
    while (
      end < tokens.length &&
      tokens[end]?.gap === 0 &&
      tokens[end]?.kind === "text" &&
      tokens[end - 1]?.kind === "text"
    )
      end += 1;
    for (let index = start; index < end; index += 1) result.push({ place: index - start + 1, block: end - start });
    start = end;
  }
  return result;
}

/** `2.`, `2)`, `2️⃣` at the start of a line. */
const numbered = /^\W{0,3}?(?<number>\p{Nd}{1,3})(?:[.)]|\uFE0F?\u20E3)/u;

/** How far back the number before is looked for, in lines. */
const listReach = 15;

function numbersGoOn(tokens: readonly Token[], index: number): boolean {
  const number = numberOf(tokens[index]);
  if (number === undefined || number < 2) return false;
  return tokens.slice(Math.max(0, index - listReach), index).some((token) => numberOf(token) === number - 1);
}

function numberOf(token: Token | undefined): number | undefined {
  const digits = numbered.exec(token?.text.trim() ?? "")?.groups?.number;
  return digits === undefined ? undefined : Number(digits);
}

/** The words of a page's lines as numbers, each once in a line. */
class PageWords {
  private readonly lines: readonly Int32Array[];
  /** How much each word tells: the rarer on the page, the more (inverse document frequency, a token being a document). */
  private readonly weights: Float64Array;
  /** The passages before and behind the candidate that was asked last. */
  private readonly before: Passage;
  private readonly behind: Passage;

  constructor(tokens: readonly Token[]) {
    const known = new Map<string, number>();
    this.lines = tokens.map(({ kind, text }) =>
      kind === "text" ? Int32Array.from(lineWords(text), (word) => numberOfWord(known, word)) : new Int32Array(),
    );
    const counts = new Int32Array(known.size);
    for (const own of this.lines) for (const word of own) counts[word] = (counts[word] as number) + 1;
    this.weights = Float64Array.from(counts, (count) => Math.log((tokens.length + 1) / count));
    this.before = new Passage(known.size);
    this.behind = new Passage(known.size);
  }

  /** Likeness of the lines before a candidate and the lines behind it: the cosine of their words, weighed by rarity (TextTiling). */
  alike(index: number): number {
    const before = this.before.of(this.lines, this.weights, Math.max(0, index - window), index);
    const behind = this.behind.of(this.lines, this.weights, index, Math.min(this.lines.length, index + window));
    let product = 0;
    for (const word of before.words) product += before.at(word) * behind.at(word);
    const size = before.norm() * behind.norm();
    return size === 0 ? 0 : product / size;
  }

  /** Share of a line's words that stand in the lines `[from, to)`. */
  shared(index: number, from: number, to: number): number {
    const own = this.lines[index] as Int32Array;
    if (own.length === 0) return 0;
    const passage = this.before.of(this.lines, this.weights, from, to);
    let count = 0;
    for (const word of own) if (passage.has(word)) count += 1;
    return count / own.length;
  }
}

function numberOfWord(known: Map<string, number>, word: string): number {
  const number = known.get(word) ?? known.size;
  known.set(word, number);
  return number;
}

/** The words of some lines with the sums of their weights; one piece of memory serves all passages of a page in turn. */
class Passage {
  words: number[] = [];
  private readonly sums: Float64Array;
  private readonly rounds: Int32Array;
  private round = 0;

  constructor(size: number) {
    this.sums = new Float64Array(size);
    this.rounds = new Int32Array(size);
  }

  of(lines: readonly Int32Array[], weights: Float64Array, from: number, to: number): this {
    this.round += 1;
    this.words = [];
    for (let at = from; at < to; at += 1)
      for (const word of lines[at] as Int32Array) {
        if (!this.has(word)) {
          this.rounds[word] = this.round;
          this.sums[word] = 0;
          this.words.push(word);
        }
        this.sums[word] = (this.sums[word] as number) + (weights[word] as number);
      }
    return this;
  }

  has(word: number): boolean {
    return this.rounds[word] === this.round;
  }

  at(word: number): number {
    return this.has(word) ? (this.sums[word] as number) : 0;
  }

  norm(): number {
    return Math.sqrt(this.words.reduce((sum, word) => sum + this.at(word) ** 2, 0));
  }
}

/** Words of five letters and more by their first five, so that word forms meet; Chinese by pairs of characters. */
function lineWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of text.toLowerCase().match(/\p{L}{5,}/gu) ?? []) words.add(word.slice(0, 5));
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    for (let at = 0; at + 2 <= run.length; at += 1) words.add(run.slice(at, at + 2));
  }
  return words;
}
