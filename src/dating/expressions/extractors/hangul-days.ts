import { daysOf, type FoundExpression } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";

/** Days as Korean writes them: `2025년 2월 4일`, `2월 4일`, `2월 4~6일`. A span of days (`20일간`) and a day of the lunar calendar are none. */
export const hangulDayReader: Reader = {
  name: "hangul-days",
  example: "2025년 2월 4일",
  refuses: "13월 1일",
  read: (text) => [...text.matchAll(days)].flatMap(foundDay),
};

/** Weekdays as Korean writes them, in words and, behind a day, as one letter in brackets: `토요일`, `13일(토)`. */
export const hangulWeekdayReader: Reader = {
  name: "weekdays/ko",
  example: "토요일",
  refuses: "토요일날씨연구소",
  read: (text) =>
    [...text.matchAll(weekdays)].flatMap(({ groups = {}, index, 0: words }): readonly FoundExpression[] => {
      const weekday = letters.indexOf(groups.letter ?? groups.alone ?? "") + 1;
      if (weekday === 0) return [];
      const expression = { kind: "weekday", weekday } as const;
      return [{ expression, start: index, end: index + words.length, extractor: "weekdays/ko" }];
    }),
};

const letters = "월화수목금토일";
// At most a particle of two letters follows the word: `토요일부터`.
const weekdays =
  /(?<!\p{Script=Hangul})(?<letter>[월화수목금토일])요일(?!\p{Script=Hangul}{3})|(?<=\d\s?일\s?\()(?<alone>[월화수목금토일])(?=\))/gu;

const month = "1[0-2]|0?[1-9]";
const day = "3[01]|[12]\\d|0?[1-9]";
const days = new RegExp(
  `(?<!\\d|음력\\s?)(?:(?<year>(?:1[5-9]|20)\\d\\d)\\s?년\\s?)?(?<!\\d|음력\\s?)(?<month>${month})\\s?월\\s?(?<day>${day})(?:\\s?일?\\s?[-–~∼～]\\s?(?<lastDay>${day}))?\\s?일(?![간째차])`,
  "gu",
);

function foundDay(match: RegExpExecArray): readonly FoundExpression[] {
  const { year, month: number, day: first, lastDay = first } = match.groups ?? {};
  const own = year === undefined ? undefined : Number(year);
  const expression = daysOf(Number(number), Number(first), Number(lastDay), own);
  if (expression === undefined) return [];
  return [{ expression, start: match.index, end: match.index + match[0].length, extractor: "hangul-days/ko" }];
}
