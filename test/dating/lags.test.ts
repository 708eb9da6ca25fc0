import { describe, expect, test } from "vitest";
import { daysOf } from "../../src/dating/expressions/date-expression.ts";
import { evidenceKinds } from "../../src/dating/expressions/evidence-kinds.ts";
import { lagTable } from "../../src/dating/solver/lag-table.ts";
import { lagOf, weekdayOf } from "../../src/dating/solver/lags.ts";
import { dayNumber, parseDay } from "../../src/model/day.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe("the table of lags", () => {
  test("has a row for every kind of evidence", () => {
    expect([...Object.keys(lagTable.days), ...Object.keys(lagTable.weekdays)].sort()).toEqual(
      Object.keys(evidenceKinds).sort(),
    );
  });

  test("has rows of probabilities, none of them zero", () => {
    for (const { near, far } of Object.values(lagTable.days)) {
      expect(sum(near) + sum(far)).toBeCloseTo(1, 2);
      expect(Math.min(...near)).toBeGreaterThan(0);
    }
    for (const shares of Object.values(lagTable.weekdays)) expect(sum(shares)).toBeCloseTo(1, 2);
  });
});

describe("lagOf()", () => {
  const lag = (
    named: readonly [month: number, day: number, lastDay: number, year?: number],
    post: string,
  ): number | undefined => {
    const expression = daysOf(named[0], named[1], named[2], named[3]);
    const day = parseDay(post);
    return expression?.kind === "days" && day !== undefined ? lagOf(expression, dayNumber(day)) : undefined;
  };

  test("counts from the nearest return of a day without a year", () => {
    expect(lag([12, 30, 30], "2025-01-02")).toBe(3);
    expect(lag([1, 2, 2], "2024-12-30")).toBe(-3);
  });

  test("is zero inside a row of days", () => {
    expect(lag([2, 9, 12, 2026], "2026-02-10")).toBe(0);
    expect(lag([2, 9, 12, 2026], "2026-02-14")).toBe(2);
  });
});

test("weekdayOf() counts from Monday", () => {
  const friday = parseDay("2026-01-23");
  expect(friday && weekdayOf(dayNumber(friday))).toBe(5);
});
