import type { LanguageTable } from "../languages/language.ts";

/** Nothing of a word or number stands directly before or after. `https` may be glued to a word: pages drop the space before an address. */
export const before = "(?<![\\p{L}\\p{N}])";
export const after = "(?=https?:|[^\\p{L}\\p{N}]|$)";

/** One of the words, longest first, so that `Sept.` is not read as `Sep`. */
export function oneOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
}

/**
 * Words with a small or a capital first letter, and all in capitals. Patterns that ignore case throughout are several times slower on
 * Cyrillic, and long texts are searched for these words from end to end.
 */
export function anyCase(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => [
    word.replace(/^(?<letter>\p{Ll})/u, (letter) => `[${letter}${letter.toUpperCase()}]`),
    capitals(word),
  ]);
}

/** Escapes such as `\\p{L}` and `\\s` keep their letters. */
function capitals(source: string): string {
  return source.replace(/\\p\{\p{L}+\}|\\u200c|\\\p{L}|\p{Ll}/gu, (part) =>
    part.length === 1 ? part.toUpperCase() : part,
  );
}

/** Pattern flags of a language. */
export function flagsOf(language: LanguageTable): string {
  return language.caseCounts ? "gu" : "giu";
}

/** A pattern for any word of the numbered lists; `numberIn` tells from its groups which list the word is of, counted from 1. */
export function oneOfNumbered(lists: readonly (readonly string[])[]): string {
  return `(?:${lists.flatMap((words, index) => (words.length > 0 ? [`(?<n${index + 1}>${oneOf(words)})`] : [])).join("|")})`;
}

export function numberIn(groups: Readonly<Record<string, string | undefined>> | undefined): number | undefined {
  for (let number = 1; number <= 12; number++) if (groups?.[`n${number}`] !== undefined) return number;
  return undefined;
}

const otherDigits = /[٠-٩۰-۹]/u;

/** Arabic-Indic and Persian digits as plain ones; every place in the text stays the same. */
export function withPlainDigits(text: string): string {
  if (!otherDigits.test(text)) return text;
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
