import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Served, serve } from "../../scripts/serve.ts";
import { buildSite } from "../../scripts/site.ts";
import { contentWith, inferred, manyPosts, oddPosts, postWith, stated } from "../site/fixture.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";

/*
 * A reader's ways through the site in a real browser. The site is served from a folder below the root of its host, and
 * after each test the console must be empty and nothing may have been asked of another host.
 */
const posts = [
  ...oddPosts,
  ...manyPosts(60),
  postWith({ id: "english001", text: "They talked in May\n\nA long talk about ships.", dating: stated("2024-05-01") }),
  postWith({
    id: "english002",
    text: "Ships\n\nNo more talking, said the captain. #Harbour",
    dating: inferred("2026-01-02", 1),
  }),
  postWith({
    id: "russian002",
    language: "ru",
    text: "Порт\n\nЗамороженный конфликт никому не нужен.",
    dating: stated("2026-01-03"),
  }),
];

const folder = mkdtempSync(join(tmpdir(), "scrollback-site-"));
const site = join(folder, "_site");
let served: Served;
let chromium: TestBrowser;
let home: string;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  await buildSite(contentWith(posts, join(folder, "content")), site);
  served = await serve(folder, { port: 0 });
  home = `${served.url}${basename(site)}/`;
  chromium = await openChromium();
});

afterAll(async () => {
  await chromium?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  complaints = [];
  context = await chromium.browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page that is left while it loads is no failure.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) complaints.push(`left the site: ${request.url()}`);
  });
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function search(words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("searchbox").press("Enter");
}

const count = () => page.getByRole("status");
const results = () => page.locator(".results a");

async function foundFor(words: string): Promise<readonly string[]> {
  await count()
    .filter({ hasText: `“${words}”` })
    .waitFor();
  return (await results().allTextContents()).toSorted();
}

test("one box finds English word forms", async () => {
  await page.goto(`${home}search/`);
  await search("talks");
  expect(await foundFor("talks")).toEqual(["Ships", "They talked in May", "🎙 Talks on the harbour conflict"]);
});

test("the same box finds Russian word forms", async () => {
  await page.goto(`${home}search/`);
  for (const words of ["конфликт", "конфликта", "конфликты"]) {
    await search(words);
    expect(await foundFor(words)).toEqual(["О конфликте в порту", "Порт"]);
  }
  await search("женщина");
  expect(await foundFor("женщина")).toEqual(["О конфликте в порту"]);
});

test("the box of any page leads to the search, and the search to the post", async () => {
  await page.goto(`${home}p/persian001/`);
  await search("порту");
  expect(await foundFor("порту")).toEqual(["О конфликте в порту", "Порт"]);
  await results().filter({ hasText: "О конфликте" }).click();
  await page.waitForURL(`${home}p/russian001/`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("О конфликте в порту");
});

test("a title counts more than a mention in passing", async () => {
  await page.goto(`${home}search/?q=ships`);
  await foundFor("ships");
  expect(await results().first().textContent()).toBe("Ships");
});

test("a facet narrows, says what it would find, and goes into the address", async () => {
  await page.goto(`${home}search/?q=talk`);
  await foundFor("talk");
  await page.getByLabel(/^2024/u).check();
  await count().filter({ hasText: "1 post for" }).waitFor();
  expect(new URL(page.url()).search).toBe("?q=talk&year=2024");
  expect(await page.getByRole("group", { name: "Year" }).locator("label").allTextContents()).toEqual([
    "2026 1",
    "2025 1",
    "2024 1",
  ]);
  await page.goBack();
  await count().filter({ hasText: "3 posts for" }).waitFor();
});

test("newest first is newest first over all languages", async () => {
  await page.goto(`${home}search/?channel=harbour`);
  await count().filter({ hasText: "posts" }).waitFor();
  await page.getByLabel("Sort by").selectOption("newest");
  await results().first().filter({ hasText: "Порт" }).waitFor();
  await page.getByRole("button", { name: "Show more" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".results a").length === 40);
  const ways = await results().evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(ways[1]).toContain("english002");
  expect(new Set(ways).size).toBe(40);
});

test("a shared address asks the same question", async () => {
  await page.goto(`${home}search/?q=${encodeURIComponent("порт")}&language=ru&sort=oldest`);
  expect(await foundFor("порт")).toEqual(["О конфликте в порту", "Порт"]);
  expect(await results().first().textContent()).toBe("О конфликте в порту");
  expect(await page.getByRole("searchbox").inputValue()).toBe("порт");
});

test("what is found nowhere is said helpfully", async () => {
  await page.goto(`${home}search/?q=qwertzuiop`);
  await count().filter({ hasText: "No posts for “qwertzuiop”" }).waitFor();
  await page.locator(".nothing").getByRole("link", { name: "tag" }).click();
  await page.waitForURL(`${home}tags/`);
});

test("markup in a post is shown and not obeyed", async () => {
  await page.goto(`${home}search/?q=script`);
  await foundFor("script");
  expect(await page.locator(".results .excerpt").textContent()).toContain("<script>alert('harbour')</script>");
  expect(await page.locator(".results script, .results b, .results img").count()).toBe(0);
});

test("a tag in Russian and a permalink can be followed", async () => {
  await page.goto(`${home}tags/`);
  await page.getByRole("link", { name: "#Порт" }).click();
  await page.getByRole("link", { name: "О конфликте в порту" }).click();
  await page.locator(".record").getByRole("link", { name: "https://archive.example/fixture/p/russian001/" }).click();
  await page.waitForURL(`${home}p/russian001/`);
});

test("words of the index's own are found in no post", async () => {
  await page.goto(`${home}search/?q=between`);
  await count().filter({ hasText: "No posts for “between”" }).waitFor();
});

test("the theme is remembered", async () => {
  await page.goto(home);
  await page.getByRole("button", { name: "Show pages dark" }).click();
  await page.goto(`${home}about/`);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
});

test("no page is wider than a phone", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    "",
    "timeline/",
    "timeline/2025/",
    "timeline/2025/02/",
    "p/unbroken01/",
    "p/hostile001/",
    "tags/",
    "channels/",
    "about/",
    "search/?q=talk",
  ]) {
    await page.goto(home + path);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
  }
});

test("without JavaScript the search page leads on and every page can be read", async () => {
  const plain = await chromium.browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${home}search/`);
  await quiet.locator("#search").getByRole("link", { name: "date" }).click();
  expect(await quiet.getByRole("heading", { level: 1 }).textContent()).toBe("Timeline");
  await plain.close();
});
