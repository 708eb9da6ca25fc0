import type { Corpus, Run } from "../corpus.ts";
import { bareWords } from "./bare-words.ts";
import type { NounCapitals } from "./noun-capitals.ts";
import { SequenceCount } from "./sequences.ts";

/** Something found in several texts. */
export interface FoundNames {
  readonly label: string;
  /** Its spellings, commonest first. */
  readonly forms: readonly string[];
  /** The texts that have it, by index, each once, in order. */
  readonly places: readonly number[];
  /** A word that names nothing by itself (`bareWords`): no subject, unless it is a form of another one. */
  readonly isBare?: boolean;
}

/** Longest name, in words. */
const longest = 6;
/** A word is a name where at least this share of its uses inside sentences bears a capital. */
const capitalShare = 0.8;
/** A name that two others make up is one of its own where at least this share of the texts with the rarer of them have it. */
const ownShare = 1 / 3;
/** A name stands alone in at least this share of the texts that have it, or it is a fragment of longer ones. */
const aloneShare = 0.25;
/** A single word stands alone in at least this share of the texts that have it, unless it is an abbreviation. */
const singleShare = 0.3;
/** A name that is written with a small last word once in so many times is none: titles and haste give common words capitals. */
const smallTimes = 3;
/** Of two names, one within the other, one goes where it stands in hardly more texts than the other. */
const samePosts = 1.25;

/**
 * The names in texts of scripts with capitals: runs of capitalised words that recur, inside sentences, as whole runs, and are
 * then found wherever they stand, also within longer runs and at the start of sentences. That a candidate must stand
 * alone, and not only within longer ones, is the idea of the C-value (Frantzi, Ananiadou & Mima 2000, "Automatic recognition of
 * multi-word terms: the C-value/NC-value method"). A capital at the start of a sentence or in a headline proves nothing.
 * Where two names only meet, as in "the mayor of Norland Ada Lindgren", they make no third (`meetings`).
 * Months and weekdays of `languages`, those of the texts by index, are no names.
 * A single word that names nothing by itself is marked as bare.
 * In a language that writes all nouns with capitals, as German does, a word alone is a name only where it bears more
 * than one capital, such as an abbreviation: nothing tells others from nouns.
 */
export function namesIn(corpus: Corpus, languages: readonly string[], capitals: NounCapitals): readonly FoundNames[] {
  const isName = properNouns(corpus, [...new Set(languages)]);
  const nouns = capitals.nouns();
  const least = corpus.size < 500 ? 2 : 3;
  const proof = new SequenceCount();
  const isNever = neverNames(corpus, languages);
  forEachRun(corpus, isName, { proving: true, isNever }, (forms, place) => {
    if (forms.length <= longest) proof.add(keyOf(forms, corpus), place);
  });
  const proven = new Map(
    [...proof.spreads()].filter(([key, spread]) => spread >= least && canName(key, isName, corpus)),
  );
  const found = new Map<string, { forms: Map<string, number>; places: number[] }>();
  forEachRun(corpus, isName, { proving: false, isNever }, (run, place) => {
    for (const forms of partsOf(run)) {
      const key = keyOf(forms, corpus);
      if (!proven.has(key)) continue;
      const entry = found.get(key) ?? { forms: new Map<string, number>(), places: [] };
      found.set(key, entry);
      const spelling = forms.map((form) => shown(corpus.forms[form]?.text ?? "")).join(" ");
      entry.forms.set(spelling, (entry.forms.get(spelling) ?? 0) + 1);
      if (entry.places.at(-1) !== place) entry.places.push(place);
    }
  });
  const spread = new Map([...found].map(([key, { places }]) => [key, places.length]));
  for (const key of meetings(spread)) {
    found.delete(key);
    spread.delete(key);
  }
  const doubled = nestedInEachOther(spread, proven);
  const isAbbreviation = (key: string): boolean => /^\p{Lu}{2,5}$/u.test(commonest(found.get(key)?.forms));
  for (const key of fragments(spread, proven, isAbbreviation)) doubled.add(key);
  for (const key of writtenSmall(found, corpus)) doubled.add(key);
  const isBare = bareWords(corpus);
  return [...found].flatMap(([key, { forms, places }]) => {
    if (doubled.has(key) || nouns.has(key) || countsOnly.test(commonest(forms))) return [];
    const ordered = [...forms].sort(
      ([one, count], [other, more]) =>
        Number(isShouted(one)) - Number(isShouted(other)) || more - count || one.length - other.length,
    );
    const spellings = ordered.map(([spelling]) => spelling);
    // `LIVE STREAM`: a headline is no name.
    if (key.includes(" ") && isShouted(spellings[0] ?? "")) return [];
    const bare = !key.includes(" ") && !isAbbreviation(key) && isBare(Number(key));
    return [{ label: spellings[0] ?? "", forms: spellings, places, ...(bare ? { isBare: true } : {}) }];
  });
}

function commonest(forms: ReadonlyMap<string, number> = new Map()): string {
  return [...forms].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0] as const)[0];
}

/** Names that the texts also write with a small last word, at least once in so many times: `the American Side`, `the American side`. */
function writtenSmall(
  found: ReadonlyMap<string, { readonly forms: ReadonlyMap<string, number> }>,
  corpus: Corpus,
): readonly string[] {
  const small = new Map<string, number>();
  for (let text = 0; text < corpus.size; text += 1) {
    for (const { forms } of corpus.runsOf(text)) {
      for (const [end, index] of forms.entries()) {
        if (corpus.forms[index]?.letters !== "small") continue;
        for (let start = end - 1; start >= 0 && end - start < longest; start -= 1) {
          if (corpus.forms[forms[start] ?? -1]?.letters !== "capital") break;
          const key = keyOf(forms.slice(start, end + 1), corpus);
          if (found.has(key)) small.set(key, (small.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return [...small].flatMap(([key, count]) => {
    const capital = [...(found.get(key)?.forms.values() ?? [])].reduce((sum, each) => sum + each, 0);
    return count * smallTimes >= capital ? [key] : [];
  });
}

/** Whether a name is written in capitals that are no abbreviation. */
export function isShouted(label: string): boolean {
  return !/\p{Ll}/u.test(label) && /\p{Lu}{6}/u.test(label);
}

/** A century or a number, `XIX`; a quarter or half of a year, `Q1`. */
const countsOnly = /^(?:[IVX]{2,}|[QH][1-4])$/u;

/** In how many texts each name stands. */
type Spread = ReadonlyMap<string, number>;

function shown(word: string): string {
  return word.replace(/['’]s?$/u, "");
}

function keyOf(forms: readonly number[], corpus: Corpus): string {
  return forms.map((form) => corpus.forms[form]?.word ?? 0).join(" ");
}

/** Whether one of the words is a proper noun; a single word also needs more than one letter. */
function canName(key: string, isName: (word: number) => boolean, corpus: Corpus): boolean {
  const words = key.split(" ").map(Number);
  if (words.length === 1 && [...(corpus.keys[words[0] ?? 0] ?? "")].length < 2) return false;
  return words.some(isName);
}

/** Every part of a run of up to `longest` words. */
function* partsOf(run: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < run.length; start += 1) {
    for (let end = start + 1; end <= Math.min(run.length, start + longest); end += 1) yield run.slice(start, end);
  }
}

/** Names that are two others side by side: each of which mostly stands without the other, or the second of several words. */
function meetings(spread: Spread): readonly string[] {
  return [...spread].flatMap(([key, both]) => {
    const words = key.split(" ");
    const isMeeting = words.some((_, at) => {
      const [one, other] = [spread.get(words.slice(0, at).join(" ")), spread.get(words.slice(at).join(" "))];
      if (one === undefined || other === undefined) return false;
      // What stands before a name of several words, such as an office before a person, makes no other name of it.
      return words.length - at > 1 || both < Math.min(one, other) * ownShare;
    });
    return isMeeting ? [key] : [];
  });
}

/** Of names that nest and stand in nearly the same texts, those that stand alone less often. */
function nestedInEachOther(spread: Spread, proven: Spread): Set<string> {
  const doubled = new Set<string>();
  for (const [key, own] of spread) {
    for (const part of partsOf(key.split(" ").map(Number))) {
      const inner = part.join(" ");
      const outer = spread.get(inner);
      if (inner === key || outer === undefined || outer > own * samePosts) continue;
      doubled.add((proven.get(inner) ?? 0) < (proven.get(key) ?? 0) ? inner : key);
    }
  }
  return doubled;
}

/**
 * Names that hardly ever stand alone: where they are met, a longer name that was found goes on around them; and single
 * words such as first names, which stand in many longer names that each are too rare to be found.
 */
function fragments(spread: Spread, proven: Spread, isAbbreviation: (key: string) => boolean): readonly string[] {
  const isPartOfMany = (key: string, alone: number, own: number): boolean =>
    !key.includes(" ") && alone < own * singleShare && !isAbbreviation(key);
  const within = new Map<string, number>();
  for (const [key, own] of spread) {
    for (const part of partsOf(key.split(" ").map(Number))) {
      const inner = part.join(" ");
      if (inner !== key) within.set(inner, (within.get(inner) ?? 0) + own);
    }
  }
  return [...spread].flatMap(([key, own]) => {
    const alone = proven.get(key) ?? 0;
    const isFragment = alone < own * aloneShare && (within.get(key) ?? 0) >= own * (1 - aloneShare);
    return isFragment || isPartOfMany(key, alone, own) ? [key] : [];
  });
}

/** Which words, by index, are written with a capital inside sentences nearly always, and are no parts of dates. */
function properNouns(corpus: Corpus, languages: readonly string[]): (word: number) => boolean {
  const capital = new Uint32Array(corpus.keys.length);
  const small = new Uint32Array(corpus.keys.length);
  for (let text = 0; text < corpus.size; text += 1) {
    for (const run of corpus.runsOf(text)) {
      for (const [at, index] of run.forms.entries()) {
        const form = corpus.forms[index];
        if (form === undefined || (at < run.free && form.letters === "capital")) continue;
        const counts = form.letters === "capital" ? capital : small;
        counts[form.word] = (counts[form.word] ?? 0) + 1;
      }
    }
  }
  const ofDates = new Set(languages.flatMap(wordsOfDates));
  return (word) => {
    const upper = capital[word] ?? 0;
    const key = corpus.keys[word] ?? "";
    return upper > 0 && upper >= (upper + (small[word] ?? 0)) * capitalShare && key.length > 1 && !ofDates.has(key);
  };
}

/** The names of months and weekdays, as the platform knows them; nothing for a language that it does not know. */
function wordsOfDates(language: string): readonly string[] {
  if (language === "und") return [];
  const format = (part: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat([language, "en"], { ...part, timeZone: "UTC", calendar: "gregory" });
  // The first days of a year's months fall on every day of the week.
  const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  return (["long", "short"] as const).flatMap((length) =>
    days.flatMap((day) => [
      format({ month: length }).format(day).toLowerCase(),
      format({ weekday: length }).format(day).toLowerCase(),
    ]),
  );
}

/** Words that a language writes with a capital wherever they stand and that are part of no name: polite address, and large numbers as nouns. */
const capitalsOfGrammar: Readonly<Record<string, readonly string[]>> = {
  de: [
    "sie",
    "ihr",
    "ihre",
    "ihrem",
    "ihren",
    "ihrer",
    "ihres",
    "ihnen",
    "million",
    "millionen",
    "milliarde",
    "milliarden",
  ],
};

function neverNames(corpus: Corpus, languages: readonly string[]): (word: number) => boolean {
  const words = new Set([...new Set(languages)].flatMap((language) => capitalsOfGrammar[language] ?? []));
  return (word) => words.size > 0 && words.has(corpus.keys[word] ?? "");
}

/** How runs are looked for: where they prove a name, and which words are never part of one. */
interface How {
  readonly proving: boolean;
  readonly isNever: (word: number) => boolean;
}

/** Visits every run of capitalised words that can be a name. */
function forEachRun(
  corpus: Corpus,
  isName: (word: number) => boolean,
  how: How,
  visit: (forms: readonly number[], place: number) => void,
): void {
  for (let text = 0; text < corpus.size; text += 1) {
    for (const run of corpus.runsOf(text)) {
      for (const forms of capitalised(run, corpus, isName, how)) visit(forms, text);
    }
  }
}

/**
 * The parts of a run whose words bear capitals that mean something: of its own where proof is asked, else any. A part that
 * follows a capital of no meaning proves nothing: it may lack its first word.
 */
function capitalised(
  run: Run,
  corpus: Corpus,
  isName: (word: number) => boolean,
  { proving, isNever }: How,
): readonly (readonly number[])[] {
  if (!run.forms.some((index) => corpus.forms[index]?.letters === "capital")) return [];
  const parts: { forms: number[]; whole: boolean }[] = [];
  let before: "part" | "doubtful" | "other" = "other";
  for (const [at, index] of run.forms.entries()) {
    const form = corpus.forms[index];
    if (form?.letters !== "capital" || isNever(form.word)) before = "other";
    else if (proving && at < run.free && !isName(form.word)) before = "doubtful";
    else if (before === "part") parts.at(-1)?.forms.push(index);
    else {
      parts.push({ forms: [index], whole: before === "other" });
      before = "part";
    }
  }
  return parts.filter(({ whole }) => whole).map(({ forms }) => forms);
}
