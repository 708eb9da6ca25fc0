import { eld } from "eld/medium";
import { hashtagPattern } from "./hashtags.ts";
import { countSigns, foreignLetters, rarerRows, type SignRow, twins } from "./language-signs.ts";
import { mentionPattern } from "./mentions.ts";
import { languageByLetters } from "./rarer-languages.ts";

/** What a text by itself says of its language, as natural logarithms of odds: 0 is what the detector finds likeliest. */
export interface LanguageEvidence {
  /** The odds of languages that some words or letters speak for. */
  readonly told: ReadonlyMap<string, number>;
  /** The odds of languages that nothing speaks for: of those in the tables, which the text could still be in. */
  readonly untold: ReadonlyMap<string, number>;
  /** The odds of any language; of one that is written in other letters none (`-Infinity`). */
  readonly oddsOf: (language: string) => number;
}

/** What a point of the detector's score counts, for each sequence of letters; and a point too many for a language that the detector does not know. */
const pointWeight = 0.03;
const pointWeightOfRarer = 0.01;

/** How many letters a sequence has, about, and how many letters of a text the detector reads. */
const lettersOfSequence = 3;
const mostLetters = 250;

/** The score of a sequence in a language that the detector knows, and in one that is like none of them, in letters of one byte, about. */
const knownScore = 75;
const strangeScore = 20;

/** What each further byte of a letter adds to both scores: sequences are of bytes, so these have fewer letters. */
const scoreOfByte = 45;

/** Of a text that is like no language that the detector knows, its scores count at least this much. */
const leastWeight = 0.3;

/** How many of the words of a text are signs of a language that it is not in, about. */
const signsElsewhere = 0.015;

/** What is lost by a letter that a language does not have, and by a word that its twin alone uses; what letters that leave little doubt add. */
const foreignLetter = 0.8;
const twinWord = 1;
const sureLetters = 4;

/** The evidence of a text's words; none where it has no letters. The detector is Nito-ELD; rarer languages are told by their own words and letters. */
export function languageEvidence(text: string): LanguageEvidence | undefined {
  const alone = wordsAlone(text);
  const words = alone.toLowerCase().normalize("NFC").replace(apostrophe, "'").match(word) ?? [];
  const letters = words.join("").replace(/\P{L}/gu, "");
  const counts = countsOf(letters);
  const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (length === 0) return undefined;
  const hasScript = scriptsIn(counts, length);
  const signs = countSigns(words, hasScript);
  const byLetters = languageByLetters(letters);
  const scores = new Map(Object.entries(eld.detect(alone).getScores()).map(([code, score]) => [code, points(score)]));
  const best = Math.max(0, ...scores.values());
  const wide = scoreOfByte * (bytesOf(counts) / length - 1);
  const fit = Math.min(1, Math.max(0, (best - wide - strangeScore) / (knownScore - strangeScore)));
  const sequences = (Math.max(leastWeight, fit) * Math.min(length, mostLetters)) / lettersOfSequence;

  // Where two scripts are mixed, a rarer language is no likelier than the likeliest one of its own script.
  const bestIn = (script: string): number =>
    Math.max(...[...scores].map(([code, score]) => (scriptsOf(code).includes(script) ? score : 0)), 0);
  const told = new Map<string, number>();
  const untold = new Map<string, number>();
  const add = (to: Map<string, number>, code: string, odds: number): void => {
    const all = odds - foreignLetter * foreignLetters(code, counts) + (code === byLetters ? sureLetters : 0);
    to.set(code, Math.max(all, to.get(code) ?? Number.NEGATIVE_INFINITY));
  };
  for (const code of detected) {
    if (!scriptsOf(code).some(hasScript)) continue;
    const odds = ((scores.get(code) ?? 0) - best) * sequences * pointWeight;
    const to = best === 0 ? untold : told;
    if (twins[code] === undefined) add(to, code, odds);
    for (const twin of twins[code] ?? []) add(to, twin.code, odds - twinWord * othersOf(twin, twins[code], signs));
  }
  for (const row of rarerRows) {
    const count = signs.get(row);
    if (count === undefined) continue;
    const excess = Math.max(0, best - row.near) * sequences * pointWeightOfRarer;
    const to = count > 0 || row.code === byLetters ? told : untold;
    const others = (bestIn(row.script) - best) * sequences * pointWeight;
    add(to, row.code, signOdds(row, count, words.length - count, fit) - excess + others);
  }
  if (byLetters !== undefined && !told.has(byLetters)) add(told, byLetters, 0);

  const odd = -Math.max(0, best - wide - strangeScore) * sequences * pointWeight;
  const oddsOf = (language: string): number => {
    if (!scriptsOf(language).some(hasScript)) return Number.NEGATIVE_INFINITY;
    const [base = ""] = language.split("-");
    return told.get(base) ?? untold.get(base) ?? odd;
  };
  return { told, untold, oddsOf };
}

const detected: readonly string[] = Object.values(eld.info().Languages);

/** The languages that the detector tells, and those that it has under the code of another. */
export const detectedLanguages: ReadonlySet<string> = new Set(
  detected.flatMap((code) => [code, ...(twins[code] ?? []).map((twin) => twin.code)]),
);

/** How likely it is that so many words of a text are signs, and so many not; where the text fits a language of the detector, the latter count in full. */
function signOdds({ share }: SignRow, count: number, others: number, fit: number): number {
  return count * Math.log(share / signsElsewhere) + others * fit * Math.log((1 - share) / (1 - signsElsewhere));
}

function othersOf(twin: SignRow, group: readonly SignRow[] = [], signs: ReadonlyMap<SignRow, number>): number {
  return group.reduce((sum, each) => sum + (each === twin ? 0 : (signs.get(each) ?? 0)), 0);
}

/** A score of the detector, which brings them between 0 and 1, as it was counted: points for each sequence. */
function points(score: number): number {
  return (25 * score) / (1 - score);
}

function countsOf(letters: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** How many bytes of UTF-8 letters have. */
function bytesOf(counts: ReadonlyMap<string, number>): number {
  return [...counts].reduce((sum, [each, count]) => sum + count * (each < "\u0080" ? 1 : each < "\u0800" ? 2 : 3), 0);
}

/** A text may be in a language if at least this share of its letters are of the language's script: names in Latin letters stand in all. */
const leastOfScript = 0.25;

/** Which scripts a text may be in. */
function scriptsIn(counts: ReadonlyMap<string, number>, length: number): (script: string) => boolean {
  const known = new Map<string, boolean>();
  return (script) => {
    const isIn = known.get(script) ?? countOf(script, counts) >= length * leastOfScript;
    known.set(script, isIn);
    return isIn;
  };
}

function countOf(script: string, counts: ReadonlyMap<string, number>): number {
  const pattern = patterns.get(script) ?? new RegExp(`^\\p{Script=${script}}$`, "u");
  patterns.set(script, pattern);
  return [...counts].reduce((sum, [letter, count]) => sum + (pattern.test(letter) ? count : 0), 0);
}

const patterns = new Map<string, RegExp>();

/** The scripts of languages that have several, or one that Unicode parts. */
const severalScripts: ReadonlyMap<string, readonly string[]> = new Map([
  ["uz", ["Latn", "Cyrl"]],
  ["sr", ["Cyrl", "Latn"]],
  ["ku", ["Arab", "Latn"]],
  ["ja", ["Hira", "Kana", "Hani"]],
  ["ko", ["Hang"]],
  ["zh", ["Hani"]],
]);

const scriptsKnown = new Map<string, readonly string[]>();

/** The scripts that a language is written in, by its tag or the CLDR. */
function scriptsOf(language: string): readonly string[] {
  const known = scriptsKnown.get(language);
  if (known !== undefined) return known;
  const [base = "und", ...parts] = language.split("-");
  const named = parts.find((part) => /^[A-Z][a-z]{3}$/u.test(part));
  const usual = new Intl.Locale(base).maximize().script;
  const scripts = severalScripts.get(base) ?? (usual === undefined ? [] : [usual]);
  const own = named !== undefined && /^(?:Latn|Cyrl|Arab)$/u.test(named) ? [named] : scripts;
  scriptsKnown.set(language, own);
  return own;
}

const apostrophe = /['’‘ʻʼ`´]/gu;
const word = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;

/** Tickers, units and names of firms, as texts in any letters write them; longer ones stand in texts that are all in capitals. */
const latinCapitals = /(?<![\p{L}\p{M}])(?:(?=\p{Lu})\p{Script=Latin}){1,6}(?![\p{L}\p{M}])/gu;
const longCapitals = /(?:(?=\p{Lu})\p{Script=Latin}){7}/u;

/** The text without what is the same in every language: addresses, hashtags, user names; beside other letters, words in Latin capitals too. */
function wordsAlone(text: string): string {
  const alone = withoutAddresses(text);
  if (longCapitals.test(alone)) return alone;
  const others = alone.replace(latinCapitals, " ");
  return /(?!\p{Script=Latin})\p{L}/u.test(others) ? others : alone;
}

function withoutAddresses(text: string): string {
  return text
    .replace(/https?:\/\/\S+/giu, " ")
    .replace(hashtagPattern, " ")
    .replace(mentionPattern, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
