import { describe, expect, test } from "vitest";
import { frameScores } from "../../src/dialects/boundaries/framed-posts.ts";
import { goesOnScore } from "../../src/dialects/boundaries/goes-on.ts";
import { boundaryModel, startChances } from "../../src/dialects/boundaries/judge-preview.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";

function tokensIn(text: string) {
  return tokensOf(readSource(new TextEncoder().encode(text), "page.txt"));
}

/** Of the second line of a page, whether it goes on with the first. */
function goesOn(above: string, own: string): boolean {
  return goesOnScore(tokensIn(`Fog.\n${above}\n${own}`), 2) < 0;
}

describe("a line goes on with what stands above it", () => {
  test.each([
    ["We took with us:", "• a rope"],
    ["Взяли с собой:", "🪢 канат"],
    ["带上：", "1. 绳子"],
    ["خذوا معكم:", "– حبل"],
    ["Write to:", "@keelhouse"],
    ["More here:", "https://quay.example/rope"],
    ["2. a lamp", "3. a bell"],
    ["2️⃣ a lamp", "3️⃣ a bell"],
    ["Ropes, lamps,", "bells."],
    ["(the old one", ")"],
  ])("%s ⏎ %s", (above, own) => {
    expect(goesOn(above, own)).toBe(true);
  });

  test.each([
    ["The crew at work:", "The ferry sails again from Monday on, at the usual hours."],
    ["2. a lamp", "5. May is a holiday"],
    ["2. a lamp", "3.5 tons of salt were lost"],
    ["1.000.000 lamps", "2.000.000 bells"],
    ["We took ropes.", "• a lamp"],
  ])("and not %s ⏎ %s", (above, own) => {
    expect(goesOn(above, own)).toBe(false);
  });

  test("a list goes on behind lines without a number, and not behind the page's mark of an end", () => {
    const list = "Fog.\n1. a rope\nof hemp\n2. a lamp";
    expect(goesOnScore(tokensIn(list), 3)).toBeLessThan(0);
    expect(goesOnScore(tokensIn(list.replace("of hemp", "👍12❤3")), 3)).toBe(0);
  });

  test("posts of a page whose first line is numbered may be numbered themselves", () => {
    expect(goesOnScore(tokensIn("1. a rope\n2. a lamp"), 1)).toBe(0);
  });
});

describe("posts in frames", () => {
  const frame = "⚓️⚓️ ............ ⚓️⚓️";
  const framed = (...lines: string[]): string => [frame, ...lines, frame].join("\n");
  const posts = [
    framed("A coil of rope", "Hemp", "Price 40", "Ask at the gate"),
    framed("A lamp", "Brass", "Price 15", "Ask at the gate", "https://quay.example"),
    "Closed on Sunday",
    framed("A bell", "Price 90", "Ask at the gate"),
    framed("Two oars", "Ash", "Price 30 each", "Ask at the gate"),
  ];

  /** First lines of the posts that are found, by their numbers from 1. */
  function startsOf(text: string): readonly number[] {
    const tokens = tokensIn(text);
    const { chances, least } = startChances(tokens, { start: new Set(), join: new Set() }, boundaryModel);
    return [...tokens.keys()].filter((at) => at === 0 || (chances[at] ?? 0) >= least).map((at) => at + 1);
  }

  test("each frame is a post, and so is what stands between two", () => {
    expect(startsOf(posts.join("\n"))).toEqual([1, 7, 14, 15, 20]);
  });

  test.each([
    ["lines that open posts and shut none", posts.map((text) => text.replace(new RegExp(`\n${frame}$`, "u"), ""))],
    ["two lines that meet once", posts.slice(3)],
    ["lines that meet and open none", ["Fog.", frame, frame, "Rain.", frame, frame, "Hail.", frame, frame]],
    ["many lines that meet nowhere", [...posts, ...Array.from({ length: 12 }, (_, at) => `${frame}\nFog ${at}`)]],
  ])("%s are no frames", (_, own) => {
    const tokens = tokensIn(own.join("\n"));
    const score = frameScores(tokens);
    expect([...tokens.keys()].map(score)).toEqual(tokens.map(() => 0));
  });
});
