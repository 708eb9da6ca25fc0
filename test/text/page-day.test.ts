import { describe, expect, test } from "vitest";
import { pageDay } from "../../src/text/page-day.ts";

describe("a day that a page prints over posts", () => {
  test("is told by its date, from today or by its weekday, in many languages", () => {
    expect(["February 11", "11 февраля", "2026年2月11日"].map((line) => pageDay(line)?.kind)).toEqual(
      Array(3).fill("day"),
    );
    for (const line of ["Today", "сегодня", "Heute", "hoy", "اليوم", "今天"])
      expect(pageDay(line), line).toEqual({ kind: "ago", days: 0 });
    for (const line of ["Yesterday", "Вчора", "gestern", "ayer", "أمس"])
      expect(pageDay(line), line).toEqual({ kind: "ago", days: 1 });
    for (const line of ["Wednesday", "среда", "Mittwoch"])
      expect(pageDay(line), line).toEqual({ kind: "weekday", weekday: 2 });
  });

  test("is nothing more than that", () => {
    const others = ["Today the pier is shut.", "Good morning", "On Wednesday", "March", "Tomorrow", ""];
    expect(others.filter((line) => pageDay(line) !== undefined)).toEqual([]);
  });
});
