import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { reviewFiles } from "../../scripts/review/page.ts";
import { type ReviewServerOptions, serveReview } from "../../scripts/review/server.ts";
import { ReviewSession } from "../../scripts/review/session.ts";
import { buildSite } from "../../scripts/site/build-site.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { folderWith, importInto, postsIn } from "../import/content-folder.ts";
import { harbourArchive } from "../review/harbour-archive.ts";
import { page as dump, starts } from "../review/kestrel-bay.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";

/** A whole review in a real browser: with the keyboard alone, then by touch on a phone. */
let chromium: TestBrowser;
let files: ReviewServerOptions["files"];
const gold = new Set(starts);

beforeAll(async () => {
  chromium = await openChromium();
  files = await reviewFiles();
}, 120_000);

afterAll(() => chromium.close());

interface Opened {
  readonly content: string;
  readonly page: Page;
  readonly faults: string[];
}

const kestrelBay = {
  "dumps/kestrel.txt": dump,
  "dumps/kestrel.yml": "# The port's page.\nretrieved: 2025-03-01\n",
  "site.yml": "title: Kestrel Bay\ndescription: Posts of a port.\nlanguage: en\nurl: https://kestrel.example/\n",
};

async function opened(
  phone: boolean,
  scheme: "light" | "dark" = "light",
  archive: Readonly<Record<string, string | Uint8Array>> = kestrelBay,
): Promise<Opened> {
  const content = folderWith(archive);
  importInto(content);
  const session = new ReviewSession(content, () => "2026-11-29" as Day, "Ada Fenn");
  const served = await serveReview(session, { port: 0, files, today: () => "2026-11-29" as Day });
  const context = await chromium.browser.newContext({
    colorScheme: scheme,
    bypassCSP: true,
    ...(phone
      ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
      : { viewport: { width: 1280, height: 900 } }),
  });
  onTestFinished(async () => {
    await context.close();
    await served.close();
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(served.url);
  await page.waitForSelector("#asked");
  return { content, page, faults };
}

/** What is asked: one place or several, and the lines of the page that are shown around, with whether a post starts at each. */
interface Asked {
  readonly places: readonly number[];
  readonly isCheck: boolean;
  readonly lines: readonly { readonly line: number; readonly isStart: boolean }[];
}

async function askedOn(page: Page): Promise<Asked> {
  const lines = await page.$$eval(".page li", (items) =>
    items.map((item) => ({ line: Number(item.dataset.line), isStart: item.classList.contains("start") })),
  );
  const places = await page.$$eval(".page li.asked", (items) => items.map((item) => Number(item.dataset.line)));
  const shown = new Map(lines.map((each) => [each.line, each]));
  return {
    places,
    isCheck: (await page.locator(".checked").count()) > 0,
    lines: [...shown.values()].sort((one, other) => one.line - other.line),
  };
}

/** Waits until the server answered. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const response = page.waitForResponse((each) => each.url().includes("/api/"));
  await act();
  expect((await response).status()).toBe(200);
  await page.waitForTimeout(100);
}

/** How a person answers: that the page is right at all places, or what a line is. */
interface Hand {
  readonly all: () => Promise<void>;
  readonly settle: (line: number, asked: Asked) => Promise<void>;
}

/** Answers what is asked, and what is wrong in sight of it, until nothing is wrong; gives the number of answers. */
async function reviewed(page: Page, { all, settle }: Hand): Promise<number> {
  for (let answers = 0; answers < 40; answers += 1) {
    const asked = await askedOn(page);
    const [first] = asked.places;
    if (first === undefined) return answers;
    const wrong = asked.lines.find(({ line, isStart }) => isStart !== gold.has(line));
    await answered(page, () => (asked.isCheck && wrong === undefined ? all() : settle(wrong?.line ?? first, asked)));
    const found = await page.evaluate(async () => {
      const token = sessionStorage.getItem("scrollback-review-token") ?? "";
      const response = await fetch("/api/state", { headers: { "x-scrollback-token": token } });
      return ((await response.json()) as { dump: { starts: number[] } }).dump.starts;
    });
    if (found.length === gold.size && found.every((each) => gold.has(each))) return answers + 1;
  }
  throw new Error("the page is not right after 40 answers");
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

function importedStarts(content: string): readonly (number | undefined)[] {
  importInto(content);
  return postsIn(content)
    .map((name) => readPost(readFileSync(join(content, name), "utf8"), name).source.lines[0]?.[0] ?? 0)
    .sort((one, other) => one - other);
}

test("a page that the judge gets wrong is made right by the keyboard alone, undone, and loaded anew", {
  timeout: 300_000,
}, async () => {
  const { content, page, faults } = await opened(false);
  expect(importedStarts(content)).not.toEqual(starts);
  const [first = 0] = (await askedOn(page)).places;
  await answered(page, () => page.keyboard.press(gold.has(first) ? "j" : "s"));
  expect(readFileSync(join(content, "dumps/kestrel.yml"), "utf8")).toContain(`line: ${first}`);
  await answered(page, () => page.keyboard.press("u"));
  expect(readFileSync(join(content, "dumps/kestrel.yml"), "utf8")).toBe("# The port's page.\nretrieved: 2025-03-01\n");
  const answers = await reviewed(page, {
    all: () => page.keyboard.press("y"),
    settle: async (line, { places: [first = 0], isCheck, lines }) => {
      if (line === first && !isCheck) return page.keyboard.press(gold.has(line) ? "y" : "n");
      const order = lines.map((each) => each.line);
      const steps = order.indexOf(line) - order.indexOf(first);
      for (let step = 0; step < Math.abs(steps); step += 1)
        await page.keyboard.press(steps < 0 ? "ArrowUp" : "ArrowDown");
      return page.keyboard.press(gold.has(line) ? "s" : "j");
    },
  });
  expect(answers).toBeLessThan(starts.length);
  const sidecar = readFileSync(join(content, "dumps/kestrel.yml"), "utf8");
  expect(sidecar).toMatch(/^# The port's page\.\nretrieved: 2025-03-01\nboundaries:\n/u);
  expect(
    readSidecar(sidecar, "kestrel.yml").boundaries?.settled?.every(
      ({ by, on }) => by === "Ada Fenn" && on === "2026-11-29",
    ),
  ).toBe(true);
  await page.reload();
  await page.waitForSelector(".kinds");
  expect(readFileSync(join(content, "dumps/kestrel.yml"), "utf8")).toBe(sidecar);
  expect(importedStarts(content)).toEqual(starts);
  for (let time = 0; time < 3; time += 1)
    expect(importInto(content).notices.filter(({ rule }) => rule.startsWith("posts/"))).toEqual([]);
  expect(faults).toEqual([]);
});

test("until the server has told what is open, the page says that it loads, and no key does anything", {
  timeout: 300_000,
}, async () => {
  const content = folderWith(harbourArchive);
  importInto(content);
  const session = new ReviewSession(content, () => "2026-11-29" as Day, "Ada Fenn");
  const served = await serveReview(session, { port: 0, files, today: () => "2026-11-29" as Day });
  const context = await chromium.browser.newContext();
  onTestFinished(async () => {
    await context.close();
    await served.close();
  });
  const page = await context.newPage();
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/state?**", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/api/state?**");
  await page.goto(served.url);
  await asked;
  await page.waitForSelector("[role=status]");
  for (const key of ["3", "y", "u", "4"]) await page.keyboard.press(key);
  expect(await page.locator("main").innerText()).toMatch(/^Review\s+Loading …$/u);
  answer();
  await page.waitForSelector("#asked");
  expect(await page.locator(".kinds").innerText()).toMatch(
    /^This dump:\s+Boundaries \([1-9].*Dates \(.*Whole archive:\s+Other \([1-9].*Both:\s+List and answers \(0\)/su,
  );
});

test("the same is done by touch on a phone, in the dark", { timeout: 300_000 }, async () => {
  const { content, page, faults } = await opened(true, "dark");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await reviewed(page, {
    all: () => page.getByRole("button", { name: /Yes, all correct/u }).tap(),
    settle: (line, { places: [first], isCheck }) =>
      line === first && !isCheck
        ? page
            .locator(".reading .answer")
            .nth(gold.has(line) ? 0 : 1)
            .tap()
        : page.locator(`.page li[data-line="${line}"] button`).first().tap(),
  });
  expect(importedStarts(content)).toEqual(starts);
  expect(faults).toEqual([]);
});

test("a date is corrected, its neighbours move at once, and it is taken back", { timeout: 300_000 }, async () => {
  const { content, page } = await opened(false);
  await page.keyboard.press("2");
  await page.waitForSelector(".strip");
  const before = await page.locator(".kinds button").nth(1).textContent();
  await page.locator("input[type=date]").fill("2025-02-20");
  await answered(page, () =>
    page.keyboard
      .press("Escape")
      .then(() => page.locator("h1").click())
      .then(() => page.keyboard.press("d")),
  );
  expect(await page.locator(".kinds button").nth(1).textContent()).not.toBe(before);
  const set = postsIn(content)
    .map((name) => readPost(readFileSync(join(content, name), "utf8"), name))
    .find(({ dating }) => dating.basis === "given");
  expect(set?.dating).toMatchObject({ best: "2025-02-20", by: "Ada Fenn", on: "2026-11-29" });
  expect(set?.correctedByHand).toBeUndefined();
  await page.keyboard.press("4");
  await answered(page, () => page.getByRole("button", { name: /Take back the date/u }).click());
  const after = postsIn(content).map((name) => readPost(readFileSync(join(content, name), "utf8"), name));
  expect(after.filter(({ dating }) => dating.basis === "given")).toEqual([]);
  const files = after.length;
  expect(importInto(content)).toMatchObject({ written: 0, unchanged: files });
});

test("an answer stays through imports that say nothing of it", { timeout: 300_000 }, async () => {
  const { content, page } = await opened(false, "light", harbourArchive);
  await page.keyboard.press("3");
  // A channel without a name is no thing that can be right.
  await page.keyboard.press("y");
  await page.keyboard.press("k");
  await answered(page, () => page.keyboard.press("y"));
  await answered(page, () => page.keyboard.press("y"));
  await answered(page, () => page.keyboard.press("y"));
  const alarms = (): readonly string[] =>
    importInto(content)
      .notices.filter(({ rule }) => rule.startsWith("posts/"))
      .map(({ reason }) => reason);
  for (let time = 0; time < 3; time += 1) expect(alarms()).toEqual([]);
  await page.reload();
  await page.waitForSelector("#asked");
  expect(await page.locator(".kinds button").nth(2).textContent()).toContain("Other (1)");
  const posts = postsIn(content).map((file) => readPost(readFileSync(join(content, file), "utf8"), file));
  expect(posts.filter(({ correctedByHand }) => correctedByHand)).toEqual([]);
  expect(posts.flatMap(({ checked = {} }) => Object.keys(checked)).sort()).toEqual(["duplicates", "media", "versions"]);
});

test("the strip shows the chance of each day, and marks the words that name one", { timeout: 300_000 }, async () => {
  const { page } = await opened(false, "light", harbourArchive);
  await page.locator("select").first().selectOption("marsh-later.txt");
  await page.keyboard.press("2");
  await page.waitForSelector(".strip");
  const chances: number[] = [];
  for (let step = 0; step < 12 && (await page.locator("mark").count()) === 0; step += 1) {
    chances.push(...(await percentsOn(page)));
    await page.keyboard.press("k");
  }
  chances.push(...(await percentsOn(page)));
  expect(chances.some((percent) => percent > 0 && percent < 100)).toBe(true);
  const label = await page.locator(".strip .best").first().getAttribute("aria-label");
  expect(label).toMatch(/^\d{4}-\d\d-\d\d: .*best estimate/u);
  await page.keyboard.press("ArrowRight");
  expect(await page.locator(".strip [aria-pressed=true]").count()).toBe(1);
});

test("on a phone the days are one row that moves to the chosen one, with the answers in reach", {
  timeout: 300_000,
}, async () => {
  const { page } = await opened(true, "light", harbourArchive);
  await page.keyboard.press("2");
  await page.waitForSelector(".strip");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const chosen = page.locator(".strip [aria-pressed=true]");
  for (const key of ["", "ArrowRight", "ArrowLeft", "ArrowLeft"]) {
    if (key !== "") await page.keyboard.press(key);
    const box = await chosen.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  // Of a strip of 62 days, too, the answers begin on the first screen.
  expect((await page.locator(".acts button").first().boundingBox())?.y).toBeLessThan(844);
  expect(await page.locator(".strip li").first().textContent()).toMatch(/\d{4}/u);
});

test("a name is typed, left and saved without a pointer", { timeout: 300_000 }, async () => {
  const { content, page } = await opened(false, "light", harbourArchive);
  await page.keyboard.press("3");
  await page.waitForSelector("#words");
  await page.keyboard.press("e");
  await page.keyboard.type("Quay k");
  expect(await page.locator("#words").inputValue()).toBe("Quay k");
  await page.keyboard.press("Escape");
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("e");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Quay Bell");
  await answered(page, () => page.keyboard.press("Enter"));
  const sidecars = readdirSync(join(content, "dumps")).filter((name) => name.endsWith(".yml"));
  expect(sidecars.map((name) => readFileSync(join(content, "dumps", name), "utf8")).join("")).toContain("Quay Bell");
});

function percentsOn(page: Page): Promise<readonly number[]> {
  return page.$$eval(".strip .chance", (items) => items.map((item) => Number.parseInt(item.textContent ?? "", 10)));
}

test.each(["light", "dark"] as const)("axe finds nothing on the review's page, %s", {
  timeout: 300_000,
}, async (scheme) => {
  for (const archive of [kestrelBay, harbourArchive]) {
    const { page } = await opened(archive === harbourArchive, scheme, archive);
    for (const key of ["1", "2", "3", "k", "k", "4"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(50);
      expect(await violationsOn(page)).toEqual([]);
    }
  }
});

test("the published site has no trace of the review", { timeout: 300_000 }, async () => {
  const content = folderWith({
    "dumps/kestrel.txt": dump,
    "site.yml": "title: Kestrel Bay\ndescription: Posts of a port.\nlanguage: en\nurl: https://kestrel.example/\n",
  });
  importInto(content);
  const output = join(content, "..", "site");
  mkdirSync(output, { recursive: true });
  await buildSite(content, output);
  expect(existsSync(join(output, "index.html"))).toBe(true);
  for (const name of readdirSync(output, { recursive: true, encoding: "utf8" })) {
    expect(name).not.toMatch(/(?<!p)review/u);
    if (/\.(?:html|js|css)$/u.test(name))
      expect(readFileSync(join(output, name), "utf8")).not.toMatch(/scrollback-review|\/api\/boundary/u);
  }
});
