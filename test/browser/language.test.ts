import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { type Served, serve } from "../../scripts/site/server.ts";
import { tables } from "../../src/site/texts/texts.ts";
import { contentWith, inferred, postWith, stated } from "../site/fixture.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";
import { openReader, type Reader } from "./reader.ts";

/** Readers choose the language of the interface: the page is said anew in it, from the right where its script runs so. */
const folder = mkdtempSync(join(tmpdir(), "scrollback-language-"));
const site = join(folder, "_site");
let served: Served;
let chromium: TestBrowser;
let reader: Reader;
let page: Page;

beforeAll(async () => {
  const posts = [
    postWith({ id: "aaaaaaaaaa", text: "Ships left\n\nFive of them. #Ships", dating: stated("2025-02-06") }),
    postWith({ id: "bbbbbbbbbb", text: "Ferries wait\n\nIn the fog. #Ships", dating: inferred("2025-02-10", 2) }),
  ];
  await buildSite(contentWith(posts, join(folder, "content"), { languages: ["ar", "fa", "uk"] }), site);
  served = await serve(site, { port: 0 });
  chromium = await openChromium();
  reader = await openReader(chromium.browser, (address) => address.startsWith(served.url));
  page = reader.page;
});

afterAll(async () => {
  expect(reader.complaints).toEqual([]);
  await chromium?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function choose(language: string): Promise<void> {
  await page.locator("#language-switch").selectOption(language);
  await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
}

test("a choice of language is kept from page to page, and leaves posts as they are", async () => {
  await page.goto(served.url);
  await choose("uk");
  await page.locator(".posts h3 a").first().click();
  await page.waitForFunction(() => document.documentElement.lang === "uk");
  expect(await page.locator(".pill").textContent()).toBe(tables.uk.post.dateInferred);
  expect(await page.locator("h1").textContent()).toBe("Ferries wait");
  expect(await page.locator("#main").textContent()).toContain("10 лютого 2025 ±2 дні");
  expect(await page.title()).toContain("Ferries wait");
});

test.each(["ar", "fa"] as const)("pages run from the right in %s, on a phone and on a desk", async (language) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(served.url);
    await choose(language);
    for (const path of width < 1000 ? ["p/aaaaaaaaaa/", "statistics/", "about/"] : ["", "about/"]) {
      await page.goto(`${served.url}${path}`);
      await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
      const { dir, brand, wide } = await page.evaluate(() => ({
        dir: document.documentElement.dir,
        brand: document.querySelector(".brand")?.getBoundingClientRect().right ?? 0,
        wide: document.documentElement.scrollWidth,
      }));
      expect([path, dir, wide]).toEqual([path, "rtl", width]);
      expect(brand).toBeGreaterThan(width * 0.85);
    }
    expect(await page.locator("main h1").textContent()).toBe(tables[language].about.heading);
    const hash = page.locator("pre").first();
    expect(await hash.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  }
});

test("the search speaks the chosen language", async () => {
  await page.goto(`${served.url}search/?q=ships`);
  await page.getByText("۲ پست برای «ships»").waitFor();
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
});

test("what a choice needs is loaded by readers who made one", async () => {
  await page.goto(served.url);
  await choose("en");
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  await page.goto(`${served.url}timeline/`, { waitUntil: "networkidle" });
  expect(asked.filter((address) => address.includes("words-"))).toEqual([]);
  expect(statSync(join(site, "assets", "language.js")).size).toBeLessThan(20_000);
});

test("without JavaScript there is no choice to be seen, and pages are in the archive's language", async () => {
  const context = await chromium.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(served.url);
  expect(await plain.locator("#language-switch").isVisible()).toBe(false);
  expect(await plain.locator("html").getAttribute("lang")).toBe("en");
  await context.close();
});
