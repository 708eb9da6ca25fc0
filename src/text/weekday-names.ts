import { monthLanguages } from "./month-names.ts";

/** A weekday at the start or the end of a line, and the words beside it. */
export interface WithWeekday {
  /** 0 is Monday; undefined where the word is one day here and another there. */
  readonly weekday: number | undefined;
  readonly rest: string;
}

/**
 * Takes the weekday off a line that starts or ends with one, in full or short, in brackets or not; nothing where neither end is one.
 *
 *     wt. 4.02        2月4日(火)        4 Şubat 2025 Salı
 *     ^^^                   ^^                     ^^^^
 */
export function withoutWeekday(line: string): WithWeekday | undefined {
  const shown = line.slice(0, longestLine);
  const words = shown.split(/[\s,،、]+/u, mostWords);
  for (const count of [1, 2, 3]) {
    if (words.length <= count) break;
    const found = taken(words.slice(0, count).join(" "));
    if (found !== undefined) return { ...found, rest: words.slice(count).join(" ") };
  }
  for (const count of [1, 2, 3]) {
    if (words.length <= count) break;
    const found = taken(words.slice(-count).join(" "));
    if (found !== undefined) return { ...found, rest: words.slice(0, -count).join(" ") };
  }
  // Han is written without spaces, and a day ends in the sign that Sunday begins with.
  for (let at = shown.length - 1; at >= Math.max(0, shown.length - longestGlued); at -= 1) {
    if (!/[\u65E5\uC77C\p{Nd}.]/u.test(shown.charAt(at))) continue;
    const { word } = /^\s?[(（［[]?(?<word>[\p{L}\p{M}.]{1,12})[)）］\]]?$/u.exec(shown.slice(at + 1))?.groups ?? {};
    const found = word === undefined ? undefined : taken(word);
    if (found !== undefined) return { ...found, rest: shown.slice(0, at + 1).trim() };
  }
  return undefined;
}

/** A weekday that is glued to a day, with brackets around it, and the sign before it, in UTF-16 units. */
const longestGlued = 16;

/** No line that is a day is longer, in UTF-16 units, or has more words. */
const longestLine = 60;
const mostWords = 9;

function taken(word: string): Pick<WithWeekday, "weekday"> | undefined {
  // Thai writes the word for "the …th" after a weekday as part of it.
  const own = keyOf(word).replace(/^(?<weekday>วัน.+)ที่$/u, "$<weekday>");
  names ??= namesOfWeekdays();
  return names.has(own) ? { weekday: names.get(own) } : undefined;
}

let names: ReadonlyMap<string, number | undefined> | undefined;

/** By name, in full and short; short names are also the first letters of the full ones, three at least. */
function namesOfWeekdays(): ReadonlyMap<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  const take = (name: string, weekday: number): void => {
    found.set(name, found.has(name) && found.get(name) !== weekday ? undefined : weekday);
  };
  for (const language of [...monthLanguages, "zh", "ja", "ko"]) {
    for (const style of ["long", "short"] as const) {
      const name = new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" });
      for (let weekday = 0; weekday < 7; weekday += 1) {
        // 1 January 2024 was a Monday.
        const printed = name.format(Date.UTC(2024, 0, 1 + weekday));
        const key = keyOf(printed);
        // One letter is anything, but where a word is written with one sign.
        if (key.length < 2 && !/^[\p{Script=Han}\p{Script=Hangul}]$/u.test(key)) continue;
        for (const written of spellingsOf(printed, language)) take(written, weekday);
        if (style === "long") for (const short of shortened(key)) take(short, weekday);
      }
    }
  }
  return found;
}

/** Words for "day" that people set before a weekday whose name in the CLDR has none: `يوم الخميس`, `יום שבת`, `روز پنج‌شنبه`. */
const dayWords: Readonly<Record<string, string>> = { ar: "يوم", he: "יום", fa: "روز" };

/** A weekday as the CLDR writes it, with a blank for its non-joiner, and with the word for "day" before it. */
function spellingsOf(name: string, language: string): ReadonlySet<string> {
  const own = [name, name.replaceAll("\u200C", " ")].map(keyOf);
  const word = dayWords[language];
  return new Set(word === undefined ? own : own.flatMap((each) => [each, `${word} ${each}`]));
}

/** `tues` and `thur` of `thursday`, `segunda` of `segunda-feira`; none where a name has other signs than those of Europe's alphabets. */
function shortened(name: string): readonly string[] {
  const [word = ""] = name.split("-");
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{4,}$/u.test(word)) return [];
  return Array.from({ length: word.length - 2 }, (_, at) => word.slice(0, at + 3));
}

function keyOf(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[.:’'\u02BC\u05F3\u05F4()（）［］[\]\u200C\u200E\u200F]/gu, "")
    .trim();
}
