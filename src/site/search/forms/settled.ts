import { formsOf } from "./forms.ts";

/** A form that texts have words of, as the index keeps it. */
export interface IndexForm {
  readonly form: string;
  /** How many texts hold a word of it. */
  readonly texts: number;
  /** Whether some word can be looked up under this form alone. */
  readonly settled: boolean;
  /** Its commonest word, folded. */
  readonly word: string;
}

/** A text as its words: folded, with the language whose rules they follow. */
export interface FoldedText {
  readonly words: readonly string[];
  /** BCP 47 tag. */
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
 */
export function unambiguousStems(texts: readonly FoldedText[]): UnambiguousStems {
  const known = new Map<string, Map<string, KnownWord>>();
  const wordsOfTexts = texts.map(({ words, language }) => {
    const ofLanguage = known.get(language) ?? new Map<string, KnownWord>();
    known.set(language, ofLanguage);
    return words.map((folded) => {
      const word = ofLanguage.get(folded) ?? {
        folded,
        forms: formsOf(folded, language),
        count: 0,
        kept: [],
        numbers: [],
      };
      ofLanguage.set(folded, word);
      word.count += 1;
      return word;
    });
  });
  const words = [...known.values()].flatMap((ofLanguage) => [...ofLanguage.values()]);
  const settled = new Set(words.flatMap(({ forms }) => (forms.length === 1 ? forms : [])));
  const kept = new Map<string, KeptForm>();
  for (const word of words) {
    const first = word.forms.find((form) => settled.has(form));
    word.kept = (first === undefined ? word.forms : [first]).map((form) => {
      const entry = kept.get(form) ?? { form, texts: 0, last: -1, words: new Map(), number: 0 };
      kept.set(form, entry);
      entry.words.set(word.folded, (entry.words.get(word.folded) ?? 0) + word.count);
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
      settled: settled.has(form),
      word: commonest(words),
    })),
    texts: wordsOfTexts.map((text) => text.map((word) => word.numbers)),
  };
}

/** A word of some text: worked out once, because a text of an archive has many words and few that are new. */
interface KnownWord {
  readonly folded: string;
  readonly forms: readonly string[];
  count: number;
  kept: readonly KeptForm[];
  numbers: readonly number[];
}

interface KeptForm {
  readonly form: string;
  texts: number;
  /** The last text that was counted. */
  last: number;
  readonly words: Map<string, number>;
  number: number;
}

function commonest(words: ReadonlyMap<string, number>): string {
  return [...words].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
