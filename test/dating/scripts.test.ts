import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datePosts } from "../../src/dating/date.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { scriptReaders } from "../../src/dating/expressions/extractors/by-script.ts";
import { hanNumber } from "../../src/dating/expressions/han-numerals.ts";
import { jalaliDaysOf } from "../../src/dating/expressions/jalali.ts";
import { plainText, scriptsIn } from "../../src/dating/expressions/plain-text.ts";
import { lagOf, spansBetween } from "../../src/dating/solver/lags.ts";
import { isStated } from "../../src/dating/stated.ts";
import { dayFromNumber, dayNumber, parseDay } from "../../src/model/day.ts";
import { casesOf, daysIn } from "./cases.ts";

describe.each(["persian", "arabic", "chinese"])("the extractors of %s", (language) => {
  for (const { heading, text } of casesOf(`${language}-days.txt`)) {
    test(`“${text}” names ${heading}`, () => expect(daysIn(text)).toEqual(heading.split(" ")));
  }
  for (const { text } of casesOf(`${language}-not-days.txt`)) {
    test(`“${text}” names no day`, () => expect(daysIn(text)).toEqual([]));
  }
});

describe("every extractor keeps its own example", () => {
  for (const extractor of Object.values(scriptReaders).flat()) {
    test(`${extractor.name} reads “${extractor.example}”`, () =>
      expect(extractor.read(extractor.example)).not.toEqual([]));
    test(`${extractor.name} refuses “${extractor.refuses}”`, () =>
      expect(extractor.read(extractor.refuses)).toEqual([]));
  }
});

/** A day of ours as Intl names it in a language and calendar. */
function inWords(locale: string, day: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(day * 86_400_000));
}

function numberOf(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`Cannot read day "${text}"`);
  return dayNumber(day);
}

/** The stated days of a text, as day numbers. */
function statedDays(text: string): readonly number[] {
  return evidenceOf(text).flatMap(({ expression }) =>
    expression.kind === "days" && expression.precision === "day" && expression.first.year !== undefined
      ? spansBetween(expression, 0, 0).flatMap(({ first, last }) => (first === last ? [first] : []))
      : [],
  );
}

describe("the extractors read what Intl writes", () => {
  const locales = [
    "fa-u-ca-persian",
    "fa-u-ca-persian-nu-latn",
    "fa-u-ca-gregory",
    "ar-u-ca-gregory",
    "ar-EG-u-ca-gregory-nu-arab",
    "ar-SY-u-ca-gregory",
    "ar-IQ-u-ca-gregory",
    "ar-DZ-u-ca-gregory",
    "ar-TN-u-ca-gregory",
    "ar-MA-u-ca-gregory",
    "zh-u-ca-gregory",
    "zh-TW-u-ca-gregory",
    "zh-HK-u-ca-gregory",
  ];
  const first = numberOf("2024-01-04");
  for (const locale of locales) {
    test(`${locale}: every month and weekday of 2024 and 2025, in long dates`, () => {
      for (let day = first; day < first + 730; day += 9) {
        const long = inWords(locale, day, { year: "numeric", month: "long", day: "numeric" });
        expect(statedDays(long), long).toEqual([day]);
        const full = inWords(locale, day, { dateStyle: "full" });
        expect(statedDays(full), full).toEqual([day]);
      }
    });
    test(`${locale}: every weekday`, () => {
      for (let weekday = 1; weekday <= 7; weekday++) {
        const name = inWords(locale, numberOf("2023-12-31") + weekday, { weekday: "long" });
        expect(evidenceOf(name).map(({ expression }) => expression)).toEqual([{ kind: "weekday", weekday }]);
      }
    });
  }
});

describe("weekdays are read in their other spellings", () => {
  const spellings: readonly (readonly [weekday: number, ...names: string[]])[] = [
    [1, "دوشنبه", "دو شنبه", "دو‌شنبه", "الإثنين", "الاثنين", "والاثنين", "周一", "週一", "星期一", "礼拜一", "禮拜一"],
    [2, "سه‌شنبه", "سه شنبه", "سهشنبه", "الثلاثاء", "周二", "週二", "星期二", "礼拜二"],
    [3, "چهارشنبه", "چهار شنبه", "الأربعاء", "الاربعاء", "周三", "星期三", "本周三"],
    [4, "پنجشنبه", "پنج‌شنبه", "پنج شنبه", "الخميس", "周四", "上周四", "星期四"],
    [5, "جمعه", "آدینه", "الجمعة", "الجمعه", "بالجمعة", "周五", "本周五", "週五", "礼拜五", "禮拜五"],
    [6, "شنبه", "السبت", "周六", "下周六", "星期六"],
    [7, "یکشنبه", "یک‌شنبه", "يكشنبه", "یک شنبه", "الأحد", "الاحد", "周日", "星期日", "星期天", "礼拜天", "禮拜日"],
  ];
  for (const [weekday, ...names] of spellings) {
    for (const name of names) {
      test(`“${name}” is weekday ${weekday}`, () =>
        expect(evidenceOf(name).map(({ expression }) => expression)).toEqual([{ kind: "weekday", weekday }]));
    }
  }

  for (const text of [
    "每周五",
    "一周三次",
    "周五次",
    "周年庆典",
    "周一至周五",
    "چهارشنبه‌سوری",
    "الجمعية العامة",
    "جمعية",
    "أحد الناس",
  ]) {
    test(`“${text}” names no weekday`, () => expect(evidenceOf(text)).toEqual([]));
  }
});

describe("evidence says how a day stands in its post", () => {
  const stands: readonly (readonly [kind: string, words: string, text: string])[] = [
    ["dateline", "（2024年12月7日，北京）", "外交部发言人就此发表谈话（2024年12月7日，北京）\n要点："],
    ["dateline", "12月7日", "新华社北京12月7日电 记者报道"],
    ["to-come-lead", "12月7日", "12月7日，部长将出席会议。"],
    ["past-lead", "12月7日", "12月7日，部长已抵达北京。"],
    ["past-lead", "于12月7日", "会议于12月7日举行了。"],
    ["yesterday", "昨天，12月6日", "昨天，12月6日，下雨了。"],
    ["today", "12月7日（今天", "12月7日（今天）会议开幕。"],
    ["today", "今天是十二月七日", "今天是十二月七日，会议开幕。"],
    ["past-lead", "12月20日", "今天举行的会议上，各方宣布12月20日闭幕了。"],
    ["mention-lead", "12月7日", "截至12月7日，会议共有五人参加。"],
    ["until", "到12月7日", "展览到12月7日结束。"],
    ["to-come-lead", "7月24日", "新版本将于下周一上线（7月24日）"],
    ["until", "12月7日", "12月7日之前可以参加。"],
    ["since", "12月7日", "12月7日起实施。"],
    ["since", "自12月7日", "新规自12月7日实行。"],
    ["observance-lead", "12月10日", "12月10日是世界人权日。"],
    ["anniversary-lead", "80周年，1945年9月3日", "胜利80周年，1945年9月3日，战争结束。"],
    ["anniversary-lead", "八十年前，一九四五年二月四日", "八十年前，一九四五年二月四日，会议开幕。"],
    ["dateline", "(موسكو، 7 ديسمبر 2024)", "كلمة الوزير في المنتدى (موسكو، 7 ديسمبر 2024)\nالنقاط:"],
    ["to-come-lead", "في 7 ديسمبر", "في 7 ديسمبر، ستعقد الوزارة مؤتمرا."],
    ["to-come-lead", "في 7 ديسمبر", "في 7 ديسمبر سوف يجتمع الوزراء."],
    ["past-lead", "في 7 ديسمبر", "عُقد الاجتماع في 7 ديسمبر."],
    ["past-lead", "في 7 ديسمبر", "جرى اللقاء في 7 ديسمبر بين الجانبين."],
    ["mention-lead", "في 7 ديسمبر", "سيرغي لافروف في موسكو في 7 ديسمبر"],
    ["today", "اليوم السبت 7 ديسمبر", "اليوم السبت 7 ديسمبر التقى الوزير نظيره."],
    ["yesterday", "أمس، 6 ديسمبر", "أمس، 6 ديسمبر، جرى اللقاء."],
    ["tomorrow", "غداً، 8 ديسمبر", "غداً، 8 ديسمبر، يجتمع الوزراء."],
    ["until", "حتى 7 ديسمبر", "حتى 7 ديسمبر يستمر المعرض."],
    ["until", "حتى 7 ديسمبر", "تعمل العبارة من اليوم حتى 7 ديسمبر."],
    ["since", "منذ 7 ديسمبر", "منذ 7 ديسمبر يستمر العمل."],
    ["observance-lead", "10 ديسمبر", "10 ديسمبر هو اليوم العالمي لحقوق الإنسان."],
    ["anniversary-lead", "قبل 80 عاماً، في 4 فبراير 1945", "قبل 80 عاماً، في 4 فبراير 1945، افتتح المؤتمر."],
    ["dateline", "(تهران، ۱۷ آذر ۱۴۰۳)", "سخنان وزیر در همایش (تهران، ۱۷ آذر ۱۴۰۳)\nنکته‌ها:"],
    ["past-lead", "۱۷ آذر", "۱۷ آذر نشست وزیران برگزار شد."],
    ["to-come-lead", "۱۷ آذر", "۱۷ آذر نشست وزیران برگزار خواهد شد."],
    ["to-come-lead", "۱۷ آذر", "۱۷ آذر نشست وزیران برگزار می‌شود."],
    ["today", "امروز شنبه ۱۷ آذر", "امروز شنبه ۱۷ آذر وزیران دیدار کردند."],
    ["yesterday", "دیروز، ۱۶ آذر", "دیروز، ۱۶ آذر، باران آمد."],
    ["tomorrow", "فردا ۱۸ آذر", "فردا ۱۸ آذر باران می‌بارد."],
    ["until", "تا ۱۷ آذر", "نمایشگاه تا ۱۷ آذر ادامه دارد."],
    ["until", "تا ۱۷ آذر", "کشتی از امروز تا ۱۷ آذر حرکت می‌کند."],
    ["since", "از ۱۷ آذر", "این قانون از ۱۷ آذر در سراسر کشور است."],
    ["observance-lead", "۱۰ دسامبر", "۱۰ دسامبر روز جهانی حقوق بشر است."],
    ["anniversary-lead", "۸۰ سال پیش، ۴ فوریه ۱۹۴۵", "۸۰ سال پیش، ۴ فوریه ۱۹۴۵، همایش گشایش یافت."],
    ["month", "آذر ۱۴۰۳", "این دیدارها در آذر ۱۴۰۳ بود"],
    ["year", "سال ۱۴۰۳", "برنامه‌های سال ۱۴۰۳ را ببینید"],
    ["month", "ديسمبر 2024", "في ديسمبر 2024 التقى الوزراء"],
    ["month", "2024年12月", "他们在2024年12月会面"],
    ["year", "二〇二四年", "二〇二四年的计划"],
  ];
  for (const [kind, words, text] of stands) {
    test(`${kind}: “${words}” in “${text}”`, () => expect(evidenceOf(text)[0]).toMatchObject({ kind, words }));
  }
});

describe("evidence stands in the text as published", () => {
  const days = [
    "۱۷ آذر ۱۴۰۳",
    "الـ٥ من دِيسَمْبِر ٢٠٢٤",
    "二〇二四年十二月七日",
    "２０２４年１２月７日",
    "7 December 2024",
    "1️⃣7️⃣ آذر ۱۴۰۳",
  ];
  const fillers = fc.array(
    fc.constantFrom(
      "سخن ",
      "كـلام، ",
      "\u200F",
      "\u2067",
      "\u2069 ",
      "می‌رود ",
      "八十年前的",
      "会议，",
      "word ",
      "8️⃣ ",
      "\n",
      "十二",
    ),
    { maxLength: 6 },
  );

  test("whatever is folded, dropped or rewritten before it", () => {
    fc.assert(
      fc.property(fillers, fc.constantFrom(...days), fillers, (left, day, right) => {
        const text = `${left.join("")}\n${day}\n${right.join("")}`;
        const own = evidenceOf(text).filter(
          ({ expression }) => expression.kind === "days" && expression.first.year === 2024,
        );
        expect(own.length).toBeGreaterThan(0);
        for (const { offset, words } of own)
          expect(text.slice(offset)).toMatch(new RegExp(`^\\s*${literally(words)}`, "u"));
        expect(own.some(({ words }) => words.includes(day) || day.includes(words))).toBe(true);
      }),
    );
  });

  test("every place of the plain text lies in the published one, in order", () => {
    fc.assert(
      fc.property(fillers, fc.constantFrom(...days), (left, day) => {
        const published = `${left.join("")}${day}`;
        const { text, at } = plainText(published);
        const places = Array.from({ length: text.length + 1 }, (_, place) => at(place));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(at(text.length)).toBe(published.length);
      }),
    );
  });

  function literally(words: string): string {
    return words.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  }
});

describe("the Persian calendar", () => {
  test("agrees with Intl's on every day from 2013 to 2050", () => {
    const format = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      timeZone: "UTC",
    });
    for (let day = numberOf("2013-01-01"); day <= numberOf("2050-12-31"); day += 1) {
      const parts = new Map(format.formatToParts(day * 86_400_000).map(({ type, value }) => [type, Number(value)]));
      const [year, month, own] = [parts.get("year"), parts.get("month") ?? 0, parts.get("day") ?? 0];
      const expression = jalaliDaysOf(month, own, own, year);
      expect(expression && spansBetween(expression, 0, 0)).toEqual([{ first: day, last: day }]);
    }
  });

  test("has no 31st in autumn and a 30th of its last month in leap years only", () => {
    expect(jalaliDaysOf(9, 31, 31, undefined)).toBeUndefined();
    expect(jalaliDaysOf(12, 30, 30, 1402)).toBeUndefined();
    expect(jalaliDaysOf(12, 30, 30, 1403)?.first).toEqual({ year: 2025, month: 3, day: 20 });
  });

  test("a day without a year is told for each year by that year's own calendar", () => {
    const expression = jalaliDaysOf(9, 17, 17, undefined);
    if (!expression) throw new Error("17 Azar is a day of every year");
    expect(expression).toMatchObject({ first: { month: 12, day: 7 }, last: { month: 12, day: 8 } });
    expect(lagOf(expression, numberOf("2024-12-07"))).toBe(0);
    expect(lagOf(expression, numberOf("2023-12-08"))).toBe(0);
    expect(lagOf(expression, numberOf("2023-12-07"))).toBe(-1);
  });

  test("a day that falls on New Year's Eve or on New Year is one day all the same", () => {
    const expression = jalaliDaysOf(10, 11, 11, undefined);
    if (!expression) throw new Error("11 Dey is a day of every year");
    expect(expression).toMatchObject({ first: { month: 12, day: 31 }, last: { month: 1, day: 1 } });
    expect(lagOf(expression, numberOf("2024-12-31"))).toBe(0);
    expect(lagOf(expression, numberOf("2024-01-01"))).toBe(0);
    expect(lagOf(expression, numberOf("2024-01-03"))).toBe(2);
  });

  test("a day without a year is stated on the day it fell on that year", () => {
    const dating = { basis: "event-past", evidence: "۱۷ آذر" } as const;
    const stated = (best: string): boolean => isStated({ ...dating, best: dayFromNumber(numberOf(best)) });
    expect(stated("2024-12-07")).toBe(true);
    expect(stated("2023-12-08")).toBe(true);
    expect(stated("2023-12-07")).toBe(false);
  });

  test("weekdays beside its days tell the year of a dump without years", () => {
    const texts = ["شنبه ۱۷ آذر نشست برگزار شد", "یک‌شنبه ۱۸ آذر دیدار کردند", "دوشنبه ۱۹ آذر به پایان رسید"];
    const { datings } = datePosts({
      posts: texts.map((text) => ({ text, language: "fa" })),
      order: "oldest-first",
      retrieved: dayFromNumber(numberOf("2026-06-01")),
    });
    expect(datings.map(({ best }) => best.slice(0, 4))).toEqual(["2024", "2024", "2024"]);
  });
});

describe("hanNumber()", () => {
  test("reads numerals of tens and hundreds", () => {
    const said: Readonly<Record<string, number>> = {
      一: 1,
      十: 10,
      十二: 12,
      二十: 20,
      廿五: 25,
      卅一: 31,
      三十一: 31,
      九十九: 99,
    };
    for (const [numerals, number] of Object.entries({ ...said, 一百: 100, 一百零五: 105, 一百五十: 150 })) {
      expect(hanNumber(numerals), numerals).toBe(number);
    }
  });

  test("reads years figure by figure, as Intl writes them", () => {
    const figures = new Intl.NumberFormat("zh-u-nu-hanidec", { useGrouping: false });
    for (let year = 1900; year <= 2050; year++) expect(hanNumber(figures.format(year))).toBe(year);
  });

  test("reads nothing else", () => {
    for (const text of ["", "百", "十十", "一万", "甲"]) expect(hanNumber(text)).toBeUndefined();
  });
});

test("long texts that almost name days are read in a moment", () => {
  const teases = [
    "二",
    "十",
    "月",
    "12月",
    "至12",
    "周",
    "昨",
    "5 ",
    "۵",
    "5 مارس/",
    "ال",
    "شهر ",
    "هفته ",
    "۱۴۰۳/",
    "۱۴۰۳ آذر ",
    "بیست و ",
    "و",
    "\u200C",
    "\u064B",
  ];
  const texts = teases.flatMap((tease) => [
    tease.repeat(16_000 / tease.length),
    `12月7日${tease.repeat(4_000)}`,
    `۷ دسامبر ${tease.repeat(4_000)}`,
  ]);
  const began = performance.now();
  for (const text of texts) evidenceOf(text);
  expect(performance.now() - began).toBeLessThan(texts.length * 250);
}, 60_000);

test("texts in other scripts hold nothing for the extractors of these", () => {
  for (const text of [
    "On 7 December 2024, “they” met — 5 × 3 ≥ 2 👩‍👩‍👦 ①",
    "7 декабря 2024 года",
    "7 Δεκεμβρίου 2024",
    "7 דצמבר",
  ]) {
    expect(scriptsIn(text).size).toBe(0);
    expect(plainText(text).scripts.size).toBe(0);
  }
});
