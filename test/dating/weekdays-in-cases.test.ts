import { expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";

/** Thursday 12 February, as each language has it where something is on that day; by Slavic and Germanic ones beside those with endings. */
const thursdays: readonly (readonly [language: string, text: string])[] = [
  ["hu", "Csütörtökön, február 12-én vetítés a könyvtárban."],
  ["hu", "Most csütörtökön, február 12-én zárva leszünk."],
  ["hu", "A kiállítás február 12-én, csütörtökön nyílik."],
  ["de", "Am Donnerstag, den 12. Februar geschlossen."],
  ["fr", "Fermé jeudi le 12 février."],
  ["et", "Neljapäeval, 12. veebruaril avatakse näitus."],
  ["lv", "Ceturtdien, 12. februārī, koncerts muzejā."],
  ["lt", "Ketvirtadienį, vasario 12 d., bus koncertas."],
  ["is", "Fimmtudaginn 12. febrúar opnar safnið."],
  ["sv", "På torsdagen den 12 februari öppnar biblioteket."],
  ["eu", "Ostegunean, otsailak 12, ireki dugu."],
  ["ka", "ხუთშაბათს, 12 თებერვალს, ბიბლიოთეკა დაკეტილია."],
  ["cs", "Ve čtvrtek 12. února bude zavřeno."],
  ["pl", "W czwartek 12 lutego nieczynne."],
];

test.each(thursdays)("a weekday in its case is joined to the day beside it (%s): %s", (language, text) => {
  const days = evidenceOf(text, language).map(({ expression }) => expression);
  expect(days).toEqual([expect.objectContaining({ kind: "days", weekday: 4, precision: "day" })]);
  expect(days[0]).toMatchObject({ first: { month: 2, day: 12 } });
});

test.each([
  ["hu", "Ez a csütörtöki piac."],
  ["hu", "Szerdahelyen voltunk."],
  ["sv", "Torsdagensblad heter vår tidning."],
])("a word that only begins like a weekday is none (%s): %s", (language, text) => {
  expect(evidenceOf(text, language)).toEqual([]);
});
