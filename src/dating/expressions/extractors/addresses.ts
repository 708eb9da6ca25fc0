import { type DateExpression, daysOf, type FoundExpression } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn } from "./words.ts";

const address = /https?:\/\/\S{1,220}/g;

const inPath =
  /[/=_-](?<year>20[0-4]\d)(?<mark>[-/]?)(?<month>0[1-9]|1[0-2])\k<mark>(?<day>0[1-9]|[12]\d|3[01])(?![\dA-Za-z])/gu;

/** How the numbers of posts of a service tell their moment: their upper bits count units of time since an epoch. */
interface Numbers {
  /** Finds the number in an address, as `id`. */
  readonly address: RegExp;
  readonly shift: bigint;
  /** Milliseconds in a unit, and those since 1970 at which the count began. */
  readonly unit: bigint;
  readonly epoch: bigint;
}

const start = "^https?:\\/\\/(?:www\\.|m\\.|mobile\\.)?";

/** X, Discord, LinkedIn, TikTok, and Mastodon, whose sites have any name. */
const numbers: readonly Numbers[] = [
  {
    address: new RegExp(`${start}(?:twitter|x)\\.com\\/\\w{1,30}\\/status(?:es)?\\/(?<id>\\d{17,19})(?!\\d)`, "u"),
    shift: 22n,
    unit: 1n,
    epoch: 1_288_834_974_657n,
  },
  {
    address: new RegExp(`${start}discord\\.com\\/channels\\/\\d{17,20}\\/\\d{17,20}\\/(?<id>\\d{17,20})(?!\\d)`, "u"),
    shift: 22n,
    unit: 1n,
    epoch: 1_420_070_400_000n,
  },
  {
    address: new RegExp(`${start}linkedin\\.com\\/\\S{0,80}?(?:activity|share|ugcPost)[-:](?<id>\\d{19})(?!\\d)`, "u"),
    shift: 22n,
    unit: 1n,
    epoch: 0n,
  },
  {
    address: new RegExp(`${start}tiktok\\.com\\/@[\\w.]{1,30}\\/(?:video|photo)\\/(?<id>\\d{19})(?!\\d)`, "u"),
    shift: 32n,
    unit: 1000n,
    epoch: 0n,
  },
  {
    address: /^https?:\/\/[\w.-]{4,60}\/@[\w.@-]{1,60}\/(?<id>1\d{17})(?!\d)/u,
    shift: 16n,
    unit: 1n,
    epoch: 0n,
  },
];

/** Numbers that tell a moment outside these years are of another kind. */
const firstYear = 2010;
const lastYear = 2060;

/** Days in a web address: in its path, `https://site.org/2020/06/12/story`, or in the number of a post on X and its kind. */
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
        const from = index + match.index;
        if (expression)
          found.push({ expression, start: from + 1, end: from + match[0].length, extractor: "addresses" });
      }
    }
    return found;
  },
};

function dayOfNumber(own: string): DateExpression | undefined {
  for (const { address: pattern, shift, unit, epoch } of numbers) {
    const id = pattern.exec(own)?.groups?.id;
    if (id === undefined) continue;
    const moment = new Date(Number((BigInt(id) >> shift) * unit + epoch));
    const [year, day] = [moment.getUTCFullYear(), moment.getUTCDate()];
    return year < firstYear || year > lastYear ? undefined : daysOf(moment.getUTCMonth() + 1, day, day, year);
  }
  return undefined;
}
