import { expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const wordsIn = (text: string) => evidenceOf(text, "ko").map(({ words }) => words);

test.each([
  ["빵집이 2025년 2월 4일 다시 문을 엽니다.", "2025년 2월 4일"],
  ["5월 5일 어린이날 행사", "5월 5일"],
  ["축제는 10월 3~5일에 열립니다", "10월 3~5일"],
  ["2024년5월1일부터", "2024년5월1일"],
])("%s", (text, words) => {
  expect(wordsIn(text)).toEqual([words]);
});

test.each(["13월 1일", "2월 20일간 휴무", "음력 1월 1일", "3월의 마지막", "2월 30일"])("%s names no day", (text) => {
  expect(wordsIn(text)).toEqual([]);
});

test("days that stand alone over posts date them", () => {
  const day = (number: number) => `2025년 2월 ${number}일`;
  const dump = [
    day(4),
    "빵집이 다시 문을 열었습니다",
    "빨간 장갑을 찾습니다",
    day(5),
    "내일은 눈이 옵니다",
    "도서관은 쉽니다",
    day(6),
    "버스가 늦습니다",
  ];
  const source = readSource(Buffer.from(dump.join("\n\n")), "page.txt");
  const { posts } = readDump({ source, sidecar: {}, today: "2030-01-01" as Day });
  const dayOf = (words: string) => posts.find(({ text }) => text.includes(words))?.dating;
  expect(dayOf("장갑")).toMatchObject({ best: "2025-02-04" });
  expect(dayOf("도서관")).toMatchObject({ best: "2025-02-05" });
  expect(dayOf("버스")).toMatchObject({ best: "2025-02-06" });
});
