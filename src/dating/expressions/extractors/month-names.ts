import { daysOf, type FoundExpression } from "../date-expression.ts";
import { mayBeIn } from "../languages/detected.ts";
import type { LanguageTable } from "../languages/language.ts";
import type { Reader } from "./extractor.ts";
import { after, anyCase, before, exampleOf, flagsOf, matchesIn, numbering, oneOf, roughlyBefore } from "./words.ts";

/** Days with their month in words, in every language: `February 6, 2026`, `9-10 February 2026`, `с 23 по 24 января`, `6 de abril de 2025`. */
export function monthNamesReader(languages: readonly LanguageTable[]): Reader {
  const readings = languages.map(readingOf);
  const candidate = candidatesOf(languages);
  return {
    name: "month-names",
    ...exampleOf(languages[0], "day"),
    read: (text) => {
      const candidates = matchesIn(text, candidate).map(({ index }) => index);
      return readings.flatMap((reading) => [
        ...readAt(text, candidates, reading.dayFirst, reading),
        ...(reading.monthFirst ? readMonthFirst(text, reading.monthFirst, reading) : []),
      ]);
    },
  };
}

/** The same in one language. */
export function monthNameReader(language: LanguageTable): Reader {
  return {
    ...monthNamesReader([language]),
    name: `month-names/${language.code}`,
  };
}

/** A day behind its month. */
interface MonthFirst {
  /** The figure behind a month, which stands in the group `head` with what parts them: figures are few, and looked for many times as fast as months. */
  readonly candidate: RegExp;
  /** Sticky. */
  readonly pattern: RegExp;
}

interface MonthReading {
  readonly code: string;
  /** Sticky: it is tried at the candidates alone, which are found once for all languages. */
  readonly dayFirst: RegExp;
  readonly monthFirst: MonthFirst | undefined;
  readonly monthAt: (match: RegExpMatchArray) => number | undefined;
}

function readingOf(language: LanguageTable): MonthReading {
  const flags = flagsOf(language);
  const sure = numbering(language.months, flags);
  const shared = numbering(language.sharedMonths ?? [], flags);
  const short = numbering(language.shortMonths ?? [], flags);
  const monthAt = (match: RegExpMatchArray): number | undefined => {
    const word = match.groups?.month ?? "";
    const own = sure(word);
    if (own !== undefined) return own;
    const doubtful = shared(word) ?? (isSure(match) ? short(word) : undefined);
    return doubtful !== undefined && mayBeIn(match.input ?? "", language) ? doubtful : undefined;
  };
  return {
    code: language.code,
    dayFirst: dayFirst(language),
    monthFirst: language.monthFirst ? monthFirst(language) : undefined,
    monthAt,
  };
}

/** Where a day before its month can start: at a number of one or two digits, or at a word for the first. */
function candidatesOf(languages: readonly LanguageTable[]): RegExp {
  const words = languages.flatMap(({ firstWords }) => firstWords ?? []);
  return new RegExp(`${roughlyBefore}(?:\\d{1,2}(?!\\d)${words.length > 0 ? `|${oneOf(anyCase(words))}` : ""})`, "g");
}

/** Words that are months among other things are months beside a year, and alone in a line or in brackets, but for a time of the day: `28 oct, 21:30`. */
function isSure(match: RegExpMatchArray): boolean {
  if (match.groups?.year !== undefined) return true;
  const [text, start] = [match.input ?? "", match.index ?? 0];
  return (
    /(?:^|[\n(])[^\p{L}\p{N}\n(]*$/u.test(text.slice(0, start)) &&
    nothingButTime.test(text.slice(start + match[0].length))
  );
}

const nothingButTime =
  /^(?:[^\p{L}\p{N}\n)]{0,4}(?:\p{L}{1,4}\s){0,2}(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d))?[^\p{L}\p{N}\n)]*(?:[\n)]|$)/u;

const day = "0?[1-9]|[12]\\d|3[01]";

function dayFirst(language: LanguageTable): RegExp {
  const ending = language.dayEndings.length > 0 ? `${oneOf(language.dayEndings)}?` : "";
  const of = language.ofWords.length > 0 ? `(?:${oneOf(language.ofWords)}\\s+)?` : "";
  const source = `${before}(?<![\\d][.,:/])(?<day>${firstDay(language)})${ending}${range(language, ending)}\\s*${of}(?<month>${months(language)})${year(language)}${after}`;
  return new RegExp(source, flagsOf(language).replace("g", "y"));
}

function monthFirst(language: LanguageTable): MonthFirst {
  const ending = language.dayEndings.length > 0 ? `${oneOf(language.dayEndings)}?` : "";
  const source = `${before}(?<month>${months(language)})\\s*(?<day>${day})(?![\\d:])${ending}${range(language, ending)}${year(language)}${after}`;
  const flags = flagsOf(language);
  return {
    candidate: new RegExp(`\\d(?<=${roughlyBefore}(?<head>${months(language)}\\s*)\\d)`, flags.replace("u", "")),
    pattern: new RegExp(source, flags.replace("g", "y")),
  };
}

function firstDay({ firstWords }: LanguageTable): string {
  return firstWords ? `${day}|${oneOf(firstWords)}` : day;
}

function months(language: LanguageTable): string {
  return oneOf([...language.months, ...(language.sharedMonths ?? []), ...(language.shortMonths ?? [])].flat());
}

function range(language: LanguageTable, ending: string): string {
  return `(?:\\s*(?:[-–—]|\\s${oneOf(language.rangeWords)}(?:\\s|(?<=['’])))\\s*(?<lastDay>${day})(?![\\d:])${ending})?`;
}

function year(language: LanguageTable): string {
  const ending = language.yearEndings.length > 0 ? `(?:\\s*${oneOf(language.yearEndings)})?` : "";
  const lead = language.beforeYear ? `(?:${oneOf(language.beforeYear)}\\s+)?` : "";
  return `(?:\\s*,?\\s+${lead}(?<year>(?:1[0-9]|20)\\d\\d)(?![\\d:.,]\\d)${ending})?`;
}

function readAt(
  text: string,
  candidates: readonly number[],
  pattern: RegExp,
  reading: MonthReading,
): readonly FoundExpression[] {
  const found: FoundExpression[] = [];
  let end = 0;
  for (const start of candidates) {
    // `23` and `24` of `с 23 по 24 января` are one row of days.
    if (start < end) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    end = start + match[0].length;
    const one = foundIn(match, reading);
    if (one) found.push(one);
  }
  return found;
}

function readMonthFirst(
  text: string,
  { candidate, pattern }: MonthFirst,
  reading: MonthReading,
): readonly FoundExpression[] {
  const candidates = matchesIn(text, candidate).map(({ index, groups }) => index - (groups?.head ?? "").length);
  return readAt(text, candidates, pattern, reading);
}

function foundIn(match: RegExpExecArray, { code, monthAt }: MonthReading): FoundExpression | undefined {
  const month = monthAt(match);
  if (month === undefined) return undefined;
  const { day: dayText = "", lastDay, year: yearText } = match.groups ?? {};
  const first = /^\d/u.test(dayText) ? Number(dayText) : 1;
  const last = lastDay === undefined ? first : Number(lastDay);
  const expression = daysOf(month, first, last, yearText === undefined ? undefined : Number(yearText));
  if (!expression) return undefined;
  return { expression, start: match.index, end: match.index + match[0].length, extractor: `month-names/${code}` };
}
