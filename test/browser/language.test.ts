import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tables } from "../../src/site/texts/texts.ts";
import { inferred, postWith, stated } from "../site/fixture.ts";
import { type OpenSite, openSite } from "./open-site.ts";

/** Readers choose the language of the interface: the page is said anew in it, from the right where its script runs so. */
let site: OpenSite;
let page: Page;

beforeAll(async () => {
  const posts = [
    postWith({ id: "aaaaaaaaaa", text: "Ships left\n\nFive of them. #Ships", dating: stated("2025-02-06") }),
    postWith({ id: "bbbbbbbbbb", text: "Ferries wait\n\nIn the fog. #Ships", dating: inferred("2025-02-10", 2) }),
  ];
  site = await openSite(posts, { languages: ["ar", "fa", "uk"] });
  page = site.page;
});

afterAll(() => site?.close());

async function choose(language: string): Promise<void> {
  await page.locator("#language-switch").selectOption(language);
  await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
}

test("a choice of language is kept from page to page, and leaves posts as they are", async () => {
  await page.goto(site.url);
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
    await page.goto(site.url);
    await choose(language);
    for (const path of width < 1000 ? ["p/aaaaaaaaaa/", "statistics/", "about/"] : ["", "about/"]) {
      await page.goto(`${site.url}${path}`);
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
  await page.goto(`${site.url}search/?q=ships`);
  await page.getByText("۲ پست برای «ships»").waitFor();
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
});

test("what a choice needs is loaded by readers who made one", async () => {
  await page.goto(site.url);
  await choose("en");
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.url()));
  await page.goto(`${site.url}timeline/`, { waitUntil: "networkidle" });
  expect(asked.filter((address) => address.includes("words-"))).toEqual([]);
  expect(statSync(join(site.files, "assets", "language.js")).size).toBeLessThan(20_000);
  for (const language of ["en", "ar", "fa", "uk"]) {
    // As it is sent: a table of words, and nothing of the programs that it was written for.
    const sent = gzipSync(readFileSync(join(site.files, "assets", `words-${language}.js`))).length;
    expect([language, sent < 20_000]).toEqual([language, true]);
  }
});

test("without JavaScript there is no choice to be seen, and pages are in the archive's language", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(site.url);
  expect(await plain.locator("#language-switch").isVisible()).toBe(false);
  expect(await plain.locator("html").getAttribute("lang")).toBe("en");
  await context.close();
});
