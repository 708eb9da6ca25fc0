import type { DayExample, LanguageTable } from "../languages/language.ts";

/** Nothing of a word or number stands directly before or after. `https` may be glued to a word: pages drop the space before an address. */
export const before = "(?<![\\p{L}\\p{N}])";
/**
 * Roughly the same, for patterns without the `u` flag, which searches long texts two to three times as fast: no place that `before` allows is
 * refused. What it finds is looked at again with `before`.
 */
export const roughlyBefore = "(?<![A-Za-zА-Яа-я\\d])";
/** No letter or digit follows; an address glued to the word may. */
export const after = "(?=https?:|[^\\p{L}\\p{N}]|$)";

/** One of the words, longest first, so that `Sept.` is not read as `Sep`; nothing, where there are none. */
export function oneOf(words: readonly string[]): string {
  if (words.length === 0) return "(?!)";
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

/** Escapes such as `\\p{L}` and `\\d` keep their letters. */
function capitals(source: string): string {
  return source.replace(/\\p\{\p{L}+\}|\\\p{L}|\p{Ll}/gu, (part) => (part.length === 1 ? part.toUpperCase() : part));
}

/** All matches of a global pattern. Most texts have none, and are spared the copy of the pattern that `String.matchAll` makes each time. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return noMatches;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return matches;
}

const noMatches: readonly RegExpExecArray[] = [];

/** Pattern flags of a language. */
export function flagsOf(language: LanguageTable): string {
  return language.caseCounts ? "gu" : "giu";
}

/** Finds which of the numbered lists a word belongs to, counted from 1. */
export function numbering(lists: readonly (readonly string[])[], flags: string): (word: string) => number | undefined {
  const patterns = lists.map((words) => new RegExp(`^${oneOf(words)}$`, flags.replace("g", "")));
  const known = new Map<string, number>();
  return (word) => {
    const seen = known.get(word);
    if (seen !== undefined) return seen;
    const place = patterns.findIndex((pattern) => pattern.test(word)) + 1;
    if (place === 0) return undefined;
    known.set(word, place);
    return place;
  };
}

/** What an extractor of a language reads and refuses; empty, and so found by the tests, where the table gives none. */
export function exampleOf(
  language: LanguageTable | undefined,
  extractor: keyof NonNullable<LanguageTable["examples"]>,
): DayExample {
  return language?.examples?.[extractor] ?? { example: "", refuses: "" };
}
