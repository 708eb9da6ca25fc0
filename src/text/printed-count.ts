/**
 * A count as pages print it in any language, rounded or not: `812`, `12 431`, `12,431`, `12.4K`, `12,4 тыс.`, `۱۲٫۴ هزار`. `undefined` where
 * the words are no count. `printed` stands where the page rounded, so that nobody takes 12,400 for counted.
 */
export function printedCount(words: string): { readonly count: number; readonly printed?: string } | undefined {
  const shown = undirected(words);
  const { exact, figures, unit = "" } = counted.exec(inFigures(shown))?.groups ?? {};
  if (exact !== undefined) return { count: Number(exact.replace(/\D/gu, "")) };
  const factor = factors.get(unit.toLowerCase());
  if (figures === undefined || factor === undefined) return undefined;
  return { count: Math.round(Number(figures.replace(/\D/u, ".")) * factor), printed: shown };
}

/** Letters and words behind rounded counts, and what they multiply with. */
const units: readonly (readonly [words: string, factor: number])[] = [
  [
    "k к тыс тыс. тис тис. tsd tsd. mil mila tys tys. b bin tis. χιλ. ming минг мың rb ribu nghìn هزار ألف الف हज़ार",
    1_000,
  ],
  ["万 萬 만", 10_000],
  ["m м млн млн. mln mln. mio mio. mi mn jt juta millones milhões milioni میلیون مليون", 1_000_000],
];
const factors: ReadonlyMap<string, number> = new Map(
  units.flatMap(([words, factor]) => words.split(" ").map((word) => [word, factor] as const)),
);

/** Figures, with signs between thousands or not; rounded ones have a comma or none, and a unit. */
const thousands = String.raw`\d{1,3}(?:[ \u00A0\u202F.,'’٬]\d{3})+|\d+`;
/** `B`, Turkish for thousand, has a pattern of its own. */
const unitWords = [...factors.keys()]
  .filter((unit) => unit !== "b")
  .sort((one, other) => other.length - one.length)
  .map((word) => word.replace(".", "\\."));

/** A count inside a pattern with the flags `iu`, digits as `inFigures` writes them. */
export const roundedCount = String.raw`\d+(?:[.,٫]\d{1,3})?[ \u00A0\u202F]?(?:${unitWords.join("|")})`;
/** `B` is too much else, a class or a pencil, where no word follows and no eye stands before. */
const thousandB = String.raw`\d+(?:,\d{1,3})?[ \u00A0]?B(?:(?=\s\p{L})|(?<=👁\uFE0F?\s*[\d,]+[ \u00A0]?B))`;
/** As `roundedCount`, rounded or not. */
export const anyCount = `(?:${roundedCount}|${thousandB}|${thousands})(?![\\p{L}\\p{N}])`;
/** The same right before a sign of a script that parts no words, as Chinese and Japanese print it: `1.1万次浏览`, `1100回表示`. */
export const gluedCount = String.raw`(?:${roundedCount}|${thousands})(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])`;

const counted = new RegExp(
  String.raw`^(?:(?<figures>\d+(?:[.,٫]\d{1,3})?)[ \u00A0\u202F]?(?<unit>${unitWords.join("|")}|(?<!\.\d{1,3} ?)B)|(?<exact>${thousands}))$`,
  "iu",
);

const foreign = /[^\P{Nd}0-9\u{10000}-\u{10FFFF}]/gu;
const direction = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

/** Digits of any script, such as Arabic, Persian and Devanagari ones, as ASCII digits, one for one. */
export function inFigures(words: string): string {
  return words.replace(foreign, digitOf);
}

/** Without marks of direction, which extractors of right-to-left pages leave around numbers, and without blanks at the ends. */
export function undirected(words: string): string {
  return words.replace(direction, "").trim();
}

function digitOf(digit: string): string {
  const place = digit.codePointAt(0) ?? 0;
  // Scripts have their ten digits in a row, and none right before the first.
  let zero = place;
  while (place - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return `${place - zero}`;
}
