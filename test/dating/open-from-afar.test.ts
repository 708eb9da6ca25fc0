import { describe, expect, test } from "vitest";
import { datePosts, leavesYears } from "../../src/dating/date.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { lagTable } from "../../src/dating/solver/lag-table.ts";
import { likelihoodOf } from "../../src/dating/solver/lags.ts";
import { dayRangeOf } from "../../src/dating/solver/range.ts";
import { leavesOpenFromAfar } from "../../src/dating/solver/solve.ts";
import type { Day } from "../../src/model/day.ts";

const today = "2026-02-01" as Day;
/** Two years and two leap days, as `date.ts` has it. */
const years = 2 * 366;

/** Posts that say little, some of them with other words, by their place. */
function texts(count: number, words: Readonly<Record<number, string>>): readonly string[] {
  return Array.from({ length: count }, (_, place) => words[place] ?? "fog over the quay");
}

/** What a look from afar says of posts, and how many weights of days it asked for. */
function lookAt(posts: readonly string[]): { readonly isOpen: boolean; readonly asked: number } {
  let asked = 0;
  const own = likelihoodOf(lagTable);
  const evidence = posts.map((text) => evidenceOf(text, "en"));
  const request = {
    evidence,
    constraints: posts.map(() => undefined),
    captures: posts.map(() => undefined),
    times: posts.map(() => undefined),
    range: dayRangeOf(evidence, [], undefined, undefined),
    order: undefined,
    learnt: {
      likelihoods: (...told: Parameters<typeof own>) => {
        asked += told[3].length;
        own(...told);
      },
    },
  };
  return { isOpen: leavesOpenFromAfar(request, 2 * years), asked };
}

describe("leavesOpenFromAfar()", () => {
  test.each([
    ["a year named in passing", { 3: "The harbour of 1.1.2025 is open." }],
    ["a day to come", { 40: "The museum opens on 6 March 2026." }],
    ["two days years apart", { 3: "It was built on 2 May 2016.", 50: "The museum opens on 6 March 2026." }],
    ["a day that is the post's own", { 10: "March 3, 2024\nThe ferry sailed." }],
  ])("says so of a dump with %s only where a close look does", (_what, words) => {
    const posts = texts(60, words);
    const { isOpen } = lookAt(posts);
    const { datings } = datePosts({ posts: posts.map((text) => ({ text, language: "en" })) });
    if (isOpen) expect(datings.some(leavesYears)).toBe(true);
    const { usedToday } = datePosts({ posts: posts.map((text) => ({ text, language: "en" })), today });
    expect(usedToday).toBe(datings.some((dating) => dating.latest > today || leavesYears(dating)));
  });

  test("says so where a dump names one day in passing, and weighs the words of that post alone", () => {
    const { isOpen, asked } = lookAt(texts(60, { 3: "The harbour of 1.1.2025 is open." }));
    expect(isOpen).toBe(true);
    // The days of the range, in both orders, and those that its beginning and its end are looked at again for.
    expect(asked).toBeLessThan(4 * 4000);
  });

  test("does not look at a dump whose posts name days, nor at one of few slots", () => {
    const told = Object.fromEntries([1, 11, 21, 31, 41].map((place) => [place, `March ${place}, 2024\nfog`]));
    expect(lookAt(texts(60, told))).toEqual({ isOpen: false, asked: 0 });
    expect(lookAt(texts(5, { 3: "The harbour of 1.1.2025 is open." }))).toEqual({ isOpen: false, asked: 0 });
  });
});
