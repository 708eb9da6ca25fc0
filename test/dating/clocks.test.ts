import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatingRequest, datePosts } from "../../src/dating/date.ts";
import { readClocks } from "../../src/dating/solver/clocks.ts";
import type { Day } from "../../src/model/day.ts";
import type { Order } from "../../src/model/ledger.ts";

type Timed = readonly [clock: string | undefined, text?: string];

function posts(timed: readonly Timed[]): DatingRequest["posts"] {
  return timed.map(([clock, text = "The boats lie still."]) => ({
    text,
    language: "en",
    ...(clock === undefined ? {} : { clock }),
  }));
}

function daysOf(timed: readonly Timed[], order: Order = "oldest-first"): readonly Day[] {
  return datePosts({ posts: posts(timed), order, today: "2026-11-22" as Day }).datings.map(({ best }) => best);
}

const nights: readonly Timed[] = [
  ["21:40"],
  ["23:50"],
  ["00:10", "Fog on the estuary (Marsh Harbour, March 3, 2025)"],
  ["09:30"],
  ["18:05"],
  ["08:20"],
  ["19:45"],
  ["07:15"],
];

const nightsDays = [
  "2025-03-02",
  "2025-03-02",
  "2025-03-03",
  "2025-03-03",
  "2025-03-03",
  "2025-03-04",
  "2025-03-04",
  "2025-03-05",
];

describe("datePosts() reads clock times", () => {
  test("and counts on from days that the posts between tell in their own words", () => {
    const days = daysOf([
      ["10:23", "Fog on the estuary (Marsh End, February 3, 2025)\n\nSmall boats should wait for the second bell."],
      ["18:02", "The bell was rung on February 5, 2025."],
      ["20:15"],
      ["07:40"],
    ]);
    expect(days).toEqual(["2025-02-03", "2025-02-05", "2025-02-05", "2025-02-06"]);
  });

  test("over three midnights from one dateline to the exact days", () => {
    expect(daysOf(nights)).toEqual(nightsDays);
  });

  test("the same with the newest post first", () => {
    expect(daysOf(nights.toReversed(), "newest-first")).toEqual(nightsDays.toReversed());
  });

  test("a clock that runs back within the same quarter of a day as another day", () => {
    const days = daysOf([["10:20", "Fog (Marsh Harbour, March 3, 2025)"], ["10:05"]]);
    expect(days).toEqual(["2025-03-03", "2025-03-04"]);
  });

  test("a day that a post gives as its own, whatever the clock says", () => {
    const days = daysOf([
      ["10:20", "Fog (Marsh Harbour, March 3, 2025)"],
      ["10:05", "Rain (Marsh Harbour, March 3, 2025)"],
      ["10:01", "Hail (Marsh Harbour, March 3, 2025)"],
    ]);
    expect(days.every((day) => day >= "2025-03-02" && day <= "2025-03-05")).toBe(true);
  });

  test("any clock times at all without failing, days in order and a day apart where the clock runs back", () => {
    const clock = fc
      .integer({ min: 0, max: 1439 })
      .map((at) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`);
    fc.assert(
      fc.property(fc.array(clock, { minLength: 2, maxLength: 12 }), (clocks) => {
        const days = daysOf(clocks.map((at, place) => [at, place === 0 ? "Fog (Marsh Harbour, March 3, 2025)" : ""]));
        for (const [place, at] of clocks.slice(1).entries()) {
          const [before = "", after = ""] = days.slice(place, place + 2);
          if (at < (clocks[place] ?? "")) expect(after > before).toBe(true);
          else expect(after >= before).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("more midnights than there are days before the capture without failing", () => {
    const timed = Array.from({ length: 120 }, (_, place): Timed => [place % 2 === 0 ? "23:00" : "01:00"]);
    const known = { best: "2025-03-03" as Day, earliest: "2025-03-03" as Day, latest: "2025-03-03" as Day };
    const all = posts(timed).map((post, place) => (place === 0 || place === 119 ? { ...post, known } : post));
    const { datings } = datePosts({ posts: all, order: "oldest-first", retrieved: "2025-03-03" as Day });
    const days = datings.map(({ best }) => best);
    expect([days[0], days.at(-1)]).toEqual(["2025-03-03", "2025-03-03"]);
  });

  test("the midnights that a long dump passes between the posts it is looked at by", () => {
    const clocks = ["08:10", "12:30", "16:45", "20:15"];
    const timed = Array.from(
      { length: 2400 },
      (_, place): Timed => [clocks[place % 4], place === 0 ? "Fog (Marsh Harbour, March 3, 2020)" : ""],
    );
    const days = daysOf(timed);
    // Six hundred days on: 599 midnights lie between the first post and the last.
    expect(Date.parse(days.at(-1) ?? "") - Date.parse(days[0] ?? "")).toBeGreaterThanOrEqual(599 * 86_400_000);
    // Posts that it is not looked at by turn the day at each midnight as well.
    const turned = days.filter((own, place) => place > 0 && place % 4 === 0 && own > (days[place - 1] ?? own));
    expect(turned.length).toBe(599);
  });
});

describe("readClocks()", () => {
  test("counts the midnights between two posts, those without a time passed over", () => {
    const clocks = readClocks(["23:50", undefined, "00:10", "08:00", "07:00"]);
    expect([clocks.midnights(0, 2), clocks.midnights(1, 2), clocks.midnights(0, 4), clocks.midnights(2, 3)]).toEqual([
      1, 0, 2, 0,
    ]);
  });

  test("tells the part of its day that a post lies in", () => {
    const clocks = readClocks(["00:00", "05:59", "06:00", "23:59", undefined]);
    expect([0, 1, 2, 3, 4].map((post) => clocks.slotOf(post, 4))).toEqual([0, 0, 1, 3, undefined]);
  });
});
