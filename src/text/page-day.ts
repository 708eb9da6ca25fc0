import { dayLine } from "./day-line.ts";
import { monthLanguages } from "./month-names.ts";

/** What a page prints over the posts of a day: the day itself, one told from the day of the page (`Today` is 0, `Yesterday` 1), or the weekday (Monday is 0). */
export type PageDay =
  | { readonly kind: "day"; readonly key: string; readonly numbers: readonly [number, number, number] }
  | { readonly kind: "ago"; readonly days: number }
  | { readonly kind: "weekday"; readonly weekday: number };

/** Reads a line that is a day and nothing else, as apps print it over messages: `February 11`, `Сегодня`, `Montag`; nothing where it is none. */
export function pageDay(line: string): PageDay | undefined {
  if (line.length > longest) return undefined;
  const day = dayLine(line.trim());
  if (day !== undefined) return { kind: "day", key: `${day.shape} ${day.numbers.join("-")}`, numbers: day.numbers };
  words ??= wordsOfDays();
  return words.get(keyOf(line)) ?? undefined;
}

const longest = 60;

let words: ReadonlyMap<string, PageDay | undefined> | undefined;

/** By word, in the languages whose months have names of their own and three whose months are numbered; undefined for a word that is one day here and another there. */
function wordsOfDays(): ReadonlyMap<string, PageDay | undefined> {
  const found = new Map<string, PageDay | undefined>();
  const take = (word: string, day: PageDay): void => {
    const key = keyOf(word);
    const isOther = found.has(key) && JSON.stringify(found.get(key)) !== JSON.stringify(day);
    found.set(key, isOther ? undefined : day);
  };
  // Ukrainian says `вчора` behind a vowel and at the start of a line.
  take("вчора", { kind: "ago", days: 1 });
  for (const language of [...monthLanguages, "zh", "ja", "ko"]) {
    const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    for (const days of [0, 1]) take(relative.format(-days, "day"), { kind: "ago", days });
    const weekdays = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    // 1 January 2024 was a Monday.
    for (let weekday = 0; weekday < 7; weekday += 1)
      take(weekdays.format(Date.UTC(2024, 0, 1 + weekday)), { kind: "weekday", weekday });
  }
  return found;
}

function keyOf(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[.’'\u200E\u200F]/gu, "")
    .trim();
}
