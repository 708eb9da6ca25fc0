import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Match } from "../../src/archive/record-linkage.ts";
import { type TimedCapture, type TimelinePost, timelineOf } from "../../src/import/timeline.ts";
import type { Day } from "../../src/model/day.ts";

/** Captures by the posts they show, oldest first, each named by a letter; the same letter is the same post. */
function timeline(
  ...captures: readonly (readonly [shown: string, retrieved?: string | undefined])[]
): readonly TimelinePost[] {
  const groups = new Map<string, Match[]>();
  const timed = captures.map(([shown, retrieved], dump): readonly [number, TimedCapture] => {
    for (const [place, post] of [...shown].entries()) groups.set(post, [...(groups.get(post) ?? []), { dump, place }]);
    return [dump, { retrieved: retrieved as Day | undefined, places: [...shown].map((_, place) => place) }];
  });
  return timelineOf(new Map(timed), [...groups.values()]);
}

/** The timeline in letters, as the captures name them. */
function lettersOf(posts: readonly TimelinePost[], ...captures: readonly string[]): string {
  return posts.map(({ shownBy: [first] }) => captures[first?.dump ?? 0]?.[first?.place ?? 0]).join("");
}

describe("captures in one timeline", () => {
  test("go on where the earlier one ends", () => {
    expect(lettersOf(timeline(["abcd"], ["cdef"]), "abcd", "cdef")).toBe("abcdef");
    expect(lettersOf(timeline(["cdef"], ["abcd"]), "cdef", "abcd")).toBe("abcdef");
  });

  test("keep what one of them alone shows between the same two posts", () => {
    expect(lettersOf(timeline(["abxd"], ["abyde"]), "abxd", "abyde")).toBe("abxyde");
  });

  test("leave out a capture that shows the shared posts the other way round, or shares none", () => {
    const turned = timeline(["abcde"], ["edcbaz"]);
    expect(new Set(turned.flatMap(({ shownBy }) => shownBy.map(({ dump }) => dump)))).toEqual(new Set([0]));
    expect(timeline(["abc"], ["xyz"]).length).toBe(3);
  });

  test("are not tied by a text that the channel repeats", () => {
    expect(timeline(["abcdef"], ["uvdwxyz"]).length).toBe(6);
    expect(timeline(["abcdef"], ["dwxyz"]).length).toBe(6);
    expect(timeline(["abcdef"], ["fwxyz"]).length).toBe(10);
  });

  test("take in one that shares posts only with one that comes after it", () => {
    expect(lettersOf(timeline(["abc"], ["xyz"], ["bcdx"]), "abc", "xyz", "bcdx")).toBe("abcdxyz");
  });

  test("tell the first capture of each post, and the last that ended before it", () => {
    const posts = timeline(["abc", "2025-03-01"], ["bcde", "2025-03-09"]);
    expect(posts.map(({ shown }) => shown)).toEqual([
      "2025-03-01",
      "2025-03-01",
      "2025-03-01",
      "2025-03-09",
      "2025-03-09",
    ]);
    expect(posts.map(({ unseen }) => unseen)).toEqual([undefined, undefined, undefined, "2025-03-01", undefined]);
  });

  test("say nothing of what a page does not show that was captured later, on the same day or no one knows when", () => {
    for (const later of ["2025-03-09", "2025-03-10", undefined])
      expect(timeline(["abc", later], ["bcde", "2025-03-09"]).some(({ unseen }) => unseen !== undefined)).toBe(false);
  });

  test("have each post of a capture once, in its order; and each post of the channel once where none was deleted", () => {
    const channel = [..."abcdefghijklmnopqrstuvwxyz"];
    const windows = fc.array(
      fc.tuple(
        fc.nat(20),
        fc.integer({ min: 2, max: 12 }),
        fc.oneof(fc.constant([] as string[]), fc.subarray(channel, { maxLength: 6 })),
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(windows, (made) => {
        const captures = made
          .map(([from, count, gone]) => channel.slice(from, from + count).filter((post) => !gone.includes(post)))
          .filter((shown) => shown.length > 0)
          .map((shown) => shown.join(""));
        const posts = timeline(...captures.map((shown) => [shown] as const));
        const places = new Map<string, number[]>();
        for (const [at, { shownBy }] of posts.entries()) {
          const letters = new Set(shownBy.map(({ dump, place }) => captures[dump]?.[place]));
          expect(letters.size).toBe(1);
          for (const { dump, place } of shownBy) places.set(`${dump}`, [...(places.get(`${dump}`) ?? []), place, at]);
        }
        for (const own of places.values()) {
          const shown = own.filter((_, at) => at % 2 === 0);
          expect(shown).toEqual([...shown.keys()]);
        }
        const letters = posts.map(({ shownBy: [first] }) => captures[first?.dump ?? 0]?.[first?.place ?? 0]);
        if (made.every(([, , gone]) => gone.length === 0)) expect(new Set(letters).size).toBe(letters.length);
      }),
    );
  });
});
