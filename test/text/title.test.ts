import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut } from "../../src/text/graphemes.ts";
import { titleOf } from "../../src/text/title.ts";

const graphemes = (text: string): readonly string[] =>
  [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].map((part) => part.segment);

describe("titleOf()", () => {
  test("skips lines of hashtags and of emoji, and evens out blanks", () => {
    expect(titleOf("#Fog #Sun\n🌊🌊\n***\n\n  Fog \u00A0 over\tthe pier  \nand more")).toBe("Fog over the pier");
  });

  test("a text of hashtags or signs alone is titled by its first line, an empty one by nothing", () => {
    expect(titleOf("#Fog\n#Sun")).toBe("#Fog");
    expect(titleOf("\n🌊\n…")).toBe("🌊");
    expect(titleOf("")).toBe("");
  });

  test("a day alone is no headline where words follow it", () => {
    expect(titleOf("03.02.2026\nFog over the pier")).toBe("Fog over the pier");
    expect(titleOf("Tuesday, 3 February 2026:\nFog")).toBe("Fog");
    expect(titleOf("2 marches\nBoth north")).toBe("2 marches");
    expect(titleOf("#Fog\n03.02.2026")).toBe("03.02.2026");
  });

  test("a hashtag in running words is a headline like any other", () => {
    expect(titleOf("#Fog covers the pier")).toBe("#Fog covers the pier");
  });

  test("a long line is cut at a word, without the stop before the cut", () => {
    const piers = "pier ".repeat(27).trim();
    expect(titleOf(`${piers}, lighthouses and the tide`)).toBe(`${piers}…`);
  });
});

describe("cut()", () => {
  test("never breaks what a reader sees as one sign", () => {
    for (const sign of ["🇺🇦", "👨‍👩‍👧", "8️⃣", "👍🏽", "e\u0301"]) {
      const short = cut(sign.repeat(300), 140);
      expect(graphemes(short)).toHaveLength(140);
      expect(short).toBe(`${sign.repeat(139)}…`);
    }
  });

  test("cuts Chinese, which parts no words by blanks, near the limit", () => {
    const short = cut("港口今天早上重新开放".repeat(20), 140);
    expect(graphemes(short).length).toBeGreaterThan(93);
  });

  test("a text that fits comes back as it is, every other one is shorter and closed by …", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const short = cut(text, limit);
        if (graphemes(text).length <= limit) expect(short).toBe(text);
        else {
          expect(graphemes(short).length).toBeLessThanOrEqual(limit);
          expect(short.endsWith("…")).toBe(true);
          expect(text.startsWith(short.slice(0, -1))).toBe(true);
        }
      }),
    );
  });

  test("a line of a million signs is cut at once", () => {
    const start = performance.now();
    expect(cut("p".repeat(1_000_000), 140)).toHaveLength(140);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
