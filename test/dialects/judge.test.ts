import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seamsOf } from "../../src/dialects/boundaries/candidates.ts";
import { cueScore, cues } from "../../src/dialects/boundaries/features.ts";
import { cueBeliefs, judge } from "../../src/dialects/boundaries/judge.ts";
import { cueWeights } from "../../src/dialects/boundaries/weights.ts";
import { type Unit, unitsOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";
import { line } from "./real-looking-lines.ts";

const realLookingLines = fc.array(line, { maxLength: 30 });
const noHints = { start: new Set<number>(), join: new Set<number>() };

function unitsFrom(text: string): readonly Unit[] {
  return unitsOf(readSource(new TextEncoder().encode(text), "page.txt"));
}

/** Lines at which the judge lets posts start. */
function starts(text: string): readonly number[] {
  const units = unitsFrom(text);
  return judge(units, noHints).posts.map(({ range }) => units[range.start]?.first ?? 0);
}

const words = ["ferry", "harbour", "market", "bridge", "winter", "council", "storm", "reeds", "school", "timber"];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 9, maxLength: 16 })
  .map((chosen) => `The ${chosen.join(" ")} stayed as it was.`);

/** A post as one invented channel writes it: a headline with its emoji, paragraphs, and the channel's two closing lines. */
const post = fc
  .tuple(sentence, fc.array(sentence, { minLength: 1, maxLength: 3 }))
  .map(([headline, paragraphs]) =>
    [`⚓ ${headline}`, ...paragraphs, "🧭 Harbour News | Send us word", "☕ Free tea on the pier"].join("\n\n"),
  );
const page = fc.array(post, { minLength: 4, maxLength: 12 });

describe("judge()", () => {
  test("parts two pages of one channel, put together, as it parts each", () => {
    fc.assert(
      fc.property(page, page, (one, other) => {
        const first = one.join("\n");
        const second = other.join("\n");
        const length = first.split("\n").length;
        const apart = [...starts(first), ...starts(second).map((line) => line + length)];
        expect(starts(`${first}\n${second}`)).toEqual(apart);
      }),
      { numRuns: 40 },
    );
  });

  test("finds the posts of a channel that closes each with the same two lines", () => {
    fc.assert(
      fc.property(page, (posts) => {
        let line = 1;
        const expected = posts.map((own) => {
          const start = line;
          line += own.split("\n").length;
          return start;
        });
        expect(starts(posts.join("\n"))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test("holds to a person's word against every cue", () => {
    const text =
      "⚓ The ferry sails.\n\nIt sails at seven,\nand comes back at nine.\n⚓ The market opens.\n\nIt opens at ten.";
    const units = unitsFrom(text);
    const told = { start: new Set([4]), join: new Set([5]) };
    expect(judge(units, told).posts.map(({ range }) => units[range.start]?.first)).toEqual([1, 4]);
  });

  test("gives every start a probability, and no two posts the same line", () => {
    fc.assert(
      fc.property(realLookingLines, (lines) => {
        const units = unitsFrom(`x\n${lines.join("\n")}`);
        const { posts, doubts } = judge(units, noHints);
        expect(posts.flatMap(({ range }) => [range.start, range.end]).join()).toBe(
          [0, ...posts.slice(1).flatMap(({ range }) => [range.start, range.start]), units.length].join(),
        );
        for (const { boundary } of posts) {
          if (boundary.kind === "inferred")
            expect(boundary.probability).toSatisfy((value: number) => value >= 0 && value <= 1);
        }
        const closeness = doubts.map(({ probability }) => Math.abs(probability - 0.5));
        expect(closeness).toEqual([...closeness].sort((one, other) => one - other));
      }),
    );
  });
});

describe("cues", () => {
  test("the order of the table means nothing", () => {
    fc.assert(
      fc.property(realLookingLines, (lines) => {
        for (const seam of seamsOf(unitsFrom(`x\n${lines.join("\n")}`))) {
          if (seam === undefined) continue;
          const backwards = [...cues]
            .reverse()
            .reduce((sum, cue) => sum + (cueWeights[cue.name] ?? cue.prior) * cue.at(seam), 0);
          expect(backwards).toBeCloseTo(cueScore(seam, cueWeights), 9);
        }
      }),
    );
  });

  test("every cue has a weight, of the sign a person would expect", () => {
    expect(Object.keys(cueWeights).sort()).toEqual(cues.map((cue) => cue.name).sort());
    for (const cue of cues) {
      if (cue.prior === 0) continue;
      expect(Math.sign(cueWeights[cue.name] ?? 0) * Math.sign(cue.prior), cue.name).toBeGreaterThanOrEqual(0);
    }
  });

  test("a cue without a weight counts with its prior", () => {
    const [seam] = seamsOf(unitsFrom("⚓ The ferry sails\nat seven")).filter((found) => found !== undefined);
    if (seam === undefined) throw new Error("the two lines have a seam");
    const prior = cues.reduce((sum, cue) => sum + cue.prior * cue.at(seam), 0);
    expect(cueScore(seam, {})).toBeCloseTo(prior, 9);
    expect(cueBeliefs.weights).toBe(cueWeights);
  });
});
