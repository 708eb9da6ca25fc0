import { type DateExpression, daysOf, type FoundExpression } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn } from "./words.ts";

const address = /https?:\/\/\S{1,220}/g;

const inPath =
  /[/=_-](?<year>20[0-4]\d)(?<mark>[-/]?)(?<month>0[1-9]|1[0-2])\k<mark>(?<day>0[1-9]|[12]\d|3[01])(?![\dA-Za-z])/gu;

/** The number of a post on X or Twitter: its upper bits count the milliseconds since that service's epoch. */
const numbered = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w{1,30}\/status(?:es)?\/(?<id>\d{17,19})(?!\d)/u;
const epoch = 1_288_834_974_657n;

/** Days in a web address: in its path, `https://site.org/2020/06/12/story`, or in the number of a post on X. */
export const addressReader: Reader = {
  name: "addresses",
  example: "https://site.org/2020/06/12/story",
  refuses: "https://site.org/2020/66/12/story",
  read: (text) => {
    if (!text.includes("://")) return [];
    const found: FoundExpression[] = [];
    for (const { 0: own, index } of matchesIn(text, address)) {
      const told = dayOfNumber(own);
      if (told) found.push({ expression: told, start: index, end: index + own.length, extractor: "addresses" });
      for (const match of told ? [] : matchesIn(own, inPath)) {
        const { year, month, day } = match.groups ?? {};
        const expression = daysOf(Number(month), Number(day), Number(day), Number(year));
        const start = index + match.index;
        if (expression)
          found.push({ expression, start: start + 1, end: start + match[0].length, extractor: "addresses" });
      }
    }
    return found;
  },
};

function dayOfNumber(own: string): DateExpression | undefined {
  const id = numbered.exec(own)?.groups?.id;
  if (id === undefined) return undefined;
  const moment = new Date(Number((BigInt(id) >> 22n) + epoch));
  const day = moment.getUTCDate();
  return moment.getUTCFullYear() > 2060
    ? undefined
    : daysOf(moment.getUTCMonth() + 1, day, day, moment.getUTCFullYear());
}
