import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { channelsBegan, dayRangeOf } from "../../src/dating/solver/range.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";

const firstDay = (words: string, retrieved: string): number =>
  dayRangeOf([evidenceOf(words, "en")], [], retrieved as Day, undefined).first;

describe("dayRangeOf()", () => {
  test("a capture far ahead is looked back from for twenty years, not to the first channel", () => {
    expect(dayNumber("2059-12-31" as Day) - firstDay("Fog.", "2059-12-31")).toBe(20 * 365);
    expect(firstDay("Fog.", "2026-02-01")).toBe(channelsBegan);
  });

  test("a day that a post names has its twenty years, however long before the capture", () => {
    expect(firstDay("The ferry sailed on March 1, 2019.", "2059-12-31")).toBe(channelsBegan);
    expect(firstDay("The ferry sailed on March 1, 2049.", "2059-12-31")).toBe(
      dayNumber("2049-03-01" as Day) - 20 * 365,
    );
  });

  test("days named more often than a call has arguments are heard all", () => {
    const [named] = evidenceOf("The ferry sailed on March 1, 2019.", "en");
    if (named === undefined) throw new Error("no day was read");
    const many = Array.from({ length: 200_000 }, () => [named]);
    const known = many.map(() => ({ first: channelsBegan, last: channelsBegan + 1 }));
    expect(dayRangeOf(many, known, "2026-02-01" as Day, undefined).last).toBe(dayNumber("2026-02-01" as Day));
    expect(dayRangeOf(many, known, undefined, undefined).basis).toBe("stated-years");
  });
});
