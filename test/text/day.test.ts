import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  dayOfMonthOf,
  monthKeyOf,
  monthOf,
  parseDay,
  yearOf,
} from "../../src/model/day.ts";

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`no day: ${text}`);
  return parsed;
};

/** Day numbers of the years 1 to 9999. */
const numbers = fc.integer({ min: dayNumber(day("0001-01-01")), max: dayNumber(day("9999-12-31")) });

describe("parseDay()", () => {
  test("reads a day of the calendar and nothing else", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    for (const none of [
      "2025-02-29",
      "2025-13-01",
      "2025-00-10",
      "2025-1-1",
      "2025-02-04T00:00",
      " 2025-02-04",
      "",
      "0000-01-01",
    ]) {
      expect(parseDay(none)).toBeUndefined();
    }
  });

  test("a century is a leap year only every four hundred years", () => {
    expect(parseDay("2000-02-29")).toBe("2000-02-29");
    expect(parseDay("1900-02-29")).toBeUndefined();
  });
});

describe("dayOf()", () => {
  test("makes a day of its numbers, early years too", () => {
    expect(dayOf(2025, 2, 4)).toBe("2025-02-04");
    expect(dayOf(99, 12, 31)).toBe("0099-12-31");
  });

  test("makes none of numbers that are no day", () => {
    for (const [year, month, dayOfMonth] of [
      [2025, 2, 30],
      [2025, 13, 1],
      [2025, 0, 1],
      [0, 1, 1],
      [10_000, 1, 1],
      [2025.5, 1, 1],
      [Number.NaN, 1, 1],
    ] as const) {
      expect(dayOf(year, month, dayOfMonth)).toBeUndefined();
    }
  });
});

describe("day arithmetic", () => {
  test("steps over ends of months, leap days and summer time", () => {
    expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(day("2024-12-31"), 1)).toBe("2025-01-01");
    expect(addDays(day("2025-03-30"), 1)).toBe("2025-03-31");
    expect(addDays(day("2025-03-01"), -1)).toBe("2025-02-28");
    expect(dayNumber(day("1970-01-01"))).toBe(0);
  });

  test("a day and its number are inverse, and days sort as their numbers do", () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        expect(dayNumber(dayFromNumber(one))).toBe(one);
        expect(dayFromNumber(one) < dayFromNumber(other)).toBe(one < other);
      }),
    );
  });

  test("a day falls apart into its year, month and day of the month", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const whole = dayFromNumber(number);
        expect(dayOf(yearOf(whole), monthOf(whole), dayOfMonthOf(whole))).toBe(whole);
        expect(whole.startsWith(monthKeyOf(whole))).toBe(true);
      }),
    );
  });

  test("a number that is no date at all throws", () => {
    expect(() => addDays(day("9999-12-31"), 400_000_000)).toThrow(RangeError);
  });

  // Today it comes out as "+010000-01".
  test("the day after the last of the year 9999 throws", () => {
    expect(() => addDays(day("9999-12-31"), 1)).toThrow(RangeError);
  });
});
