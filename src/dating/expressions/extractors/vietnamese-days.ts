import { daysOf, type FoundExpression } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";

/**
 * Days as Vietnamese writes them, whose months are numbers: `ngày 4 tháng 2 năm 2025`, `4-6 tháng 2, 2025`, and in figures behind a word for a part of
 * a day: `sáng 4/2`, `ngày 04-02-2025`. Days of the lunar calendar (`âm lịch`) and amounts (`3/4 người`) are none.
 */
export const vietnameseDayReader: Reader = {
  name: "vietnamese-days",
  example: "ngày 4 tháng 2 năm 2025",
  refuses: "4 tháng 13",
  read: (text) => [inWords, inFigures].flatMap((days) => [...text.matchAll(days)].flatMap(foundDay)),
};

const day = "3[01]|[12]\\d|0?[1-9]";
const month = "1[0-2]|0?[1-9]";
const year = "(?:1[5-9]|20)\\d\\d";
const notLunar = "(?!\\d|[.,:/-]\\d)(?!\\s(?:\\(?âm lịch|nhuận))";
const inWords = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/-])(?<day>${day})(?:\\s?(?:[-–—]|đến|và)\\s?(?<lastDay>${day}))?\\s+tháng\\s+(?<month>${month})(?:(?:,\\s?|\\s+năm\\s+|\\s+)(?<year>${year}))?${notLunar}`,
  "giu",
);
const partOfDay = "(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|khuya|rạng sáng)";
const inFigures = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])${partOfDay}\\s)(?<day>${day})(?:\\s?[-–—]\\s?(?<lastDay>${day}))?(?<mark>[/.-])(?<month>${month})(?:\\k<mark>(?<year>${year}))?${notLunar}(?!\\p{L})`,
  "giu",
);

function foundDay(match: RegExpExecArray): readonly FoundExpression[] {
  const { year: said, month: number, day: first, lastDay = first } = match.groups ?? {};
  const own = said === undefined ? undefined : Number(said);
  const expression = daysOf(Number(number), Number(first), Number(lastDay), own);
  if (expression === undefined) return [];
  return [{ expression, start: match.index, end: match.index + match[0].length, extractor: "vietnamese-days/vi" }];
}
