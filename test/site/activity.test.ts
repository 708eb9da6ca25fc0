import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day } from "../../src/model/day.ts";
import { activityOf, nextStart, postsInSpan, type Unit, unitFor } from "../../src/site/analysis/activity.ts";
import { archiveOf, inferred, postWith, stated } from "./fixture.ts";

function pagesOn(days: readonly string[]) {
  return archiveOf(days.map((day, index) => postWith({ id: `p${`${index}`.padStart(9, "0")}`, dating: stated(day) })))
    .posts;
}

test("months without posts are periods too", () => {
  const { periods } = activityOf(pagesOn(["2024-12-31", "2025-03-01", "2025-03-31"]), "month");
  expect(periods.map(({ first, close }) => [first, close])).toEqual([
    ["2024-12-01", 1],
    ["2025-01-01", 0],
    ["2025-02-01", 0],
    ["2025-03-01", 2],
  ]);
});

test("a post whose interval is a week or longer is counted apart", () => {
  const posts = [inferred("2025-02-04", 2), inferred("2025-02-05", 20)].map((dating, index) =>
    postWith({ id: `wide00000${index}`, dating }),
  );
  expect(activityOf(archiveOf(posts).posts, "month").periods).toEqual([{ first: "2025-02-01", close: 1, wide: 1 }]);
});

test("no posts have no periods", () => {
  expect(activityOf([])).toEqual({ unit: "month", periods: [] });
});

test("the unit grows with the time that posts reach over", () => {
  expect(unitFor(pagesOn(["2025-01-01"]))).toBe("day");
  expect(unitFor(pagesOn(["2025-01-01", "2025-02-28"]))).toBe("day");
  expect(unitFor(pagesOn(["2025-01-01", "2025-04-02"]))).toBe("day");
  expect(unitFor(pagesOn(["2025-01-01", "2025-04-03"]))).toBe("month");
  expect(unitFor(pagesOn(["2015-02-01", "2025-01-31"]))).toBe("month");
  expect(unitFor(pagesOn(["2015-01-31", "2025-01-01"]))).toBe("year");
  expect(unitFor(pagesOn(["2025-01-01"]), "month")).toBe("month");
});

test("each period begins where the one before it ends, and together they hold every post", () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((number) => addDays("1950-01-01" as Day, number));
  const unit = fc.constantFrom<Unit>("day", "month", "year");
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), unit, (days, chosen) => {
      const { periods } = activityOf(pagesOn(days), chosen);
      expect(periods.reduce((sum, period) => sum + postsInSpan(period), 0)).toBe(days.length);
      for (const [index, { first }] of periods.entries()) {
        if (index > 0) expect(first).toBe(nextStart((periods[index - 1]?.first ?? first) as Day, chosen));
        if (chosen !== "day") expect(first).toMatch(chosen === "month" ? /-01$/u : /-01-01$/u);
      }
    }),
    { numRuns: 40 },
  );
});
