import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateExpression, dayOfAnyMonth } from "../../src/dating/expressions/date-expression.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { lagTable } from "../../src/dating/solver/lag-table.ts";
import { likelihoodOf, spansBetween, weekdayOf } from "../../src/dating/solver/lags.ts";
import { isStated } from "../../src/dating/stated.ts";
import { type Day, dayFromNumber, dayNumber } from "../../src/model/day.ts";
import { casesOf } from "./cases.ts";

const weekdays = ["", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function named(expression: DateExpression): string {
  if (expression.kind === "weekday" || expression.precision !== "day") return "";
  const { first, anyMonth, weekday } = expression;
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = anyMonth === undefined ? `--${two(first.month)}-${two(first.day)}` : `---${two(anyMonth)}`;
  return `${day}${weekday === undefined ? "" : ` ${weekdays[weekday]}`}`;
}

describe("a day in figures beside a weekday or a word for a day", () => {
  test.each(casesOf("numbered-days.txt"))("$text: $heading", ({ heading, text }) => {
    const [, language = "", words = ""] = /^(\S+) (.+)$/u.exec(text) ?? [];
    const found = evidenceOf(words, language).flatMap(({ expression }) => named(expression) || []);
    expect(found).toEqual(heading === "none" ? [] : [heading]);
  });
});

test("a date that rests on a number alone is inferred, and one that rests on a day and a month is stated", () => {
  const dating = { best: "2025-02-26" as Day, basis: "event-to-come" as const };
  expect(isStated({ ...dating, evidence: "quarta-feira (26)" })).toBe(false);
  expect(isStated({ ...dating, evidence: "quarta-feira (26/2)" })).toBe(true);
});

describe("a day of any month", () => {
  const numbers = fc.integer({ min: dayNumber("2015-01-01" as Day), max: dayNumber("2035-01-01" as Day) });

  test("comes once in each month that has it, and on its weekday alone where that is told", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 7 }), numbers, (day, weekday, from) => {
        const expression = dayOfAnyMonth(day);
        if (expression?.kind !== "days") throw new Error("no day");
        const spans = spansBetween(expression, from, from + 800);
        const days = spans.map(({ first }) => dayFromNumber(first));
        expect(days.every((each) => Number(each.slice(8)) === day)).toBe(true);
        expect(new Set(days.map((each) => each.slice(0, 7))).size).toBe(days.length);
        const own = spansBetween({ ...expression, weekday }, from, from + 800);
        expect(own).toEqual(spans.filter(({ first }) => weekdayOf(first) === weekday));
      }),
    );
  });

  test("weighs its days as much as a day that comes once a year", () => {
    const likelihoods = likelihoodOf(lagTable);
    const sumOf = (expression: DateExpression): number => {
      const into = new Float64Array(10 * 365);
      likelihoods("mention-body", expression, dayNumber("2015-01-01" as Day), into);
      return into.reduce((sum, each) => sum + each, 0);
    };
    const yearly: DateExpression = {
      kind: "days",
      precision: "day",
      first: { month: 3, day: 12 },
      last: { month: 3, day: 12 },
    };
    const monthly = dayOfAnyMonth(12);
    if (monthly?.kind !== "days") throw new Error("no day");
    const ratio = sumOf(monthly) / sumOf(yearly);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
    const withWeekday = sumOf({ ...monthly, weekday: 3 }) / sumOf(yearly);
    expect(withWeekday).toBeGreaterThan(0.8);
    expect(withWeekday).toBeLessThan(1.2);
  });
});
