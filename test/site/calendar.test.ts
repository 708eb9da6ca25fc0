import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, dayNumber, dayOf, monthOf } from "../../src/model/day.ts";
import {
  calendarOf,
  calendarOfMonth,
  monthsAround,
  postsOf,
  weeksOf,
  yearsAround,
} from "../../src/site/model/calendar.ts";
import { firstWeekday, weekFrom } from "../../src/site/model/weeks.ts";
import { archiveOf, postWith, stated } from "./fixture.ts";

const archive = archiveOf(
  ["2023-12-31", "2024-02-29", "2024-02-29", "2024-12-31", "2025-01-01"].map((day, index) =>
    postWith({ id: `cal000000${index}`, dating: stated(day) }),
  ),
);
const leapYear = archive.years[1];
if (leapYear === undefined) throw new Error("the archive has three years");

test("a leap year has its 29 February, which leads to its posts", () => {
  const february = calendarOf(leapYear, archive)[1];
  const last = february?.weeks.flat().findLast((cell) => cell !== undefined);
  expect(last).toMatchObject({ day: "2024-02-29", count: 2, level: 4, path: "/timeline/2024/02/#d2024-02-29" });
});

test("a common year ends its February on the 28th", () => {
  const weeks = weeksOf("2025-02-01" as Day, 0, (day) => day);
  expect(weeks.flat().findLast((day) => day !== undefined)).toBe("2025-02-28");
});

test("a month of four whole weeks has no gaps", () => {
  expect(weeksOf("2010-02-01" as Day, 0, (day) => day)).toHaveLength(4);
  expect(weeksOf("2010-02-01" as Day, 0, (day) => day).flat()).not.toContain(undefined);
});

test("posts on the last and the first day of a year lie in their own months", () => {
  expect(archive.years.map((year) => [year.year, postsOf(year)])).toEqual([
    [2023, 1],
    [2024, 3],
    [2025, 1],
  ]);
  const december = leapYear.months.at(-1);
  if (december === undefined) throw new Error("the year has a December");
  expect(
    calendarOfMonth(december, archive)
      .weeks.at(-1)
      ?.map((cell) => cell?.count),
  ).toEqual([0, 1, ...Array(5)]);
});

test("months and years lead to those with posts around them", () => {
  const [february, december] = leapYear.months;
  if (february === undefined || december === undefined) throw new Error("the year has two months");
  expect(monthsAround(february, archive).older?.path).toBe("/timeline/2023/12/");
  expect(monthsAround(february, archive).newer).toBe(december);
  expect(yearsAround(leapYear, archive).newer?.year).toBe(2025);
  expect(yearsAround(leapYear, archive).older?.year).toBe(2023);
});

describe("weeks", () => {
  test.each([
    ["en-US", 6],
    ["en-GB", 0],
    ["fa-IR", 5],
    ["ru-RU", 0],
    ["en", 0],
  ])("begin as the region of %s has it", (language, start) => {
    expect(firstWeekday(language, "en-GB")).toBe(start);
  });

  test("a list of days is begun with the first", () => {
    expect(weekFrom(6, ["mo", "tu", "we", "th", "fr", "sa", "su"])[0]).toBe("su");
  });

  test("hold every day of any month once, in its column, whichever day they begin with", () => {
    const month = fc.tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 6 }), ([year, number], start) => {
        const first = dayOf(year, number, 1);
        if (first === undefined) throw new Error("every month has a first day");
        const weeks = weeksOf(first, start, (day) => day);
        const days = weeks.flat().filter((day) => day !== undefined);
        expect(days[0]).toBe(first);
        expect(new Set(days.map(monthOf))).toEqual(new Set([number]));
        expect(monthOf(addDays(days.at(-1) as Day, 1))).not.toBe(number);
        expect(days).toEqual(days.map((_, index) => addDays(first, index)));
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          for (const [column, day] of week.entries()) {
            // 5 January 1970, day 4, was a Monday.
            if (day !== undefined) expect((((dayNumber(day) - 4 - start) % 7) + 7) % 7).toBe(column);
          }
        }
      }),
    );
  });
});
