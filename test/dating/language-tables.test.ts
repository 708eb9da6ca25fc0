import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { detectedIn } from "../../src/dating/expressions/languages/detected.ts";
import { languages } from "../../src/dating/expressions/languages/languages.ts";

const kindsOf = (text: string, language: string) => evidenceOf(text, language).map(({ kind }) => kind);

describe("detectedIn()", () => {
  test("counts whole words of any alphabet, and no part of one", () => {
    const nothingTells = detectedIn("xqz");
    const letter = fc.constantFrom("ą", "ł", "ż", "ě", "ş", "ə", "ư", "ő", "ħ", "ә", "ў", "ҳ", "s\u0328", "λ");
    const sign = fc.constantFrom(...languages.flatMap(({ signs = [] }) => signs));
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, letter, fc.boolean()), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.map(([word, other, before]) => (before ? other + word : word + other)).join(" ");
        expect(detectedIn(text)).toEqual(nothingTells);
      }),
    );
  });
});

describe("what a language says around days stands in its table", () => {
  test.each([
    ["de", "Am 4. Mai, zum 80. Jahrestag des Brückenbaus, wird hier gefeiert."],
    ["pl", "27 stycznia, w 80. rocznicę budowy mostu, odbędzie się koncert."],
  ])("an ordinal number ends no sentence (%s)", (language, text) => {
    expect(kindsOf(text, language)[0]).toMatch(/^to-come/u);
    expect(kindsOf(text.replace(/80\. \p{L}+/u, "80. Xqz"), language)[0]).not.toMatch(/^to-come/u);
  });

  test("an article between a preposition and a day belongs to its language alone", () => {
    expect(kindsOf("The bridge is closed until the 4 May.", "en")).toEqual(["until"]);
    expect(kindsOf("Die Brücke ist gesperrt bis the 4. Mai.", "de")).not.toContain("until");
  });

  test("a number that counts things is no year, in the language that counts them", () => {
    expect(kindsOf("Seats for 2025 people were built.", "en")).toEqual([]);
    expect(kindsOf("Seats for 2025 were built.", "en")).toEqual(["year"]);
  });

  test("a day in figures without its year follows a word of a table, and is no amount of a unit of one", () => {
    expect(kindsOf("Most zamknięty od 27.08 wieczorem", "pl")).toHaveLength(1);
    expect(kindsOf("Цена выросла до 27.08 руб", "ru")).toEqual([]);
    expect(kindsOf("Die Brücke ist gesperrt vom 27.08 an", "de")).toHaveLength(1);
    expect(kindsOf("Die Brücke ist gesperrt wegen 27.08 an", "de")).toEqual([]);
  });
});
