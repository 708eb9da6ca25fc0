import type { LanguageTable } from "../languages/language.ts";
import { daysOf, type Found, type Naming } from "../naming.ts";
import type { Reader } from "./reader.ts";
import { after, before, flagsOf, numberIn, oneOf, oneOfNumbered, withPlainDigits } from "./words.ts";

/** Days with their month in words: `February 6, 2026`, `9-10 February 2026`, `с 23 по 24 января`, `10. Februar 2025`, `le 1er février`. */
export function monthNameReader(languages: readonly LanguageTable[]): Reader {
  const shapes = languages.map((language) => ({
    name: `month-names/${language.code}`,
    dayFirst: dayFirst(language, gregorianYear),
    monthFirst: language.monthFirst ? [monthFirst(language)] : [],
  }));
  return {
    name: "month-names",
    example: "On February 6, 2026 it rained",
    refuses: "it may 5 times",
    read: (published) => {
      const text = withPlainDigits(published);
      const places = dayNumbers(text);
      if (places.length === 0) return [];
      return shapes.flatMap(({ name, dayFirst, monthFirst }) =>
        [
          ...matchesAt(text, places, dayFirst),
          ...monthFirst.flatMap((pattern) => [...text.matchAll(pattern)]),
        ].flatMap((match) => foundIn(match, name, daysOf)),
      );
    },
  };
}

const gregorianYear = "(?:1[0-9]|20)\\d\\d";
const day = "0?[1-9]|[12]\\d|3[01]";
const dayNumber = /(?<![\p{L}\p{N}])(?<!\d[.,:/])[0-3]?\d(?![\d:%])/gu;

/** Places of the numbers that may be days. There are few in a text, so that the patterns of many languages can be tried at each. */
export function dayNumbers(text: string): readonly number[] {
  return /\d/u.test(text) ? Array.from(text.matchAll(dayNumber), ({ index }) => index) : [];
}

/** What a sticky pattern matches at the places, no two over the same words. */
export function matchesAt(text: string, places: readonly number[], pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let end = 0;
  for (const place of places) {
    if (place < end) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    end = pattern.lastIndex;
    matches.push(match);
  }
  return matches;
}

/** A sticky pattern for a day before its month, to be tried at the places of `dayNumbers`. */
export function dayFirst(language: LanguageTable, year: string): RegExp {
  const of = language.ofWords.length > 0 ? `(?:${oneOf(language.ofWords)}\\s+)?` : "";
  const source = `(?<day>${day})${ending(language)}${range(language)}\\s*${of}${months(language)}${yearAfter(language, year)}${after}`;
  return new RegExp(source, flagsOf(language).replace("g", "y"));
}

function monthFirst(language: LanguageTable): RegExp {
  const source = `${before}${months(language)}\\s*(?<day>${day})(?![\\d:])${ending(language)}${range(language)}${yearAfter(language, gregorianYear)}${after}`;
  return new RegExp(source, flagsOf(language));
}

function months(language: LanguageTable): string {
  return oneOfNumbered(language.months);
}

function ending(language: LanguageTable): string {
  return language.dayEndings.length > 0 ? `${oneOf(language.dayEndings)}?` : "";
}

function range(language: LanguageTable): string {
  return `(?:\\s*(?:[-–—]|\\s${oneOf(language.rangeWords)}\\s)\\s*(?<lastDay>${day})(?![\\d:])${ending(language)})?`;
}

function yearAfter(language: LanguageTable, year: string): string {
  const joint = language.yearJoints.length > 0 ? `(?:${oneOf(language.yearJoints)}\\s+)?` : "";
  const ending = language.yearEndings.length > 0 ? `(?:\\s*${oneOf(language.yearEndings)})?` : "";
  return `(?:\\s*[,،]?\\s+${joint}(?<year>${year})(?![\\d:.,]\\d)${ending})?`;
}

/** The days of a match, by a calendar that turns months and days into days of ours. */
export function foundIn(
  match: RegExpExecArray,
  reader: string,
  calendar: (month: number, first: number, last: number, year: number | undefined) => Naming | undefined,
): readonly Found[] {
  const { day, lastDay = day, year } = match.groups ?? {};
  const month = numberIn(match.groups);
  if (month === undefined) return [];
  const naming = calendar(month, Number(day), Number(lastDay), year === undefined ? undefined : Number(year));
  return naming ? [{ naming, start: match.index, end: match.index + match[0].length, reader }] : [];
}
