import { expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const readPosts = (text: string): readonly string[] =>
  readDump({
    source: readSource(Buffer.from(text), "page.txt"),
    sidecar: { retrieved: "2026-04-01" as Day },
    today: "2026-11-01" as Day,
  }).posts.map((post) => post.text);

/** Posts of invented channels, some below a label that comes again, others below other labels or none. */
const pages: Readonly<Record<string, readonly string[]>> = {
  Polish: [
    "Na środę:\n– przynieść latarkę\n– zeszyt w kratkę",
    "Na piątek:\n– wiersz o latarni",
    "Zginęła czerwona rękawiczka. Czeka w szatni.",
    "Na środę:\n– zadanie 4 ze strony 12",
    "Na poniedziałek:\n– rysunek foki",
    "Na środę:\n– nic, odpoczywajcie",
    "Na piątek:\n– mapa portu\n– kredki",
    "Dziękujemy za wczorajsze spotkanie.",
    "Na środę:\n– próba chóru w sali 3",
  ],
  Swedish: [
    "Till tisdag:\n– läsläxa, sidan 14",
    "Till torsdag:\n– glosor om havet\n– ta med gympapåse",
    "Till tisdag:\n– rita en fyr",
    "En blå mössa ligger kvar på färjan.",
    "Till fredag:\n– räkna klart kapitel 3",
    "Till tisdag:\n– ingen läxa, god helg",
    "I morgon till hamnen:\n– matsäck\n– regnkläder",
    "Till torsdag:\n– skriv tio rader om hamnen",
  ],
};

test.each(Object.entries(pages))("a label over some posts joins none of the others to them: %s", (_, texts) => {
  expect(readPosts(texts.join("\n\n"))).toEqual(texts);
});

test("a label over each post keeps the paragraphs below it, be one of them a list below another label", () => {
  const texts = [
    "Port reports:\nThe ferry leaves late.\n\nthe crew asks for patience",
    "Port reports:\nFog on the water.\n\nTo bring:\na lamp and a coat",
    "Port reports:\nThe fish market moves.\n\nthe north basin is open",
    "Port reports:\nA seal was seen at gate B.\n\nplease keep away from it",
  ];
  expect(readPosts(texts.join("\n\n"))).toEqual(texts);
});
