import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "../../scripts/lab/made-dumps.ts";
import { candidateRows } from "../../src/dialects/boundaries/candidate-rows.ts";
import { candidatesOf } from "../../src/dialects/boundaries/candidates.ts";
import { boundaryModel, judgePreview, leastChance } from "../../src/dialects/boundaries/judge-preview.ts";
import { reliabilityOf } from "../../src/dialects/boundaries/reliability.ts";
import type { Trees } from "../../src/dialects/boundaries/trees.ts";
import { preview } from "../../src/dialects/kinds/preview.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";

const noHints = { start: new Set<number>(), join: new Set<number>() };

function tokensIn(posts: readonly string[]) {
  return tokensOf(readSource(new TextEncoder().encode(posts.join("\n")), "page.txt"));
}

/** The first lines of the posts that are found on a page of these posts. */
function firstLines(posts: readonly string[]): readonly string[] {
  const tokens = tokensIn(posts);
  return judgePreview(tokens, noHints).posts.map(({ range }) => tokens[range.start]?.text ?? "");
}

const things = ["crane", "ferry", "ramp", "lamp", "bell", "mast", "winch", "rope", "hull", "keel", "deck", "sluice"];
const places = ["east quay", "old pier", "lower lock", "north bank", "salt yard", "mill pond"];

/** Posts of one pattern, each with words of its own. */
function twelve(write: (thing: string, place: string, at: number) => string): readonly string[] {
  return things.map((thing, at) => write(thing, places[at % places.length] ?? "", at));
}

const pages: Readonly<Record<string, readonly string[]>> = {
  "a sentence a post": twelve(
    (thing, place, at) =>
      `The ${thing} at the ${place} was mended on the ${at + 3}th, and it may be used again by all.`,
  ),
  "a headline and an address": twelve(
    (thing, place, at) => `The ${thing} at the ${place} is closed\nhttps://quay.example/news/${at * 37}`,
  ),
  "paragraphs, closed by the same line": twelve(
    (thing, place) =>
      `The ${thing} at the ${place}\n\nIt was mended last week by the crew, who worked all night.\n\n@quaynews | News of the quay`,
  ),
  "an emoji opens each post": twelve(
    (thing, place) => `⚓️ News of the ${thing}\n\nIt was moved to the ${place}.\nIt stays there until spring.`,
  ),
  "reactions close each post": twelve(
    (thing, place, at) => `The ${thing}\nIt is at the ${place}\nCome and see it\n👍${at + 2}❤${at + 1}`,
  ),
};

describe("posts of pages nobody marked", () => {
  test.each(Object.entries(pages))("%s", (_, posts) => {
    expect(firstLines(posts)).toEqual(posts.map((text) => text.split("\n")[0]));
  });
});

test("a place is taken for a start so that the expected F1 is greatest", () => {
  expect(leastChance([1, 0.99, 0.98, 0.01])).toBeGreaterThan(0.4);
  expect(leastChance([1, 0.35, 0.35, 0.35, 0.35])).toBe(0.35);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (chances) => {
      const all = chances.reduce((sum, chance) => sum + chance, 0);
      const expected = (least: number): number => {
        const taken = chances.filter((chance) => chance >= least);
        return taken.length === 0 ? 0 : (2 * taken.reduce((sum, chance) => sum + chance, 0)) / (taken.length + all);
      };
      const own = expected(leastChance(chances));
      for (const other of chances.filter((chance) => chance <= 0.5))
        expect(own).toBeGreaterThanOrEqual(expected(other) - 1e-9);
    }),
  );
});

test("the model asks for no more than a page tells", () => {
  const tokens = tokensIn(pages["an emoji opens each post"] ?? []);
  const rows = candidateRows(tokens, candidatesOf(tokens), (place) => place === 0);
  const second = [...rows.second(rows.first.map(() => 0))];
  const most = (models: readonly Trees[]): number => Math.max(...models.flatMap(({ feature }) => Array.from(feature)));
  expect(most(boundaryModel.first)).toBeLessThan(rows.first[0]?.length ?? 0);
  expect(most(boundaryModel.second)).toBeLessThan(second[0]?.length ?? 0);
  for (const row of [...rows.first, ...second]) expect(row.every(Number.isFinite)).toBe(true);
});

test("a person's word on a line holds whatever the model thinks", () => {
  const tokens = tokensIn(pages["a headline and an address"] ?? []);
  const lines = tokens.map(({ first }) => first);
  fc.assert(
    fc.property(fc.subarray(lines.slice(1)), (told) => {
      const starts = judgePreview(tokens, {
        start: new Set(told),
        join: new Set(lines.slice(1).filter((line) => !told.includes(line))),
      });
      expect(starts.posts.map(({ range }) => tokens[range.start]?.first)).toEqual([lines[0], ...told]);
    }),
    { numRuns: 20 },
  );
});

describe("a page out of the model's depth", () => {
  const rulesOn = (lines: readonly string[]): readonly string[] => {
    const page = ["Quay News", "12 photos", "Download Telegram", ...lines].join("\n");
    const source = readSource(new TextEncoder().encode(page), "page.txt");
    return preview.parse(source, noHints).findings.map(({ rule }) => rule);
  };
  /** Lines of no pattern: a word or a few, with and without a stop, a capital or a blank line above, none of it in turns. */
  const scraps = (seed: number): readonly string[] => {
    const random = randomFrom(seed);
    const below = (count: number): number => Math.floor(random() * count);
    return Array.from({ length: 90 }, () => {
      const line = Array.from({ length: 1 + below(6) }, () => things[below(things.length)]).join(" ");
      const shown = below(3) === 0 ? line : line.slice(0, 1).toUpperCase() + line.slice(1);
      return `${below(11) === 4 ? "\n" : ""}${shown}${below(4) === 0 ? "." : ""}`;
    });
  };

  test("says so, with the starts that are expected to be wrong", () => {
    for (const seed of [1, 2, 3]) expect(rulesOn(scraps(seed))).toContain("boundary/unsure-page");
  });

  test("is no page whose posts have one pattern", () => {
    for (const posts of Object.values(pages)) expect(rulesOn(posts)).not.toContain("boundary/unsure-page");
  });

  test("is told by the chances of its starts alone", () => {
    expect(reliabilityOf([1, 1, 0, 1], 0.5)).toEqual({ f1: 1, taken: 3, wrong: 0, missed: 0 });
    expect(reliabilityOf([1, 0.5, 0.25], 0.5)).toEqual({
      f1: 3 / (2 + 1.5 + 0.25),
      taken: 2,
      wrong: 0.5,
      missed: 0.25,
    });
  });
});
