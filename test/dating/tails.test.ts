import { describe, expect, test } from "vitest";
import { dateByTails } from "../../src/dating/date.ts";
import { lagTable } from "../../src/dating/solver/lag-table.ts";
import { fewDays, leastPosts, type Tails, tailOf, tailOfFewDays } from "../../src/dating/solver/tails.ts";
import type { Day } from "../../src/model/day.ts";

const wide: Tails = { narrow: 0.1, wide: 0.1 };

function datedBy(texts: readonly string[], ...tails: readonly Tails[]) {
  const posts = texts.map((text) => ({ text, language: "en" }));
  const request = { posts, order: "oldest-first", retrieved: "2024-06-01" as Day } as const;
  return dateByTails(request, lagTable, tails).map(({ datings }) => datings);
}

/** Posts of which the first few name a day each, a month before the capture. */
function dump(posts: number, dated: number): readonly string[] {
  return Array.from({ length: posts }, (_, place) =>
    place < dated ? `On May ${1 + place}, 2024, the ferry sailed.` : "A sack of planks arrived at the pier.",
  );
}

describe("wide intervals of a dump that names hardly a day", () => {
  test("have a tail of their own, which is none of narrow ones", () => {
    expect(tailOf(wide, 30, true)).toBe(tailOfFewDays);
    expect(tailOf(wide, 30, false)).toBe(0.1);
    expect(tailOf(wide, 2, true)).toBe(0.1);
    expect(tailOf({ narrow: 0.1, wide: 0.001 }, 30, true)).toBe(0.001);
  });

  test("reach as far whatever tail is chosen for others", () => {
    const [chosen, own] = datedBy(dump(2 * leastPosts, 0), wide, { narrow: 0.1, wide: tailOfFewDays });
    expect(chosen).toEqual(own);
  });

  test.each([
    ["that names some", 2 * leastPosts, fewDays + 1],
    ["of a few posts", leastPosts - 1, 0],
  ])("and not those of a dump %s", (_, posts, dated) => {
    const [chosen, own] = datedBy(dump(posts, dated), wide, { narrow: 0.1, wide: tailOfFewDays });
    expect(chosen).not.toEqual(own);
  });
});
