import { formsOf } from "./forms/forms.ts";
import type { Inflections } from "./forms/inflection.ts";
import { searchWords, type Word } from "./forms/words.ts";
import { isName } from "./terms.ts";

/** What a reader searched for, as forms: a post shows them marked. */
export interface Wanted {
  readonly forms: ReadonlySet<string>;
  /** Beginnings of folded words. */
  readonly beginnings: readonly string[];
  /** Names of capitals, `US`, which are marked as they stand. */
  readonly names?: readonly string[];
}

/** What is wanted, and the endings of languages that tell what are forms of it. */
export interface WantedForms extends Wanted {
  readonly inflections: Inflections;
}

/** A stretch of a text, in UTF-16 units; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text that a reader searched for, in order and apart from each other. `language`: BCP 47 tag of the text. */
export function stretchesOf(text: string, language: string, wanted: WantedForms): readonly Stretch[] {
  const stretches: Stretch[] = [];
  // A word with hyphens comes behind its parts.
  for (const word of searchWords(text).toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const isNamed = wanted.names?.some((name) => word.places === 1 && isName(text.slice(word.start, word.end), name));
    if (!isNamed && !isWanted(word, language, wanted)) continue;
    const last = stretches.at(-1);
    if (last !== undefined && word.start < last.end) {
      if (word.end > last.end) stretches[stretches.length - 1] = { start: last.start, end: word.end };
    } else stretches.push({ start: word.start, end: word.end });
  }
  return stretches;
}

function isWanted({ folded }: Word, language: string, { forms, beginnings, inflections }: WantedForms): boolean {
  return (
    beginnings.some((beginning) => folded.startsWith(beginning)) ||
    formsOf(folded, language, inflections).some((form) => forms.has(form))
  );
}
