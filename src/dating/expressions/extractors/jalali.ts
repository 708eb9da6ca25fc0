import type { FoundExpression } from "../date-expression.ts";
import { jalaliDaysOf, jalaliStretch } from "../jalali.ts";
import type { ArabicScriptTable } from "../languages/arabic-script-table.ts";
import { namedMonthReader } from "./arabic-days.ts";
import type { Reader } from "./extractor.ts";

/** Days of the Persian calendar, with their month in words (`17 آذر 1403`) and in figures (`1403/09/17`). */
export function jalaliReaders(language: ArabicScriptTable): readonly Reader[] {
  const named = namedMonthReader(language, {
    name: `jalali/${language.code}`,
    example: "17 اذر 1403",
    refuses: "31 اذر 1403",
    months: language.jalaliMonths ?? [],
    years: yearsOfDays,
    yearsOfMonths: "1(?:39|4[0-3])\\d",
    daysOf: jalaliDaysOf,
    stretch: jalaliStretch,
  });
  return [named, figures];
}

// The lunar years of our time are 1435 and later: what is below is no lunar year of a channel, and what lies farther ahead no solar one.
const yearsOfDays = "1(?:[23]\\d\\d|4[0-2]\\d|43[0-4])";

const open = "(?<![\\p{L}\\p{N}.,:/_+-])";
const close = "(?![\\p{L}\\d_/]|[.,:+-]\\d|\\s*(?:ه(?!\\p{L}|\\.?\\s?ش)|هجری(?!\\s+(?:شمسی|خورشیدی))|قمری))";
const month = "(?<month>0?[1-9]|1[0-2])";
const day = "(?<day>0?[1-9]|[12]\\d|3[01])";
const shapes = [
  new RegExp(`${open}(?<year>${yearsOfDays})(?<mark>[-/.])${month}\\k<mark>${day}${close}`, "gu"),
  new RegExp(`${open}${day}(?<mark>[-/.])${month}\\k<mark>(?<year>${yearsOfDays})${close}`, "gu"),
];

const figures: Reader = {
  name: "jalali-figures/fa",
  example: "1403/09/17",
  refuses: "1446/06/05",
  read: (text) =>
    shapes.flatMap((shape) =>
      [...text.matchAll(shape)].flatMap((match): readonly FoundExpression[] => {
        const { year, month: monthFigures, day: dayFigures } = match.groups ?? {};
        const named = jalaliDaysOf(Number(monthFigures), Number(dayFigures), Number(dayFigures), Number(year));
        if (!named) return [];
        return [
          { expression: named, start: match.index, end: match.index + match[0].length, extractor: "jalali-figures/fa" },
        ];
      }),
    ),
};
