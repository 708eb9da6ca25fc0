import { searchWords, type Word } from "./forms/words.ts";

/** The words of a question, each of which a post must hold. */
export interface Terms {
  readonly words: readonly Term[];
  readonly phrases: readonly Phrase[];
}

/** One word as it was typed. */
export interface Term {
  readonly typed: string;
  readonly folded: string;
  /** `begun`: any word that begins so will do (`конфл*`, or one letter of Chinese); `last`: it may still be typed. */
  readonly kind: "whole" | "last" | "begun";
}

/** Words in quotes: a post must hold them as they stand, in this order. */
export interface Phrase {
  readonly typed: string;
  readonly words: readonly Word[];
}

/** Takes apart what a reader typed: words, beginnings of words with `*`, phrases in quotes of any language. */
export function termsIn(typed: string): Terms {
  const phrases: Phrase[] = [];
  const loose = typed.replace(quoted, (_, inside: string) => {
    const words = partsAlone(searchWords(inside));
    if (words.length > 0) phrases.push({ typed: inside.trim(), words });
    return " ".repeat(inside.length + 2);
  });
  const words = partsAlone(searchWords(loose)).map((word): Term => {
    const end = loose.slice(word.end);
    const begun = end.startsWith("*") || word.kind === "letter";
    const kind = begun ? "begun" : end === "" ? "last" : "whole";
    return { typed: loose.slice(word.start, word.end), folded: word.folded, kind };
  });
  return { words: uniqueTerms([...words, ...phrases.flatMap(termsOfPhrase)]), phrases };
}

/** Whether a text holds the phrase: the same words, case and accents aside, one after the other. */
export function holdsPhrase(text: string, { words }: Phrase): boolean {
  const places = new Map<number, string[]>();
  for (const word of searchWords(text)) {
    if (word.places > 1) continue;
    const at = places.get(word.place) ?? [];
    places.set(word.place, at);
    at.push(word.folded);
  }
  const first = words[0]?.place ?? 0;
  return [...places.keys()].some((start) =>
    words.every((word) => {
      const found = places.get(start + word.place - first) ?? [];
      return found.some((folded) => (word.kind === "letter" ? folded.startsWith(word.folded) : folded === word.folded));
    }),
  );
}

/** A question that ends in the middle of a quote is searched as if the quote were closed. */
const quoted = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;

/** The words without names made of several of them, whose parts stand beside them. */
function partsAlone(words: readonly Word[]): readonly Word[] {
  return words.filter((word, index) => {
    if (word.places > 1) return false;
    const before = words[index - 1];
    // The last letter of a run is held by the pair before it.
    return word.kind !== "letter" || before?.kind !== "pair" || before.end !== word.end;
  });
}

function termsOfPhrase({ words }: Phrase): readonly Term[] {
  return words.map(({ folded, kind }) => ({ typed: folded, folded, kind: kind === "letter" ? "begun" : "whole" }));
}

function uniqueTerms(terms: readonly Term[]): readonly Term[] {
  const seen = new Map<string, Term>();
  for (const term of terms) if (!seen.has(term.folded)) seen.set(term.folded, term);
  return [...seen.values()];
}
