import { foldArabic } from "../arabic-script.ts";
import type { FoundExpression } from "../date-expression.ts";
import { hijriDaysOf, hijriStretch } from "../hijri.ts";
import type { ArabicScriptTable } from "../languages/arabic-script-table.ts";
import { namedMonthReader } from "./arabic-days.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn, oneOf } from "./words.ts";

/** The months of the lunar calendar, Muharram first, in the spellings of Arabic and Persian papers. */
const months: readonly (readonly string[])[] = [
  ["محرم", "المحرم", "محرم الحرام"],
  ["صفر", "صفر الخير", "صفر المظفر"],
  ["ربیع الاول", "ربیع اول", "ربیع الاولی"],
  ["ربیع الثانی", "ربیع الاخر", "ربیع ثانی"],
  ["جمادی الاولی", "جمادی الاول", "جمادی اول"],
  ["جمادی الاخره", "جمادی الثانیه", "جمادی الاخر", "جمادی الثانی", "جمادی ثانی"],
  ["رجب", "رجب المرجب"],
  ["شعبان", "شعبان المعظم"],
  ["رمضان", "رمضان المبارک"],
  ["شوال", "شوال المکرم"],
  ["ذو القعده", "ذی القعده", "ذوالقعده", "ذیالقعده"],
  ["ذو الحجه", "ذی الحجه", "ذوالحجه", "ذیالحجه"],
].map((names) => names.map(foldArabic));

const years = "14[3-6]\\d";
/** Without a lunar year or a month with a day no lunar day is read, and most texts are done with one look. */
const anyYear = /14[3-6]\d/u;
const anyMonth = new RegExp(oneOf(months.flat()), "u");

/**
 * Without a year, words that mean other things beside a figure are no months: `2 صفر` is a score, `3 محرم` may be three forbidden ones, `رجب طيب` a name;
 * nor is a month one that a year of another calendar follows.
 */
const otherWords = /(?<!\p{L})(?:صفر|محرم)$/u;
const otherFollows = /^\s+(?:\d{3}|طيب|طیب)/u;
const notBeside = "(?<![\\p{L}\\p{N}.,:/_+-])";
const end = "(?![\\p{N}_/]|[.,:+-]\\d)";
const shapes = [
  new RegExp(
    `${notBeside}(?<year>${years})(?<mark>[-/])(?<month>0?[1-9]|1[0-2])\\k<mark>(?<day>0?[1-9]|[12]\\d|30)${end}`,
    "gu",
  ),
  new RegExp(
    `${notBeside}(?<day>0?[1-9]|[12]\\d|30)(?<mark>[-/])(?<month>0?[1-9]|1[0-2])\\k<mark>(?<year>${years})${end}`,
    "gu",
  ),
];

/** The same day follows or goes before in our calendar: that one is sure, the lunar one a day out on either side. */
const saidInOurs = {
  after: /^\s?(?:ه\p{L}{0,5}\.?)?[\s,،(/|-]*(?:الموافق|موافق|المصادف|برابر|مطابق|[(/|=-]\s?\d)/u,
  before: /(?:الموافق|موافق|المصادف|برابر با|مطابق با?)\s*(?:ل\s?)?$|\d\s?م?\s?[(/|=-]\s?$/u,
};

/** Days of the lunar calendar, in words (`15 رمضان 1446 هـ`, `15 رمضان`) and with their year in figures (`1446/09/15`). */
export function hijriReader(language: ArabicScriptTable): Reader {
  const name = `hijri/${language.code}`;
  const named = namedMonthReader(language, {
    name,
    example: "15 رمضان 1446",
    refuses: "31 رمضان 1446",
    months,
    years,
    yearsOfMonths: years,
    lunar: true,
    daysOf: hijriDaysOf,
    stretch: hijriStretch,
  });
  return {
    ...named,
    read: (text) =>
      [...(anyMonth.test(text) ? named.read(text) : []), ...(anyYear.test(text) ? inFigures(text, name) : [])].filter(
        (found) =>
          !isOfOtherWords(text, found) &&
          !saidInOurs.after.test(text.slice(found.end, found.end + 30)) &&
          !saidInOurs.before.test(text.slice(Math.max(0, found.start - 20), found.start)),
      ),
  };
}

function isOfOtherWords(text: string, { expression, start, end }: FoundExpression): boolean {
  if (expression.kind !== "days" || expression.lunar === undefined) return false;
  return otherWords.test(text.slice(start, end)) || otherFollows.test(text.slice(end, end + 8));
}

function inFigures(text: string, extractor: string): readonly FoundExpression[] {
  return shapes.flatMap((shape) =>
    matchesIn(text, shape).flatMap((match): readonly FoundExpression[] => {
      const day = Number(match.groups?.day);
      const expression = hijriDaysOf(Number(match.groups?.month), day, day, Number(match.groups?.year));
      return expression ? [{ expression, start: match.index, end: match.index + match[0].length, extractor }] : [];
    }),
  );
}
