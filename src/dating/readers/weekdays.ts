import type { LanguageTable } from "../languages/language.ts";
import type { Found } from "../naming.ts";
import type { Reader } from "./reader.ts";
import { after, anyCase, before, numberIn, oneOfNumbered } from "./words.ts";

/** Weekdays by name: `on Friday`, `в пятницу`, `am Freitag`, `上周五`. */
export function weekdayReader(languages: readonly LanguageTable[]): Reader {
  const spaced = languages.filter(({ unspaced }) => !unspaced);
  const patterns = [
    new RegExp(`${before}(?<!#)${oneOfNumbered(weekdaysOf(spaced))}${after}`, "gu"),
    ...languages
      .filter(({ unspaced }) => unspaced)
      .map(({ weekdays }) => new RegExp(oneOfNumbered(weekdays), "gu")),
  ];
  return {
    name: "weekdays",
    example: "on Friday",
    refuses: "#Fridays",
    read: (text) => {
      const found: Found[] = [];
      for (const match of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
        const weekday = numberIn(match.groups);
        if (weekday === undefined) continue;
        const end = match.index + match[0].length;
        found.push({ naming: { kind: "weekday", weekday }, start: match.index, end, reader: "weekdays" });
      }
      return found;
    },
  };
}

/** The names of Monday in all the languages, then those of Tuesday, and so on. No name means one day here and another there. */
function weekdaysOf(languages: readonly LanguageTable[]): readonly (readonly string[])[] {
  return [0, 1, 2, 3, 4, 5, 6].map((index) => [
    ...new Set(
      languages.flatMap(({ weekdays, caseCounts }) => {
        const names = weekdays[index] ?? [];
        return caseCounts ? names : anyCase(names);
      }),
    ),
  ]);
}
