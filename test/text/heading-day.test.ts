import { describe, expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import { daysTold, headingDay, orderOfDays } from "../../src/text/heading-day.ts";

const wordsOf = (lines: readonly string[], captured?: Day): readonly (string | undefined)[] =>
  daysTold(lines, captured).map((told) => told?.words);

describe("a day that stands over posts", () => {
  test.each([
    ["4 Şubat 2025 Salı", "2025-02-04"],
    ["wt. 4.02", "Tuesday, 4 February"],
    ["Segunda-feira, 3/2", "Monday, 3 February"],
    ["segunda, 3 de fev.", "Monday, 3 February"],
    ["Mardi 4 février", "Tuesday, 4 February"],
    ["火曜日 2月4日", "Tuesday, 4 February"],
    ["2月4日(火)", "Tuesday, 4 February"],
    ["2025年2月4日 周二", "2025-02-04"],
    ["2월 4일 화요일", "Tuesday, 4 February"],
    ["Thứ Ba, 4/2", "Tuesday, 4 February"],
    ["Thứ Ba, ngày 4 tháng 2 năm 2025", "2025-02-04"],
    ["Вт, 4 фев", "Tuesday, 4 February"],
    ["4 февраля, вторник", "Tuesday, 4 February"],
    ["п’ятниця, 7 лютого 2025 р.", "2025-02-07"],
    ["Di., 4.2.", "Tuesday, 4 February"],
    ["Dienstag, der 4. Februar", "Tuesday, 4 February"],
    ["Di 04.02.25", "2025-02-04"],
    ["الثلاثاء، 4/2/2025", "2025-02-04"],
    ["मंगलवार 4/2", "Tuesday, 4 February"],
    ["Feb 4 (Tue)", "Tuesday, 4 February"],
    ["Sept 4th, 2025", "2025-09-04"],
    ["## Thurs 6 February", "Thursday, 6 February"],
    ["— 4th of February —", "4 February"],
    ["چهارشنبه ۱۷ بهمن ۱۴۰۳", "2025-02-05"],
    ["16-mart", "16 March"],
    ["dushanba, 16-mart, 2026", "2026-03-16"],
    ["2026-ж., 16-март, дүйшөмбү", "2026-03-16"],
    ["2026 ж. 16 наурыз, дүйсенбі", "2026-03-16"],
    ["2026 թ. մարտի 16, երկուշաբթի", "2026-03-16"],
    ["pirmdiena, 2026. gada 16. marts", "2026-03-16"],
    ["วันจันทร์ที่ 16 มีนาคม พ.ศ. 2569", "2026-03-16"],
    ["16 thg 3, 2026", "2026-03-16"],
    ["2026年8月16日日曜日", "2026-08-16"],
    ["8月16日(日)", "Sunday, 16 August"],
  ])("%s", (line, words) => expect(wordsOf([line])).toEqual([words]));

  test("keeps a day of the Persian calendar without its year as it is printed", () => {
    expect(wordsOf(["چهارشنبه ۱۷ بهمن"])).toEqual(["چهارشنبه ۱۷ بهمن"]);
  });

  test("is nothing more than that", () => {
    const others = [
      "4.02",
      "4/2",
      "Tuesday 4 boats",
      "Sat 4.75",
      "March 1917 uprising",
      "4 and 5 February",
      "2 Februar 3",
      "Tue",
      "3/2 majority",
      "#4 February is over",
      "30.45 Mon",
      "May 0",
      "1 May 900",
      "16-bit",
      "4-room flat, 2026",
      "2026年日曜日",
      "วันที่ 16",
    ];
    expect(others.filter((line) => headingDay(line)?.kind === "day")).toEqual([]);
  });

  test("is read in the order of numbers in which all days of the page run one way", () => {
    expect(wordsOf(["Sun, 2/9", "Tue, 2/11", "Fri, 2/14"])).toEqual([
      "Sunday, 9 February",
      "Tuesday, 11 February",
      "Friday, 14 February",
    ]);
    expect(wordsOf(["lun. 9/2", "mié. 11/2", "vie. 14/2"])).toEqual([
      "Monday, 9 February",
      "Wednesday, 11 February",
      "Friday, 14 February",
    ]);
  });

  test("runs on into a new year where years are not said", () => {
    const dates = ["Mon 30 Dec", "Tue 31 Dec", "Thu 2 Jan", "Fri 3 Jan"].flatMap((line) => {
      const day = headingDay(line);
      return day?.kind === "day" ? [day] : [];
    });
    expect(orderOfDays(dates)).toBe("day-month-year");
    expect(
      orderOfDays([...dates, ...dates].map((_, at, all) => all[(at * 3) % 8] ?? all[0]).flatMap((day) => day ?? [])),
    ).toBeUndefined();
  });

  test("is told by the day of the page where it is no date, and not at all where that is unknown", () => {
    const wednesday = "2026-02-11" as Day;
    const told = ["February 10", "Today", "Yesterday", "Tuesday", "Thursday", "Wednesday"];
    expect(wordsOf(told, wednesday)).toEqual([
      "10 February",
      ...["2026-02-11", "2026-02-10", "2026-02-10", "2026-02-05", "2026-02-04"],
    ]);
    expect(wordsOf(told).filter((day) => day !== undefined)).toEqual(["10 February"]);
    expect(wordsOf([])).toEqual([]);
  });
});
