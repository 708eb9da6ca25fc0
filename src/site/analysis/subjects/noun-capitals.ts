import { wordKey } from "../../../text/word-key.ts";
import type { Corpus } from "../corpus.ts";

/** A language writes its nouns with capitals where they are at least this share of the words inside sentences. */
const nounShare = 0.2;
/** `Fischerei-Hafen`; `HGB-Schiff` is of a name. */
const nounsJoined = /^\p{Lu}[^\p{Lu}-]*(?:-\p{Lu}[^\p{Lu}-]*)+$/u;
/** How many words a language is judged by. */
const fewestWords = 300;

/** Texts in whose languages capitals mark no names, since all nouns bear them, as in German. */
export class NounCapitals {
  /** By form, whether it has one capital, its first letter, in whatever place of a compound. */
  private readonly nounLike: readonly boolean[];
  private readonly found = new Set<string>();

  /** `languages`: those of the texts, by index. */
  constructor(
    private readonly corpus: Corpus,
    private readonly languages: readonly string[],
  ) {
    this.nounLike = corpus.forms.map(({ text }) => /^\p{Lu}[^\p{Lu}]*$/u.test(text));
    const counts = new Map<string, { words: number; capitals: number }>();
    for (let text = 0; text < corpus.size; text += 1) {
      const language = languages[text] ?? "und";
      const own = counts.get(language) ?? { words: 0, capitals: 0 };
      counts.set(language, own);
      for (const form of this.freeForms(text)) {
        own.words += 1;
        if (this.nounLike[form] === true) own.capitals += 1;
      }
    }
    for (const [language, { words, capitals }] of counts)
      if (words >= fewestWords && capitals >= words * nounShare) this.found.add(language);
  }

  /** Whether a text, by its index, is in such a language. */
  has(text: number): boolean {
    return this.found.has(this.languages[text] ?? "und");
  }

  /**
   * The words of such texts that may be nouns, as keys of names of one word; those of several nouns too (`Fischerei-Hafen`), where
   * the last of them is a word of its own elsewhere.
   */
  nouns(): ReadonlySet<string> {
    const nouns = new Set<string>();
    const compounds = new Set<number>();
    for (let text = 0; text < this.corpus.size; text += 1) {
      if (!this.has(text)) continue;
      for (const form of this.freeForms(text)) {
        if (this.nounLike[form] === true) nouns.add(`${this.corpus.forms[form]?.word ?? 0}`);
        else if (nounsJoined.test(this.corpus.forms[form]?.text ?? "")) compounds.add(form);
      }
    }
    const alone = new Set([...nouns].map((word) => this.corpus.keys[Number(word)]));
    for (const form of compounds) {
      const { text = "", word = 0 } = this.corpus.forms[form] ?? {};
      if (alone.has(wordKey(text.split("-").at(-1) ?? ""))) nouns.add(`${word}`);
    }
    return nouns;
  }

  /** The words inside the sentences of a text, whose capitals are a matter of their own. */
  private *freeForms(text: number): Generator<number> {
    for (const { forms, free } of this.corpus.runsOf(text))
      for (let at = free; at < forms.length; at += 1) yield forms[at] ?? 0;
  }
}
