import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnedMarks, typedReactions } from "../../src/dialects/kinds/learned-marks.ts";
import { readSource } from "../../src/read/source-text.ts";

/** The marks of a page that stands for what it cannot show by the same two lines above each text. */
function marksOf(shown: string, view: string) {
  const posts = ["The ferry left at dawn.", "Two boats came in.", "The pilot has gone home."];
  const lines = posts.flatMap((text) => [shown, view, text, "", ""]);
  const source = readSource(new TextEncoder().encode(lines.join("\n")), "pier.txt");
  return learnedMarks(source, 1, source.lines.length);
}

describe("learnedMarks()", () => {
  test.each([
    ["Live-stream", "Open it in Telegram"],
    ["Post (deleted?) | 1/2", "Open it in Telegram-Web [*]"],
  ])("takes the lines that stand above texts for the page's own: %s", (shown, view) => {
    const marks = marksOf(shown, view);
    expect(marks.map(({ name }) => name)).toEqual(["before", "view"]);
    for (const { pattern, example } of marks) {
      expect(example).toMatch(pattern);
      expect(`${example}!`).not.toMatch(pattern);
    }
  });

  test("never throws, whatever signs the lines are made of", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."-\\^$.*+?()[]{}|/,:# aÄ"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(signs, signs, (shown, view) => {
        for (const { pattern, example } of marksOf(shown, `${view} Telegram`)) expect(example).toMatch(pattern);
      }),
    );
  });
});

describe("typedReactions()", () => {
  const found = (lines: readonly string[]) =>
    typedReactions(readSource(Buffer.from(lines.join("\n")), "orchard.txt"), 1).length > 0;
  const medals = ["Vesterby", "🥇 3 🥈 2", "Osterby", "🥇 2 🥈 4", "Norrby", "🥇 1 🥈 1"];
  const story = ["Die Ernte ist eingebracht.", "", "Wer Kisten hat, bringe sie zurück.", "", "Danke an alle."];

  test("takes such lines for text where blank lines part the texts and none follows them", () => {
    expect(found([...story, "", ...medals, "", ...story])).toBe(false);
  });

  const page = (reactions: (at: number) => string, between: readonly string[] = []): readonly string[] =>
    Array.from({ length: 6 }, (_, at) => [...story, ...between, reactions(at)]).flat();

  test("reads many of them right under texts, on a page whose blank lines part paragraphs alone", () => {
    expect(found(page((at) => `👍 ${at + 30} 😢 ${at + 2}`))).toBe(true);
    expect(found(page((at) => `❤️ ${at + 30} 🔥 ${at + 2} 🕊 1`))).toBe(true);
  });

  test("takes for text what readers cannot react with, lines that are paragraphs, and one figure a post", () => {
    expect(found(page((at) => `🥇 ${at + 3} 🥈 2`))).toBe(false);
    expect(found(page((at) => `👍 ${at + 30} 😢 ${at + 2}`, [""]))).toBe(false);
    expect(found(page((at) => `🔥 ${at + 250}`))).toBe(false);
  });

  test("reads them on a page with one paragraph among many lines", () => {
    const posts = Array.from({ length: 8 }, (_, at) => [
      `Kiste ${at} ist voll.`,
      "Morgen folgt mehr.",
      `👍 ${at + 3} ❤ 1`,
    ]);
    expect(found([...posts.flat(), "Zwei Absätze:", "", "der zweite.", "👍 2 ❤ 7"])).toBe(true);
  });
});
