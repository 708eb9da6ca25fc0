import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { leastGrowth, mostExponent } from "../../scripts/lab/growth.ts";
import { datePosts } from "../../src/dating/date.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { find } from "../../src/dating/expressions/find.ts";
import { cldrNames } from "../../src/dating/expressions/languages/cldr-names.ts";
import { languages } from "../../src/dating/expressions/languages/languages.ts";
import { plainText } from "../../src/dating/expressions/plain-text.ts";
import { spansBetween } from "../../src/dating/solver/lags.ts";
import type { Day } from "../../src/model/day.ts";
import { casesOf, daysIn } from "./cases.ts";

const codes = readdirSync(new URL("cases/cldr/", import.meta.url))
  .filter((name) => /^[a-z]{2}\.txt$/u.test(name))
  .map((name) => name.replace(".txt", ""));

describe.each(codes)("days are read in the language “%s”, whose names come from the CLDR", (code) => {
  for (const { heading, text } of casesOf(`cldr/${code}.txt`)) {
    test(`“${text}” names ${heading}`, () => expect(daysIn(text, code)).toEqual([heading]));
  }
  for (const { text } of casesOf(`cldr/${code}-not-dates.txt`)) {
    test(`“${text}” names no day`, () => expect(daysIn(text, code)).toEqual([]));
  }
});

describe("days of other calendars", () => {
  for (const { heading, text } of [...casesOf("cldr/calendars.txt"), ...casesOf("cldr/calendars-yearless.txt")]) {
    const [code = "", ...words] = text.split(" ");
    test(`“${words.join(" ")}” is ${heading}`, () => expect(daysIn(words.join(" "), code)).toEqual([heading]));
  }
});

describe("days of other calendars are none where the calendar has no such day, or nothing says the year", () => {
  for (const { text } of casesOf("cldr/calendars-not-dates.txt")) {
    const [code = "", ...words] = text.split(" ");
    test(`“${words.join(" ")}” names no day`, () => expect(daysIn(words.join(" "), code)).toEqual([]));
  }
});

describe("a lunar day without a year", () => {
  const spansOf = (text: string, code: string, around: number): readonly (readonly [number, number])[] =>
    evidenceOf(text, code).flatMap(({ expression }) =>
      expression.kind === "days" && expression.lunar !== undefined
        ? spansBetween(expression, around - 200, around + 200).map(
            ({ first, last }) => [first - around, last - around] as const,
          )
        : [],
    );

  test("is that of each year that Intl makes of it, the one before or the one after", () => {
    const format = new Intl.DateTimeFormat("ar-u-ca-islamic-umalqura", {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    for (let number = 17_000; number < 21_000; number += 13) {
      const text = format.format(new Date(number * 86_400_000));
      if (/(?:صفر|محرم)$/u.test(text)) continue;
      expect([text, spansOf(text, "ar", number)]).toEqual([text, [[-1, 1]]]);
    }
  });

  test("is told from those beside it by its weekday", () => {
    // 14 March 2025 was a Friday.
    const day = Date.UTC(2025, 2, 14) / 86_400_000;
    expect(spansOf("الجمعة 15 رمضان", "ar", day)).toEqual([[0, 0]]);
    expect(spansOf("الأحد 15 رمضان", "ar", day)).toEqual([[2, 2]]);
    expect(spansOf("الثلاثاء 15 رمضان", "ar", day)).toEqual([]);
  });

  test("dates its post in the year of the posts around", () => {
    const texts = [
      "Fog (Marsh End, March 1, 2025)",
      "15 Ramadan\nThe ferry was late.",
      "Sun (Marsh End, March 20, 2025)",
    ];
    const { datings } = datePosts({
      posts: texts.map((text) => ({ text, language: "en" })),
      order: "oldest-first",
      retrieved: "2025-03-21" as Day,
    });
    expect(datings[1]?.earliest).toBe("2025-03-14");
    expect(datings[1]?.best).toMatch(/^2025-03-1[456]$/u);
  });
});

test("a day of the Hebrew calendar is the one that Intl makes of it, in every month of common and leap years", () => {
  const format = new Intl.DateTimeFormat("en-u-ca-hebrew-nu-latn", { dateStyle: "long", timeZone: "UTC" });
  for (let number = 17_000; number < 21_000; number += 13) {
    const day = new Date(number * 86_400_000);
    expect(daysIn(format.format(day), "en")).toEqual([day.toISOString().slice(0, 10)]);
  }
});

describe("all months in all forms of a language that has no table of its own", () => {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 6)));
  for (const { heading: code, text: form } of casesOf("cldr/forms.txt")) {
    test(`${code}: ${form}`, () => {
      const format = new Intl.DateTimeFormat(code, { day: "numeric", month: "long", timeZone: "UTC" });
      for (const [index, date] of months.entries()) {
        const month = format.formatToParts(date).find(({ type }) => type === "month")?.value ?? "";
        const text = form.replace("MONTH", month);
        const day = `${String(index + 1).padStart(2, "0")}-06`;
        expect([text, daysIn(text, code)]).toEqual([text, [form.includes("2026") ? `2026-${day}` : `--${day}`]]);
      }
    });
  }
});

describe("how a day stands in a text of such a language", () => {
  for (const { heading, text } of casesOf("cldr/kinds.txt")) {
    const [code = "", ...words] = text.split(" ");
    test(`“${text}”: ${heading}`, () =>
      expect(evidenceOf(words.join(" "), code).map(({ kind }) => kind)).toEqual([heading]));
  }
});

/** The twelve months of a year, a day of each that tells day from month. */
const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 13 + month)));

describe.each(codes)("every month that Intl writes in “%s” is read", (code) => {
  test.each(["long", "full"] as const)("in the %s style, and in capitals", (dateStyle) => {
    const format = new Intl.DateTimeFormat(code, { dateStyle, timeZone: "UTC" });
    for (const day of days) {
      const text = format.format(day);
      for (const said of [text, text.toLocaleUpperCase(code)]) {
        expect([said, daysIn(said, code)]).toEqual([said, [day.toISOString().slice(0, 10)]]);
      }
    }
  });
});

describe("the languages of the CLDR", () => {
  const unread = Object.keys(cldrNames)
    .filter((code) => Intl.DateTimeFormat.supportedLocalesOf(code).length > 0)
    .filter((code) => {
      const format = new Intl.DateTimeFormat(`${code}-u-ca-gregory`, { dateStyle: "long", timeZone: "UTC" });
      return days.some((day) => !daysIn(format.format(day), code).includes(day.toISOString().slice(0, 10)));
    });

  const claimed =
    "af am az be bg bn bs ca cs cy da el et fi fil gl gu ha he hi hr hu hy id is ka kk kn ky lt lv mk ml mr ms nb ne nl no pa pl ro sk sl so sq sr sv sw ta te tg th tr ur uz zu";
  test("are read in every month of the year, as Intl writes their days, where they are claimed to be", () => {
    expect(claimed.split(" ").filter((code) => unread.includes(code) || cldrNames[code] === undefined)).toEqual([]);
  });

  test("short months of another language are no days without a year", () => {
    for (const text of [
      "xx 5 mar xx",
      "xx 5 set xx",
      "xx 7 may xx",
      "xx 4 dec xx",
      "xx 9 jun xx",
      "xx 3 Mac xx",
      "xx 6 out xx",
      "xx 8 sen xx",
    ]) {
      expect([text, daysIn(text, "ka")]).toEqual([text, []]);
      expect([text, daysIn(text, "und")]).toEqual([text, []]);
    }
  });
});

/** Codes of all languages that days are read in. */
const allCodes = [
  ...new Set([
    ...Object.keys(cldrNames).map((code) => code.split("-")[0] ?? code),
    ...languages.map(({ code }) => code),
  ]),
  ..."ar fa zh und".split(" "),
];

describe.each(casesOf("never-days.txt"))("$heading are days in no language", ({ text }) => {
  test(`“${text}”`, () => {
    expect(allCodes.filter((code) => evidenceOf(text, code).length > 0)).toEqual([]);
  });
});

describe("a name that is another month in another language", () => {
  const byName = new Map<string, Map<number, string[]>>();
  for (const [code, names] of Object.entries(cldrNames))
    for (const [index, spellings] of (names.split("|")[0] ?? "").split(";").entries())
      for (const name of spellings.split(",").filter((spelling) => spelling.length > 3)) {
        const months = byName.get(name) ?? new Map<number, string[]>();
        byName.set(name, months.set(index + 1, [...(months.get(index + 1) ?? []), code]));
      }
  const shared = [...byName].filter(([, months]) => months.size > 1);

  test("is that of the text's own language, and open where the language is another or not known", () => {
    expect(shared.map(([name]) => name)).toContain("listopada");
    for (const [name, months] of shared) {
      const text = `17 ${name} 2026`;
      for (const code of ["und", "en", "ru"]) expect([text, code, daysIn(text, code)]).toEqual([text, code, []]);
      for (const [month, codes] of months)
        for (const code of codes)
          expect([text, code, daysIn(text, code)]).toEqual([text, code, [`2026-${String(month).padStart(2, "0")}-17`]]);
    }
  });

  test.each([
    ["hr", "Brod plovi 5. listopada 2026.", ["2026-10-05"]],
    ["pl", "Prom płynie 5 listopada 2026", ["2026-11-05"]],
    ["cs", "Přívoz pluje 5. listopadu 2026", ["2026-11-05"]],
    ["uk", "Пором іде 5 листопада 2026", ["2026-11-05"]],
    ["hr", "5. listopadu 2026", []],
    ["hr", "5. listopadu", []],
    ["tr", "15 Nisan", ["--04-15"]],
    ["en", "15 Nisan", []],
    ["und", "15 Nisan", []],
    ["tr", "15 Nisan 2024", ["2024-04-15"]],
    ["en", "15 Nisan 2024", ["2024-04-15"]],
    ["tr", "15 Nisan 5784", ["2024-04-23"]],
    ["en", "15 Nisan 5784", ["2024-04-23"]],
  ] as const)("(%s) “%s”", (code, text, days) => expect(daysIn(text, code)).toEqual(days));
});

describe("a day is found in the address of a post on X and its kind", () => {
  test("its number tells the moment", () => {
    // 2022-01-01T00:00:00Z in the epoch of that service, moved by the 22 bits that tell machines apart.
    const id = (BigInt(Date.UTC(2022, 0, 1, 12)) - 1_288_834_974_657n) << 22n;
    const [evidence] = evidenceOf(`Look https://x.com/somebody/status/${id}?s=20`);
    expect(evidence?.kind).toBe("address");
    expect(daysIn(`https://twitter.com/a/status/${id}`)).toEqual(["2022-01-01"]);
    expect(daysIn(`https://example.org/a/status/${id}`)).toEqual([]);
  });

  test("so do the numbers of other services, and no number of a shop", () => {
    const noon = BigInt(Date.UTC(2024, 1, 29, 12));
    const discord = (noon - 1_420_070_400_000n) << 22n;
    for (const address of [
      `https://discord.com/channels/81384788765712384/381887113391505410/${discord}`,
      `https://social.example/@ferry@pier.example/${noon << 16n}`,
      `https://www.linkedin.com/posts/ferry_pier-activity-${noon << 22n}-xy`,
      `https://www.tiktok.com/@ferry.pier/video/${(noon / 1000n) << 32n}`,
    ])
      expect([address, daysIn(address)]).toEqual([address, ["2024-02-29"]]);
    for (const address of [
      `https://shop.example/item/${noon << 16n}`,
      "https://discord.com/channels/81384788765712384/381887113391505410",
      "https://social.example/@ferry/113800000000",
      "https://www.tiktok.com/@ferry/video/1",
    ])
      expect([address, daysIn(address)]).toEqual([address, []]);
  });
});

describe("time grows with the text", () => {
  const units = [
    "1月1日",
    "星期一",
    "1日",
    "2024年",
    "6 Şubat 2026 ",
    "5 6 7 ",
    "a 5 ",
    "27.08 ",
    "(5 мая ",
    "\n1月1日",
    "9 de ",
    "1-2-",
    "15 رمضان ",
    "15 Ramadan ",
    "ה׳ באייר ",
    "Happy Easter ",
    "сегодня пасха ",
    "عيد ",
    "ईद ",
  ];
  test.each(units)("“%s” many times over", { timeout: 300_000 }, (unit) => {
    const read = (words: string): unknown => {
      const { text, scripts } = plainText(words);
      return find({ text, scripts });
    };
    expect(leastGrowth(read, unit).exponent ?? 0).toBeLessThanOrEqual(mostExponent);
  });
});
