import type { LanguageTable } from "./language.ts";
import { languages } from "./languages.ts";

/**
 * The languages a text is in, in the order of the table: of the languages that share a script the one whose words it uses most, and any that
 * comes near (a post is often said twice). Where no word tells, the first of each script is taken. A language without `signs` is always among
 * them. It is a guess for choosing words to look for, no statement on the text.
 */
export function detectedIn(text: string): readonly LanguageTable[] {
  const counts = countsOf(text);
  return languages.filter((language) => {
    const rivals = rivalsOf.get(language);
    const silent = rivals?.every((rival) => !counts.has(rival));
    return silent ? rivals?.[0] === language : fits(language, counts);
  });
}

/** Whether nothing in a text speaks against its being in a language: a text of a few names may be in any. */
export function mayBeIn(text: string, language: LanguageTable): boolean {
  return fits(language, countsOf(text));
}

/** How many words of each language a text holds. */
function countsOf(text: string): ReadonlyMap<LanguageTable, number> {
  const counts = new Map<LanguageTable, number>();
  for (const word of text.slice(0, enough).toLowerCase().match(words) ?? []) {
    for (const language of byWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}

function fits(language: LanguageTable, counts: ReadonlyMap<LanguageTable, number>): boolean {
  const own = counts.get(language) ?? 0;
  const best = Math.max(...(rivalsOf.get(language) ?? []).map((rival) => counts.get(rival) ?? 0));
  return own >= best || (own >= some && own * 2 >= best);
}

/** A language is spoken in a part of the text if it has some of its words there, and not many fewer than the leading one. */
const some = 3;

/** Letters of a text that are enough to tell its languages. */
const enough = 1000;

/** Whole words of any alphabet: `są` is no `s`, and `że` no `e`. */
const words = /[\p{L}\p{M}]+/gu;

const byWord = new Map<string, LanguageTable[]>();
for (const language of languages) {
  for (const word of language.signs ?? []) byWord.set(word, [...(byWord.get(word) ?? []), language]);
}

/** Languages whose texts could be taken for each other's: those with signs in the same script. */
const rivalsOf: ReadonlyMap<LanguageTable, readonly LanguageTable[]> = new Map(
  languages
    .filter(({ signs }) => signs !== undefined)
    .map((language) => [
      language,
      languages.filter((other) => other.signs !== undefined && scriptOf(other) === scriptOf(language)),
    ]),
);

function scriptOf({ code }: LanguageTable): string | undefined {
  return new Intl.Locale(code).maximize().script;
}
