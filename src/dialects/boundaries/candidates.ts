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
  const habits = pageStatisticsOf(tokens);
  const words = tokens.map((token) => (token.kind === "text" ? lineWords(token.text) : new Set<string>()));
  const weights = rarities(words);
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
      cohesionBefore: shared(words, index, Math.max(0, index - window), index),
      cohesionBehind: shared(words, index, index + 1, Math.min(tokens.length, index + 1 + window)),
      alike: alike(words, weights, index),
      numbersGoOn: numbersGoOn(tokens, index),
      habits,
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

/** How much each word tells: the rarer on the page, the more (inverse document frequency, a token being a document). */
function rarities(words: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const own of words) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log((words.length + 1) / count)]));
}

/** Likeness of the lines before a candidate and the lines behind it: the cosine of their words, weighed by rarity (TextTiling). */
function alike(words: readonly ReadonlySet<string>[], weights: ReadonlyMap<string, number>, index: number): number {
  const before = passage(words, weights, Math.max(0, index - window), index);
  const behind = passage(words, weights, index, Math.min(words.length, index + window));
  let product = 0;
  for (const [word, weight] of before) product += weight * (behind.get(word) ?? 0);
  const size = norm(before) * norm(behind);
  return size === 0 ? 0 : product / size;
}

function passage(
  words: readonly ReadonlySet<string>[],
  weights: ReadonlyMap<string, number>,
  from: number,
  to: number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    for (const word of words[at] ?? []) sums.set(word, (sums.get(word) ?? 0) + (weights.get(word) ?? 0));
  }
  return sums;
}

function norm(vector: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const value of vector.values()) sum += value * value;
  return Math.sqrt(sum);
}

/** Share of a line's words that stand in the tokens `[from, to)`. */
function shared(words: readonly ReadonlySet<string>[], index: number, from: number, to: number): number {
  const own = words[index] ?? new Set<string>();
  if (own.size === 0) return 0;
  let count = 0;
  for (const word of own) {
    for (let other = from; other < to; other += 1) {
      if (!words[other]?.has(word)) continue;
      count += 1;
      break;
    }
  }
  return count / own.size;
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
