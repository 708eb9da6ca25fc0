import { describe, expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const read = (lines: readonly string[]) =>
  readDump({
    source: readSource(Buffer.from(lines.join("\n")), "page.txt"),
    sidecar: { retrieved: "2026-04-01" as Day },
    today: "2026-11-01" as Day,
  }).posts;

const moments = ["14 Mar, 12:07", "13 Mar, 21:31", "11 Mar, 09:02", "8 Mar, 17:44", "7 Mar, 08:15"];

/** Invented channels, with counters as a list of posts prints them: views first, no word beside any. */
const channels = [
  {
    name: "Hafenblatt",
    texts: ["Der Steg öffnet.", "Nebel.\n\nDie Fähre wartet.", "Eine Robbe am Turm.", "Der Chor singt.", "Gate:\n4"],
    counts: [
      ["12.1k", "33", "9"],
      ["8.8k", "72", "2"],
      ["7.1k", "50", "9"],
      ["850", "63", "9"],
      ["1.3k", "11", "1"],
    ],
    views: [12100, 8800, 7100, 850, 1300],
  },
  {
    name: "Причал",
    texts: ["Причал открыт.", "Туман.\n\nПаром ждёт.", "Тюлень у маяка.", "Хор поёт.", "Ворота:\n4"],
    counts: [
      ["12,1 тыс.", "12"],
      ["8,8 тыс.", "12"],
      ["7,1 тыс.", "12"],
      ["850", "12"],
      ["1,3 тыс.", "12"],
    ],
    views: [12100, 8800, 7100, 850, 1300],
  },
] as const;

describe.each(channels)("numbers without a word under each post of $name", ({ name, texts, counts, views }) => {
  const page = (forward: readonly string[] = []) => [
    ...texts.flatMap((text, at) => [
      ...[name, moments[at] ?? "", ...(at === 2 ? forward : []), "", text, "", ...(counts[at] ?? []), ""],
    ]),
  ];

  test("are in no text, and the first gives the views", () => {
    const posts = read(page());
    expect(posts.map(({ text }) => text)).toEqual(texts);
    expect(posts.map((post) => post.views?.count)).toEqual(views);
  });

  test("nor is whom a post is forwarded from, on two lines below the moment", () => {
    for (const words of ["Repost from:", "Weitergeleitet von"]) {
      const posts = read(page([words, "Leuchtturm Nord"]));
      expect(posts.map(({ text }) => text)).toEqual(texts);
      expect(posts.map((post) => post.forwardedFrom)).toEqual(
        texts.map((_, at) => (at === 2 ? "Leuchtturm Nord" : undefined)),
      );
    }
  });

  test("nor a line below the last that tells the number of posts, with a button", () => {
    for (const below of [["5 last posts shown."], ["Zuletzt 5 gezeigt", "Mehr"]])
      expect(read([...page(), ...below]).map(({ text }) => text)).toEqual(texts);
    expect(read([...page(), "7 lamps are lit."]).at(-1)?.text).toContain("7 lamps are lit.");
  });

  test("but numbers under some posts are their authors'", () => {
    const lines = texts.flatMap((text, at) => [
      name,
      moments[at] ?? "",
      "",
      text,
      ...(at === 1 ? ["47", "12"] : []),
      "",
    ]);
    expect(read(lines)[1]?.text).toBe(`${texts[1]}\n47\n12`);
  });
});
