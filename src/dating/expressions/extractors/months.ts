import { type FoundExpression, lengthOfMonth, wholeYear } from "../date-expression.ts";
import type { LanguageTable } from "../languages/language.ts";
import type { Reader } from "./extractor.ts";
import { after, anyCase, before, exampleOf, flagsOf, matchesIn, numbering, oneOf } from "./words.ts";

/** Months with their years and bare years, in every language. Few texts name a year, and words far from it are no part of its name. */
export function monthsReader(languages: readonly LanguageTable[]): Reader {
  const inTurn = [...languages.map(monthReader), ...languages.map(yearReader)];
  return {
    name: "months",
    ...exampleOf(languages[0], "month"),
    read: (text) => {
      const stretches = stretchesAroundYears(text);
      return inTurn.flatMap((extractor) =>
        stretches.flatMap(({ start, words }) =>
          extractor.read(words).map((found) => ({ ...found, start: found.start + start, end: found.end + start })),
        ),
      );
    },
  };
}

/** More than any month, its year and what decides about them take up. */
const aroundYear = 80;

const centuries = /20[0-4]\d/g;

/** Where a text names years, the words around them; what lies near to each other is one stretch. */
function stretchesAroundYears(text: string): readonly { readonly start: number; readonly words: string }[] {
  const spans: { readonly start: number; end: number }[] = [];
  for (const { index } of matchesIn(text, centuries)) {
    const start = Math.max(0, index - aroundYear);
    const end = index + aroundYear;
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start, end }) => ({ start, words: text.slice(start, end) }));
}

/** A month and its year without a day: `in November 2025`, `в ноябре 2025 года`. */
export function monthReader(language: LanguageTable): Reader {
  const flags = flagsOf(language);
  const names = language.caseCounts ? language.months.flat() : anyCase(language.months.flat());
  const monthOf = numbering(language.months, flags);
  const endings = language.dayEndings.length > 0 ? `${oneOf(language.dayEndings)}?` : "";
  const of = language.ofWords.length > 0 ? `(?:${oneOf(language.ofWords)}\\s)?` : "";
  const lead = language.beforeYear ? `(?:${oneOf(language.beforeYear)}\\s+)?` : "";
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}]|\\d${endings}\\s${of})(?<month>${oneOf(names)}),?\\s+${lead}(?<year>20[0-4]\\d)${after}`,
    "gu",
  );
  return {
    name: `months/${language.code}`,
    ...exampleOf(language, "month"),
    read: (text) => {
      const found: FoundExpression[] = [];
      for (const match of matchesIn(text, pattern)) {
        const month = monthOf(match.groups?.month ?? "");
        if (month === undefined) continue;
        const year = Number(match.groups?.year);
        found.push({
          expression: {
            kind: "days",
            precision: "month",
            first: { year, month, day: 1 },
            last: { year, month, day: lengthOfMonth(year, month) },
          },
          start: match.index,
          end: match.index + match[0].length,
          extractor: `months/${language.code}`,
        });
      }
      return found;
    },
  };
}

/** A bare year where the words around it say that it is one: `in 2025`, `2025 год`. */
export function yearReader(language: LanguageTable): Reader {
  const lead = `${before}${oneOf(language.yearLeads)}\\s+(?<year>20[0-4]\\d)`;
  const trail = language.yearEndings.length > 0 ? `\\s*${oneOf(language.yearEndings)}` : "";
  // Where a language marks its years (`2025 год`), a bare number after a preposition is more often a count.
  const source =
    trail === ""
      ? `${lead}(?![\\d:.,%-]*[\\d%])(?!\\s+${oneOf(language.counted ?? [])})${after}`
      : `${before}(?<year>20[0-4]\\d)${trail}${after}`;
  const pattern = new RegExp(source, flagsOf(language));
  return {
    name: `years/${language.code}`,
    ...exampleOf(language, "year"),
    read: (text) => {
      const found: FoundExpression[] = [];
      for (const match of matchesIn(text, pattern)) {
        const year = Number(match.groups?.year);
        found.push({
          expression: wholeYear(year),
          start: match.index,
          end: match.index + match[0].length,
          extractor: `years/${language.code}`,
        });
      }
      return found;
    },
  };
}
