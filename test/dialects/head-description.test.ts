import { describe, expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

/** Heads as people copy them by hand, with what the channel says of itself, and posts of invented channels. */
const pages = [
  {
    language: "English",
    head: ["Harbour News", "@harbourquay", "12.3K subscribers"],
    says: ["News of the harbour and the old town.", "Write to us any day."],
    texts: ["The pier opens at seven.", "Fog on the water.", "The fish market moves.", "A seal was seen."],
  },
  {
    language: "Russian",
    head: ["Вести пристани", "@vestipristani", "12,3 тыс. подписчиков"],
    says: ["Новости порта и старого города.", "Пишите в любой день."],
    texts: ["Причал откроется в семь.", "Туман над водой.", "Рыбный рынок переезжает.", "Видели тюленя."],
  },
  {
    language: "Spanish",
    head: ["Voz del Muelle", "@vozdelmuelle", "8.420 suscriptores"],
    says: ["Noticias del puerto y del casco viejo.", "Escríbanos cualquier día."],
    texts: ["El muelle abre a las siete.", "Niebla en el agua.", "El mercado se muda.", "Vieron una foca."],
  },
] as const;

const read = (text: string, told: Omit<Sidecar, "retrieved"> = {}) =>
  readDump({
    source: readSource(Buffer.from(text), "page.txt"),
    sidecar: { retrieved: "2026-04-01" as Day, ...told },
    today: "2026-11-01" as Day,
  });

const layouts: Readonly<Record<string, (own: (typeof pages)[number]) => string>> = {
  "between the page's only blank lines": ({ head, says, texts }) => [...head, "", ...says, "", ...texts].join("\n"),
  "right under the counters, posts parted by blank lines": ({ head, says, texts }) =>
    [[...head, ...says].join("\n"), ...texts].join("\n\n"),
  "right under the counters, two posts below": ({ head, says, texts }) =>
    [[...head, says[0]].join("\n"), ...texts.slice(0, 3)].join("\n\n"),
  "right under the counters, above the page's only blank line": ({ head, says, texts }) =>
    [...head, ...says, "", ...texts.flatMap((text, at) => [text, `${at + 1} · ${text}`])].join("\n"),
  "closer to the head than posts to each other": ({ head, says, texts }) =>
    `${[...head, "", ...says].join("\n")}\n\n${texts.join("\n\n\n")}`,
};

describe.each(pages)("what a channel says of itself below a head copied by hand, in $language", (own) => {
  test.each(Object.entries(layouts))("%s: is in no post", (_, write) => {
    const { posts, report } = read(write(own));
    const texts = posts.map(({ text }) => text).join("\n");
    for (const said of own.says) expect(texts).not.toContain(said);
    expect(posts[0]?.text.startsWith(own.texts[0])).toBe(true);
    expect(report.about?.description).toContain(own.says[0]);
    const line = write(own).split("\n").indexOf(own.says[0]) + 1;
    expect(report.notices.filter(({ rule }) => rule === "head/description").map((each) => each.line)).toEqual([line]);
  });

  test.each(Object.entries(layouts))("%s: stays so where a person settles other lines", (_, write) => {
    const lines = write(own).split("\n");
    const line = lines.indexOf(own.texts[2]) + 1;
    for (const boundaries of [
      { start: [line], join: [] },
      { start: [], join: [line] },
    ]) {
      const { posts, report } = read(write(own), { boundaries });
      expect(posts[0]?.text.startsWith(own.texts[0])).toBe(true);
      expect(report.about?.description).toContain(own.says[0]);
    }
  });

  test.each(Object.entries(layouts))("%s: is a post where a person says so", (_, write) => {
    const line = write(own).split("\n").indexOf(own.says[0]) + 1;
    const { posts, report } = read(write(own), { boundaries: { start: [line], join: [] } });
    expect(posts[0]?.text.startsWith(own.says[0])).toBe(true);
    expect(report.notices.map(({ rule }) => rule)).not.toContain("head/description");
  });

  test("stays a post where nothing shows that it is none", () => {
    const { posts } = read([own.head.join("\n"), own.says[0], ...own.texts].join("\n\n"));
    expect(posts[0]?.text).toBe(own.says[0]);
  });
});
