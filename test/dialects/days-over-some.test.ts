import { describe, expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

/** Posts of invented channels, with the day over the first of each day, parted by single blank lines. */
const pages = [
  {
    language: "English",
    days: ["12 February", "13 February", "15 February"],
    texts: [
      "The pier opens at seven.\nBring a lamp.",
      "Fog on the water. The ferry waits.",
      "Fish market moves to the north basin.\nCome early.",
      "A grey seal was seen near the lighthouse.",
      "The choir sings on the square at noon.\nBring a chair.",
      "Who lost a red glove at gate B?",
    ],
  },
  {
    language: "Russian",
    days: ["12 февраля", "13 февраля", "15 февраля"],
    texts: [
      "Причал откроется завтра в семь.\nВозьмите фонарь.",
      "Паром опаздывает из-за тумана.",
      "Рыбный рынок переезжает.\nПриходите рано.",
      "У маяка видели серого тюленя.",
      "Хор поёт на площади в полдень.\nБерите стул.",
      "Кто потерял красную перчатку?",
    ],
  },
] as const;

const read = (text: string) =>
  readDump({
    source: readSource(Buffer.from(text), "page.txt"),
    sidecar: { retrieved: "2026-04-01" as Day },
    today: "2026-11-01" as Day,
  });

describe.each(pages)("days over the first posts of each day, in $language", ({ days, texts }) => {
  const page = (posts: readonly string[]): string =>
    posts.map((text, at) => (at % 2 === 0 ? `${days[at / 2]}\n${text}` : text)).join("\n\n");

  test("part the posts below them, where line ends part paragraphs", () => {
    const { posts } = read(page(texts));
    expect(posts.map(({ text }) => text)).toEqual(texts);
    expect(posts.map(({ dating }) => dating.best)).toEqual([
      ...["2026-02-12", "2026-02-12", "2026-02-13", "2026-02-13"],
      ...["2026-02-15", "2026-02-15"],
    ]);
  });

  test("leave open whether a text below a blank line is a post, where each is one line, and the import asks", () => {
    const lines = texts.map((text) => text.replace(/\n.*/u, ""));
    const { posts, report } = read(page(lines));
    const asked = report.notices.filter(({ rule }) => rule === "boundary/doubtful").map(({ line }) => line);
    const starts = posts.map(({ source }) => source.lines[0]?.[0]);
    for (const line of [4, 9, 14]) expect([...asked, ...starts]).toContain(line);
  });
});
