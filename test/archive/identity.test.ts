import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { consolidate } from "../../src/archive/consolidate.ts";
import { makeId } from "../../src/archive/identity.ts";
import type { Day } from "../../src/model/day.ts";
import type { Post, Unnamed } from "../../src/model/post.ts";
import { textKey } from "../../src/text/text-key.ts";
import { anyText, postOf, stated } from "./post-arbitrary.ts";

/** A post that stands in given lines of a dump, before it has its id. */
function unnamed(words: Partial<Post>, dump = "pier", first = 1, last = first + 2): Unnamed {
  const { id: _, ...post } = postOf(words);
  const sha256 = (dump === "pier" ? "a" : "b").repeat(64);
  return { ...post, source: { ...post.source, file: `${dump}.txt`, sha256, lines: [[first, last]] } };
}

const between = (earliest: string, latest: string): Post["dating"] => ({
  best: latest as Day,
  earliest: earliest as Day,
  latest: latest as Day,
  basis: "neighbours",
  edtf: `${earliest}/${latest}`,
});

const idsOf = (dumps: readonly (readonly Unnamed[])[], known: readonly Post[] = []): readonly (readonly string[])[] =>
  consolidate(dumps, known).byDump.map((posts) => posts.map((post) => post.id));

describe("makeId()", () => {
  test("an id is ten signs of Crockford's alphabet, which has no i, l, o and u", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, ordinal) => {
        expect(makeId(unnamed({ text }), ordinal)).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]{10}$/u);
      }),
    );
  });

  test("an id is made from channel and text alone, and will never be made otherwise", () => {
    const post = unnamed({ text: "Fog over the pier" });
    expect(makeId(post, 0)).toBe("jrdq4rh9bw");
    expect(
      makeId({ ...post, title: "x", dating: stated("2020-01-01"), source: { ...post.source, lines: [[7, 9]] } }, 0),
    ).toBe(makeId(post, 0));
  });

  test("another text, channel or ordinal makes another id", () => {
    const post = unnamed({ text: "fog" });
    const others = [
      makeId(post, 1),
      makeId({ ...post, text: "Fog" }, 0),
      makeId({ ...post, channel: { ...post.channel, key: "marsh" } }, 0),
    ];
    expect(new Set([makeId(post, 0), ...others]).size).toBe(4);
  });

  test("blanks and variation selectors make no other id", () => {
    const id = makeId(unnamed({ text: "⚡ fog over the pier" }), 0);
    for (const text of ["⚡\uFE0F fog over\u00A0the pier", " ⚡ fog\nover the  pier\n"]) {
      expect(makeId(unnamed({ text }), 0)).toBe(id);
    }
  });

  test("a post without text is told by its place", () => {
    const [one, other] = [unnamed({ text: "" }, "pier", 1), unnamed({ text: "" }, "pier", 9)];
    expect(makeId(one, 0)).not.toBe(makeId(other, 0));
    expect(makeId({ ...one, title: "x" }, 0)).toBe(makeId(one, 0));
  });
});

test("textKey() of a text keys to itself", () => {
  fc.assert(fc.property(anyText, (text) => textKey(textKey(text)) === textKey(text)));
});

describe("consolidate()", () => {
  test("identical twins of one dump have an id each, in order", () => {
    const twins = [
      unnamed({ text: "fog" }, "pier", 1),
      unnamed({ text: "fog" }, "pier", 4),
      unnamed({ text: "fog" }, "pier", 7),
    ];
    const [ids = []] = idsOf([twins]);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(makeId(twins[0] as Unnamed, 0));
    expect(idsOf([twins])).toEqual([ids]);
  });

  test("an id, once given, is kept when the post's limits, text, title and day change", () => {
    const [[known]] = consolidate([[unnamed({ text: "fog\nsun" }, "pier", 10, 20)]], []).byDump as [[Post]];
    const changed = unnamed({ text: "fog\nsun\nrain", title: "x", dating: stated("2020-01-01") }, "pier", 8, 23);
    expect(idsOf([[changed]], [known])).toEqual([[known.id]]);
  });

  test("of two halves of a known post, the larger keeps its id and the other gets its own", () => {
    const [[known]] = consolidate([[unnamed({ text: "fog\nsun" }, "pier", 10, 20)]], []).byDump as [[Post]];
    const [[small, large] = []] = idsOf(
      [[unnamed({ text: "fog" }, "pier", 10, 12), unnamed({ text: "sun" }, "pier", 13, 20)]],
      [known],
    );
    expect([small === known.id, large === known.id].filter(Boolean)).toHaveLength(1);
    expect(small).not.toBe(large);
  });

  test("a known post keeps its id when another dump shows it again", () => {
    const [[known]] = consolidate([[unnamed({ text: "fog" }, "pier", 1)]], []).byDump as [[Post]];
    expect(idsOf([[unnamed({ text: "sun" }, "quay", 1), unnamed({ text: "fog " }, "quay", 40)]], [known])[0]?.[1]).toBe(
      known.id,
    );
  });

  test("of twins in another dump, one is the known post and the other is not", () => {
    const [[known]] = consolidate([[unnamed({ text: "fog" }, "pier", 1)]], []).byDump as [[Post]];
    const [[first, second] = []] = idsOf(
      [[unnamed({ text: "fog" }, "quay", 1), unnamed({ text: "fog" }, "quay", 40)]],
      [known],
    );
    expect(first).toBe(known.id);
    expect(second).not.toBe(known.id);
  });

  test("one text in two dumps of one channel has one id where the days can be the same", () => {
    const one = unnamed({ text: "fog", dating: between("2025-02-01", "2025-02-05") }, "pier");
    const other = unnamed({ text: "fog", dating: between("2025-02-04", "2025-02-09") }, "quay", 50);
    const [[first], [second]] = idsOf([[one], [other]]) as [[string], [string]];
    expect(second).toBe(first);
  });

  test("one text on days far apart has two ids, and keeps them", () => {
    const one = unnamed({ text: "fog", dating: stated("2024-02-04") }, "pier");
    const other = unnamed({ text: "fog", dating: stated("2025-02-04") }, "quay", 50);
    const posts = consolidate([[one], [other]], []).byDump;
    const [[first], [second]] = posts as [[Post], [Post]];
    expect(second.id).not.toBe(first.id);
    expect(idsOf([[one], [other]], posts.flat())).toEqual([[first.id], [second.id]]);
  });

  test("one text in two channels has two ids", () => {
    const marsh: Post["channel"] = { key: "marsh", name: "Marsh Radio", identified: true };
    const [[first], [second]] = idsOf([
      [unnamed({ text: "fog" })],
      [unnamed({ text: "fog", channel: marsh }, "quay")],
    ]) as [[string], [string]];
    expect(second).not.toBe(first);
  });

  test("posts of any texts have ids of their own, and the same ones at every import", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("fog", "sun", "", "fog "), { maxLength: 8 }), (texts) => {
        const posts = texts.map((text, index) => unnamed({ text }, "pier", index * 3 + 1));
        const first = consolidate([posts], []).byDump;
        const ids = first.flat().map((post) => post.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(idsOf([posts], first.flat())).toEqual([ids]);
      }),
    );
  });
});

test("ten thousand identical posts cost no more each than ten do", () => {
  const posts = Array.from({ length: 10_000 }, (_, at) => unnamed({ text: "Good morning" }, "pier", at + 1, at + 1));
  const start = process.cpuUsage();
  const { posts: once } = consolidate([posts], []);
  const { posts: again } = consolidate([posts], once);
  expect(new Set(once.map(({ id }) => id)).size).toBe(posts.length);
  expect(again.map(({ id }) => id)).toEqual(once.map(({ id }) => id));
  // Looking at each beside each took 15 s and more.
  expect(process.cpuUsage(start).user / 1_000_000).toBeLessThan(5);
});
