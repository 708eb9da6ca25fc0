import type { Token } from "../lines/tokens.ts";

/**
 * How much the lines on both sides of a place have in common, by place: runs of three letters, which stand for words in any script, forms of a word
 * included. 1 where the shorter line stands wholly in the other; a run counts the more, the rarer it is on the page. Told are the lines right above
 * and below, those with one line between them, and how far the likeness right here lies under that of the places around (TextTiling's depth).
 */
export function runsInCommon(tokens: readonly Token[]): (place: number) => readonly number[] {
  const { runs, count } = numberedRuns(tokens);
  const weights = weightsOf(runs, count);
  const sums = Float64Array.from(runs, (own) => {
    let sum = 0;
    for (const run of own) sum += weights[run] as number;
    return sum;
  });
  /** By run, the last comparison that found it in its first line. */
  const seenIn = new Int32Array(count);
  let comparisons = 0;

  function likeness(one: number, other: number): number {
    if (one < 0 || other >= runs.length) return 0;
    const least = Math.min(sums[one] as number, sums[other] as number);
    if (least === 0) return 0;
    comparisons += 1;
    for (const run of runs[one] as Int32Array) seenIn[run] = comparisons;
    let sum = 0;
    for (const run of runs[other] as Int32Array) if (seenIn[run] === comparisons) sum += weights[run] as number;
    return sum / least;
  }

  return (place) => {
    const own = likeness(place - 1, place);
    const around = likeness(place - 2, place - 1) + likeness(place, place + 1);
    return [own, likeness(place - 2, place), likeness(place - 1, place + 1), around / 2 - own];
  };
}

/** Characters of a line that are looked at. */
const longestLooked = 400;

/** Scripts in which a sign is a syllable or a word: runs of two tell as much as three elsewhere. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** For each line its runs of letters as numbers, each once, and how many runs the page has; marks of the page have none. */
function numberedRuns(tokens: readonly Token[]): { readonly runs: readonly Int32Array[]; readonly count: number } {
  const texts = tokens.map(({ kind, text }) => (kind === "text" ? text.slice(0, longestLooked).toLowerCase() : ""));
  const alphabet = new Alphabet(texts);
  // With the letters of a page as digits a run is a number, which a map finds much sooner than a piece of text.
  const radix = alphabet.size + 1;
  const known = new Map<number, number>();
  /** By run, the last line that was found to have it. */
  const seenIn: number[] = [];
  const runs = texts.map((text, line) => {
    const letters = alphabet.lettersOf(text);
    const width = letters.some((letter) => alphabet.isDense(letter)) ? 2 : 3;
    const own: number[] = [];
    let [length, before, last] = [0, 0, 0];
    for (const letter of letters) {
      length = letter === 0 ? 0 : length + 1;
      const run = ((width === 3 ? before * radix : 0) + last) * radix + letter;
      [before, last] = [last, letter];
      if (length < width) continue;
      const key = width === 3 ? run : -run;
      let number = known.get(key);
      if (number === undefined) {
        number = known.size;
        known.set(key, number);
      }
      if (seenIn[number] === line) continue;
      seenIn[number] = line;
      own.push(number);
    }
    return Int32Array.from(own);
  });
  return { runs, count: known.size };
}

/** The letters of a page as numbers from 1 on, 0 standing for all that is no letter. */
class Alphabet {
  /** By code unit; letters of two units (mathematical ones, rare scripts) are taken for none. */
  private readonly numbers = new Int32Array(0x10000).fill(-1);
  private readonly dense: boolean[] = [false];

  constructor(texts: readonly string[]) {
    for (const text of texts)
      for (let at = 0; at < text.length; at += 1) if (this.numbers[text.charCodeAt(at)] === -1) this.add(text, at);
  }

  get size(): number {
    return this.dense.length - 1;
  }

  isDense(letter: number): boolean {
    return this.dense[letter] === true;
  }

  lettersOf(text: string): Int32Array {
    const letters = new Int32Array(text.length);
    for (let at = 0; at < text.length; at += 1) letters[at] = this.numbers[text.charCodeAt(at)] as number;
    return letters;
  }

  private add(text: string, at: number): void {
    const sign = String.fromCharCode(text.charCodeAt(at));
    const isLetter = letter.test(sign);
    this.numbers[text.charCodeAt(at)] = isLetter ? this.dense.length : 0;
    if (isLetter) this.dense.push(dense.test(sign));
  }
}

const letter = /[\p{L}\p{M}]/u;

/** By run, its inverse document frequency, a line being a document. */
function weightsOf(runs: readonly Int32Array[], count: number): Float64Array {
  const counts = new Int32Array(count);
  for (const own of runs) for (const run of own) counts[run] = (counts[run] as number) + 1;
  return Float64Array.from(counts, (times) => Math.log((runs.length + 1) / times));
}
