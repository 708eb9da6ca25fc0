import { halfDayWords } from "./half-day-words.ts";
import { monthLanguages } from "./month-names.ts";

/**
 * The hour of a clock, 0 to 23, that stands beside a word for a part of the day in any language that the CLDR has one in: `9` beside `PM`, `午後`, `오후`,
 * `μ.μ.`, `ب.ظ` or `晚上` is 21. A word that only says that a clock follows (`Uhr`, `klo`, `a las`) changes nothing. `undefined` where the word is
 * another one, or no clock with it shows that hour.
 */
export function hourBeside(hour: number, word: string): number | undefined {
  const key = periodKey(word);
  if (clockWords.has(key)) return hour;
  if (hour > 12) return undefined;
  hours ??= hoursByWord();
  const named = hours.get(key);
  if (named === undefined) return undefined;
  const fitting = [hour % 12, (hour % 12) + 12].filter((each) => named.has(each));
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  // Noon and night are said of the hours around them, too.
  return (hour % 12) + ([...named].some((each) => each < 12) ? 0 : 12);
}

/** Words that stand beside a clock time and say that it is one. */
const clockWords: ReadonlySet<string> = new Set(
  "uhr uur klo kl klockan klukkan h hrs ч год น at um à в о у ve lúc om alle ore alas às ob o saat soat сағат godz στις ساعت ساعة الساعة في ב שעה בשעה เวลา".split(
    " ",
  ),
);

/** Their months are numbers. */
const withoutMonthNames = ["zh", "zh-Hant", "ja", "ko"];

let hours: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/** The hours of the day that each word is said of. */
function hoursByWord(): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const language of [...monthLanguages, ...withoutMonthNames])
    for (const period of [undefined, "long", "narrow"] as const) {
      const clock = new Intl.DateTimeFormat(language, {
        hour: "numeric",
        hour12: true,
        timeZone: "UTC",
        ...(period === undefined ? {} : { dayPeriod: period }),
      });
      for (let hour = 0; hour < 24; hour += 1) {
        const word = clock.formatToParts(Date.UTC(2024, 0, 1, hour)).find(({ type }) => type === "dayPeriod")?.value;
        const key = periodKey(word ?? "");
        if (key !== "") found.set(key, (found.get(key) ?? new Set()).add(hour));
      }
    }
  // `Intl` has one form for each half of the day, and not of every language; a word that it has means what it says.
  const known = new Set(found.keys());
  for (const [half, first] of [
    ["am", 0],
    ["pm", 12],
  ] as const)
    for (const key of halfDayWords[half].split(" "))
      if (!known.has(key)) found.set(key, new Set(Array.from({ length: 12 }, (_, hour) => first + hour)));
  return found;
}

/** A word without dots, blanks and the marks that Arabic may leave out, as words for parts of the day are looked up. */
export function periodKey(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\u200C\u064B-\u0652]/gu, "");
}
