import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../src/model/day.ts";
import type { DateQuestion } from "../../src/review/dates.ts";
import { daysElsewhere, daysShown } from "../../src/review/days-shown.ts";

function question(earliest: string, best: string, latest: string, more: Partial<DateQuestion> = {}): DateQuestion {
  const dating = {
    earliest,
    best,
    latest,
    basis: "neighbours",
    edtf: `${earliest}/${latest}`,
  } as DateQuestion["dating"];
  return { id: "a", title: "Fog", text: "Fog", language: "en", dating, worth: 1, named: [], ...more };
}

const day = (written: string): Day => written as Day;

describe("the strip of days", () => {
  test("shows a short interval whole, with a margin, and leaves nothing to tell beside it", () => {
    const short = question("2025-02-03", "2025-02-05", "2025-02-08", {
      candidates: [{ day: day("2025-02-05"), percent: 60 }],
    });
    const shown = daysShown(short, day("2025-02-05"));
    expect([shown[0], shown.at(-1)]).toEqual(["2025-01-31", "2025-02-11"]);
    expect(daysElsewhere(short, shown)).toEqual([]);
  });

  test("of a wide interval shows the days around the best one, and tells the likeliest others, named ones first", () => {
    const wide = question("2021-01-01", "2023-06-01", "2025-12-31", {
      candidates: [
        { day: day("2021-03-03"), percent: 9 },
        { day: day("2023-06-02"), percent: 12 },
        ...Array.from({ length: 20 }, (_, at) => ({ day: addDays(day("2024-05-01"), at), percent: at < 10 ? 2 : 0 })),
      ],
      named: [{ day: day("2025-11-11"), words: "11 November", offset: 0 }],
    });
    const shown = daysShown(wide, day("2023-06-01"));
    expect(shown).toHaveLength(62);
    expect(shown).toContain("2023-06-02");
    const elsewhere = daysElsewhere(wide, shown);
    expect(elsewhere).toHaveLength(8);
    expect([elsewhere[0], elsewhere.at(-1)]).toEqual(["2021-03-03", "2025-11-11"]);
  });

  test("follows a chosen day to where it lies, and tells the way back to the best one", () => {
    for (const asked of [
      question("2021-01-01", "2023-06-01", "2025-12-31"),
      question("2023-06-01", "2023-06-01", "2023-06-02"),
    ]) {
      const shown = daysShown(asked, day("2021-03-03"));
      expect(shown).toContain("2021-03-03");
      expect(shown).toHaveLength(62);
      expect(daysElsewhere(asked, shown)).toEqual(["2023-06-01"]);
    }
  });
});
