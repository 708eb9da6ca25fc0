import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { extractors, extractorsByLanguage } from "../../src/dating/expressions/extractors/extractors.ts";
import { numberShapes } from "../../src/dating/expressions/extractors/numbers.ts";
import { casesOf, daysIn } from "./cases.ts";

describe("the extractors read one day in its many spellings", () => {
  for (const { heading, text } of casesOf("one-day-many-spellings.txt")) {
    test(`“${text}” names ${heading}`, () => expect(daysIn(text)).toEqual([heading]));
  }
});

describe("the extractors leave alone what is no date", () => {
  for (const { text } of casesOf("not-dates.txt")) {
    test(`“${text}” names no day`, () => expect(daysIn(text)).toEqual([]));
  }
});

describe("every extractor keeps its own example", () => {
  for (const extractor of [...extractors, ...extractorsByLanguage]) {
    test(`${extractor.name} reads “${extractor.example}”`, () =>
      expect(extractor.read(extractor.example)).not.toEqual([]));
    test(`${extractor.name} refuses “${extractor.refuses}”`, () =>
      expect(extractor.read(extractor.refuses)).toEqual([]));
  }
  for (const shape of numberShapes) {
    test(`the shape ${shape.name} matches “${shape.example}” and not “${shape.refuses}”`, () => {
      expect([...shape.example.matchAll(shape.pattern)]).toHaveLength(1);
      expect([...shape.refuses.matchAll(shape.pattern)].filter((match) => Number(match.groups?.month) <= 12)).toEqual(
        [],
      );
    });
  }
});

describe("evidence says how a day stands in its post", () => {
  const stands: readonly (readonly [kind: string, words: string, text: string])[] = [
    [
      "dateline",
      "(Moscow, February 6, 2026)",
      "The Minister's remarks at the forum (Moscow, February 6, 2026)\nKey points:",
    ],
    ["dateline", "December 26, 2024", "A statement:\n\n📍 December 26, 2024\n\nAs a result"],
    ["dateline", "28 oct", "Puerto al Día\n28 oct, 21:30\nAcuerdo: se desconvoca la huelga"],
    ["to-come-lead", "Среда, 4 ноября", "Третий вечер\nСреда, 4 ноября, 19:00\nАнна Реутова, «Мосты»"],
    ["to-come-lead", "Wednesday, November 4", "The third evening\nWednesday, November 4, 19:30\nAnna Reut: Bridges"],
    ["dateline", "Wednesday, November 4", "Harbour News\nWednesday, November 4, 19:07\nThe pier is open again"],
    ["mention-lead", "28 out", "O Porto\n28 out às 21:30\nAcordo: a greve acabou"],
    ["mention-lead", "am 9.4.", "12 Ordner:innen (Einweisung am 9.4.)"],
    ["mention-lead", "Friday, 13 November", "Power cut (Friday, 13 November)"],
    ["signature", "August 17, 2017", "Trump pardons sheriff https://t.co/a — News (@News) August 17, 2017"],
    ["past-lead", "On January 22", "🗓 On January 22, the sides held talks."],
    ["past-lead", "5 февраля", "5 февраля состоялась встреча министров."],
    [
      "to-come-lead",
      "On February 6",
      "#Announcement\n\n🎙 On February 6,\u00a0the spokeswoman\u00a0will hold a briefing",
    ],
    ["to-come-lead", "12 апреля", "12 апреля состоится лекция."],
    ["until", "until 15 January", "The campaign runs until 15 January."],
    ["since", "с 8 октября", "Новые правила действуют с 8 октября"],
    ["observance-lead", "January 24", "📆January 24 is the International Day of Education, proclaimed in 2018."],
    ["anniversary-lead", "8️⃣0️⃣ years ago, on February 4, 1945", "8️⃣0️⃣ years ago, on February 4, 1945, it opened"],
    ["yesterday", "Вчера, 15 августа", "Вчера, 15 августа ребята получили награду."],
    ["today", "today, this Friday, January 23", "They meet today, this Friday, January 23, in Abu Dhabi."],
    ["address", "2020/06/12", "Read https://site.org/2020/06/12/story"],
    ["month", "November 2025", "in November 2025 they met"],
  ];
  for (const [kind, words, text] of stands) {
    test(`${kind}: “${words}”`, () => {
      expect(evidenceOf(text)[0]).toMatchObject({ kind, words });
    });
  }

  test("the words stand in the text as published, at the offset told, keycaps and all", () => {
    const text = "🕯 Today 8️⃣3️⃣ years ago; on\u00a0January 18,\u00a01943, the ring was broken";
    const evidence = evidenceOf(text);
    expect(evidence).not.toEqual([]);
    for (const { offset, words } of evidence) expect(text.slice(offset, offset + words.length)).toBe(words);
  });
});

test("a year at either end of a hashtag is read as a year", () => {
  const years = (text: string): readonly (number | undefined)[] =>
    evidenceOf(text).flatMap(({ expression }) =>
      expression.kind === "days" && expression.precision === "year" ? [expression.first.year] : [],
    );
  expect(years("How it went #Review2025")).toEqual([2025]);
  expect(years("#итоги_2024 и всё")).toEqual([2024]);
  expect(years("#2025inReview")).toEqual([2025]);
  expect(years("#Room20255 #A12025 #x2025y a#b2025 https://a.example/#p2025")).toEqual([]);
});

describe("a word beside a weekday points it back or ahead", () => {
  for (const { heading, text } of casesOf("pointed-weekdays.txt")) {
    test(`“${text}” is ${heading}`, () => expect(evidenceOf(text).map(({ kind }) => kind)).toEqual([heading]));
  }
});
