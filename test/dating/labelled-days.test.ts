import { expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";

const kindIn = (text: string, language: string) => evidenceOf(text, language)[0]?.kind;

test.each([
  ["en", "Helpers wanted for the spring cleaning.\nDeadline: 14 March 2026"],
  ["en", "The choir sings again.\nConcert 14 March 2026"],
  ["de", "Der Chor singt wieder.\nTermin: 14.03.2026"],
  ["ru", "Хор снова поёт.\nСрок: 14.03.2026"],
  ["tr", "Koro yine söylüyor.\nSon başvuru: 14.03.2026"],
])("a day behind a label or a name is what is to be then (%s)", (language, text) => {
  expect(kindIn(text, language)).toMatch(/^(?:mention|to-come)/u);
});

test.each([
  ["en", "The choir sings again.\nLondon, 14 March 2026"],
  ["en", "The choir sings again.\nDate: 14 March 2026"],
  ["ru", "Хор снова поёт.\nДата: 14.03.2026"],
  ["en", "The choir sings again.\n14 March 2026"],
])("a place, a label of the date, or nothing before a day makes it the post's own (%s)", (language, text) => {
  expect(["dateline", "signature"]).toContain(kindIn(text, language));
});
