import type { Found } from "./naming.ts";
import type { PlainText } from "./plain.ts";
import { readersByScript } from "./readers/by-script.ts";
import { readers } from "./readers/readers.ts";

/** What may stand between a weekday and its day: `Friday, January 23`, `Thursday 25 May`. */
const joint = /^\s?[,(]?\s?$/u;

/** Every day a text names, in the order of the text, no two over the same words. A weekday beside a day is joined to it. */
export function find({ text, scripts }: Pick<PlainText, "text" | "scripts">): readonly Found[] {
  const kept: Found[] = [];
  for (const reader of [...readersByScript({ text, scripts }), ...readers]) {
    for (const found of reader.read(text)) {
      if (!kept.some((other) => other.start < found.end && found.start < other.end)) kept.push(found);
    }
  }
  kept.sort((a, b) => a.start - b.start);
  return joinWeekdays(text, kept);
}

function joinWeekdays(text: string, all: readonly Found[]): readonly Found[] {
  const joined: Found[] = [];
  for (const found of all) {
    const previous = joined.at(-1);
    const together = previous && joint.test(text.slice(previous.end, found.start)) ? join(previous, found) : undefined;
    if (together) joined[joined.length - 1] = together;
    else joined.push(found);
  }
  return joined;
}

function join(left: Found, right: Found): Found | undefined {
  const weekday =
    left.naming.kind === "weekday" ? left.naming : right.naming.kind === "weekday" ? right.naming : undefined;
  const days = left.naming.kind === "days" ? left : right.naming.kind === "days" ? right : undefined;
  if (!weekday || !days || days.naming.kind !== "days" || days.naming.precision !== "day") return undefined;
  // A Persian day without a year may be either of two days of ours, but it is one day.
  const { first, last } = days.naming.jalali
    ? { first: days.naming.jalali.day, last: days.naming.jalali.lastDay }
    : { first: days.naming.first.day, last: days.naming.last.day };
  if (days.naming.weekday !== undefined || first !== last) return undefined;
  return {
    naming: { ...days.naming, weekday: weekday.weekday },
    start: left.start,
    end: right.end,
    reader: days.reader,
  };
}
