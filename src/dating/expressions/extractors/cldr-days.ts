import { daysOf, type FoundExpression } from "../date-expression.ts";
import { ethiopianDaysOf } from "../ethiopian.ts";
import { foldWord } from "../fold-word.ts";
import { cldrNames } from "../languages/cldr-names.ts";
import { contextWords } from "../languages/context-words.ts";
import type { Reader } from "./extractor.ts";
import { hebrewMonth } from "./hebrew-days.ts";
import { matchesIn, oneOf } from "./words.ts";

/**
 * Days with their month in words, in the languages of the CLDR that have no table of ours: `6 Şubat 2026`, `2026-yil 6-fevral`,
 * `2025. március 15.`, `kovo 15 d.`. Work goes from figure to figure and looks at few letters around each: time grows with the text.
 */
export const cldrDayReader: Reader = {
  name: "cldr-days",
  example: "6 Şubat 2026",
  refuses: "30 Şubat 2026",
  read: (text, language = "und") => {
    const code = primary(language);
    const found: FoundExpression[] = [];
    let end = 0;
    for (const { 0: figures, index } of matchesIn(text, numbers)) {
      if (index < end || figures.length > 2 || !besideWord(text, index, figures.length)) continue;
      const one = dayFirst(text, index, code) ?? monthFirst(text, index, end, code);
      if (one === undefined) continue;
      found.push(one);
      end = one.end;
    }
    return found;
  },
};

/** Weekdays of a text's own language, where that has no table of ours; none otherwise. Words of other languages are too many to tell. */
export function cldrWeekdayReaders(language: string): readonly Reader[] {
  const code = primary(language);
  const weekdays = weekdaysOf(code);
  if (weekdays === undefined || weekdays.size === 0) return [];
  return [
    {
      name: `cldr-weekdays/${code}`,
      example: [...weekdays.keys()].at(0) ?? "",
      refuses: `#${[...weekdays.keys()].at(0)}`,
      read: (text) =>
        matchesIn(text, wordsOfText).flatMap(({ 0: word, index }): readonly FoundExpression[] => {
          const weekday = weekdays.get(foldWord(word));
          if (weekday === undefined) return [];
          const expression = { kind: "weekday", weekday } as const;
          return [{ expression, start: index, end: index + word.length, extractor: `weekdays/${code}` }];
        }),
    },
  ];
}

/** A letter stands within a few signs of a figure that can be a day; most figures are spared the patterns by this look. */
function besideWord(text: string, start: number, length: number): boolean {
  const next = text.charCodeAt(start + length);
  // A colon, a percent sign or a slash behind it, or a decimal point or colon before it, is no day's.
  return (
    next !== 0x3a &&
    next !== 0x25 &&
    next !== 0x2f &&
    nearLetter.test(text.slice(Math.max(0, start - 2), start + length + 10))
  );
}

const nearLetter = /[\p{L}\p{M}]/u;
const numbers = /\d+/g;
const wordsOfText = /(?<![\p{L}\p{N}#_])\p{L}[\p{L}\p{M}]{3,}/gu;
const day = "0?[1-9]|[12]\\d|3[01]";
const word = "(?<word>\\p{L}[\\p{L}\\p{M}]{1,23})(?![\\p{L}\\p{M}\\p{N}_])";
const joints = oneOf([
  "do",
  "i",
  "a",
  "ve",
  "ile",
  "va",
  "və",
  "dan",
  "și",
  "si",
  "până la",
  "to",
  "sampai",
  "hingga",
  "s/d",
  "ad",
  "עד",
  "से",
  "और",
  "και",
  "έως",
  "ως",
  "και",
  "мен",
  "és",
  "och",
  "til",
  "till",
  "tot",
  "og",
  "en",
]);
const yearOf = "(?<year>(?:1[5-9]|2[0-6])\\d\\d)(?!\\p{N}|[.,:]\\d)";
const first = new RegExp(
  `(?<day>${day})(?!\\d)[.º]?(?:-?\\p{L}{1,2}[.]?(?=\\s))?(?:(?:\\s?[-–—]\\s?|\\s${joints}\\s)(?<lastDay>${day})(?!\\d)[.º]?)?(?:\\s{0,2}|-)(?:${oneOf(["de", "di", "da", "del", "of", "ng", "ta['’]"])}\\s|d['’])?${word}(?:['’]\\p{L}{1,4})?(?:[.,]{0,2}\\s{1,2}(?:\\p{L}{1,3}\\s)?(?:AM\\s|ค\\.ศ\\.\\s|พ\\.ศ\\.\\s)?${yearOf})?`,
  "uy",
);
const second = new RegExp(`(?<day>${day})(?![\\d:%]|[.,:/-]\\d)[.]?(?:,\\s|[\\s](?:ቀን\\s)?)?(?:${yearOf})?`, "uy");
// `fevral ayının 6-da`: the sixth of the month of February.
const wordBefore = /(?<![\p{L}\p{M}\p{N}#_])(?<word>\p{L}[\p{L}\p{M}]{1,23})(?:\.?|\s(?<of>ayının|oyining|айының))\s$/u;
const yearBefore = /(?<![\p{N}.,:/-])(?<year>(?:1[5-9]|20)\d\d)(?:\(e\)ko|\.?(?:[-\s]?\p{L}{1,5}){0,2}\.?),?\s$/u;
const glued = /(?:[\p{L}\p{N}_]|\d[.,:/٫-]\s?|[+#№$€£])$/u;

function dayFirst(text: string, start: number, code: string): FoundExpression | undefined {
  if (glued.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  first.lastIndex = start;
  const groups = first.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const before = groups.year === undefined ? yearLeft(text, start) : undefined;
  const place = { start: before?.start ?? start, end: first.lastIndex };
  return isHebrew(groups.word, groups.year ?? before?.year, text.slice(place.end, place.end + 7), code)
    ? undefined
    : foundAt(groups, before, place, code);
}

function monthFirst(text: string, start: number, from: number, code: string): FoundExpression | undefined {
  const left = text.slice(Math.max(from, start - 28), start);
  const name = wordBefore.exec(left);
  if (name?.groups?.word === undefined) return undefined;
  second.lastIndex = start;
  const groups = second.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const at = start - left.length + name.index;
  const before = groups.year === undefined ? yearLeft(text, at) : undefined;
  const end = groups.year === undefined ? start + (groups.day?.length ?? 0) : second.lastIndex;
  return foundAt(
    { ...groups, word: name.groups.word, order: name.groups.of ? "of-month" : "month-first" },
    before,
    { start: before?.start ?? at, end },
    code,
  );
}

function yearLeft(text: string, start: number): { readonly year: string; readonly start: number } | undefined {
  const left = text.slice(Math.max(0, start - 16), start);
  const match = yearBefore.exec(left);
  const year = match?.groups?.year;
  return match && year !== undefined ? { year, start: start - left.length + match.index } : undefined;
}

function foundAt(
  groups: Readonly<Record<string, string | undefined>>,
  before: { readonly year: string } | undefined,
  place: { readonly start: number; readonly end: number },
  code: string,
): FoundExpression | undefined {
  const yearText = groups.year ?? before?.year;
  const name = monthOf(groups.word ?? "", code, yearText !== undefined, groups.order === "month-first");
  if (name === undefined) return undefined;
  const firstDay = Number(groups.day);
  const lastDay = Number(groups.lastDay ?? firstDay);
  const said = yearText === undefined ? undefined : Number(yearText);
  const expression =
    name.calendar === "ethiopian"
      ? ethiopianDaysOf(name.month, firstDay, lastDay, said)
      : daysOf(name.month, firstDay, lastDay, said !== undefined && said > 2400 ? said - buddhistEra : said);
  return expression && { expression, ...place, extractor: `cldr-days/${name.code}` };
}

/** `15 Nisan` is in April in Turkish and Kurdish and a day of the Hebrew calendar elsewhere; `15 Nisan 5784` is one everywhere. */
function isHebrew(word = "", year: string | undefined, behind: string, code: string): boolean {
  if (year !== undefined || !hebrewMonth.test(word)) return false;
  return (
    hebrewYear.test(behind) ||
    !months()
      .get(foldWord(word))
      ?.some((one) => one.code === code)
  );
}

const hebrewYear = /^[,\s]{1,2}57[7-9]\d(?!\d)/u;

/** Years of the Buddhist calendar, as Thai counts them, are this many ahead of ours. */
const buddhistEra = 543;

interface Month {
  readonly month: number;
  readonly code: string;
  readonly calendar?: "ethiopian";
}

/**
 * The month a word names. A name of the text's own language is sure; one of another language needs a year beside it, or five letters, and no two
 * languages that call different months so. Endings of cases are taken off where the language or a year says that a month is meant.
 */
function monthOf(own: string, code: string, hasYear: boolean, isMonthFirst: boolean): Month | undefined {
  const folded = foldWord(own);
  if (isOtherMonthElsewhere(folded, code)) return undefined;
  const bare = /^[בלמהו]/u.test(folded) ? [folded, folded.slice(1)] : [folded];
  for (const spelling of bare) {
    const month = settled(months().get(spelling), spelling, code, hasYear, isMonthFirst);
    if (month) return month;
  }
  const unended = withoutPlaceEnding(folded);
  const onThatDay =
    unended === folded
      ? undefined
      : months()
          .get(unended)
          ?.find((one) => one.code === code);
  if (onThatDay) return onThatDay;
  const least = hasYear || isGeorgian(folded) ? 4 : 5;
  for (let length = folded.length - 1; length >= Math.max(least, folded.length - longestEnding); length--) {
    const known = stems().get(folded.slice(0, length));
    const month =
      known &&
      settled(
        known.filter((one) => hasYear || one.code === code),
        folded,
        code,
        hasYear,
        isMonthFirst,
      );
    if (month) return month;
  }
  return undefined;
}

const longestEnding = 5;

/** Whose months are four letters and a vowel that endings replace: `მარტი`, `მარტს`. */
function isGeorgian(word: string): boolean {
  return /\p{Script=Georgian}/u.test(word);
}

/**
 * Whether a word names months of other languages alone that differ from each other, or from a month of the text's own with an ending taken off: `listopada` is
 * November in Polish and October in Croatian, and `5. listopadu`, in Czech in November, is no date in Croatian. Short texts are taken for their neighbours'
 * languages: such a day stays open.
 */
function isOtherMonthElsewhere(folded: string, code: string): boolean {
  const elsewhere = months().get(folded) ?? [];
  if (elsewhere.length === 0 || elsewhere.some((one) => one.code === code)) return false;
  const named = new Set(elsewhere.map(({ month, calendar = "" }) => `${calendar}${month}`));
  for (let length = folded.length - 1; length >= Math.max(4, folded.length - longestEnding); length--) {
    const own = stems()
      .get(folded.slice(0, length))
      ?.find((one) => one.code === code);
    if (own) named.add(`${own.calendar ?? ""}${own.month}`);
  }
  return named.size > 1;
}

/**
 * Turkic endings of when, since when and until when make a day even of a short month: `6-martda`, `7-maydan`; `5 marta` (five times) is none. May is the
 * one month of three letters, other names as short are cut off ones (`ara` of `Aralık`, and `5 arada` is no day).
 */
function withoutPlaceEnding(folded: string): string {
  return folded.replace(/(?<=\p{L}{4}|^may|^маи|^май)(?:[dt][aeəаеә](?:n|gi|ki|н|ғы|гі)?|gacha)$/u, "");
}

function settled(
  known: readonly Month[] | undefined,
  spelling: string,
  code: string,
  hasYear: boolean,
  isMonthFirst: boolean,
): Month | undefined {
  const [any] = known ?? [];
  if (known === undefined || any === undefined) return undefined;
  const own = known.find((one) => one.code === code);
  // Before a figure, a name of two or three letters is another word: `mai 5 oameni`, five more people.
  if (own && isMonthFirst && !hasYear && /^[a-z]{2,3}$/u.test(spelling)) return undefined;
  // A text in a language whose months are known names others seldom without a year.
  if (own || (!hasYear && cldrNames[code] !== undefined)) return own;
  if (known.some((one) => one.month !== any.month || one.calendar !== any.calendar)) return undefined;
  const letters = /[a-zа-яα-ω]/u.test(spelling) ? 5 : 3;
  const enough = hasYear ? Math.min(4, letters) : isMonthFirst && letters === 5 ? Number.POSITIVE_INFINITY : letters;
  if (spelling.length < enough) return undefined;
  return known.find((one) => wellKnown.has(one.code)) ?? any;
}

const wellKnown: ReadonlySet<string> = new Set(contextWords.map(({ code }) => code));

/** The months of the Ethiopian calendar, Meskerem first, with the spellings that share a sound. */
const ethiopian: readonly string[] = [
  "መስከረም",
  "ጥቅምት",
  "ኅዳር,ህዳር,ሕዳር",
  "ታኅሣሥ,ታህሳስ,ታኅሳስ,ታህሣሥ",
  "ጥር",
  "የካቲት",
  "መጋቢት",
  "ሚያዝያ,ሚያዚያ",
  "ግንቦት",
  "ሰኔ",
  "ሐምሌ,ሀምሌ,ኀምሌ",
  "ነሐሴ,ነሀሴ,ነሃሴ",
  "ጳጉሜን,ጳጉሜ",
];

let monthsByWord: ReadonlyMap<string, readonly Month[]> | undefined;
let monthsByStem: ReadonlyMap<string, readonly Month[]> | undefined;

function months(): ReadonlyMap<string, readonly Month[]> {
  if (monthsByWord) return monthsByWord;
  const all = new Map<string, Month[]>();
  const add = (names: string, month: Month): void => {
    for (const name of names.split(",")) if (name !== "") all.set(name, [...(all.get(name) ?? []), month]);
  };
  for (const [code, names] of Object.entries(cldrNames)) {
    for (const [index, spellings] of (names.split("|")[0] ?? "").split(";").entries()) {
      add(spellings, { month: index + 1, code: primary(code) });
    }
  }
  for (const [index, names] of ethiopian.entries()) add(names, { month: index + 1, code: "am", calendar: "ethiopian" });
  monthsByWord = all;
  return all;
}

/**
 * What stays of a name where endings replace its own: without a closing vowel, without `-is` or `-s` as in `februāris`, and in Georgian, whose names are as
 * short as four letters and a vowel, without the vowel before the last letter too (`იანვრის`).
 */
function stemsOf(name: string): readonly string[] {
  if (name.length <= (isGeorgian(name) ? 4 : 5)) return [];
  const bare = name.replace(/[aeiouyаеиоуыяюьαειουησი]+$/u, "");
  return [bare, name.replace(/i?s$/u, ""), ...(isGeorgian(name) ? [bare.replace(/[აე](?=[ლრ]$)/u, "")] : [])];
}

/** Names of five letters and more, and what stays of them before an ending. */
function stems(): ReadonlyMap<string, readonly Month[]> {
  if (monthsByStem) return monthsByStem;
  const all = new Map<string, Month[]>();
  for (const [name, own] of months()) {
    for (const one of new Set([name, ...stemsOf(name)]))
      if (one.length >= 4) all.set(one, [...(all.get(one) ?? []), ...own]);
  }
  monthsByStem = all;
  return all;
}

/** The weekdays of a language without a table of ours by their folded names, 1 is Monday; names of three letters are other words too. */
function weekdaysOf(code: string): ReadonlyMap<string, number> | undefined {
  const names = cldrNames[code]?.split("|")[1];
  if (names === undefined) return undefined;
  return new Map(
    names
      .split(";")
      .flatMap((spellings, index) =>
        spellings
          .split(",")
          .flatMap((name) => (name.length > 3 ? inCases(name, code).map((word) => [word, index + 1] as const) : [])),
      ),
  );
}

/** Slavic languages name a day on which something is in another case: `w środę`, `v sobotu`. */
const slavic = new Set(["be", "bg", "bs", "cs", "hr", "mk", "pl", "sk", "sl", "sr"]);

/**
 * What languages make of a weekday's folded name to say that something is on it: the end of the name that falls away, and what stands in its place
 * (`csütörtökön`, `neljapäeval`, `ceturtdien`, `ketvirtadienį`, `fimmtudaginn`, `torsdagen`, `ostegunean`, `ხუთშაბათს`).
 */
const onWeekday: Readonly<Record<string, { readonly falls: RegExp; readonly endings: readonly string[] }>> = {
  hu: { falls: /$/u, endings: ["n", "en", "on"] },
  et: { falls: /$/u, endings: ["l", "al"] },
  lv: { falls: /a$/u, endings: ["", "u"] },
  lt: { falls: /s$/u, endings: [""] },
  is: { falls: /ur$/u, endings: ["", "inn"] },
  sv: { falls: /$/u, endings: ["en"] },
  da: { falls: /$/u, endings: ["en"] },
  nb: { falls: /$/u, endings: ["en"] },
  no: { falls: /$/u, endings: ["en"] },
  nn: { falls: /$/u, endings: ["en"] },
  eu: { falls: /a$/u, endings: ["ean"] },
  ka: { falls: /ი$/u, endings: ["ს"] },
};

/** A folded name of a weekday in its cases: where they differ in the last vowel alone, and as things on that day have it. */
function inCases(name: string, code: string): readonly string[] {
  const on = onWeekday[code];
  if (on !== undefined) return [name, ...on.endings.map((ending) => name.replace(on.falls, "") + ending)];
  const [stem, end = ""] = [name.slice(0, -1), name.at(-1)];
  if (!slavic.has(code)) return [name];
  const others = { a: "euyi", e: "ui", а: "еуиы", е: "уиы", я: "ю" }[end] ?? "";
  return [name, ...[...others].map((vowel) => stem + vowel)];
}

function primary(language: string): string {
  return language.split("-")[0] ?? language;
}
