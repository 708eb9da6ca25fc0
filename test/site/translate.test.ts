import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { tables } from "../../src/site/texts/texts.ts";
import { shownContent, translatePage } from "../../src/site/translate/translate-page.ts";
import { translator } from "../../src/site/translate/translator.ts";
import { contentOfEveryKind } from "./every-kind.ts";

describe("translator()", () => {
  test.each([
    ["en", "uk", "84 posts from 21 channels, 3–4 February 2025", "84 дописи із 21 каналу, 3–4 лютого 2025"],
    ["en", "ar", "2 posts from 1 channel, 5 February 2025.", "منشوران من قناة واحدة، 5 فبراير 2025."],
    ["ar", "en", "منشوران", "2 posts"],
    ["fa", "en", "۲ پست، ۱–۸ فوریهٔ ۲۰۲۵", "2 posts, 1–8 February 2025"],
    ["en", "fa", "2 posts, 1–8 February 2025", "۲ پست، ۱–۸ فوریهٔ ۲۰۲۵"],
    ["en", "fa", "21 posts in 2025, by day", "۲۱ پست در سال ۲۰۲۵، به تفکیک روز"],
    ["en", "de", "2 videos, not shown on the page", "2 Videos, von der Seite nicht gezeigt"],
    ["en", "fr", "28 December 2024 – 3 January 2025", "28 décembre 2024 – 3 janvier 2025"],
  ] as const)("from %s to %s: %s", (from, to, said, expected) => {
    expect(translator(tables[from], tables[to])(said)).toBe(expected);
  });

  test("leaves what is no text of the interface", () => {
    const translate = translator(tables.en, tables.ru);
    for (const words of ["Ships left the harbour.", "Harbour News", "On 5 February 2025 ships left", ""]) {
      expect(translate(words)).toBeUndefined();
    }
  });

  test.each(["ar", "fa"] as const)("knows every text of %s that stands alone", (language) => {
    const translate = translator(tables[language], tables.en);
    expect(translate(tables[language].about.whatWords)).toBe(tables.en.about.whatWords);
    expect(translate(tables[language].counts.posts(21))).toBe("21 posts");
  });
});

describe("a page whose language a reader changes", () => {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-translate-"));
  const sites = { en: join(folder, "en"), ru: join(folder, "ru") };

  beforeAll(async () => {
    for (const language of ["en", "ru"] as const) {
      const content = join(folder, `content-${language}`);
      contentOfEveryKind(content, { language, ...(language === "en" ? { languages: ["ru"] } : {}) });
      await buildSite(content, sites[language]);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("says what the page says that is built in that language", () => {
    const pages = readdirSync(sites.en, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
    const translate = translator(tables.en, tables.ru);
    const unlike = pages.flatMap((page) => {
      const { document } = parseHTML(readFileSync(join(sites.en, page), "utf8"));
      translatePage(document, translate, tables.ru);
      const wanted = saidOn(parseHTML(readFileSync(join(sites.ru, page), "utf8")).document);
      const said = saidOn(document);
      return wanted.flatMap((words, index) => (said[index] === words ? [] : [`${page}: ${said[index]} | ${words}`]));
    });
    expect(unlike).toEqual([]);
  });
});

/** What a page says, element by element, in an order that does not hang on the language. */
function saidOn(document: Document): readonly string[] {
  for (const element of document.querySelectorAll(`body :is(${shownContent}), .language-switch, svg`)) element.remove();
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.children.length === 0 || [...element.childNodes].some(isText))
    .map((element) => (element.textContent ?? "").replace(/\s+/gu, " ").trim())
    .sort();
}

function isText(node: ChildNode): boolean {
  return node.nodeType === 3 && node.nodeValue?.trim() !== "";
}
