import { foldArabic } from "../arabic-script.ts";
import { type DateExpression, daysOf, type FoundExpression, lengthOfMonth } from "../date-expression.ts";
import type { ArabicScriptTable } from "../languages/arabic-script-table.ts";
import type { Reader } from "./extractor.ts";
import { after, numbering, oneOf } from "./words.ts";

/** Days, months and years of our calendar in a language of Arabic letters: `7 ديسمبر 2024`, `السابع من أكتوبر`, `۷ دسامبر ۲۰۲۴`. */
export function arabicDayReader(language: ArabicScriptTable): Reader {
  return namedMonthReader(language, {
    name: `arabic-days/${language.code}`,
    example: foldArabic(language.code === "ar" ? "السابع من أكتوبر" : "۷ دسامبر ۲۰۲۴"),
    refuses: foldArabic(language.code === "ar" ? "الأسبوع الأول من مايو" : "هفته اول دسامبر"),
    months: language.months,
    years: "(?:1[5-9]|20)\\d\\d",
    yearsOfMonths: "20[0-4]\\d",
    daysOf,
    stretch: gregorianStretch,
  });
}

/** The months of one calendar, and what its days are in ours. */
export interface NamedMonths {
  readonly name: string;
  readonly example: string;
  readonly refuses: string;
  readonly months: readonly (readonly string[])[];
  /** Patterns of the years that a day, and that a month alone or a bare year, may have. */
  readonly years: string;
  readonly yearsOfMonths: string;
  readonly daysOf: (
    month: number,
    day: number,
    lastDay: number,
    year: number | undefined,
  ) => DateExpression | undefined;
  /** Whether its years are those that a sign of the lunar calendar follows; other calendars refuse these. */
  readonly lunar?: true;
  /** A whole month or year. */
  readonly stretch: (year: number, month?: number) => DateExpression | undefined;
}

const day = "0?[1-9]|[12]\\d|3[01]";

/** A figure that is no part of a longer one, of a price, a time, a verse (`2:255`) or a fraction. */
const freeFigure = "(?<![\\p{N}\\p{L}]|\\d[.,:/٫٬-]\\s?)";

/** Years of the lunar calendar are none of ours, whatever their figures. */
const notOfLunarYears = "(?!\\s*(?:ه(?:ـ|\\.?\\s?ق|جری(?!\\s+(?:شمسی|خورشیدی)))?(?!\\p{L})|قمری))";

/** Reads days, months and years of one calendar in one language of Arabic letters. */
export function namedMonthReader(language: ArabicScriptTable, own: NamedMonths): Reader {
  const { glued, ordinals } = language;
  const notLunar = own.lunar ? "" : notOfLunarYears;
  const front = glued === "" ? "" : `(?:${glued}\\s?)?`;
  const name = oneOf(own.months.flat());
  // Levantine papers print both names of a month: `كانون الأول/ديسمبر`, `ديسمبر (كانون الأول)`.
  const second = `(?:\\s?[/(]\\s?${name}\\)?)?`;
  const monthWord = `(?:${oneOf(language.monthWords)}\\s+)?`;
  const monthTrail = `(?:\\s?${oneOf(language.monthWords)})?`;
  const yearJoint = `(?:\\s*,)?\\s+(?:${oneOf(language.yearJoints)}\\s+)?`;
  const yearEnding = `(?:\\s?${oneOf(language.yearEndings)}(?!\\p{L}))?`;
  const year = `(?:${yearJoint}(?<year>${own.years})(?![\\d:.,٫٬]\\d|\\d)${notLunar}${yearEnding})?`;
  const endings = language.dayEndings.length > 0 ? `${oneOf(language.dayEndings)}?` : "";
  const range = `(?:\\s*(?:[-–—]|\\s${oneOf(language.rangeWords)}\\s)\\s*(?<lastDay>${day})(?![\\d:])${endings})?`;
  const of = language.ofWords.length > 0 ? `(?:${oneOf(language.ofWords)}\\s+)?` : "";
  const equal = `(?:${oneOf(language.equals)}\\s+(?:ل\\s?)?)?`;
  const month = `${monthWord}(?<month>${name})${second}${monthTrail}`;

  const figures = new RegExp(
    `(?:(?<!\\p{L})${equal})${freeFrontOf(front)}(?<day>${day})(?!\\d)${endings}${range}\\s*${of}${month}${year}${after}`,
    "gu",
  );
  const words = new RegExp(
    `(?<!\\p{L})(?<!${oneOf(language.otherFirsts)}\\s+)${front}(?<ordinal>${oneOf(ordinals)})\\s+${of}${month}${year}${after}`,
    "gu",
  );
  // `1402 دی 14`: the order of the Persian calendar's own long form.
  const yearFirst = new RegExp(
    `${freeFigure}(?<year>${own.years})\\s+(?<month>${name})\\s+(?<day>${day})(?![\\d:])(?!\\s?${name})${after}`,
    "gu",
  );
  const alone = new RegExp(
    `(?<![\\p{L}\\p{N}]|\\d\\s)${front}${month}(?:\\s*,)?\\s+(?:${oneOf(language.yearJoints)}\\s+)?(?<year>${own.yearsOfMonths})(?![\\d:.,٫٬]*\\d)${notLunar}${after}`,
    "gu",
  );
  const years = new RegExp(
    `(?<!\\p{L})${front}${oneOf(language.yearLeads)}\\s+(?<year>${own.yearsOfMonths})(?![\\d:.,٫٬%-]*[\\d%])${notLunar}${yearEnding}${after}`,
    "gu",
  );
  const monthOf = numbering(
    own.months.map((names) => names.map(withoutLooks)),
    "u",
  );
  const ordinalOf = numbering(
    ordinals.map((ordinal) => [ordinal]),
    "u",
  );

  const readDays = (text: string): readonly FoundExpression[] =>
    [figures, words, yearFirst].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const { day: figure, ordinal, lastDay, month: monthName, year: yearFigures } = match.groups ?? {};
        const first = ordinal === undefined ? Number(figure) : ordinalOf(ordinal);
        const number = monthOf(monthName ?? "");
        if (first === undefined || number === undefined) return [];
        const last = lastDay === undefined ? first : Number(lastDay);
        return foundAt(match, own, own.daysOf(number, first, last, yearFigures ? Number(yearFigures) : undefined));
      }),
    );
  const readStretches = (text: string): readonly FoundExpression[] =>
    [alone, years].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const monthName = match.groups?.month;
        return foundAt(
          match,
          own,
          own.stretch(Number(match.groups?.year), monthName === undefined ? undefined : monthOf(monthName)),
        );
      }),
    );
  return {
    name: own.name,
    example: own.example,
    refuses: own.refuses,
    read: (text) => {
      const days = readDays(text);
      const apart = readStretches(text).filter(
        ({ start, end }) => !days.some((other) => other.start < end && start < other.end),
      );
      return [...days, ...apart];
    },
  };
}

/** A glued letter or nothing before a free figure. */
function freeFrontOf(front: string): string {
  return front === "" ? freeFigure : `(?:(?<![\\p{L}\\p{N}])${front}|${freeFigure})`;
}

/** The words themselves: what must or must not follow was asked for where they were found. */
function withoutLooks(source: string): string {
  return source.replace(/\(\?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)$/u, "");
}

function foundAt(
  match: RegExpExecArray,
  own: NamedMonths,
  expression: DateExpression | undefined,
): readonly FoundExpression[] {
  if (!expression) return [];
  return [{ expression, start: match.index, end: match.index + match[0].length, extractor: own.name }];
}

function gregorianStretch(year: number, month?: number): DateExpression {
  const lastMonth = month ?? 12;
  return {
    kind: "days",
    precision: month === undefined ? "year" : "month",
    first: { year, month: month ?? 1, day: 1 },
    last: { year, month: lastMonth, day: lengthOfMonth(year, lastMonth) },
  };
}
