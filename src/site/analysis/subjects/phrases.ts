import type { Corpus } from "../corpus.ts";
import { hasEnoughTexts } from "./bare-words.ts";
import { isGrammarWord } from "./grammar-words.ts";
import type { FoundNames } from "./names.ts";
import type { NounCapitals } from "./noun-capitals.ts";

/** A pair of words is no chance where its log-likelihood is above this: 15.13 is p < 0.0001 at one degree of freedom. */
const surelyNoChance = 15.13;
/** Words of more than this share of the texts of a language are its mortar: no phrase begins or ends with one. */
const mortarShare = 0.12;
/** Where capitals tell names, a phrase is made of rarer words: `has been`, `last year` and `more than` are of no subject. */
const commonShare = 0.03;
/** A phrase of more texts than this share is a heading or a footer that the channel repeats. */
const formulaShare = 0.2;
/** A phrase that bears no capital needs so many times the texts: most of what recurs so is a turn of speech. */
const unmarkedTimes = 2;
/** The words of a phrase hold together: this share of the uses of its rarer word. */
const cohesion = 0.2;
/** A phrase is cut from something longer where this share of its uses has one word beside it; of more words more, it is a formula. */
const sameBeside = 0.75;
const mostAdded = 2;

/**
 * Phrases of two and three words that recur: pairs whose words stand side by side far more often than chance has them,
 * by Dunning's log-likelihood ratio (1993, "Accurate methods for the statistics of surprise and coincidence", Computational
 * Linguistics 19:1), and triples where a pair nearly always goes on. What has one word beside it nearly always is taken with that word, or left out as part of a
 * formula: the accessor variety of Feng, Chen, Deng & Zheng (2004, "Accessor variety criteria for Chinese word extraction", Computational Linguistics
 * 30:1). Stop words are known by how many texts have them.
 * Runs of capitals alone are left to `namesIn`; scripts without capitals have phrases only.
 */
export function phrasesIn(corpus: Corpus, capitals: NounCapitals, languages: readonly string[]): readonly FoundNames[] {
  const least = corpus.size < 500 ? 3 : 5;
  const spread = corpus.spread();
  const texts = textsOfLanguage(corpus, languages);
  const isMortar = (word: number): boolean => {
    const key = corpus.keys[word] ?? "";
    const most = hasCase(key)
      ? Math.max(2 * least, corpus.size * commonShare)
      : Math.max(least, texts(word) * mortarShare);
    return (spread[word] ?? 0) > most || tooShort(key) || (!hasCase(key) && isGrammarWord(key));
  };
  const { counts, total } = wordCounts(corpus);
  const pairs = pairCounts(corpus, spread, least, isMortar);
  const telling = new Set<number>();
  for (const [pair, count] of pairs) {
    const [one, other] = [counts[Math.floor(pair / pairBase)] ?? 0, counts[pair % pairBase] ?? 0];
    if (count < least || count < Math.min(one, other) * cohesion) continue;
    if (logLikelihood(count, one, other, total) >= surelyNoChance) telling.add(pair);
  }
  const parts = new Map<string, Use[]>();
  for (let text = 0; text < corpus.size; text += 1) {
    for (const { forms: run } of corpus.runsOf(text)) {
      for (const [start, end] of stretches(run, corpus, telling)) {
        const key = wordsAt(run, start, end, corpus).join(" ");
        const uses = parts.get(key) ?? [];
        parts.set(key, uses);
        uses.push({ text, run, start, end });
      }
    }
  }
  const found = new Map<string, Occurrences>();
  for (const uses of parts.values()) {
    if (uses.length < least) continue;
    for (const use of wholeOf(uses, corpus, isMortar)) note(found, use, corpus);
  }
  const most = Math.max(least + 2, corpus.size * formulaShare);
  const leastUnmarked = hasEnoughTexts(corpus) ? least * unmarkedTimes : least;
  return [...found.values()]
    .map(({ spellings, places }) => ({ spellings, places: [...places].sort((one, other) => one - other) }))
    .filter(({ spellings, places }) => {
      const isMarkless = places.every((text) => capitals.has(text));
      const isUnmarked = [...spellings.keys()].every((words) =>
        hasCase(words) ? isMarkless || !isMarked(words) : !isUnspaced(words),
      );
      return places.length >= (isUnmarked ? leastUnmarked : least) && places.length <= most;
    })
    .map(({ spellings, places }) => {
      const forms = [...spellings].sort((one, other) => other[1] - one[1]).map(([spelling]) => spelling);
      return { label: forms[0] ?? "", forms, places };
    });
}

/** By word, how many texts are in the language in which it stands first. `languages`: those of the texts, by index. */
function textsOfLanguage(corpus: Corpus, languages: readonly string[]): (word: number) => number {
  const sizes = new Map<string, number>();
  for (const language of languages) sizes.set(language, (sizes.get(language) ?? 0) + 1);
  const sizeOf = new Uint32Array(corpus.keys.length);
  for (let text = 0; text < corpus.size; text += 1) {
    const size = sizes.get(languages[text] ?? "") ?? corpus.size;
    corpus.forEachWord(text, (word) => {
      if (word >= 0 && sizeOf[word] === 0) sizeOf[word] = size;
    });
  }
  return (word) => sizeOf[word] ?? 0;
}

/**
 * Dunning's −2 log λ for two words that stand side by side `both` times among `total` words, of which the first makes `one`
 * and the second `other`; larger is surer.
 */
export function logLikelihood(both: number, one: number, other: number, total: number): number {
  const p = other / total;
  const p1 = both / one;
  const p2 = (other - both) / (total - one);
  const likelihood = (k: number, n: number, x: number): number =>
    (k === 0 ? 0 : k * Math.log(x)) + (n === k ? 0 : (n - k) * Math.log(1 - x));
  return (
    2 *
    (likelihood(both, one, p1) +
      likelihood(other - both, total - one, p2) -
      likelihood(both, one, p) -
      likelihood(other - both, total - one, p))
  );
}

/** Two words as one number, exact up to 2^26 words. */
const pairBase = 2 ** 26;

/** Longest phrase, in words. */
const longest = 3;

interface Occurrences {
  readonly spellings: Map<string, number>;
  readonly places: Set<number>;
}

/** Where a phrase stands: from one word of a run up to another, which is not part of it. */
interface Use {
  readonly text: number;
  readonly run: readonly number[];
  readonly start: number;
  readonly end: number;
}

/**
 * The phrase that some uses are part of. Where one and the same word stands beside nearly all of them, they are cut from something longer: a name of
 * more words, or a formula that the channel repeats, of which none is left.
 */
function wholeOf(uses: readonly Use[], corpus: Corpus, isMortar: (word: number) => boolean): readonly Use[] {
  let whole = uses;
  for (let added = 0; added <= mostAdded; added += 1) {
    const before = alwaysBeside(whole, ({ run, start }) => run[start - 1], corpus);
    const after = before === undefined ? alwaysBeside(whole, ({ run, end }) => run[end], corpus) : undefined;
    if (before !== undefined)
      whole = whole.flatMap((use) =>
        wordOf(use.run[use.start - 1], corpus) === before ? { ...use, start: use.start - 1 } : [],
      );
    else if (after !== undefined)
      whole = whole.flatMap((use) => (wordOf(use.run[use.end], corpus) === after ? { ...use, end: use.end + 1 } : []));
    else {
      const parts = whole.map((use) => withoutMortar(use, corpus, isMortar));
      return lengthOf(parts) === lengthOf(uses) ? uses : parts;
    }
  }
  return [];
}

function lengthOf([use]: readonly Use[]): number {
  return use === undefined ? 0 : use.end - use.start;
}

/** The articles and prepositions at both ends belong to the sentence. */
function withoutMortar(use: Use, corpus: Corpus, isMortar: (word: number) => boolean): Use {
  let { start, end } = use;
  const isOuter = (at: number): boolean => isMortar(wordOf(use.run[at], corpus) ?? 0);
  while (start < end && isOuter(start)) start += 1;
  while (end > start && isOuter(end - 1)) end -= 1;
  return { ...use, start, end };
}

/** The word that stands at one place of nearly all uses; a number or the end of a clause is none. */
function alwaysBeside(
  uses: readonly Use[],
  formAt: (use: Use) => number | undefined,
  corpus: Corpus,
): number | undefined {
  const counts = new Map<number, number>();
  for (const use of uses) {
    const word = wordOf(formAt(use), corpus);
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count >= uses.length * sameBeside)?.[0];
}

function wordOf(form: number | undefined, corpus: Corpus): number | undefined {
  const own = form === undefined ? undefined : corpus.forms[form];
  return own !== undefined && /\p{L}/u.test(own.text) ? own.word : undefined;
}

function wordCounts(corpus: Corpus): { readonly counts: Uint32Array; readonly total: number } {
  const counts = new Uint32Array(corpus.keys.length);
  let total = 0;
  for (let text = 0; text < corpus.size; text += 1) {
    corpus.forEachWord(text, (word) => {
      if (word < 0) return;
      counts[word] = (counts[word] ?? 0) + 1;
      total += 1;
    });
  }
  return { counts, total };
}

/**
 * Counts the pairs of words that may recur often enough, both words being in enough texts and neither mortar. Counted twice:
 * first into buckets, which cost little, then exactly for pairs of full buckets alone (Park, Chen & Yu 1995, "An effective hash-based
 * algorithm for mining association rules").
 */
function pairCounts(
  corpus: Corpus,
  spread: Uint32Array,
  least: number,
  isMortar: (word: number) => boolean,
): ReadonlyMap<number, number> {
  const usable = Uint8Array.from(spread, (count, word) => (count >= least && !isMortar(word) ? 1 : 0));
  const buckets = new Uint32Array(bucketCount);
  forEachPair(corpus, usable, (one, other) => {
    const bucket = bucketOf(one, other);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  });
  const pairs = new Map<number, number>();
  forEachPair(corpus, usable, (one, other) => {
    if ((buckets[bucketOf(one, other)] ?? 0) < least) return;
    const pair = one * pairBase + other;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  return pairs;
}

const bucketCount = 2 ** 22;

/** Knuth's multiplicative hash of two words. */
function bucketOf(one: number, other: number): number {
  return Math.imul(Math.imul(one, 0x9e3779b1) ^ other, 0x85ebca6b) >>> 10;
}

function forEachPair(corpus: Corpus, usable: Uint8Array, visit: (one: number, other: number) => void): void {
  for (let text = 0; text < corpus.size; text += 1) {
    let before = -1;
    corpus.forEachWord(text, (word) => {
      const counts = usable[word] === 1;
      if (counts && before >= 0) visit(before, word);
      before = counts ? word : -1;
    });
  }
}

/** The stretches of a run in which every two neighbours are a telling pair, cut to the longest phrase. */
function stretches(
  forms: readonly number[],
  corpus: Corpus,
  telling: ReadonlySet<number>,
): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  for (let start = 0; start < forms.length - 1; start += 1) {
    let end = start + 1;
    while (end < forms.length && end - start < longest && telling.has(pairAt(forms, end, corpus))) end += 1;
    if (end - start < 2) continue;
    found.push([start, end]);
    start = end - 2;
  }
  return found;
}

function pairAt(forms: readonly number[], second: number, corpus: Corpus): number {
  return wordAt(forms, second - 1, corpus) * pairBase + wordAt(forms, second, corpus);
}

function wordAt(forms: readonly number[], at: number, corpus: Corpus): number {
  return corpus.forms[forms[at] ?? 0]?.word ?? 0;
}

function wordsAt(run: readonly number[], start: number, end: number, corpus: Corpus): readonly number[] {
  return run.slice(start, end).flatMap((form) => corpus.forms[form]?.word ?? []);
}

function note(found: Map<string, Occurrences>, { run, start, end, text }: Use, corpus: Corpus): void {
  const own = run.slice(start, end).flatMap((form) => corpus.forms[form] ?? []);
  if (own.every((form) => form.letters === "capital")) return;
  const key = own.map((form) => form.word).join(" ");
  const spelling = own.map((form) => form.text).join(own.every((form) => isUnspaced(form.text)) ? "" : " ");
  const entry = found.get(key) ?? { spellings: new Map<string, number>(), places: new Set<number>() };
  found.set(key, entry);
  entry.spellings.set(spelling, (entry.spellings.get(spelling) ?? 0) + 1);
  entry.places.add(text);
}

/** Whether a word of a phrase bears a capital: any but the first, which may begin a sentence, or one that has several. */
function isMarked(spelling: string): boolean {
  return / \p{Lu}|\p{Lu}\S*\p{Lu}/u.test(spelling);
}

/** Whether a word is of a script with capitals. */
function hasCase(key: string): boolean {
  return key.toUpperCase() !== key.toLowerCase();
}

function isUnspaced(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    word,
  );
}

/** Words of one or two letters join others; in Chinese and Japanese one sign is a word. */
function tooShort(key: string): boolean {
  return [...key].length < (isUnspaced(key) ? 1 : 3);
}
