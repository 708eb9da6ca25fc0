import type { Token } from "../lines/tokens.ts";

/**
 * How much the lines on both sides of a place have in common, by place: runs of three letters, which stand for words in any script, forms of a word
 * included. 1 where the shorter line stands wholly in the other; a run counts the more, the rarer it is on the page. Told are the lines right above
 * and below, those with one line between them, and how far the likeness right here lies under that of the places around (TextTiling's depth).
 */
export function runsInCommon(tokens: readonly Token[]): (place: number) => readonly number[] {
  const runs = numberedRuns(tokens);
  const weights = weightsOf(runs);
  const sums = Float64Array.from(runs, (own) => own.reduce((sum, run) => sum + (weights[run] ?? 0), 0));
  const likeness = (one: number, other: number): number => {
    const least = Math.min(sums[one] ?? 0, sums[other] ?? 0);
    return least === 0 ? 0 : inCommon(runs[one], runs[other], weights) / least;
  };
  const near = Float64Array.from(tokens, (_, place) => likeness(place - 1, place));
  const far = Float64Array.from(tokens, (_, place) => likeness(place - 2, place));
  return (place) => {
    const [own = 0, above = 0, below = 0] = [near[place], near[place - 1], near[place + 1]];
    return [own, far[place] ?? 0, far[place + 1] ?? 0, (above + below) / 2 - own];
  };
}

/** Characters of a line that are looked at. */
const longestLooked = 400;

/** Scripts in which a sign is a syllable or a word: runs of two tell as much as three elsewhere. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** For each line its runs of letters as numbers, in order and each once; marks of the page have none. */
function numberedRuns(tokens: readonly Token[]): readonly Int32Array[] {
  const known = new Map<string, number>();
  return tokens.map(({ kind, text }) => {
    if (kind !== "text") return new Int32Array();
    const letters = text
      .slice(0, longestLooked)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}]+/gu, " ");
    const own = new Set<number>();
    const width = dense.test(letters) ? 2 : 3;
    for (let at = 0; at + width <= letters.length; at += 1) {
      const run = letters.slice(at, at + width);
      if (run.includes(" ")) continue;
      const number = known.get(run) ?? known.size;
      known.set(run, number);
      own.add(number);
    }
    return Int32Array.from(own).sort();
  });
}

/** By run, its inverse document frequency, a line being a document. */
function weightsOf(runs: readonly Int32Array[]): Float64Array {
  const size = runs.reduce((most, own) => Math.max(most, (own.at(-1) ?? -1) + 1), 0);
  const counts = new Int32Array(size);
  for (const own of runs) for (const run of own) counts[run] = (counts[run] as number) + 1;
  return Float64Array.from(counts, (count) => Math.log((runs.length + 1) / count));
}

function inCommon(
  one: Int32Array = new Int32Array(),
  other: Int32Array = new Int32Array(),
  weights: Float64Array,
): number {
  let sum = 0;
  let [at, its] = [0, 0];
  while (at < one.length && its < other.length) {
    const difference = (one[at] as number) - (other[its] as number);
    if (difference === 0) sum += weights[one[at] as number] as number;
    if (difference <= 0) at += 1;
    if (difference >= 0) its += 1;
  }
  return sum;
}
