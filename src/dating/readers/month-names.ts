import { mayBeIn } from "../languages/heard.ts";
import type { LanguageTable } from "../languages/language.ts";
import { daysOf, type Found } from "../naming.ts";
import type { Reader } from "./reader.ts";
import { after, before, flagsOf, numbering, oneOf } from "./words.ts";

/** Days with their month in words: `February 6, 2026`, `9-10 February 2026`, `с 23 по 24 января`. */
export function monthNameReader(language: LanguageTable): Reader {
  const patterns = [dayFirst(language), ...(language.monthFirst ? [monthFirst(language)] : [])];
  const monthOf = numbering(language.months, flagsOf(language));
  const shortMonthOf = numbering(language.shortMonths ?? [], flagsOf(language));
  const monthAt = (match: RegExpMatchArray): number | undefined => {
    const word = match.groups?.month ?? "";
    return monthOf(word) ?? (isSure(match) && mayBeIn(match.input ?? "", language) ? shortMonthOf(word) : undefined);
  };
  return {
    name: `month-names/${language.code}`,
    ...language.examples.day,
    read: (text) => patterns.flatMap((pattern) => readAll(text, pattern, monthAt, language.code)),
  };
}

/** Words that are months among other things are months beside a year, alone in a line or alone in brackets. */
function isSure(match: RegExpMatchArray): boolean {
  if (match.groups?.year !== undefined) return true;
  const [text, start] = [match.input ?? "", match.index ?? 0];
  return (
    /(?:^|[\n(])[^\p{L}\p{N}\n(]*$/u.test(text.slice(0, start)) &&
    /^[^\p{L}\p{N}\n)]*(?:[\n)]|$)/u.test(text.slice(start + match[0].length))
  );
}

const day = "0?[1-9]|[12]\\d|3[01]";

function dayFirst(language: LanguageTable): RegExp {
  const ending = language.dayEndings.length > 0 ? `${oneOf(language.dayEndings)}?` : "";
  const of = language.ofWords.length > 0 ? `(?:${oneOf(language.ofWords)}\\s+)?` : "";
  const source = `${before}(?<![\\d][.,:/])(?<day>${firstDay(language)})${ending}${range(language, ending)}\\s*${of}(?<month>${months(language)})${year(language)}${after}`;
  return new RegExp(source, flagsOf(language));
}

function monthFirst(language: LanguageTable): RegExp {
  const ending = language.dayEndings.length > 0 ? `${oneOf(language.dayEndings)}?` : "";
  const source = `${before}(?<month>${months(language)})\\s*(?<day>${day})(?![\\d:])${ending}${range(language, ending)}${year(language)}${after}`;
  return new RegExp(source, flagsOf(language));
}

function firstDay({ firstWords }: LanguageTable): string {
  return firstWords ? `${day}|${oneOf(firstWords)}` : day;
}

function months(language: LanguageTable): string {
  return oneOf([...language.months, ...(language.shortMonths ?? [])].flat());
}

function range(language: LanguageTable, ending: string): string {
  return `(?:\\s*(?:[-–—]|\\s${oneOf(language.rangeWords)}(?:\\s|(?<=['’])))\\s*(?<lastDay>${day})(?![\\d:])${ending})?`;
}

function year(language: LanguageTable): string {
  const ending = language.yearEndings.length > 0 ? `(?:\\s*${oneOf(language.yearEndings)})?` : "";
  const lead = language.beforeYear ? `(?:${oneOf(language.beforeYear)}\\s+)?` : "";
  return `(?:\\s*,?\\s+${lead}(?<year>(?:1[0-9]|20)\\d\\d)(?![\\d:.,]\\d)${ending})?`;
}

function readAll(
  text: string,
  pattern: RegExp,
  monthAt: (match: RegExpMatchArray) => number | undefined,
  code: string,
): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const { day: dayText, lastDay, year: yearText } = match.groups ?? {};
    const month = monthAt(match);
    if (month === undefined) continue;
    const first = /^\d/u.test(dayText ?? "") ? Number(dayText) : 1;
    const last = lastDay === undefined ? first : Number(lastDay);
    const naming = daysOf(month, first, last, yearText === undefined ? undefined : Number(yearText));
    if (naming) {
      found.push({ naming, start: match.index, end: match.index + match[0].length, reader: `month-names/${code}` });
    }
  }
  return found;
}
