import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { contentWith, manyPosts, oddPosts, postWith } from "../site/fixture.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";
import { openReader } from "./reader.ts";

/** A site built with `--files`, read from a disk without any server. */
const folder = mkdtempSync(join(tmpdir(), "scrollback-files-"));
// A name with what addresses must encode.
const site = join(folder, "my archive #1");
const quoting = postWith({ id: "quoting001", text: 'Quoted\n\nThey wrote <a href="../p/x/"> and nothing else.' });
let chromium: TestBrowser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const built = join(folder, "_site");
  const content = contentWith([...oddPosts, ...manyPosts(60), quoting], join(folder, "content"));
  await buildSite(content, built, { links: "files" });
  cpSync(built, site, { recursive: true });
  chromium = await openChromium();
});

afterAll(async () => {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  ({ context, page, complaints } = await openReader(chromium.browser, (address) => address.startsWith("file:")));
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const address = (path: string) => pathToFileURL(join(site, path)).href;
const heading = () => page.getByRole("heading", { level: 1 }).textContent();

test("a reader goes from the home page to a month, a post, its tag and its channel", async () => {
  await page.goto(address("index.html"));
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Timeline" }).click();
  expect(await heading()).toBe("Timeline");
  await page.getByRole("link", { name: /^February/u }).click();
  expect(await heading()).toBe("February 2025");
  await page.getByRole("link", { name: "О конфликте в порту" }).click();
  expect(await heading()).toBe("О конфликте в порту");
  await page.locator("main").getByRole("link", { name: "#Порт" }).first().click();
  expect(await heading()).toBe("#Порт");
  await page.goBack();
  await page.locator(".kicker").getByRole("link", { name: "Новости порта" }).click();
  expect(await heading()).toBe("Новости порта");
  await page.locator(".brand").click();
  expect(await heading()).toBe("Fixture archive");
});

test("pages have their style and remember the theme", async () => {
  await page.goto(address("about/index.html"));
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await paper()).toBe("rgb(253, 252, 249)");
  await page.getByRole("button", { name: "Switch to dark mode" }).click();
  expect(await paper()).toBe("rgb(21, 20, 18)");
  await page.goto(address("tags/index.html"));
  expect(await paper()).toBe("rgb(21, 20, 18)");
});

test("a post that quotes an address is not changed", async () => {
  await page.goto(address("p/quoting001/index.html"));
  expect(await page.locator(".text").first().textContent()).toContain('<a href="../p/x/">');
});

test("the search box leads to the search page", async () => {
  await page.goto(address("tags/index.html"));
  await page.getByRole("searchbox").fill("порт");
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL(`${address("search/index.html")}?q=${encodeURIComponent("порт")}`);
  expect(await heading()).toBe("Search");
  await page.getByText("Search needs a web server").waitFor();
  // The browser's own complaint that it loads no program for the search from a disk.
  complaints = complaints.filter((line) => !/CORS|search\.js|ERR_FAILED/u.test(line));
});

test("the list says what it needs", async () => {
  await page.goto(address("list/index.html"));
  await page.getByText("My list needs a web server").waitFor();
  complaints = complaints.filter((line) => !/CORS|list\.js|ERR_FAILED/u.test(line));
});

test("the home page leads to no folder", async () => {
  await page.goto(address("index.html"));
  const links = await page.locator("a").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => link.startsWith("file:") && new URL(link).pathname.endsWith("/"))).toEqual([]);
});

test("? leads to the keys on the page about the archive, where no program may read it", async () => {
  await page.goto(address("tags/index.html"));
  await page.keyboard.press("?");
  await page.waitForURL(`${address("about/index.html")}#keys`);
  expect(await page.locator("#keys h2").innerText()).toBe("Keyboard shortcuts");
});
