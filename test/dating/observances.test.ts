import { describe, expect, test } from "vitest";
import { lengthOfMonth } from "../../src/dating/expressions/date-expression.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { scriptReaders } from "../../src/dating/expressions/extractors/by-script.ts";
import { languages } from "../../src/dating/expressions/languages/languages.ts";
import { observances } from "../../src/dating/expressions/observances.ts";
import { lagTable } from "../../src/dating/solver/lag-table.ts";
import { likelihoodOf } from "../../src/dating/solver/lags.ts";
import { dayNumber, dayOf } from "../../src/model/day.ts";
import { casesOf, daysIn } from "./cases.ts";

describe("a greeting on an observance names its day", () => {
  for (const { heading, text } of casesOf("observances.txt")) {
    test(`“${text}” is of ${heading}`, () => {
      expect(daysIn(text)).toEqual([heading]);
      expect(evidenceOf(text)[0]?.kind).toBe("observance-lead");
    });
  }
});

describe("an observance that is only named is no day", () => {
  for (const { text } of casesOf("observances-not-kept.txt")) {
    test(`“${text}” names no day`, () => expect(daysIn(text)).toEqual([]));
  }
});

describe("the table of observances", () => {
  const openings: Readonly<Record<string, string>> = {
    en: "Happy",
    ru: "Сегодня –",
    uk: "Сьогодні –",
    de: "Heute ist",
    es: "Feliz",
    fr: "Joyeuse",
    it: "Felice",
    pt: "Feliz",
    ar: "اليوم هو",
    fa: "امروز",
    zh: "今天是",
  };

  test("speaks the languages whose days are read, and has days that are in the calendar", () => {
    const codes = [...languages.map(({ code }) => code), ...Object.keys(scriptReaders)];
    for (const { month, day, names } of observances) {
      expect(day).toBeLessThanOrEqual(lengthOfMonth(undefined, month));
      for (const code of Object.keys(names)) expect(codes).toContain(code);
    }
  });

  test("gives no name twice", () => {
    const names = observances.flatMap((one) =>
      Object.entries(one.names).flatMap(([code, own]) => own.map((name) => `${code} ${name.toLowerCase()}`)),
    );
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  test("is read name by name after a greeting in the name's language", () => {
    const unread = observances.flatMap((one) =>
      Object.entries(one.names).flatMap(([code, names]) =>
        names
          // Endings stand for themselves here: `Международн* д*` as `Международный день`.
          .map(
            (name) =>
              `${openings[code]} ${name.replaceAll(/ д\*/giu, " день").replace(/^Д\*/u, "День").replaceAll("*", "е")}!`,
          )
          .map((text) => text.replace(/(?<a>\S+)\/\S+/u, "$<a>"))
          .filter((text) => {
            const [evidence] = evidenceOf(text);
            return (
              evidence?.expression.kind !== "days" ||
              evidence.expression.first.month !== one.month ||
              evidence.expression.first.day !== one.day
            );
          }),
      ),
    );
    expect(unread).toEqual([]);
  });
});

describe("days beside an observance", () => {
  test("a day that the same line names stands for the observance", () => {
    expect(daysIn("8 мая. С Днём Победы!")).toEqual(["--05-08"]);
    expect(daysIn("On May 8 we gathered. Happy Victory Day!")).toEqual(["--05-08"]);
  });

  test("a day in another line leaves it", () => {
    expect([...daysIn("С Днём Победы!\nПарад начнётся 12 мая в полдень.")].sort()).toEqual(["--05-09", "--05-12"]);
  });

  test("a row of days over the turn of the year holds both of its days", () => {
    const expression = evidenceOf("Happy New Year!")[0]?.expression;
    expect(expression).toBeDefined();
    if (!expression) return;
    const first = dayNumber(dayOf(2025, 12, 28) ?? expect.unreachable("no such day"));
    const chances = new Float64Array(10);
    likelihoodOf(lagTable)("observance-lead", expression, first, chances);
    const best = Math.max(...chances);
    expect([...chances].map((chance) => chance === best)).toEqual(
      Array.from({ length: 10 }, (_, at) => at === 3 || at === 4),
    );
  });
});
