import { arabic } from "../languages/arabic.ts";
import { languagesByScript } from "../languages/by-script.ts";
import { chinese } from "../languages/chinese.ts";
import { persian } from "../languages/persian.ts";
import type { PlainText } from "../plain-text.ts";
import { arabicDayReader } from "./arabic-days.ts";
import { arabicWeekdayReader } from "./arabic-weekdays.ts";
import type { Reader } from "./extractor.ts";
import { hanDayReader } from "./han-days.ts";
import { hanWeekdayReader } from "./han-weekdays.ts";
import { hijriReader } from "./hijri.ts";
import { jalaliReaders } from "./jalali.ts";
import { observanceReaderByScript } from "./observances-by-script.ts";

/** The extractors of the languages that the scripts of a text let expect, the surest first; none for a text in Latin or Cyrillic letters. */
export function extractorsByScript(text: Pick<PlainText, "text" | "scripts">): readonly Reader[] {
  return languagesByScript(text).flatMap(({ code }) => scriptReaders[code] ?? []);
}

/** The extractors of each language that is known by its script, by its tag. */
export const scriptReaders: Readonly<Record<string, readonly Reader[]>> = {
  ar: [arabicDayReader(arabic), hijriReader(arabic), arabicWeekdayReader(arabic), observanceReaderByScript(arabic)],
  fa: [
    ...jalaliReaders(persian),
    arabicDayReader(persian),
    hijriReader(persian),
    arabicWeekdayReader(persian),
    observanceReaderByScript(persian),
  ],
  zh: [hanDayReader, hanWeekdayReader, observanceReaderByScript(chinese)],
};
