import type { FoundExpression } from "../date-expression.ts";
import type { LanguageTable } from "../languages/language.ts";
import type { Reader } from "./extractor.ts";
import { after, anyCase, before, exampleOf, flagsOf, matchesIn, numbering, oneOf, roughlyBefore } from "./words.ts";

/** Weekdays by name, in every language: `on Friday`, `в пятницу`, `el viernes`. A text is searched once for the names of all of them. */
export function weekdaysReader(languages: readonly LanguageTable[]): Reader {
  const anyName = new RegExp(`${roughlyBefore}${oneOf(languages.flatMap(namesOf))}`, "g");
  const readings = languages.map((language) => ({
    code: language.code,
    pattern: new RegExp(`${before}(?<!#)(?<weekday>${oneOf(namesOf(language))})${after}`, "uy"),
    weekdayOf: numbering(language.weekdays, flagsOf(language)),
  }));
  return {
    name: "weekdays",
    ...exampleOf(languages[0], "weekday"),
    read: (text) => {
      const found: FoundExpression[] = [];
      for (const { index } of matchesIn(text, anyName)) {
        for (const { code, pattern, weekdayOf } of readings) {
          pattern.lastIndex = index;
          const word = pattern.exec(text)?.groups?.weekday;
          const weekday = word === undefined ? undefined : weekdayOf(word);
          if (word === undefined || weekday === undefined) continue;
          found.push({
            expression: { kind: "weekday", weekday },
            start: index,
            end: index + word.length,
            extractor: `weekdays/${code}`,
          });
          break;
        }
      }
      return found;
    },
  };
}

/** The same in one language. */
export function weekdayReader(language: LanguageTable): Reader {
  return { ...weekdaysReader([language]), name: `weekdays/${language.code}` };
}

function namesOf(language: LanguageTable): readonly string[] {
  const names = language.weekdays.flat();
  return language.caseCounts ? names : anyCase(names);
}
