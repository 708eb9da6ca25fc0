import type { FoundExpression } from "./date-expression.ts";
import { extractorsByScript } from "./extractors/by-script.ts";
import { cldrDayReader, cldrWeekdayReaders } from "./extractors/cldr-days.ts";
import { withFigures, wordsBeforeDay } from "./extractors/days-beside-weekdays.ts";
import type { Reader } from "./extractors/extractor.ts";
import { extractors } from "./extractors/extractors.ts";
import { cldrNames } from "./languages/cldr-names.ts";
import type { PlainText } from "./plain-text.ts";

/** What may stand between a weekday and its day: `Friday, January 23`, `torsdagen den 12 februari`, `március 6-án, pénteken`. */
const joint = new RegExp(`^(?:-\\p{L}{1,3})?\\s?[,(]?\\s?${wordsBeforeDay}$`, "u");

/**
 * Every day a text names, in the order of the text, no two over the same words. A weekday beside a day is joined to it. Where two languages
 * read the same words, the text's own language (BCP 47, `und` where not known) has them.
 */
export function find(
  { text, scripts }: Pick<PlainText, "text" | "scripts">,
  language = "und",
): readonly FoundExpression[] {
  const kept: FoundExpression[] = [];
  const taken = new Uint8Array(text.length);
  for (const extractor of [...extractorsByScript({ text, scripts }), ...readersFor(language)]) {
    for (const found of extractor.read(text, language)) {
      if (taken.subarray(found.start, found.end).includes(1)) continue;
      taken.fill(1, found.start, found.end);
      kept.push(found);
    }
  }
  kept.sort((a, b) => a.start - b.start);
  return withFigures(text, joinWeekdays(text, kept), language);
}

const byLanguage = new Map<string, readonly Reader[]>();

/** All extractors in their order, but of those that read the same kind of expression the language's own one first. */
function readersFor(language: string): readonly Reader[] {
  const code = language.split("-")[0] ?? "";
  const known = byLanguage.get(code);
  if (known) return known;
  const kinds = [...new Set(extractors.map(kindOf))];
  const worth = (extractor: Reader): number =>
    2 * kinds.indexOf(kindOf(extractor)) + (extractor.name === `${kindOf(extractor)}/${code}` ? 0 : 1);
  // Where a text is in a language of the CLDR, its own months are read before look-alikes of other languages.
  const own = cldrNames[code] === undefined ? [] : [cldrDayReader];
  const ordered = [
    ...own,
    ...extractors.toSorted((one, other) => worth(one) - worth(other)),
    ...cldrWeekdayReaders(code),
  ];
  byLanguage.set(code, ordered);
  return ordered;
}

function kindOf({ name }: Reader): string {
  return name.split("/")[0] ?? name;
}

function joinWeekdays(text: string, all: readonly FoundExpression[]): readonly FoundExpression[] {
  const joined: FoundExpression[] = [];
  for (const found of all) {
    const previous = joined.at(-1);
    const together = previous && joint.test(text.slice(previous.end, found.start)) ? join(previous, found) : undefined;
    if (together) joined[joined.length - 1] = together;
    else joined.push(found);
  }
  return joined;
}

function join(left: FoundExpression, right: FoundExpression): FoundExpression | undefined {
  const weekday =
    left.expression.kind === "weekday"
      ? left.expression
      : right.expression.kind === "weekday"
        ? right.expression
        : undefined;
  const days = left.expression.kind === "days" ? left : right.expression.kind === "days" ? right : undefined;
  if (!weekday || !days || days.expression.kind !== "days" || days.expression.precision !== "day") return undefined;
  // A day of another calendar without a year may be any of several days of ours, but it is one day.
  const own = days.expression.jalali ?? days.expression.lunar;
  const { first, last, anyMonth } = days.expression;
  const isOneDay = own === undefined ? anyMonth !== undefined || first.day === last.day : own.day === own.lastDay;
  if (days.expression.weekday !== undefined || !isOneDay) return undefined;
  return {
    expression: { ...days.expression, weekday: weekday.weekday },
    start: left.start,
    end: right.end,
    extractor: days.extractor,
  };
}
