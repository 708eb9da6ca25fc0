import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { indexSearch } from "../../scripts/site/search-index.ts";
import { type Served, serve } from "../../scripts/site/server.ts";
import { archiveOf, contentWith, inferred, manyPosts, oddPosts, postWith, stated } from "../site/fixture.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";
import { openReader } from "./reader.ts";

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
    media: ["video"],
  }),
  postWith({
    id: "russian002",
    language: "ru",
    text: "Порт\n\nЗамороженный конфликт никому не нужен.",
    dating: stated("2026-01-03"),
  }),
  postWith({
    id: "russian003",
    language: "ru",
    text: `Прибыл посол\n\n${"Порт ждал гостей. ".repeat(90)}Друзья послов приехали тем же днём.`,
    dating: stated("2026-01-04"),
  }),
  postWith({
    id: "ukrainian1",
    language: "uk",
    text: "Кіт у порту\n\nБілого кота бачили вночі, він сидів на руці моряка.",
    dating: stated("2026-01-05"),
  }),
  postWith({
    id: "persian002",
    language: "fa",
    text: "کشتی‌های تازه\n\nكشتي به بندر رسید.",
    dating: stated("2026-01-06"),
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
  ({ context, page, complaints } = await openReader(chromium.browser, (address) => address.startsWith(home)));
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function search(words: string): Promise<void> {
  await box().fill(words);
  await box().press("Enter");
}

const box = () => page.getByRole("searchbox");
const count = () => page.getByRole("status");
const results = () => page.locator(".results a");
const facet = (name: string) => page.getByRole("group", { name, exact: true }).locator("label");

/** The titles that are found for words, once the page says that it answers these words. */
async function foundFor(words: string): Promise<readonly string[]> {
  await count()
    .filter({ hasText: `“${words}”` })
    .waitFor();
  return (await results().allTextContents()).toSorted();
}

test("one box finds the forms of English, Russian and Ukrainian words, changed stems too", async () => {
  await page.goto(`${home}search/`);
  for (const [asked, titles] of [
    ["talks", ["Ships", "They talked in May", "🎙 Talks on the harbour conflict"]],
    ["конфликтов", ["О конфликте в порту", "Порт"]],
    ["женщина", ["О конфликте в порту"]],
    ["посла", ["Прибыл посол"]],
    ["дня", ["Прибыл посол"]],
    ["друг", ["Прибыл посол"]],
    ["кіт", ["Кіт у порту"]],
    ["коти", ["Кіт у порту"]],
    ["рука", ["Кіт у порту"]],
    ["ніч", []],
  ] as const) {
    await search(asked);
    expect([asked, await foundFor(asked)]).toEqual([asked, titles]);
  }
});

test("a Persian, a Chinese and a Ukrainian post are found by their words", async () => {
  await page.goto(`${home}search/`);
  for (const [asked, title] of [
    ["کشتی", "کشتی‌های تازه"],
    ["كشتي", "کشتی‌های تازه"],
    ["发言人", "港口会谈"],
    ["港", "港口会谈"],
    ["кота", "Кіт у порту"],
  ] as const) {
    await search(asked);
    expect([asked, await foundFor(asked)]).toEqual([asked, [title]]);
  }
});

test("results come while a reader types", async () => {
  await page.goto(`${home}search/`);
  await box().pressSequentially("harbo");
  expect(await foundFor("harbo")).toContain("🎙 Talks on the harbour conflict");
  expect(new URL(page.url()).search).toBe("?q=harbo");
});

test("the box of any page leads to the search, and the search to the post with the words marked", async () => {
  await page.goto(`${home}p/persian001/`);
  await search("послы");
  expect(await foundFor("послы")).toEqual(["Прибыл посол"]);
  await results().click();
  await page.waitForURL(`${home}p/russian003/**`);
  const marks = page.locator(".post-body mark");
  await marks.first().waitFor();
  expect(await marks.allTextContents()).toEqual(["посол", "послов"]);
  await page.waitForFunction(() => scrollY > 0);
  const text = await page.locator(".text").textContent();
  await page.goto(`${home}p/russian003/`);
  expect(await page.locator(".text").textContent()).toBe(text);
  expect(await page.locator(".post-body mark").count()).toBe(0);
});

test("nothing in an address is ever set as markup on a post's page", async () => {
  await page.goto(
    `${home}p/hostile001/?hl=${encodeURIComponent("<img src=x onerror=alert(1)> script harbour alert*")}`,
  );
  await page.locator(".post-body mark").first().waitFor();
  expect(await page.locator(".post-body mark").allTextContents()).toContain("script");
  expect(await page.locator(".post-body img, .post-body script").count()).toBe(0);
});

test("the keyboard does it all: / to the box, arrows through the results, Enter opens, Escape goes back and clears", async () => {
  await page.goto(`${home}tags/`);
  await page.keyboard.press("/");
  await page.keyboard.type("talk");
  await page.keyboard.press("Enter");
  await foundFor("talk");
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  expect(await focused()).toBe(await results().nth(1).textContent());
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await count().filter({ hasText: "Type words in any language" }).waitFor();
  expect([await box().inputValue(), new URL(page.url()).search]).toEqual(["", ""]);
  await page.goBack();
  await foundFor("talk");
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  const title = await focused();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${home}p/**`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
});

test("a slash that is typed in a box stays there", async () => {
  await page.goto(`${home}search/`);
  await box().pressSequentially("a/b");
  expect(await box().inputValue()).toBe("a/b");
});

test("a title counts more than a mention in passing", async () => {
  await page.goto(`${home}search/?q=ships`);
  await foundFor("ships");
  expect(await results().first().textContent()).toBe("Ships");
});

test("quotes find exact words in their order", async () => {
  await page.goto(`${home}search/`);
  await search('"said the captain"');
  expect(await foundFor('"said the captain"')).toEqual(["Ships"]);
  await search('"the captain said"');
  await page.locator(".nothing").getByText("not in this order").waitFor();
  await page.locator(".nothing").getByRole("button", { name: "the captain said" }).click();
  expect(await foundFor("the captain said")).toEqual(["Ships"]);
});

test("a facet narrows, says what it would find, and goes into the address", async () => {
  await page.goto(`${home}search/?q=talk`);
  await foundFor("talk");
  await page.getByLabel(/^2024/u).check();
  await count().filter({ hasText: "1 post for" }).waitFor();
  expect(new URL(page.url()).search).toBe("?q=talk&year=2024");
  expect(await facet("Year").allTextContents()).toEqual(["2026 1", "2025 1", "2024 1"]);
  await page.goBack();
  await count().filter({ hasText: "3 posts for" }).waitFor();
  await page.getByLabel(/^2024/u).check();
  await page.getByRole("button", { name: "Remove 2024" }).click();
  await count().filter({ hasText: "3 posts for" }).waitFor();
});

test("every facet is there with its counts before anything is asked, and they add up", async () => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto(`${home}search/`);
  await facet("Year").first().waitFor();
  const atFirst = await page.locator(".facets").innerText();
  expect(loaded.filter((address) => address.includes("/pagefind/"))).toEqual([]);
  // The index waits for a sign of interest, so that the page opens light.
  await page.mouse.move(200, 200);
  await page.mouse.move(220, 220);
  await count().filter({ hasText: "Type words" }).waitFor();
  expect(await page.locator(".facets").innerText()).toBe(atFirst);
  const total = posts.length;
  for (const name of ["Year", "Month", "Channel", "Language", "Dating", "Forwarded", "Media", "Tag"]) {
    const counts = await facet(name).locator(".count").allTextContents();
    const sum = counts.reduce((all, each) => all + Number(each), 0);
    if (name === "Year") expect(sum).toBeGreaterThanOrEqual(total);
    else if (["Media", "Tag", "Month"].includes(name)) expect(sum).toBeGreaterThan(0);
    else expect([name, sum]).toEqual([name, total]);
  }
  await page.getByLabel(/^Video/u).check();
  expect((await count().filter({ hasText: "2 posts" }).textContent()) ?? "").toBe("2 posts");
});

test("the operators are shown beside the filters until something is asked, and are folded away on a phone", async () => {
  const shown = () => page.locator(".operators dl").isVisible();
  await page.goto(`${home}search/`);
  await page.locator(".operators summary").waitFor();
  expect(await shown()).toBe(true);
  await page.goto(`${home}search/?q=captain`);
  await foundFor("captain");
  expect(await shown()).toBe(false);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${home}search/`);
  await page.locator(".operators summary").waitFor();
  expect(await shown()).toBe(false);
  if (size !== null) await page.setViewportSize(size);
});

test("a filter that is used before the index is open keeps its focus and is answered", async () => {
  await page.goto(`${home}search/`);
  await page.locator(".operators summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByLabel(/^2024/u).focus();
  await page.keyboard.press("Space");
  await count().filter({ hasText: "1 post" }).waitFor();
  expect(await page.getByLabel(/^2024/u).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator(".operators dl").isVisible()).toBe(true);
  expect(await results().allTextContents()).toEqual(["They talked in May"]);
});

test("facets stay in sight where they cannot narrow any further", async () => {
  await page.goto(`${home}search/?q=captain`);
  await foundFor("captain");
  expect(await facet("Year").allTextContents()).toEqual(["2026 1"]);
  expect(await facet("Language").allTextContents()).toEqual(["English 1"]);
});

test("days can be limited from and to", async () => {
  await page.goto(`${home}search/?q=${encodeURIComponent("порт")}`);
  await foundFor("порт");
  await page.getByLabel("From").fill("2026-01-04");
  await page.getByLabel("To", { exact: true }).fill("2026-01-05");
  await count().filter({ hasText: "2 posts for" }).waitFor();
  expect(new URL(page.url()).searchParams.get("from")).toBe("2026-01-04");
  // Browsers differ in the blanks around the dash.
  await page.getByRole("button", { name: /^Remove 4\s?–\s?5 Jan 2026$/u }).waitFor();
  expect(await foundFor("порт")).toEqual(["Кіт у порту", "Прибыл посол"]);
});

test("days that run backwards are said to, on a phone too, where the filters are folded", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${home}search/?q=captain&from=2026-02-01&to=2026-01-01`);
  await page.locator(".nothing").getByText("“From” is later than “To”, so no post can match.").waitFor();
  await page.getByRole("button", { name: "Remove 1 Feb 2026 – 1 Jan 2026" }).click();
  await count().filter({ hasText: "1 post for" }).waitFor();
  expect(await foundFor("captain")).toEqual(["Ships"]);
});

test("newest first and oldest first hold every post in the order of the archive", async () => {
  await page.goto(`${home}search/?channel=harbour&sort=oldest`);
  await count().filter({ hasText: "posts" }).waitFor();
  const total = posts.filter((post) => post.channel.key === "harbour").length;
  const all = async (): Promise<readonly string[]> => {
    const more = page.getByRole("button", { name: "Show more" });
    while ((await results().count()) < total) {
      const before = await results().count();
      await more.click();
      await page.waitForFunction((known) => document.querySelectorAll(".results a").length > known, before);
    }
    return results().evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  };
  const oldest = await all();
  await page.getByLabel("Sort by").selectOption("newest");
  await results().first().filter({ hasText: "کشتی" }).waitFor();
  const newest = await all();
  expect(new Set(oldest).size).toBe(total);
  expect(newest).toEqual(oldest.toReversed());
});

test("a shared address asks the same question", async () => {
  await page.goto(`${home}search/?q=${encodeURIComponent("порт")}&language=ru&sort=oldest`);
  expect(await foundFor("порт")).toEqual(["О конфликте в порту", "Порт", "Прибыл посол"]);
  expect(await results().first().textContent()).toBe("О конфликте в порту");
  expect(await box().inputValue()).toBe("порт");
});

test("an id or a permalink in the box opens the post", async () => {
  await page.goto(`${home}search/`);
  await box().fill("russian001");
  await page.getByText("Open the post with this address").waitFor();
  await box().press("Enter");
  await page.waitForURL(`${home}p/russian001/`);
  await page.goto(`${home}search/?q=${encodeURIComponent("https://archive.example/fixture/p/chinese001/")}`);
  await results().filter({ hasText: "港口会谈" }).click();
  await page.waitForURL(`${home}p/chinese001/`);
});

test("a word of no post is named, with words spelled nearly so", async () => {
  await page.goto(`${home}search/?q=captian+talks`);
  await count().filter({ hasText: "No posts for “captian talks”" }).waitFor();
  expect(await page.locator(".nothing li b").allTextContents()).toEqual(["captian"]);
  await page.locator(".nothing").getByRole("button", { name: "captain" }).click();
  expect(await foundFor("captain talks")).toEqual(["Ships"]);
  await page.goBack();
  await page.locator(".nothing").getByRole("link", { name: "posts by date" }).click();
  await page.waitForURL(`${home}timeline/`);
});

test("what other choices hide is said, and each can be dropped", async () => {
  await page.goto(`${home}search/?q=captain&year=2024`);
  expect(await foundFor("captain")).toEqual([]);
  await page.getByRole("button", { name: "Remove the year filter (1 post)" }).click();
  // The words stay the same, so that the count alone tells the new answer from the old one.
  await count().filter({ hasText: "1 post for" }).waitFor();
  expect(await foundFor("captain")).toEqual(["Ships"]);
});

test("words that stand in no post together are offered one by one", async () => {
  await page.goto(`${home}search/?q=captain+parties`);
  await page.locator(".nothing").getByRole("button", { name: "parties" }).click();
  expect(await foundFor("parties")).toEqual(["🎙 Talks on the harbour conflict"]);
});

test("markup in a post is shown and not obeyed", async () => {
  await page.goto(`${home}search/?q=script`);
  await foundFor("script");
  expect(await page.locator(".results h2").textContent()).toContain("<script>alert('harbour')</script>");
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
  await page.goto(`${home}search/`);
  for (const words of ["between", "aab", "pagefind", "stated"]) {
    await search(words);
    expect(await foundFor(words)).toEqual([]);
  }
});

test("the theme is remembered", async () => {
  await page.goto(home);
  await page.getByRole("button", { name: "Switch to dark mode" }).click();
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

test("an index in several bundles answers as one does", async () => {
  const cut = join(folder, "_cut");
  cpSync(site, cut, { recursive: true });
  rmSync(join(cut, "pagefind"), { recursive: true });
  expect(
    await indexSearch(archiveOf(posts), cut, { sizes: { posts: 9, formsAFile: 20, textAFile: 500 } }),
  ).toBeGreaterThan(2);
  const whole = home;
  // Both indexes are the site's own: what one page still asks for may come when the other is open.
  home = served.url;
  for (const question of [
    "?q=talk&sort=oldest",
    "?q=ships&date=inferred",
    "?q=harbo",
    '?q="came and went"&sort=newest',
  ]) {
    const answers: (readonly string[])[] = [];
    for (const root of [whole, `${served.url}_cut/`]) {
      await page.goto(`${root}search/${question}`);
      await results().first().waitFor();
      const facets = await page.locator(".choice").allTextContents();
      answers.push([(await count().textContent()) ?? "", ...facets.toSorted(), ...(await titlesIn(question))]);
    }
    expect(answers[1]).toEqual(answers[0]);
  }
  await page.goto("about:blank");
  home = whole;
});

/** The titles in their order, where it does not rest on scores, which each bundle reckons by its own posts. */
async function titlesIn(question: string): Promise<readonly string[]> {
  if (!question.includes("sort=")) return [];
  return results().allTextContents();
}

test("without JavaScript the search page leads on and every page can be read", async () => {
  const plain = await chromium.browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(`${home}search/`);
  const help = quiet.locator("#search > noscript");
  expect(await help.getByRole("link", { name: "posts by subject" }).getAttribute("href")).toBe("../subjects/");
  await help.getByRole("link", { name: "posts by date" }).click();
  expect(await quiet.getByRole("heading", { level: 1 }).textContent()).toBe("Timeline");
  await plain.close();
});

test("opened as a file the search says what it needs", async () => {
  const alone = await chromium.browser.newContext();
  const opened = await alone.newPage();
  await opened.goto(`file://${join(site, "search", "index.html")}`);
  await opened.getByText("Search needs a web server").waitFor();
  expect(await opened.locator(".from-files").getByRole("link", { name: "posts by date" }).isVisible()).toBe(true);
  await alone.close();
});
