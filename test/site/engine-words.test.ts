import { expect, test } from "vitest";
import { askedWords, engineWords } from "../../src/site/texts/engine-words.ts";
import { interfaceLanguages } from "../../src/site/texts/interface-languages.ts";

test.each(interfaceLanguages)("in %s the engine is named, with what it says of an error", (language) => {
  const { asked, silent, refused } = engineWords(language);
  for (const text of [asked, silent, refused]) expect(text.match(/\{\w+\}/gu)?.[0]).toBe("{host}");
  expect(refused).toContain("{reason}");
  const others = interfaceLanguages.filter((other) => other !== language).map((other) => engineWords(other).asked);
  expect(others).not.toContain(asked);
});

test("a language without a table, and one with a region, are served", () => {
  expect(engineWords("ja")).toEqual(engineWords("en"));
  expect(askedWords({ url: "https://search.example:8443/x" }, { locale: "en-GB" })).toContain("search.example:8443");
});
