import { daysOf, type FoundExpression, lengthOfMonth } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";

/**
 * Days written with the signs for year, month and day: `2024年12月7日`, `12月7日至9日`, `12月30日至1月2日`. A day without its month (`9日`) is
 * read where an earlier day stands before it in the same line: the month is still the one named there.
 */
export const hanDayReader: Reader = {
  name: "han-days/zh",
  example: "2023年7月11日",
  refuses: "13月1日",
  read: (text) => {
    const full = [...text.matchAll(days)].flatMap(foundDays);
    return [...full, ...bareDays(text, full), ...stretches(text, full)];
  },
};

const month = "1[0-2]|0?[1-9]";
const day = "3[01]|[12]\\d|0?[1-9]";
const sign = "[日号號]";

// The lunar calendar counts its months alike, and says so; a month after 个 is a span of time, and never comes this far.
const noLunar = "(?<!\\d|[农農阴陰旧舊夏古][历曆]\\s?)";
const days = new RegExp(
  `${noLunar}(?:(?<year>(?:1[5-9]|20)\\d\\d)\\s?年\\s?)?${noLunar}(?<month>${month})\\s?月\\s?(?<day>${day})\\s?(?:${sign}?\\s?(?:[-–—~～至到]|——)\\s?(?<lastDay>${day})\\s?)?${sign}`,
  "gu",
);

function foundDays(match: RegExpExecArray): readonly FoundExpression[] {
  const groups = match.groups ?? {};
  const first = Number(groups.day);
  const last = groups.lastDay === undefined ? first : Number(groups.lastDay);
  const year = groups.year === undefined ? undefined : Number(groups.year);
  const expression = daysOf(Number(groups.month), first, last, year);
  return expression
    ? [{ expression, start: match.index, end: match.index + match[0].length, extractor: "han-days/zh" }]
    : [];
}

/** `一日` and `3日` are as often a span of days as a day: what counts, orders or measures stands around them. */
const bare = new RegExp(
  `(?<!\\d|\\d[.,:/]|[第每近共约約前后後历歷月年隔数數]|为期|為期|[一二三四五六七八九十])(?<day>${day})\\s?${sign}(?![内內间間游遊元本语語均夜后後之以程常])`,
  "gu",
);

function bareDays(text: string, full: readonly FoundExpression[]): readonly FoundExpression[] {
  let passed = 0;
  return [...text.matchAll(bare)].flatMap((match): readonly FoundExpression[] => {
    const start = match.index;
    while ((full[passed]?.end ?? Number.POSITIVE_INFINITY) <= start) passed++;
    const before = full[passed - 1];
    if (before?.expression.kind !== "days" || text.slice(before.end, start).includes("\n")) return [];
    const number = Number(match.groups?.day);
    const { month: ownMonth, year } = before.expression.first;
    if (number <= before.expression.last.day) return [];
    const expression = daysOf(ownMonth, number, number, year);
    return expression ? [{ expression, start, end: start + match[0].length, extractor: "han-days/zh" }] : [];
  });
}

const monthOrYear = new RegExp(`(?<!\\d)(?<year>20[0-4]\\d)\\s?年(?:\\s?(?<month>${month})\\s?月)?(?![\\s]?\\d)`, "gu");

/** `2024年12月` and `2024年`, where no day follows. */
function stretches(text: string, full: readonly FoundExpression[]): readonly FoundExpression[] {
  let passed = 0;
  return [...text.matchAll(monthOrYear)].flatMap((match): readonly FoundExpression[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    while ((full[passed]?.end ?? Number.POSITIVE_INFINITY) <= start) passed++;
    if ((full[passed]?.start ?? Number.POSITIVE_INFINITY) < end) return [];
    const year = Number(match.groups?.year);
    const own = match.groups?.month === undefined ? undefined : Number(match.groups.month);
    const last = own ?? 12;
    return [
      {
        expression: {
          kind: "days",
          precision: own === undefined ? "year" : "month",
          first: { year, month: own ?? 1, day: 1 },
          last: { year, month: last, day: lengthOfMonth(year, last) },
        },
        start,
        end,
        extractor: "han-days/zh",
      },
    ];
  });
}
