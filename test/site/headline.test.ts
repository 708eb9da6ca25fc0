import fc from "fast-check";
import { expect, test } from "vitest";
import { headlineExcerpt, headlineOf, partsOf } from "../../src/site/model/headline.ts";
import { english } from "../../src/site/texts/english.ts";
import { postWith } from "./fixture.ts";

const parts = (text: string) => partsOf(postWith({ id: "aaaaaaaaaa", text }));
const excerpt = (text: string) => headlineExcerpt(postWith({ id: "aaaaaaaaaa", text }));

test("partsOf() takes the first line as the headline and says it once", () => {
  expect(parts("Talks in Geneva\n\nThey went on.")).toEqual({
    kind: "headed",
    before: "",
    headline: "Talks in Geneva",
    rest: "They went on.",
  });
});

test("partsOf() keeps hashtags above the headline", () => {
  expect(parts("#HistoryOfDiplomacy\n\nYalta opened\nin 1945.")).toEqual({
    kind: "headed",
    before: "#HistoryOfDiplomacy",
    headline: "Yalta opened",
    rest: "in 1945.",
  });
});

test("partsOf() shows a headline whole though the title was cut", () => {
  const line = `${"word ".repeat(32)}end`;
  expect(parts(`${line}\n\nMore.`)).toMatchObject({ kind: "headed", headline: line });
});

test.each([
  ["a paragraph", `${"word ".repeat(80)}end\n\nMore.`],
  ["a line with an address", "Read https://a.example/x now\nMore."],
  ["a text without words", ""],
])("partsOf() makes no headline of %s", (_, text) => {
  expect(parts(text)).toEqual({ kind: "plain", text });
});

test("partsOf() loses no word of any text and says none twice", () => {
  const words = (text: string) => text.split(/\s+/u).filter((word) => word !== "");
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "#b", "\n", "\n\n", "длинное слово ", "…", "🎙", "c".repeat(90)), { maxLength: 30 }),
      (pieces) => {
        const text = pieces.join(" ").trim();
        const found = parts(text);
        const said = found.kind === "plain" ? found.text : `${found.before}\n${found.headline}\n${found.rest}`;
        expect(words(said)).toEqual(words(text));
      },
    ),
  );
});

test("excerptOf() begins where the title ends", () => {
  expect(excerpt("Talks in Geneva\n\nThey\nwent on.")).toBe("They went on.");
  expect(excerpt("#Geneva\nTalks in Geneva")).toBe("#Geneva");
  expect(excerpt(`${"word ".repeat(32)}and then, the end.`)).toMatch(/^….*the end\.$/u);
});

test("a post without words has a name", () => {
  expect(headlineOf(postWith({ id: "aaaaaaaaaa", text: "" }), english)).toBe("Post without text");
});
