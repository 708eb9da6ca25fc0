import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { detectedIn } from "../../src/dating/expressions/languages/detected.ts";
import { languages } from "../../src/dating/expressions/languages/languages.ts";
import { casesOf, daysIn } from "./cases.ts";

const codes = readdirSync(new URL("cases/languages/", import.meta.url))
  .filter((name) => /^[a-z]+\.txt$/u.test(name))
  .map((name) => name.replace(".txt", ""));

describe.each(codes)("the extractors read days in the language “%s”", (code) => {
  for (const { heading, text } of casesOf(`languages/${code}.txt`)) {
    test(`“${text}” names ${heading}`, () => expect(daysIn(text)).toEqual([heading]));
  }
  for (const { text } of casesOf(`languages/${code}-not-dates.txt`)) {
    test(`“${text}” names no day`, () => expect(daysIn(text)).toEqual([]));
  }
});

/** A day of each month and of each weekday, as Intl writes it. */
const daysOf2026 = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)));

describe.each(codes)("the months and weekdays of “%s” are those of the CLDR", (code) => {
  const table = languages.find((language) => language.code === code);

  test("there is one list for each month and each weekday", () => {
    expect(table?.months).toHaveLength(12);
    expect(table?.weekdays).toHaveLength(7);
    if (table?.shortMonths) expect(table.shortMonths).toHaveLength(12);
  });

  for (const dateStyle of ["full", "long"] as const) {
    const format = new Intl.DateTimeFormat(code, { dateStyle, timeZone: "UTC" });
    test(`every day of a year is read as written in full (${dateStyle}), and in capitals`, () => {
      for (const day of daysOf2026) {
        const iso = day.toISOString().slice(0, 10);
        const text = format.format(day);
        expect([text, daysIn(text)]).toEqual([text, [iso]]);
        expect([text.toUpperCase(), daysIn(text.toUpperCase())]).toEqual([text.toUpperCase(), [iso]]);
      }
    });
  }

  test("a weekday beside its day is joined to it", () => {
    const format = new Intl.DateTimeFormat(code, { dateStyle: "full", timeZone: "UTC" });
    for (const day of daysOf2026.slice(0, 7)) {
      const [evidence, ...others] = evidenceOf(format.format(day));
      expect(evidence?.expression).toMatchObject({ weekday: day.getUTCDay() === 0 ? 7 : day.getUTCDay() });
      expect(others).toEqual([]);
    }
  });

  test("the short names of the months are read beside a year", () => {
    const format = new Intl.DateTimeFormat(code, { dateStyle: "medium", timeZone: "UTC" });
    const named = new Intl.DateTimeFormat(code, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    for (const day of daysOf2026.filter((date) => date.getUTCDate() === 17)) {
      const iso = day.toISOString().slice(0, 10);
      for (const text of [format.format(day), named.format(day)]) expect([text, daysIn(text)]).toEqual([text, [iso]]);
    }
  });
});

describe("evidence says how a day stands in its post, in every language", () => {
  const stands = casesOf("standing.txt");
  test("each language has a case of each kind", () => {
    const kinds = (code: string) =>
      stands.filter(({ heading }) => heading === code).map(({ text }) => text.split(" | ")[0]);
    const [first] = codes;
    for (const code of codes) expect([code, kinds(code)]).toEqual([code, kinds(first ?? "")]);
  });
  for (const { heading, text } of stands) {
    const [kind, words, post = ""] = text.split(" | ");
    test(`${heading}, ${kind}: “${words}”`, () => {
      expect(evidenceOf(post.replaceAll("\\n", "\n"))[0]).toMatchObject({ kind, words });
    });
  }
});

describe("the tense of a day is that of its own clause", () => {
  for (const { heading, text } of casesOf("tenses.txt")) {
    const [code = "", ...words] = text.split(" ");
    test(`${code}: “${words.join(" ")}”`, () => expect(evidenceOf(words.join(" "), code)[0]?.kind).toBe(heading));
  }
});

describe("detectedIn() tells the languages of a text", () => {
  const texts: readonly (readonly [codes: string, text: string])[] = [
    ["en", "The meeting is held on Monday with the ministers of the two countries."],
    ["ru", "Встреча прошла в Москве, и это было после того, что он сказал."],
    ["uk", "Зустріч відбулася у Києві, і це було після того, що він сказав."],
    ["de", "Das Treffen der Minister fand am Montag statt, und die Gespräche werden nach dem Essen fortgesetzt."],
    ["es", "El ministro y los vecinos del barrio hablaron con el alcalde en una sala, y hoy siguen."],
    ["fr", "La réunion des ministres a eu lieu dans la capitale et les discussions se poursuivent avec eux."],
    ["it", "La riunione dei ministri si è tenuta nella capitale e gli incontri della sera sono con tutti."],
    ["pt", "A reunião dos ministros realizou-se na capital e os encontros não são com uma só pessoa."],
  ];
  for (const [code, text] of texts) {
    test(`“${text}” is in ${code}`, () => {
      const others = new Set(texts.map(([other]) => other).filter((other) => other !== code));
      const detected = detectedIn(text).map((language) => language.code);
      expect(detected).toContain(code);
      const script = new Intl.Locale(code).maximize().script;
      for (const other of detected.filter((one) => others.has(one)))
        expect(new Intl.Locale(other).maximize().script).not.toBe(script);
    });
  }
});
