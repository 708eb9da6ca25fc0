import { describe, expect, test } from "vitest";
import { matches } from "../../src/archive/record-linkage.ts";
import type { Day } from "../../src/model/day.ts";
import type { Post, Unnamed } from "../../src/model/post.ts";
import { postOf } from "./post-arbitrary.ts";

const within: Post["dating"] = {
  best: "2026-03-04" as Day,
  earliest: "2026-03-01" as Day,
  latest: "2026-03-09" as Day,
  basis: "neighbours",
  edtf: "2026-03-01/2026-03-09",
};

/** A dump that shows these texts, one below the other, all on days that are not sure. */
function dump(file: string, texts: readonly string[]): readonly Unnamed[] {
  return texts.map((text, at) => {
    const { id: _, ...post } = postOf({ text, dating: within });
    const sha256 = file.repeat(64).slice(0, 64);
    return {
      ...post,
      source: { ...post.source, file: `${file}.txt`, sha256, sequence: at, lines: [[at + 1, at + 1]] },
    };
  });
}

/** The pairs of places, of the first and the second dump, that are one post. */
function pairs(first: readonly string[], second: readonly string[]): readonly string[] {
  return matches([dump("a", first), dump("b", second)])
    .filter((group) => group.length === 2)
    .map((group) => group.toSorted((one, other) => one.dump - other.dump).map(({ place }) => place))
    .map(([one, other]) => `${one}=${other}`)
    .sort();
}

const long = [
  "Die Fähre nach Norderwiek verkehrt ab Montag wieder nach dem Sommerplan, auch am Abend.",
  "Am Hafen wird die alte Waage abgebaut; wer ein Stück haben möchte, meldet sich im Büro.",
  "Die Bücherei sucht Freiwillige, die dienstags vorlesen und beim Sortieren helfen wollen.",
] as const;
const greeting = "Moin zusammen!";

describe("a short text that two captures show", () => {
  test("is one post where a post between it and a long one was deleted", () => {
    expect(pairs([greeting, "Pegel 4,1", "Pegel 4,3", long[0]], [greeting, "Pegel 4,3", long[0]])).toEqual([
      "0=0",
      "2=1",
      "3=2",
    ]);
  });

  test("is one post where two posts below it were read as one", () => {
    expect(
      pairs([long[1], greeting, "Pegel 4,1", "Wind West", long[0]], [greeting, "Pegel 4,1\nWind West", long[0]]),
    ).toEqual(["1=0", "4=2"]);
  });

  test("is the one that stands as far from the long one, of several that are the same", () => {
    const first = [greeting, "Pegel 4,1", greeting, "Wind West", long[0]];
    expect(pairs(first, [greeting, "Wind Nordwest, böig", long[0]])).toContain("2=0");
  });

  test("is two posts where nothing near it is shown by both", () => {
    expect(pairs([long[1], greeting, "Pegel 4,1"], [long[2], greeting, "Wind West"])).toEqual([]);
  });

  test("is two posts where it stands at another distance from the long one", () => {
    expect(pairs([greeting, "Pegel 4,1", "Wind West", "Ebbe um elf", long[0]], [long[1], greeting, long[0]])).toEqual([
      "4=2",
    ]);
  });
});

describe("an edit that leaves half of the words", () => {
  const before = "Heute um acht liest Frau Tjarks im Saal aus ihrem neuen Buch über das Watt";
  const after = "Heute um neun liest Frau Tjarks in der Kirche aus ihrem Buch über Möwen";

  test("is one post at the end of a capture, beside a post that both show", () => {
    expect(pairs([long[1], before, long[0]], [after, long[0]])).toEqual(["1=0", "2=1"]);
    expect(pairs([long[0], before], [long[0], after, long[2]])).toEqual(["0=0", "1=1"]);
  });

  test("is two posts in the midst of both, where but one neighbour is the same", () => {
    expect(pairs([long[1], before, long[0]], [long[2], after, long[0]])).toEqual(["2=2"]);
  });
});
