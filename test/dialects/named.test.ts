import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

const day = 86_400_000;
const today = "2030-01-01" as Day;
const folder = join(import.meta.dirname, "..", "fixtures", "dialects", "named", "copied-in-a-browser");
const page = readFileSync(join(folder, "dump.txt"), "utf8");

function sourceOf(text: string) {
  return readSource(new TextEncoder().encode(text), "garden.txt");
}

function read(text: string, sidecar: Sidecar = {}) {
  return readDump({ source: sourceOf(text), sidecar, today });
}

function kindOf(lines: readonly string[]): string {
  return recognise(sourceOf(lines.join("\n"))).dialect.name;
}

describe("posts under their channel's name", () => {
  test("have the day that stands over them, with the year of the capture where none is printed", () => {
    const { posts } = read(page, { retrieved: "2026-01-05" as Day });
    expect(posts.map(({ dating }) => dating.best)).toEqual([
      ...["2025-12-30", "2025-12-30", "2026-01-02", "2026-01-02", "2026-01-02"],
      ...["2026-01-04", "2026-01-04"],
    ]);
    for (const { dating } of posts)
      expect(Date.parse(dating.latest) - Date.parse(dating.earliest)).toBeLessThan(3 * day);
  });

  test("set off from their texts, but closer to them than to the posts above, as browsers show pages for reading", () => {
    const texts = [
      ...["The ferry is late.", "Fog again.\n\nNo boats before noon.", "Lunes.", "A seal came in.", "Clear skies."],
      ...["The lock is open.", "Two otters below it."],
    ];
    const over = (gap: string): string =>
      ["Quay Notes\nt.me", ...texts.map((text) => `Quay Notes${gap}${text}`)].join("\n\n\n");
    for (const gap of ["\n\n", "\n"]) {
      const { posts, report } = read(over(gap), { retrieved: "2026-01-05" as Day });
      expect(report).toMatchObject({ dialect: "named", channel: { name: "Quay Notes" } });
      expect(posts.map(({ text }) => text)).toEqual(texts);
      // A weekday that is all of a post is its text, and dates no other.
      expect(posts.at(-1)?.dating.basis).not.toBe("dateline");
    }
    const { report } = read(over("\n\n").replace("t.me", "https://t.me/s/quaynotes"));
    expect(report.channel.handle).toBe("quaynotes");
  });

  test.each([
    "#harbour",
    "Breaking:",
    "@harbour_news",
    "Good morning!",
  ])("are no posts that begin with %s in a page without its head", (opening) => {
    const posts = ["The ferry is late.", "It left at noon.", "Fog again.", "Clear skies."].flatMap((text, at) => [
      ...[opening, text, `${900 - at} views`, `1${at}:15`],
    ]);
    expect(kindOf(posts)).not.toBe("named");
    expect(kindOf(posts.map((line) => (line === opening ? "Harbour News" : line)))).toBe("named");
  });

  test("do not tell the year that nobody knows", () => {
    const yearless = page.replace(", 2025", "");
    const last = read(yearless).posts.at(-1)?.dating;
    expect(last?.best.slice(5)).toBe("01-04");
    expect(Date.parse(last?.latest ?? "") - Date.parse(last?.earliest ?? "")).toBeGreaterThan(3 * 365 * day);
  });

  test("are read in one line or more of metadata, as browsers and tools write it", () => {
    const glued = page.replaceAll(/ views\n(?=\d\d:)/gu, " views").replace("views\nTilda", "viewsTilda");
    const own = (text: string) => read(text).posts.map(({ text: words, clock, views }) => ({ words, clock, views }));
    expect(own(glued)).toEqual(own(page));
  });

  const head = ["Mill Lane Garden", "@milllanegarden", "2.4K subscribers", "Download Telegram"];

  test("are not seen where the name closes texts", () => {
    const signed = ["Beans are sown.", "Peas are sown.", "Kale is sown.", "Leeks are sown."].flatMap((text) => [
      text,
      "Mill Lane Garden",
      "310 views",
      "08:15",
    ]);
    expect(kindOf([...head, ...signed])).toBe("preview");
    expect(kindOf([...head, ...signed.filter((line) => !/\d/u.test(line))])).toBe("preview");
  });

  test("are not seen where the name stands under few ends of posts", () => {
    const posts = Array.from({ length: 12 }, (_, at) => [
      ...(at % 3 === 0 ? ["Mill Lane Garden"] : []),
      `Bed ${at} is watered.`,
      "310 views",
      "08:15",
    ]);
    expect(kindOf([...head, ...posts.flat()])).toBe("preview");
  });

  test("need a title that gives the name, where no head does", () => {
    const posts = ["One lamp.", "Two lamps.", "Three lamps.", "Four lamps."].flatMap((text) => [
      "",
      "Lamp of the day",
      "",
      text,
    ]);
    expect(kindOf(["Lamps of the town - Lamp of the day", ...posts])).toBe("named");
    expect(kindOf(["Lamps of the town", ...posts])).toBe("plain");
  });
});
