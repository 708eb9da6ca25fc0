import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { type Served, serve } from "../../scripts/site/server.ts";
import { contentOfEveryKind, redirectPosts } from "../site/every-kind.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";
import { kindsOfPages } from "./kinds-of-pages.ts";

/** Every kind of page in a real browser: WCAG 2.2 AA as far as a machine can tell, with the keyboard alone, without JavaScript. */
const folder = mkdtempSync(join(tmpdir(), "scrollback-access-"));
// The settings of the fixture publish the site below this folder, which its page for lost addresses links from.
const site = join(folder, "fixture");
let served: Served;
let chromium: TestBrowser;
let pages: readonly string[];
let home: string;

beforeAll(async () => {
  const content = join(folder, "content");
  contentOfEveryKind(content, {
    accent: "#00a0ff",
    logo: "logo.svg",
    timezone: "Europe/London",
    channels: { harbour: { description: "News of the harbour." } },
  });
  writeFileSync(join(content, "logo.svg"), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>');
  await buildSite(content, site);
  // Beside the longest page of each kind, every fate of a former post, a dump whose lines are kept and an export.
  pages = [...new Set([...kindsOfPages(site), ...redirectPosts.map((id) => `p/${id}/`), ...keptDumps(site)])];
  served = await serve(folder, { port: 0 });
  home = `${served.url}fixture/`;
  chromium = await openChromium();
});

afterAll(async () => {
  await chromium?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page of each kind that must be among those looked at; lists and posts are chosen by their length. */
const everyKind = [
  "",
  "404.html",
  "about/",
  "channels/",
  "downloads/",
  "search/",
  "sources/",
  "statistics/",
  "subjects/",
  "tags/",
  "timeline/",
  "timeline/2025/",
  "timeline/uncertain/",
] as const;

/** The path of the dump whose lines its page shows. */
function keptDumps(folder: string): readonly string[] {
  return ['id="L1"', '<details class="raw">'].map((sign) => {
    const found = readdirSync(join(folder, "dumps")).find((name) =>
      readFileSync(join(folder, "dumps", name, "index.html"), "utf8").includes(sign),
    );
    if (found === undefined) throw new Error(`no page of a dump has ${sign}`);
    return `dumps/${found}/`;
  });
}

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, each with the page and the first element it speaks of. */
async function findings(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(home + path);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(runAxe, wcag);
  return violations.map(({ id, help, nodes }) => `/${path} ${id}: ${help}: ${nodes[0]?.html.slice(0, 160)}`);
}

test.each([
  ["on a desk, light", 1280, "light"],
  ["on a phone, dark", 390, "dark"],
] as const)(
  "every kind of page keeps WCAG 2.2 AA %s",
  async (_, width, colorScheme) => {
    const context = await chromium.browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of pages) found.push(...(await findings(page, path)));
    await context.close();
    expect(pages).toEqual(expect.arrayContaining([...everyKind]));
    expect(found).toEqual([]);
  },
  240_000,
);

test("a reader with a keyboard alone skips to the content, opens a post and changes the theme", async () => {
  const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(home);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await tabTo(page, "Daily note 101");
  expect(await outlined(page)).toBe(true);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${home}p/many000101/`);
  await tabTo(page, "Switch to dark mode");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await context.close();
});

test("with a keyboard alone a reader comes from the home page to a post by the calendar, by a tag and by the search", async () => {
  const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const follow = async (words: string, to: string): Promise<void> => {
    await tabTo(page, words);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${home}${to}`);
  };
  const title = "🎙 Talks on the harbour conflict";
  await page.goto(home);
  await follow("Timeline", "timeline/");
  await follow("2025", "timeline/2025/");
  await follow("5 February 2025: 1 post", "timeline/2025/02/#d2025-02-05");
  await follow(title, "p/headlined1/");
  await page.goto(home);
  await follow("Tags", "tags/");
  await follow("#Harbour", "tags/harbour/");
  await follow(title, "p/headlined1/");
  await page.goto(home);
  await page.keyboard.press("/");
  await page.keyboard.type("conflict");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "“conflict”" }).waitFor();
  await follow(title, "p/headlined1/**");
  await context.close();
}, 120_000);

test("without JavaScript the way by subjects leads from the search page to a post", async () => {
  const context = await chromium.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${home}search/`);
  await page.getByRole("link", { name: "posts by subject" }).click();
  await page.getByRole("link", { name: "New Marsham" }).click();
  await page.locator(".posts a").first().click();
  expect(await page.locator(".text").first().innerText()).toContain("New Marsham");
  await context.close();
}, 60_000);

test("no kind of page asks anything of another host, or runs against its own security policy", async () => {
  const context = await chromium.browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) complaints.push(`left the site: ${request.url()}`);
  });
  page.on("console", (message) => complaints.push(`${page.url()}: ${message.text()}`));
  for (const path of pages) await page.goto(home + path, { waitUntil: "load" });
  await context.close();
  expect(complaints).toEqual([]);
}, 120_000);

test("every way to act on any kind of page shows where the keyboard is", async () => {
  const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(home + path);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement?.tagName)) === "BODY") break;
      expect([path, await focused(page), await outlined(page)]).toEqual([path, expect.anything(), true]);
    }
  }
  await context.close();
}, 120_000);

test("without JavaScript every kind of page has its heading, its text and its way on", async () => {
  const context = await chromium.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(home + path);
    expect([path, await page.getByRole("heading", { level: 1 }).count()]).toEqual([path, 1]);
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(40);
    expect(await page.getByRole("link").count()).toBeGreaterThan(6);
    // What only a program can do is not offered.
    expect(await page.locator("#theme-switch").isVisible()).toBe(false);
  }
  await context.close();
}, 120_000);

test("no kind of page moves under its reader while it loads", async () => {
  const context = await chromium.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as unknown as { readonly value: number };
        document.documentElement.dataset.moved = `${Number(document.documentElement.dataset.moved ?? 0) + value}`;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const page = await context.newPage();
  const moved: string[] = [];
  for (const path of [...pages, "search/?q=ships"]) {
    await page.goto(home + path, { waitUntil: "networkidle" });
    const value = await page.evaluate(() => Number(document.documentElement.dataset.moved ?? 0));
    // Browsers count parts of a pixel too, which nobody sees.
    if (value > 0.001) moved.push(`/${path} ${value}`);
  }
  await context.close();
  expect(moved).toEqual([]);
}, 120_000);

test("text from right to left runs that way, also between text from left to right", async () => {
  const context = await chromium.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${home}p/persian001/`);
  const direction = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await direction("h1")).toBe("rtl");
  expect(await direction(".post-body > .text")).toBe("rtl");
  expect(await direction(".reply blockquote")).toBe("rtl");
  expect(await direction("html")).toBe("ltr");
  await context.close();
});

/** Runs in the browser, where `axe.source` has left its program. */
function runAxe(tags: readonly string[]): Promise<AxeResults> {
  const { axe: program } = globalThis as unknown as { readonly axe: typeof axe };
  return program.run(document, { runOnly: [...tags] });
}

/** The words of what the keyboard is on. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });
}

/** Whether what the keyboard is on is marked as such: by an outline, or by the frame of its box. */
function outlined(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
}

async function tabTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if ((await focused(page)) === words) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach "${words}"`);
}
