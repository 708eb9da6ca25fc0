import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import type { Day } from "../../src/model/day.ts";
import { dayRange, longDay, monthTitle, shortDay, weekdays } from "../../src/site/model/dates.ts";
import { mediaNotes, numeral } from "../../src/site/model/wording.ts";
import { inArabic } from "../../src/site/texts/arabic.ts";
import { english } from "../../src/site/texts/english.ts";
import { inFrench } from "../../src/site/texts/french.ts";
import { inGerman } from "../../src/site/texts/german.ts";
import { inPersian } from "../../src/site/texts/persian.ts";
import { russian } from "../../src/site/texts/russian.ts";
import { inSpanish } from "../../src/site/texts/spanish.ts";
import { textsFor } from "../../src/site/texts/texts.ts";
import { inUkrainian } from "../../src/site/texts/ukrainian.ts";
import { contentWith, inferred, postWith, stated } from "./fixture.ts";

const root = join(import.meta.dirname, "..", "..");

test("every text of the table is said by a page", () => {
  const sources = [join(root, "templates"), join(root, "src", "site")]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((file) => /\.tsx?$/u.test(file) && !file.includes(join("site", "texts")))
    .map((file) => ({ file, code: readFileSync(file, "utf8") }));
  const unsaid = Object.entries(english).flatMap(([section, words]) => {
    if (typeof words === "string") return [];
    const names = new RegExp(`[tT]exts(?:\\.|\\["?)${section}\\b`, "u");
    // The search's words travel to its client, which is given them alone.
    const speakers = sources
      .filter(({ file, code }) => names.test(code) || (section === "search" && file.includes(join("site", "client"))))
      .map(({ code }) => code);
    // A table keyed by kinds, such as the words for media, is looked up by kind.
    if (speakers.some((code) => new RegExp(`texts\\.${section}\\[`, "u").test(code))) return [];
    return Object.keys(words)
      .filter((key) => !speakers.some((code) => new RegExp(`[.{,"\\s]${key}\\b`, "u").test(code)))
      .map((key) => `${section}.${key}`);
  });
  expect(unsaid).toEqual([]);
});

test("a Russian table counts as Russian does", () => {
  const { posts } = russian.counts;
  expect([1, 2, 5, 11, 21, 112].map(posts)).toEqual([
    "1 публикация",
    "2 публикации",
    "5 публикаций",
    "11 публикаций",
    "21 публикация",
    "112 публикаций",
  ]);
  expect(russian.extent.size(84, 21, "2025")).toBe("84 публикации из 21 канала, 2025");
  expect(mediaNotes(["video", "photo", "photo"], russian)).toEqual(["Видео", "2 фотографии"]);
  expect(numeral(12345, russian)).toBe("12\u00A0345");
});

test("days are written as the language writes them", () => {
  const [first, last] = ["2025-02-06", "2025-03-02"] as [Day, Day];
  expect(longDay(first, russian)).toBe("6 февраля 2025");
  expect(shortDay(first, russian)).toBe("6 февр. 2025");
  expect(monthTitle(first, russian)).toBe("Февраль 2025");
  expect(dayRange(first, last, russian)).toBe("6 февраля – 2 марта 2025");
  expect(dayRange(first, "2025-02-07" as Day, inGerman)).toBe("6.–7. Februar 2025");
  expect(weekdays(russian).map(({ short }) => short)).toEqual(["пн", "вт", "ср", "чт", "пт", "сб", "вс"]);
  expect(weekdays(inPersian)[0]).toEqual({ short: "د", long: "دوشنبه" });
  expect(dayRange(first, last, inPersian)).toBe("۶ فوریه – ۲ مارس ۲۰۲۵");
  expect(dayRange(first, last, inSpanish)).toBe("6 de febrero – 2 de marzo de 2025");
  expect(weekdays(english)[0]).toEqual({ short: "Mon", long: "Monday" });
});

test("Arabic counts none, one and two without a figure, and others by its own rules", () => {
  expect([0, 1, 2, 3, 11, 100, 103].map(inArabic.counts.posts)).toEqual([
    "لا منشورات",
    "منشور واحد",
    "منشوران",
    "3 منشورات",
    "11 منشورًا",
    "100 منشور",
    "103 منشورات",
  ]);
});

const translations = { inArabic, inFrench, inGerman, inPersian, inSpanish, inUkrainian, russian };

/** Every word of a table that stands as it is, by its path: `search.export.saved`. */
function wordsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => wordsOf(inner, path === "" ? key : `${path}.${key}`));
}

/** What is filled in where a text is said, such as `{name}`. */
const filledIn = (words: string): readonly string[] => [...words.matchAll(/\{\w+\}/gu)].map(([mark]) => mark).sort();

test.each(Object.entries(translations))("%s fills in what English does and says no sentence in English", (_, table) => {
  const said = new Map(wordsOf(table));
  for (const [path, words] of wordsOf(english)) {
    const translated = said.get(path);
    // Forms beside numbers differ by language: a language need not have the English ones.
    if (translated === undefined) continue;
    // The number is left out of a form that says it in words, as of one post in Arabic.
    const lost = filledIn(words).filter((mark) => mark !== "{count}" && !filledIn(translated).includes(mark));
    const added = filledIn(translated).filter((mark) => !filledIn(words).includes(mark));
    expect([path, lost, added]).toEqual([path, [], []]);
    if (words.split(" ").length > 2) expect([path, translated]).not.toEqual([path, words]);
    expect([path, translated]).toEqual([path, translated.trim()]);
  }
});

test("French binds its double signs to the word before", () => {
  const loose = wordsOf(inFrench).filter(([path, words]) => !path.includes("rows") && /« | [:;!?»]/u.test(words));
  expect(loose).toEqual([]);
});

test("a language without a table is served in English, a regional one in its own", () => {
  expect(textsFor("fi")).toBe(english);
  expect(textsFor("ru-UA")).toBe(russian);
});

/** Words that Russian pages write in Latin letters: names, abbreviations and what the import itself says. */
const latin = new Set([
  ...[
    "Telegram",
    "Scrollback",
    "JavaScript",
    "SHA",
    "UTC",
    "EDTF",
    "ISO",
    "Atom",
    "Extended",
    "Date",
    "Time",
    "Format",
  ],
  ...["BibTeX", "RIS", "CSL", "JSON", "Lines", "CSV", "SQLite", "CSVSQLite", "FTS", "UTF", "CRLF", "NULL", "BCP"],
  // What stands in the downloads themselves.
  ...["posts", "text", "sources", "und", "marked", "set", "inferred", "custom"],
]);

/** Content, not interface: data in Latin letters by its nature, and what is marked as English. */
const content =
  "script, style, code, pre, kbd, .address, .hash, .Z3988, .text, [lang=en], .citation, .dump h3, .account th a, .downloads h2";

/** Names of the fixture: its zone, its dump, the channel and the kind of page that the ledger names. */
const data = ["Europe/Moscow", "harbour.txt", "канал harbour", "Harbour News", "«preview»"];

const saying = ["title", "aria-label", "placeholder", "alt", "data-show-dark", "data-show-light"];

test("no page of a Russian site says a word in English", async () => {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-russian-"));
  try {
    const harbour = { key: "порт", name: "Новости порта", identified: true };
    const unnamed = { key: "безымянный", name: "Безымянный", identified: false };
    const posts = [
      postWith({
        id: "aaaaaaaaaa",
        channel: harbour,
        language: "ru",
        text: "О порте\n\nСуда ушли. #Порт",
        dating: { ...stated("2025-02-06"), evidence: "6 февраля 2025" },
        forwardedFrom: "Мэрия",
        replyTo: { author: "Порт", excerpt: "Суда" },
        media: ["video", "photo", "audio", "document", "poll", "service", "custom-emoji", "hidden"],
        reactions: [
          { emoji: "", count: 3 },
          { emoji: "⭐", count: 1 },
        ],
        repairs: [{ rule: "1", line: 2, from: "суды", to: "суда" }],
        boundary: { kind: "inferred", probability: 0.8 },
      }),
      postWith({ id: "bbbbbbbbbb", channel: unnamed, language: "ru", text: "Ещё", dating: inferred("2025-03-01", 2) }),
      postWith({ id: "cccccccccc", channel: harbour, language: "ru", text: "", dating: inferred("2025-03-05", 20) }),
      ...Array.from({ length: 120 }, (_, index) =>
        postWith({
          id: `d${`${index}`.padStart(9, "0")}`,
          channel: harbour,
          language: "ru",
          text: `Сводка ${index} #Сводка`,
          dating: inferred("2025-04-01", 1),
        }),
      ),
    ].map((post) => ({ ...post, source: { ...post.source, dialect: "вид" } }));
    const said = { language: "ru", title: "Архив", description: "Слова порта.", timezone: "Europe/Moscow" };
    const site = join(folder, "_site");
    await buildSite(contentWith(posts, join(folder, "content"), said), site);
    const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(130);
    const found = pages.flatMap((page) => foreignWords(site, page));
    expect(found.slice(0, 20)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Words in Latin letters on a page, beside its content and the words allowed, each with its page. */
function foreignWords(site: string, page: string): readonly string[] {
  const { document } = parseHTML(readFileSync(join(site, page), "utf8"));
  expect([page, document.documentElement.getAttribute("lang")]).toEqual([page, "ru"]);
  for (const element of document.querySelectorAll(content)) element.remove();
  const elements = [...document.querySelectorAll("*")];
  const attributes = elements.flatMap((element) => saying.map((name) => element.getAttribute(name) ?? ""));
  const described = [...document.querySelectorAll("meta[name=description]")].map((meta) =>
    meta.getAttribute("content"),
  );
  const texts = [document.title, document.body.textContent, ...attributes, ...described];
  const words = data
    .reduce((text, name) => text.replaceAll(name, ""), texts.join("\n"))
    .match(/\p{Script=Latin}{2,}/gu);
  return (words ?? []).filter((word) => !latin.has(word)).map((word) => `${page}: ${word}`);
}
