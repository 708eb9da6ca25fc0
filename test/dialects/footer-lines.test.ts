import { describe, expect, test } from "vitest";
import { withFooters } from "../../src/dialects/lines/metadata.ts";
import { footerReader } from "../../src/dialects/lines/metadata-lines.ts";
import { footerWords } from "../../src/dialects/lines/metadata-words.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";

const { footerOf, isEditedMark, namesViews, viewsOf } = footerReader(footerWords);

describe("footers in one line", () => {
  test.each([
    ["10:23", { clock: "10:23" }],
    ["9:05 PM", { clock: "21:05" }],
    ["12:07 a.m.", { clock: "00:07" }],
    ["۲۱:۱۴", { clock: "21:14" }],
    ["edited\u00A0 10:23", { clock: "10:23", editedMark: true }],
    ["Ada Fenn, 10:23", { clock: "10:23", signature: "Ada Fenn" }],
    [
      "12.3K views Ada, edited 10:23",
      { views: { count: 12_300, printed: "12.3K" }, clock: "10:23", signature: "Ada", editedMark: true },
    ],
    ["12.3K 10:23", { views: { count: 12_300, printed: "12.3K" }, clock: "10:23" }],
    ["812 edited 10:23", { views: { count: 812 }, clock: "10:23", editedMark: true }],
    [
      "12,4 тыс. просмотров · изменено 21:14",
      { views: { count: 12_400, printed: "12,4 тыс." }, clock: "21:14", editedMark: true },
    ],
    ["12.431 Aufrufe, bearbeitet 21:14", { views: { count: 12_431 }, clock: "21:14", editedMark: true }],
    ["1,2 rb tayangan 10:23", { views: { count: 1200, printed: "1,2 rb" }, clock: "10:23" }],
    ["3 jt tayangan 10:23", { views: { count: 3_000_000, printed: "3 jt" }, clock: "10:23" }],
    ["👁 1.2M 10:23", { views: { count: 1_200_000, printed: "1.2M" }, clock: "10:23" }],
  ])("%s is read", (line, footer) => {
    expect(footerOf(line)).toEqual(footer);
  });

  test("other lines are none", () => {
    const others = [
      "24:10",
      "10:60",
      "At 10:23",
      "10:23 Doors open",
      "3 boats 10:23",
      "1:05",
      "13:05 PM",
      "0:20 am",
      "",
    ];
    for (const line of others) expect(footerOf(line), line).toBeUndefined();
  });
});

describe("numbers of views", () => {
  test("stand alone or with their word, rounded or not", () => {
    expect(["12.3K views", "1 view", "812", "1.2M", "12 431 переглядів", "بازدید: ۱۲٫۴ هزار"].map(viewsOf)).toEqual([
      { count: 12_300, printed: "12.3K" },
      { count: 1 },
      { count: 812 },
      { count: 1_200_000, printed: "1.2M" },
      { count: 12_431 },
      { count: 12_400, printed: "۱۲٫۴ هزار" },
    ]);
  });

  test("are no other lines that hold numbers", () => {
    const others = ["12.3K viewers", "views", "812 boats", "12.3", "1,5", "Views from the pier", "2025-02-04"];
    expect(others.filter((line) => viewsOf(line) !== undefined)).toEqual([]);
  });

  test("name themselves only by their word or the sign of an eye", () => {
    expect(["12.3K views", "👁 812", "812 vues"].every(namesViews)).toBe(true);
    expect(["12.3K", "812"].some(namesViews)).toBe(false);
  });
});

describe("a page of one post or two", () => {
  const kindsOf = (text: string): readonly string[] =>
    withFooters(tokensOf(readSource(new TextEncoder().encode(text), "page.txt"))).map(({ kind }) => kind);

  test("has footers where each tells views in words and a time, and one ends the page", () => {
    expect(kindsOf("The pier is shut.\n1.2K views\n10:15\n")).toEqual(["text", "footer"]);
    expect(kindsOf("The pier is shut.\n1,2K переглядів 10:15\nIt is open.\n980 переглядів 08:40\n")).toEqual([
      ...["text", "footer", "text", "footer"],
    ]);
  });

  test.each([
    "The pier is shut.\n1.2K views\n",
    "The pier is shut.\n10:15\n",
    "The pier is shut.\n812\n10:15\n",
    "The pier is shut.\n1.2K views\n10:15\nIt is open.\n",
    "Boats leave at\n09:00\nThe pier is shut.\n1.2K views\n10:15\n",
  ])("has none otherwise (%j)", (text) => {
    expect(kindsOf(text)).not.toContain("footer");
  });
});

test.each(footerWords)("the words of $language are read in front of a number, behind one and before a time", ({
  views,
  edited,
}) => {
  for (const word of views) expect(viewsOf(`812 ${word}`), word).toEqual({ count: 812 });
  for (const word of edited) {
    expect(footerOf(`${word} 21:14`), word).toEqual({ clock: "21:14", editedMark: true });
    expect(isEditedMark(word), word).toBe(true);
  }
});

test("a line that only looks like a footer takes no longer than any other", () => {
  const start = performance.now();
  for (const line of [`${"1 ".repeat(50_000)}:00`, `${"1.234.".repeat(20_000)}10:2x`, `${",".repeat(100_000)}1:00`]) {
    footerOf(line);
    viewsOf(line);
  }
  expect(performance.now() - start).toBeLessThan(2_000);
});
