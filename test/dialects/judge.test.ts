import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featureParameters } from "../../scripts/lab/feature-parameters.ts";
import { candidatesOf } from "../../src/dialects/boundaries/candidates.ts";
import { featureScore, features } from "../../src/dialects/boundaries/features.ts";
import { judge } from "../../src/dialects/boundaries/judge.ts";
import { featureWeights } from "../../src/dialects/boundaries/weights.ts";
import { type Token, tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";
import { line } from "./real-looking-lines.ts";

const realLookingLines = fc.array(line, { maxLength: 30 });
const noHints = { start: new Set<number>(), join: new Set<number>() };

function tokensFrom(text: string): readonly Token[] {
  return tokensOf(readSource(new TextEncoder().encode(text), "page.txt"));
}

/** Lines at which the judge lets posts start. */
function starts(text: string): readonly number[] {
  const tokens = tokensFrom(text);
  return judge(tokens, noHints, featureParameters).posts.map(({ range }) => tokens[range.start]?.first ?? 0);
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

  test("tells chances that fit what it decided, however many posts the page says that it has", () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 1, max: 20 }), (posts, count) => {
        const tokens = tokensFrom(posts.join("\n"));
        const judged = judge(tokens, noHints, featureParameters, count);
        const decided = new Set(judged.posts.map(({ range }) => range.start));
        for (const place of tokens.keys()) {
          if (place === 0) continue;
          const chance = judged.chances[place] ?? 0;
          expect(decided.has(place) ? chance : 1 - chance).toBeGreaterThanOrEqual(0.5);
        }
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

  test("holds to a person's word against every feature", () => {
    const text =
      "⚓ The ferry sails.\n\nIt sails at seven,\nand comes back at nine.\n⚓ The market opens.\n\nIt opens at ten.";
    const tokens = tokensFrom(text);
    const told = { start: new Set([4]), join: new Set([5]) };
    expect(judge(tokens, told, featureParameters).posts.map(({ range }) => tokens[range.start]?.first)).toEqual([1, 4]);
  });

  test("gives every start a probability, and no two posts the same line", () => {
    fc.assert(
      fc.property(realLookingLines, (lines) => {
        const tokens = tokensFrom(`x\n${lines.join("\n")}`);
        const { posts, doubts } = judge(tokens, noHints, featureParameters);
        expect(posts.flatMap(({ range }) => [range.start, range.end]).join()).toBe(
          [0, ...posts.slice(1).flatMap(({ range }) => [range.start, range.start]), tokens.length].join(),
        );
        for (const { boundary } of posts) {
          if (boundary.kind === "inferred")
            expect(boundary.probability).toSatisfy((value: number) => value >= 0 && value <= 1);
        }
        const risks = doubts.map(({ probability, isStart }) => (isStart ? 1 - probability : probability));
        expect(risks).toEqual(risks.toSorted((one, other) => other - one));
      }),
    );
  });
});

describe("features", () => {
  test("the order of the table means nothing", () => {
    fc.assert(
      fc.property(realLookingLines, (lines) => {
        for (const candidate of candidatesOf(tokensFrom(`x\n${lines.join("\n")}`))) {
          if (candidate === undefined) continue;
          const backwards = [...features]
            .reverse()
            .reduce((sum, feature) => sum + (featureWeights[feature.name] ?? feature.prior) * feature.at(candidate), 0);
          expect(backwards).toBeCloseTo(featureScore(candidate, featureWeights), 9);
        }
      }),
    );
  });

  test("every feature has a weight, of the sign a person would expect", () => {
    expect(Object.keys(featureWeights).sort()).toEqual(features.map((feature) => feature.name).sort());
    for (const feature of features) {
      if (feature.prior === 0) continue;
      expect(
        Math.sign(featureWeights[feature.name] ?? 0) * Math.sign(feature.prior),
        feature.name,
      ).toBeGreaterThanOrEqual(0);
    }
  });

  test("a feature without a weight counts with its prior", () => {
    const [candidate] = candidatesOf(tokensFrom("⚓ The ferry sails\nat seven")).filter((found) => found !== undefined);
    if (candidate === undefined) throw new Error("the two lines have a candidate");
    const prior = features.reduce((sum, feature) => sum + feature.prior * feature.at(candidate), 0);
    expect(featureScore(candidate, {})).toBeCloseTo(prior, 9);
  });
});
