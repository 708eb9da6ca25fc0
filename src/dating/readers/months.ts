import type { LanguageTable } from "../languages/language.ts";
import { type Found, lengthOfMonth } from "../naming.ts";
import { matchesAt } from "./month-names.ts";
import type { Reader } from "./reader.ts";
import { after, anyCase, before, flagsOf, numberIn, oneOf, oneOfNumbered, withPlainDigits } from "./words.ts";

const year = "20[0-4]\\d";
const yearNumber = /(?<!\d)20[0-4]\d(?!\d)/gu;

/** Both readers of this file try the patterns of all languages only where a year stands. */
function yearNumbers(text: string): readonly number[] {
  return Array.from(text.matchAll(yearNumber), ({ index }) => index);
}

/** A month and its year without a day: `in November 2025`, `в ноябре 2025 года`, `febrero de 2025`, `2025年2月`. */
export function monthReader(languages: readonly LanguageTable[]): Reader {
  const shapes = languages
    .filter(({ unspaced }) => !unspaced)
    .map((language) => ({ name: `months/${language.code}`, pattern: monthBeforeYear(language) }));
  return {
    name: "months",
    example: "in November 2025",
    refuses: "on 5 November 2025",
    read: (published) => {
      const text = withPlainDigits(published);
      const places = yearNumbers(text);
      if (places.length === 0) return [];
      return [...shapes, { name: "months/han", pattern: hanMonth }].flatMap(({ name, pattern }) =>
        matchesAt(text, places, pattern).flatMap((match) => monthIn(match, name)),
      );
    },
  };
}

const hanMonth = /(?<year>20[0-4]\d)\s?年\s?(?<month>1[0-2]|0?[1-9])\s?月(?:份)?(?!\s?\d)/uy;

/** A sticky pattern that looks from a year back at the month. The endings of a day before the month show that another reader has it. */
function monthBeforeYear(language: LanguageTable): RegExp {
  const names = language.months.map((words) => (language.caseCounts ? words : anyCase(words)));
  const joint = language.yearJoints.length > 0 ? `(?:${oneOf(language.yearJoints)}\\s+)?` : "";
  const lead = `(?<![\\p{L}\\p{N}]|\\d\\.?\\s|\\d\\sde\\s|\\d(?:st|nd|rd|th|er)\\s)${oneOfNumbered(names)}[,،]?\\s+${joint}`;
  return new RegExp(`(?<=(?<lead>${lead}))(?<year>${year})${after}`, "uy");
}

function monthIn(match: RegExpExecArray, reader: string): readonly Found[] {
  const { lead = "", month: monthNumber, year: yearText } = match.groups ?? {};
  const year = Number(yearText);
  const month = numberIn(match.groups) ?? Number(monthNumber);
  const naming = {
    kind: "days",
    precision: "month",
    first: { year, month, day: 1 },
    last: { year, month, day: lengthOfMonth(year, month) },
  } as const;
  return [{ naming, start: match.index - lead.length, end: match.index + match[0].length, reader }];
}

/** A bare year where the words around it say that it is one: `in 2025`, `2025 год`, `im Jahr 2025`, `2025年`. */
export function yearReader(languages: readonly LanguageTable[]): Reader {
  const shapes = languages.map((language) => ({ name: `years/${language.code}`, pattern: yearAmongWords(language) }));
  return {
    name: "years",
    example: "in 2025",
    refuses: "for 2025 people",
    read: (published) => {
      const text = withPlainDigits(published);
      const places = yearNumbers(text);
      if (places.length === 0) return [];
      return shapes.flatMap(({ name, pattern }) =>
        matchesAt(text, places, pattern).flatMap((match) => yearIn(match, name)),
      );
    },
  };
}

/** Where a language marks its years (`2025 год`), a bare number after a preposition is more often a count. */
function yearAmongWords(language: LanguageTable): RegExp {
  const flags = flagsOf(language).replace("g", "y");
  if (language.unspaced) return new RegExp(`(?<year>${year})\\s?${oneOf(language.yearEndings)}`, flags);
  if (language.yearEndings.length > 0) {
    return new RegExp(`${before}(?<year>${year})\\s*${oneOf(language.yearEndings)}${after}`, flags);
  }
  const noCount = "(?![\\d:.,%-]*[\\d%])(?!\\s+(?:people|pieces|years))";
  return new RegExp(
    `(?<=(?<lead>${before}${oneOf(language.yearLeads)}\\s+))(?<year>${year})${noCount}${after}`,
    flags,
  );
}

function yearIn(match: RegExpExecArray, reader: string): readonly Found[] {
  const { lead = "", year: yearText } = match.groups ?? {};
  const year = Number(yearText);
  const naming = {
    kind: "days",
    precision: "year",
    first: { year, month: 1, day: 1 },
    last: { year, month: 12, day: 31 },
  } as const;
  return [{ naming, start: match.index - lead.length, end: match.index + match[0].length, reader }];
}
