import type { FoundExpression } from "../date-expression.ts";
import { hebrewDaysOf } from "../hebrew-calendar.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn, oneOf } from "./words.ts";

/** The months by their names in `Intl`, as sources of patterns: in Hebrew, and in Latin letters. */
const months: Readonly<Record<string, readonly string[]>> = {
  Tishri: ["תשרי", "tishre[iy]", "tishri"],
  Heshvan: ["(?:מר)?חשו+ן", "(?:mar)?c?heshvan"],
  Kislev: ["כסלו+", "כסליו", "kislev"],
  Tevet: ["טבת", "tevet", "teveth"],
  Shevat: ["שבט", "sh?evat"],
  "Adar I": ["אדר א['׳]?", "adar (?:i|1|aleph)"],
  "Adar II": ["אדר ב['׳]?", "adar (?:ii|2|bet)"],
  Adar: ["אדר", "adar"],
  Nisan: ["ניסן", "nis+an"],
  Iyar: ["אייר", "iyy?ar"],
  Sivan: ["סיו+ן", "sivan"],
  Tamuz: ["תמוז", "tamm?uz"],
  Av: ["(?:מנחם )?אב", "(?:menachem )?av"],
  Elul: ["אלול", "elul"],
};

const names = Object.entries(months).map(([month, own]) => ({ month, pattern: new RegExp(`^${oneOf(own)}$`, "iu") }));

/** A month of the Hebrew calendar by its whole name, in either script. */
export const hebrewMonth = new RegExp(`^${oneOf(Object.values(months).flat())}$`, "iu");

/** Without a year of this century or a day in letters no day is read, and most texts are done with one look. */
const anyDay = /57[7-9]\d|\p{Script=Hebrew}["'״׳”’]/u;
const signs = "[\"'״׳”’]";
const shape = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/_+-])(?<day>\\d{1,2}|[א-ל]${signs}|[יכל]${signs}[א-ט]|ט${signs}[וז])\\s{1,2}(?:[בל]|of\\s)?(?<month>${oneOf(Object.values(months).flat())})[,\\s]{1,2}(?:ה['׳’]?)?(?<year>57[7-9]\\d|תש(?:[ע-צ]${signs}[א-ט]|${signs}[ע-צ]))(?![\\p{L}\\p{N}])`,
  "giu",
);

/** A day in Hebrew letters may do without its year: `ט״ו בשבט`. In figures and in Latin letters it may not: `23 Nisan` is in April in Turkish. */
const yearless = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/_+-])(?<day>[א-ט]${signs}|[יכל]${signs}|[יכל]${signs}[א-ט]|ט${signs}[וז])\\s[בל]?(?<month>${oneOf(Object.values(months).map(([hebrew = ""]) => hebrew))})(?![\\p{L}\\p{N}]|['׳"״]\\p{L}|[,\\s]{1,2}(?:ה['׳’]?)?(?:57|תש))`,
  "gu",
);

/** Days of the Hebrew calendar: `ט״ו בשבט תשפ״ה`, `15 Shevat 5785`, `ט״ו בשבט`. */
export const hebrewDayReader: Reader = {
  name: "hebrew-days",
  example: "15 Shevat 5785",
  refuses: "31 Shevat 5785",
  read: (text) =>
    anyDay.test(text)
      ? [...matchesIn(text, shape), ...matchesIn(text, yearless)].flatMap((match): readonly FoundExpression[] => {
          const { day = "", month = "", year } = match.groups ?? {};
          const known = names.find(({ pattern }) => pattern.test(month));
          const expression =
            known && hebrewDaysOf(known.month, numberIn(day), year === undefined ? year : yearIn(year));
          const [start, end] = [match.index, match.index + match[0].length];
          return expression ? [{ expression, start, end, extractor: "hebrew-days/he" }] : [];
        })
      : [],
};

function yearIn(words: string): number {
  const number = numberIn(words);
  return number < 1000 ? 5000 + number : number;
}

/** The letters of the Hebrew alphabet count 1 to 9, 10 to 90 and 100 to 400; a number is their sum. */
function numberIn(words: string): number {
  if (/^\d/u.test(words)) return Number(words);
  return [...words].reduce((sum, letter) => {
    const place = "אבגדהוזחט".indexOf(letter) + 1;
    const tens = "יכלמנסעפצ".indexOf(letter) + 1;
    const hundreds = "קרשת".indexOf(letter) + 1;
    return sum + place + 10 * tens + 100 * hundreds;
  }, 0);
}
