import { readFileSync } from "node:fs";
import type { CalendarDay } from "../../src/dating/expressions/date-expression.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";

/** A file of cases: `#` comments, `== heading` begins a group, one case a line. */
export function casesOf(name: string): readonly { readonly heading: string; readonly text: string }[] {
  const cases: { heading: string; text: string }[] = [];
  let heading = "";
  for (const line of readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("# ")) continue;
    if (line.startsWith("== ")) heading = line.slice(3);
    else cases.push({ heading, text: line });
  }
  return cases;
}

/** The days a text names, as `2026-02-06`, `--02-06`, `2026-02-06/2026-02-08`, `hijri 9-15` and `feast easter`. */
export function daysIn(text: string, language?: string): readonly string[] {
  return evidenceOf(text, language).flatMap(({ expression }) => {
    if (expression.kind !== "days" || expression.precision !== "day") return [];
    const { lunar, feast } = expression;
    if (feast !== undefined) return [`feast ${feast}`];
    if (lunar !== undefined) return [`${lunar.calendar} ${lunar.month}-${lunar.day}`];
    const [first, last] = [dayText(expression.first), dayText(expression.last)];
    return first === last ? [first] : [`${first}/${last}`];
  });
}

function dayText({ year, month, day }: CalendarDay): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${year === undefined ? "--" : `${year}-`}${two(month)}-${two(day)}`;
}
