import { daysOf, type Found } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn } from "./words.ts";

const address = /https?:\/\/\S{1,220}/g;

const inPath =
  /[/=_-](?<year>20[0-4]\d)(?<mark>[-/]?)(?<month>0[1-9]|1[0-2])\k<mark>(?<day>0[1-9]|[12]\d|3[01])(?![\dA-Za-z])/gu;

/** Days in the path of a web address: `https://site.org/2020/06/12/story`. */
export const addressReader: Reader = {
  name: "addresses",
  example: "https://site.org/2020/06/12/story",
  refuses: "https://site.org/2020/66/12/story",
  read: (text) => {
    if (!text.includes("://")) return [];
    const found: Found[] = [];
    for (const { 0: own, index } of matchesIn(text, address)) {
      for (const match of matchesIn(own, inPath)) {
        const { year, month, day } = match.groups ?? {};
        const naming = daysOf(Number(month), Number(day), Number(day), Number(year));
        const start = index + match.index;
        if (naming) found.push({ naming, start: start + 1, end: start + match[0].length, reader: "addresses" });
      }
    }
    return found;
  },
};
