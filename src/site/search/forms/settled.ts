import { compare } from "../../../text/compare.ts";
import { formsOf } from "./forms.ts";
import { inflections } from "./inflections.ts";
import { type Standing, surest } from "./standing.ts";

/** A form that texts have words of, as the index keeps it. */
export interface IndexForm {
  readonly form: string;
  /** How many texts hold a word of it. */
  readonly texts: number;
  readonly standing: Standing;
  /** Its commonest word, as texts mostly spell it. */
  readonly word: string;
}

/** A text as its words: folded, with the language whose rules they follow. */
export interface FoldedText {
  readonly words: readonly string[];
  /** The words as they stand in the text; as they are folded where nothing is told. */
  readonly spelled?: readonly string[];
  /** BCP 47 tag, without a region. */
  readonly language: string;
}

/** The forms of many texts, and under which of them each word is looked up: one, or all that it may have where nothing settles it. */
export interface UnambiguousStems {
  /** In the order of their UTF-16 units. */
  readonly forms: readonly IndexForm[];
  /** For each text the forms of each of its words, as numbers of `forms`. */
  readonly texts: readonly (readonly (readonly number[])[])[];
}

/**
 * Settles the forms of words by all words of the texts. `город` may be `город` or, with a fleeting vowel, `горд`; but
 * `города` can only be `город`: so that form is settled, and `город` is looked up under it alone. `посол` may be
 * `посол` or `посл`, and `посла` settles the second. Where nothing settles a word it is kept under every form it may
 * have, so that no word of its kind misses it.
 *
 * Where the stems of a language are words, as in Hungarian, `balesetben` may be a form of `baleset`: a stem that stands in the
 * texts as a word, and that another word is built on, is settled as well (`headsAmong`). `odam`, person, is no form of `oda`, room, although
 * it could be one: `odamlar` could not (`ownAmong`).
 */
export function unambiguousStems(texts: readonly FoldedText[]): UnambiguousStems {
  const known = new Map<string, Map<string, KnownWord>>();
  const wordsOfTexts = texts.map(({ words, spelled = words, language }) => {
    const ofLanguage = known.get(language) ?? new Map<string, KnownWord>();
    known.set(language, ofLanguage);
    return words.map((folded, place) => {
      const word = ofLanguage.get(folded) ?? {
        folded,
        forms: formsOf(folded, language, inflections),
        count: 0,
        spelled: new Map(),
        kept: [],
        numbers: [],
      };
      ofLanguage.set(folded, word);
      word.count += 1;
      const spelling = spelled[place] ?? folded;
      word.spelled.set(spelling, (word.spelled.get(spelling) ?? 0) + 1);
      return word;
    });
  });
  const words = [...known.values()].flatMap((ofLanguage) => [...ofLanguage.values()]);
  const settled = new Set(words.flatMap(({ forms }) => (forms.length === 1 ? forms : [])));
  const ofWords = [...known].filter(([language]) => inflections[language]?.stems === "words").map(([, words]) => words);
  for (const ofLanguage of ofWords) for (const head of headsAmong(ofLanguage)) settled.add(head);
  const own = new Set(ofWords.flatMap((ofLanguage) => ownAmong(ofLanguage, settled)));
  const standingOf = (form: string): Standing => (own.has(form) ? "own" : settled.has(form) ? "settled" : "open");
  const kept = new Map<string, KeptForm>();
  for (const word of words) {
    const first = surest(word.forms, standingOf);
    word.kept = (first === undefined ? word.forms : [first]).map((form) => {
      const entry = kept.get(form) ?? { form, texts: 0, last: -1, words: [], number: 0 };
      kept.set(form, entry);
      entry.words.push(word);
      return entry;
    });
  }
  const inOrder = [...kept.values()].sort((one, other) => (one.form < other.form ? -1 : 1));
  for (const [number, form] of inOrder.entries()) form.number = number;
  for (const word of words) word.numbers = word.kept.map((form) => form.number);
  for (const [index, text] of wordsOfTexts.entries()) {
    for (const { kept: forms } of text) {
      for (const form of forms) {
        if (form.last !== index) form.texts += 1;
        form.last = index;
      }
    }
  }
  return {
    forms: inOrder.map(({ form, texts, words }) => ({
      form,
      texts,
      standing: standingOf(form),
      word: commonestSpelling(words),
    })),
    texts: wordsOfTexts.map((text) => text.map((word) => word.numbers)),
  };
}

/** A word of some text: worked out once, because a text of an archive has many words and few that are new. */
interface KnownWord {
  readonly folded: string;
  readonly forms: readonly string[];
  count: number;
  /** How often it is spelled in which way. */
  readonly spelled: Map<string, number>;
  kept: readonly KeptForm[];
  numbers: readonly number[];
}

interface KeptForm {
  readonly form: string;
  texts: number;
  /** The last text that was counted. */
  last: number;
  readonly words: KnownWord[];
  number: number;
}

/**
 * The words of a language that others are built on, as far as the other words tell: one that stands as it is and is a stem of another. Its
 * own stems may unite more words yet, and may be the true ones if they are long: `balesetek` is a stem of `baleseteket`, `baleset` of both.
 */
function headsAmong(words: ReadonlyMap<string, KnownWord>): readonly string[] {
  const built = new Map<string, number>();
  for (const { forms } of words.values()) for (const form of forms) built.set(form, (built.get(form) ?? 0) + 1);
  return [...words.values()].flatMap(({ folded, forms }) => {
    const own = built.get(folded) ?? 0;
    const isBuilt = forms.some((form) => form.length >= longStem && form !== folded && (built.get(form) ?? 0) >= own);
    return own > 1 && !isBuilt ? [folded] : [];
  });
}

/**
 * The words of a language with forms that only they can have, although they could be forms of settled words themselves. An ending follows
 * another in one order alone: no plural is built on `odam` as a possessive of `oda`.
 */
function ownAmong(words: ReadonlyMap<string, KnownWord>, settled: ReadonlySet<string>): readonly string[] {
  const stems = new Map<string, readonly string[]>();
  for (const { folded, forms } of words.values()) {
    const others = forms.filter((form) => form !== folded && settled.has(form));
    if (others.length > 0) stems.set(folded, others);
  }
  const own = new Set<string>();
  for (const { folded, forms } of words.values()) {
    for (const form of forms) {
      const others = form === folded ? undefined : stems.get(form);
      if (others !== undefined && !others.some((other) => forms.includes(other))) own.add(form);
    }
  }
  return [...own];
}

/** Letters of a stem that hardly comes about by chance. */
const longStem = 5;

/** Of the commonest word its commonest spelling; of two as common the one of small letters. */
function commonestSpelling(words: readonly KnownWord[]): string {
  const commonest =
    words.length === 1 ? words[0]?.folded : largest(summed(words.map((word) => [word.folded, word.count])));
  const own = words.filter(({ folded }) => folded === commonest).flatMap(({ spelled }) => [...spelled]);
  return own.length === 1
    ? (own[0]?.[0] ?? "")
    : largest(summed(own.toSorted(([one], [other]) => compare(other, one))));
}

function summed(counts: readonly (readonly [word: string, count: number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [word, count] of counts) sums.set(word, (sums.get(word) ?? 0) + count);
  return sums;
}

function largest(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
