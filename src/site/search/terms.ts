import { searchWords, type Word } from "./forms/words.ts";

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

/** A quote as a phrase; nothing where it has no word. */
export function phraseOf(quoted: string): Phrase | undefined {
  const words = partsAlone(searchWords(quoted));
  return words.length === 0 ? undefined : { typed: quoted.trim(), words };
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

/** The words without names made of several of them, whose parts stand beside them. */
export function partsAlone(words: readonly Word[]): readonly Word[] {
  return words.filter((word, index) => {
    if (word.places > 1 || word.kind === "joined") return false;
    const before = words[index - 1];
    // The last letter of a run is held by the pair before it.
    return word.kind !== "letter" || before?.kind !== "pair" || before.end !== word.end;
  });
}

/** The words of a phrase, each of which a post must hold. */
export function termsOfPhrase({ words }: Phrase): readonly Term[] {
  return words.map(({ folded, kind }) => ({ typed: folded, folded, kind: kind === "letter" ? "begun" : "whole" }));
}

/** Each term once. */
export function uniqueTerms(terms: readonly Term[]): readonly Term[] {
  const seen = new Map<string, Term>();
  for (const term of terms) if (!seen.has(term.folded)) seen.set(term.folded, term);
  return [...seen.values()];
}

/** Whether a text holds a name of capitals, with points between them or without. */
export function holdsName(text: string, name: string): boolean {
  return searchWords(text).some((word) => word.places === 1 && isName(text.slice(word.start, word.end), name));
}

/** Whether a word as it stands in a text is a name of capitals: `U.S.` is `US`, `us` is not. */
export function isName(word: string, name: string): boolean {
  return word.replace(/\.|['’]s$/gu, "") === name;
}
