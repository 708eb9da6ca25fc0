import fc from "fast-check";
import { expect, test } from "vitest";
import { wordKey } from "../../src/text/word-key.ts";
import { wordTokens } from "../../src/text/words.ts";

/** Words as they are, `,` for a pause and `|` for the end of a sentence. */
function shown(text: string): string {
  return wordTokens(text)
    .map((token) => (token.kind === "word" ? token.text : token.kind === "pause" ? "," : "|"))
    .join(" ");
}

test.each([
  ["The ferry, late again. It came!", "The ferry , late again | It came |"],
  ["Harbour’s Mayor", "Harbour’s , Mayor"],
  ["see https://a.example/b?c=d and t.me/harbour or @harbour #Ships 2025", "see , and , or , , ,"],
  [
    "Ada B. Lindgren met J.R. Quist. Then it was plan b. She left",
    "Ada B Lindgren met J R Quist | Then it was plan b | She left",
  ],
  ["А.С. Норланд пришёл", "А С Норланд пришёл"],
  ["Санкт-Петербург — порт", "Санкт-Петербург | порт"],
  ["مرد‌ها در بندر؟", "مرد‌ها در بندر |"],
  ["港口会谈。", "港口 会谈 |"],
])("wordTokens(%j)", (text, tokens) => {
  expect(shown(text)).toBe(tokens);
});

test("wordTokens() invents no word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const token of wordTokens(text)) if (token.kind === "word") expect(text).toContain(token.text);
    }),
  );
});

test.each([
  ["Россия России Россию Россией"],
  ["Китай Китая Китаю Китаем"],
  ["Донецкая Донецкой Донецкую"],
  ["Harbour harbour Harbour’s Harbour's"],
  ["Пётр петр Петра"],
])("wordKey() joins %s", (words) => {
  expect(new Set(words.split(" ").map(wordKey)).size).toBe(1);
});

test.each([
  ["Иран Ирак"],
  ["Австрия Австралия"],
  ["Герман Германия"],
  ["Niger Nigeria"],
  ["США ООН"],
  ["Киев киевский"],
])("wordKey() keeps apart %s", (words) => {
  expect(new Set(words.split(" ").map(wordKey)).size).toBe(2);
});
