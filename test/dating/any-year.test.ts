import { describe, expect, test } from "vitest";
import { datePosts, leavesYears } from "../../src/dating/date.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { fitsAnyYear } from "../../src/dating/solver/any-year.ts";
import type { Day } from "../../src/model/day.ts";

function evidence(...texts: readonly string[]): ReturnType<typeof evidenceOf>[] {
  return texts.map((text) => evidenceOf(text, "en"));
}

describe("fitsAnyYear()", () => {
  test.each([
    ["a day without its year", ["The ferry sails on 5 March."]],
    ["weekdays alone", ["The ferry sails on Monday.", "It stays on Friday."]],
    ["a day of the Persian calendar, which falls on one of two of ours", ["۱ فروردین"]],
    ["no day at all", ["fog"]],
  ])("holds of %s", (_what, texts) => expect(fitsAnyYear(evidence(...texts))).toBe(true));

  test.each([
    ["a year", ["The ferry sails on 5 March 2024."]],
    ["a day beside its weekday", ["Monday, 5 March\nThe ferry sails."]],
    ["days and weekdays of several posts", ["5 March\nThe ferry sails.", "On Monday it stays."]],
    ["a feast that moves", ["Happy Easter!"]],
  ])("does not hold of %s", (_what, texts) => expect(fitsAnyYear(evidence(...texts))).toBe(false));

  // By this a dump is dated at once up to the day of its import, and not looked at first without it.
  test.each([
    ["own days", "5 March\nThe ferry sailed.", "4 February\nThe ferry stayed."],
    ["announced days", "The ferry sails on 5 March.", "It sailed on 4 February."],
    ["leap days", "29 February\nfog", "12 December\nrain"],
  ])("leaves the year of some post open, however often %s come round", (_what, first, second) => {
    for (const turns of [0, 4, 12, 14, 16]) {
      const texts = Array.from({ length: 2 * turns + 1 }, (_, place) => (place % 2 === 0 ? first : second));
      expect(fitsAnyYear(evidence(...texts))).toBe(true);
      const posts = texts.map((text) => ({ text, language: "en" }));
      const { datings } = datePosts({ posts, order: "oldest-first" });
      const isOpen = datings.some((dating) => dating.latest > ("2027-12-28" as Day) || leavesYears(dating));
      expect(isOpen, `${turns} turns`).toBe(true);
      expect(datePosts({ posts, order: "oldest-first", today: "2026-02-01" as Day }).usedToday).toBe(true);
    }
  });
});
