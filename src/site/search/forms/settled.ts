import { formsOf } from "./forms.ts";

/** A form that texts have words of, as the index keeps it. */
export interface Form {
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

/** The forms of many texts, and under which of them each word is looked up. */
export interface SettledForms {
  /** In the order of their UTF-16 units. */
  readonly forms: readonly Form[];
  /** One form, or all that the word may have where nothing settles it. */
  of(folded: string, language: string): readonly string[];
}

/**
 * Settles the forms of words by all words of the texts. `город` may be `город` or, with a fleeting vowel, `горд`; but
 * `города` can only be `город`: so that form is settled, and `город` is looked up under it alone. `посол` may be
 * `посол` or `посл`, and `посла` settles the second. Where nothing settles a word it is kept under every form it may
 * have, so that no word of its kind misses it.
 */
export function settledForms(texts: readonly FoldedText[]): SettledForms {
  const candidates = new Map<string, readonly string[]>();
  const candidatesOf = (folded: string, language: string): readonly string[] => {
    const key = `${language} ${folded}`;
    const known = candidates.get(key) ?? formsOf(folded, language);
    candidates.set(key, known);
    return known;
  };
  const settled = new Set<string>();
  for (const { words, language } of texts) {
    for (const word of words) {
      const forms = candidatesOf(word, language);
      if (forms.length === 1) for (const form of forms) settled.add(form);
    }
  }
  const chosen = new Map<string, readonly string[]>();
  const of = (folded: string, language: string): readonly string[] => {
    const key = `${language} ${folded}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const forms = candidatesOf(folded, language);
    const first = forms.find((form) => settled.has(form));
    const choice = first === undefined ? forms : [first];
    chosen.set(key, choice);
    return choice;
  };
  return { forms: counted(texts, of, settled), of };
}

function counted(texts: readonly FoldedText[], of: SettledForms["of"], settled: ReadonlySet<string>): readonly Form[] {
  const found = new Map<string, { texts: number; last: number; readonly words: Map<string, number> }>();
  for (const [index, { words, language }] of texts.entries()) {
    for (const word of words) {
      for (const form of of(word, language)) {
        const entry = found.get(form) ?? { texts: 0, last: -1, words: new Map<string, number>() };
        found.set(form, entry);
        if (entry.last !== index) entry.texts += 1;
        entry.last = index;
        entry.words.set(word, (entry.words.get(word) ?? 0) + 1);
      }
    }
  }
  return [...found]
    .map(([form, entry]) => ({ form, texts: entry.texts, settled: settled.has(form), word: commonest(entry.words) }))
    .sort((one, other) => (one.form < other.form ? -1 : 1));
}

function commonest(words: ReadonlyMap<string, number>): string {
  return [...words].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
