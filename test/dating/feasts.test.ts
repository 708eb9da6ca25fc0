import { describe, expect, test } from "vitest";
import { datePosts } from "../../src/dating/date.ts";
import { lengthOfMonth } from "../../src/dating/expressions/date-expression.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { type FeastName, feastSpans, feasts } from "../../src/dating/expressions/feasts.ts";
import { feastWords } from "../../src/dating/expressions/languages/feasts/all.ts";
import { type Day, dayFromNumber, dayNumber, dayOf } from "../../src/model/day.ts";
import { casesOf, daysIn } from "./cases.ts";

/** Spans of a feast that touch a year, as `2024-05-05` or `2024-05-05/2024-05-06`. */
function daysOfYear(feast: string, year: number): readonly string[] {
  const [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  if (first === undefined || last === undefined) return [];
  return feastSpans(feast, dayNumber(first), dayNumber(last)).map((span) =>
    span.first === span.last ? dayFromNumber(span.first) : `${dayFromNumber(span.first)}/${dayFromNumber(span.last)}`,
  );
}

describe("a greeting on a feast names its day", () => {
  for (const { heading, text } of casesOf("feasts.txt")) {
    test(`“${text}” is of ${heading}`, () => {
      expect(daysIn(text)[0]).toBe(heading);
      expect(evidenceOf(text)[0]?.kind).toBe("observance-lead");
    });
  }
});

describe("a feast that is only named is no day", () => {
  for (const { text } of casesOf("feasts-not-kept.txt")) {
    test(`“${text}” names no day`, () => expect(daysIn(text)).toEqual([]));
  }
});

describe("Easter is that of the anonymous Gregorian and of Meeus's Julian computus", () => {
  const years = Array.from({ length: 40 }, (_, place) => 2013 + place);

  test("in the west", () => {
    for (const year of years) {
      const a = year % 19;
      const [b, c] = [Math.floor(year / 100), year % 100];
      const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
      const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
      const sum = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
      expect(daysOfYear("easter", year)).toEqual([dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)]);
    }
  });

  test("in the east", () => {
    for (const year of years) {
      const d = (19 * (year % 19) + 15) % 30;
      const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
      const julian = dayOf(year, Math.floor((d + e + 114) / 31), ((d + e + 114) % 31) + 1);
      // The calendars lie thirteen days apart until 2099.
      const ours = julian === undefined ? undefined : dayFromNumber(dayNumber(julian) + 13);
      expect(daysOfYear("eastern-easter", year)).toEqual([ours]);
    }
  });
});

describe("moving feasts fall on the days on which they were kept", () => {
  /** Six years each, 2020 to 2025, as calendars of the time give them. */
  const kept: Readonly<Partial<Record<FeastName, readonly string[]>>> = {
    "ash-wednesday": ["2020-02-26", "2021-02-17", "2022-03-02", "2023-02-22", "2024-02-14", "2025-03-05"],
    pentecost: ["2020-05-31", "2021-05-23", "2022-06-05", "2023-05-28", "2024-05-19", "2025-06-08"],
    "eastern-pentecost": ["2020-06-07", "2021-06-20", "2022-06-12", "2023-06-04", "2024-06-23", "2025-06-08"],
    "eid-al-fitr": ["2020-05-24", "2021-05-13", "2022-05-02", "2023-04-21", "2024-04-10", "2025-03-30"],
    "eid-al-adha": ["2020-07-31", "2021-07-20", "2022-07-09", "2023-06-28", "2024-06-16", "2025-06-06"],
    "ramadan-begins": ["2020-04-24", "2021-04-13", "2022-04-02", "2023-03-23", "2024-03-11", "2025-03-01"],
    ashura: ["2020-08-29", "2021-08-18", "2022-08-08", "2023-07-28", "2024-07-16", "2025-07-05"],
    mawlid: ["2020-10-29", "2021-10-18", "2022-10-08", "2023-09-27", "2024-09-15", "2025-09-04"],
    "rosh-hashanah": ["2020-09-19", "2021-09-07", "2022-09-26", "2023-09-16", "2024-10-03", "2025-09-23"],
    "yom-kippur": ["2020-09-28", "2021-09-16", "2022-10-05", "2023-09-25", "2024-10-12", "2025-10-02"],
    passover: ["2020-04-09", "2021-03-28", "2022-04-16", "2023-04-06", "2024-04-23", "2025-04-13"],
    purim: ["2020-03-10", "2021-02-26", "2022-03-17", "2023-03-07", "2024-03-24", "2025-03-14"],
    hanukkah: ["2020-12-11", "2021-11-29", "2022-12-19", "2023-12-08", "2024-12-26", "2025-12-15"],
    "lunar-new-year": ["2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29"],
    "dragon-boat": ["2020-06-25", "2021-06-14", "2022-06-03", "2023-06-22", "2024-06-10", "2025-05-31"],
    "mid-autumn": ["2020-10-01", "2021-09-21", "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06"],
    "buddhas-birthday": ["2020-04-30", "2021-05-19", "2022-05-08", "2023-05-26", "2024-05-15", "2025-05-05"],
    diwali: ["2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12", "2024-10-31", "2025-10-20"],
    holi: ["2020-03-10", "2021-03-29", "2022-03-18", "2023-03-08", "2024-03-25", "2025-03-14"],
    dussehra: ["2020-10-25", "2021-10-15", "2022-10-05", "2023-10-24", "2024-10-12", "2025-10-02"],
    "raksha-bandhan": ["2020-08-03", "2021-08-22", "2022-08-11", "2023-08-30", "2024-08-19", "2025-08-09"],
    "ganesh-chaturthi": ["2020-08-22", "2021-09-10", "2022-08-31", "2023-09-19", "2024-09-07", "2025-08-27"],
    "kartika-full-moon": ["2020-11-30", "2021-11-19", "2022-11-08", "2023-11-27", "2024-11-15", "2025-11-05"],
    nyepi: ["2020-03-25", "2021-03-14", "2022-03-03", "2023-03-22", "2024-03-11", "2025-03-29"],
    "black-friday": ["2020-11-27", "2021-11-26", "2022-11-25", "2023-11-24", "2024-11-29", "2025-11-28"],
    thanksgiving: ["2020-11-26", "2021-11-25", "2022-11-24", "2023-11-23", "2024-11-28", "2025-11-27"],
    "mothers-day-may-2nd": ["2020-05-10", "2021-05-09", "2022-05-08", "2023-05-14", "2024-05-12", "2025-05-11"],
    "mothers-day-may-last": ["2020-05-31", "2021-05-30", "2022-05-29", "2023-05-28", "2024-05-26", "2025-05-25"],
    "fathers-day-june-3rd": ["2020-06-21", "2021-06-20", "2022-06-19", "2023-06-18", "2024-06-16", "2025-06-15"],
  };

  test.each(Object.entries(kept))("%s", (feast, days) => {
    for (const day of days) {
      const spans = daysOfYear(feast, Number(day.slice(0, 4)));
      const holds = spans.some((span) => {
        const [first = "", last = first] = span.split("/");
        return first <= day && day <= last;
      });
      expect([day, spans, holds]).toEqual([day, spans, true]);
    }
  });

  test("every feast has a time in each year of the life of channels, of at most a week", () => {
    for (const feast of Object.keys(feasts))
      for (let year = 2013; year <= 2040; year++) {
        const spans = daysOfYear(feast, year);
        // Eleven days short of a year, a lunar feast comes back; some miss a year of the Hebrew calendar's turn.
        expect([feast, year, spans.length > 0]).toEqual([feast, year, true]);
        for (const span of spans) {
          const [first = "", last = first] = span.split("/");
          expect(Date.parse(last) - Date.parse(first)).toBeLessThanOrEqual(6 * 86_400_000);
        }
      }
  });
});

describe("the tables of feasts", () => {
  test("name days that are in the calendar, each name once a language", () => {
    for (const { code, names, said = {} } of feastWords) {
      const all = [names, said].flatMap((table) =>
        Object.entries(table).flatMap(([key, list]) => {
          for (const day of /^\d/u.test(key) ? key.split("/") : []) {
            const [month = 0, date = 0] = day.split("-").map(Number);
            expect([code, key, date >= 1 && date <= lengthOfMonth(undefined, month)]).toEqual([code, key, true]);
          }
          return (list ?? "").split("|");
        }),
      );
      expect([
        code,
        all.filter(
          (name, place) => name.trim() !== name || name === "" || /^\*/u.test(name) || all.indexOf(name) !== place,
        ),
      ]).toEqual([code, []]);
    }
  });

  test("have at least forty languages", () => {
    expect(new Set(feastWords.map(({ code }) => code)).size).toBeGreaterThanOrEqual(40);
  });
});

test("a feast dates its post in the year of the posts around", () => {
  const texts = [
    "Fog (Marsh End, March 20, 2025)",
    "Happy Easter!\nThe ferry was late.",
    "Sun (Marsh End, May 2, 2025)",
  ];
  const { datings } = datePosts({
    posts: texts.map((text) => ({ text, language: "en" })),
    order: "oldest-first",
    retrieved: "2025-05-03" as Day,
  });
  expect(datings[1]?.best).toBe("2025-04-20");
  expect(datings[1]?.basis).toBe("observance");
});
