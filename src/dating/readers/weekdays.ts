import type { LanguageTable } from "../languages/language.ts";
import type { Found } from "../naming.ts";
import type { Reader } from "./reader.ts";
import { after, anyCase, before, flagsOf, numbering, oneOf } from "./words.ts";

/** Weekdays by name: `on Friday`, `в пятницу`. */
export function weekdayReader(language: LanguageTable): Reader {
  const flags = flagsOf(language);
  const weekdayOf = numbering(language.weekdays, flags);
  const names = language.caseCounts ? language.weekdays.flat() : anyCase(language.weekdays.flat());
  const pattern = new RegExp(`${before}(?<!#)(?<weekday>${oneOf(names)})${after}`, "gu");
  return {
    name: `weekdays/${language.code}`,
    ...language.examples.weekday,
    read: (text) => {
      const found: Found[] = [];
      for (const match of text.matchAll(pattern)) {
        const weekday = weekdayOf(match.groups?.weekday ?? "");
        if (weekday === undefined) continue;
        const end = match.index + match[0].length;
        found.push({
          naming: { kind: "weekday", weekday },
          start: match.index,
          end,
          reader: `weekdays/${language.code}`,
        });
      }
      return found;
    },
  };
}
