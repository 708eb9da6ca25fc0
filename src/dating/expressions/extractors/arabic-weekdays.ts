import { foldArabic } from "../arabic-script.ts";
import type { ArabicScriptTable } from "../languages/arabic-script-table.ts";
import type { Reader } from "./extractor.ts";
import { after, numbering, oneOf } from "./words.ts";

/** Weekdays of a language of Arabic letters, with the letters that may be glued to them: `الجمعة`, `والجمعة`, `یک‌شنبه`. */
export function arabicWeekdayReader(language: ArabicScriptTable): Reader {
  const name = `weekdays/${language.code}`;
  const weekdayOf = numbering(language.weekdays, "u");
  const front = language.glued === "" ? "" : `${language.glued}?`;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}#_])${front}(?<weekday>${oneOf(language.weekdays.flat())})${after}`,
    "gu",
  );
  return {
    name,
    example: foldArabic(language.code === "ar" ? "يوم الجمعة" : "روز جمعه"),
    refuses: foldArabic(language.code === "ar" ? "الجمعية" : "چهارشنبه‌سوری"),
    read: (text) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const weekday = weekdayOf(match.groups?.weekday ?? "");
        if (weekday === undefined) return [];
        return [
          {
            expression: { kind: "weekday" as const, weekday },
            start: match.index,
            end: match.index + match[0].length,
            extractor: name,
          },
        ];
      }),
  };
}
