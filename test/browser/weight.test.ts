import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { type Served, serve } from "../../scripts/site/server.ts";
import { contentOfEveryKind } from "../site/every-kind.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";

/** What pages ask of a phone: bytes, requests, time, and that nothing moves while they load. */
const folder = mkdtempSync(join(tmpdir(), "scrollback-weight-"));
let served: Served;
let chromium: TestBrowser;

beforeAll(async () => {
  await buildSite(contentOfEveryKind(join(folder, "content")), join(folder, "_site"));
  served = await serve(join(folder, "_site"), { port: 0 });
  chromium = await openChromium();
});

afterAll(async () => {
  await chromium?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a page cost a reader who read it to its end. */
interface Cost {
  /** Paths below the site's root, in order. */
  readonly requests: readonly string[];
  /** Bytes of all answers before any packing. */
  readonly bytes: number;
  /** Cumulative Layout Shift, as web.dev defines it but for its windows: the sum of all shifts. */
  readonly shift: number;
  /** The longest task of the page's thread, in ms; 0 where none took 50 ms. */
  readonly longestTask: number;
}

interface Watched {
  shift: number;
  longestTask: number;
}

type Watching = typeof globalThis & { watched: Watched };

/** Runs in the page before anything of it does. */
function watch(): void {
  const watched: Watched = { shift: 0, longestTask: 0 };
  Object.assign(globalThis, { watched });
  const observe = (type: string, note: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("layout-shift", (entry) => {
    watched.shift += (entry as PerformanceEntry & { readonly value: number }).value;
  });
  observe("longtask", (entry) => {
    watched.longestTask = Math.max(watched.longestTask, entry.duration);
  });
}

async function costOf(path: string): Promise<Cost> {
  const context = await chromium.browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    // esbuild lets functions keep their names by a helper, which the page has not.
    await page.addInitScript("globalThis.__name = (target) => target");
    await page.addInitScript(watch);
    const answers: Promise<readonly [path: string, bytes: number]>[] = [];
    page.on("requestfinished", (request) => {
      const answer = request.response().then((response) => response?.body());
      answers.push(answer.then((body) => [request.url().replace(served.url, ""), body?.length ?? 0] as const));
    });
    await page.goto(served.url + path, { waitUntil: "networkidle" });
    await readToTheEnd(page);
    const { shift, longestTask } = await page.evaluate(() => (globalThis as Watching).watched);
    const found = await Promise.all(answers);
    return {
      requests: found.map(([name]) => name),
      bytes: found.reduce((sum, [, bytes]) => sum + bytes, 0),
      shift,
      longestTask,
    };
  } finally {
    await context.close();
  }
}

async function readToTheEnd(page: Page): Promise<void> {
  const screens = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / innerHeight));
  for (let screen = 1; screen <= Math.min(screens, 20); screen += 1) {
    await page.evaluate((to) => scrollTo(0, to * innerHeight), screen);
    // A frame for the page to move in, if it does.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}

const everywhere = ["assets/style.css", "assets/theme.js", "assets/reader.js", "assets/icon.svg"];

test.each([
  ["", 80_000, []],
  ["timeline/2025/03/", 100_000, []],
  ["p/headlined1/", 60_000, ["assets/copy.js"]],
] as const)("/%s moves nothing, blocks nothing and loads no more than it needs on a phone", async (path, most, own) => {
  const cost = await costOf(path);
  expect(cost.requests[0]).toBe(path);
  const allowed = new Set<string>([path, ...everywhere, ...own]);
  expect(cost.requests.filter((request) => !allowed.has(request))).toEqual([]);
  expect(cost.requests.length).toBe(new Set(cost.requests).size);
  expect(cost.bytes).toBeGreaterThan(5_000);
  expect(cost.bytes).toBeLessThan(most);
  expect(cost.shift).toBeLessThan(0.01);
  // Other programs can slow a page down, and nothing speeds it up: the best of three counts.
  const others = cost.longestTask > longestTask ? [await costOf(path), await costOf(path)] : [];
  expect(Math.min(...[cost, ...others].map((each) => each.longestTask))).toBeLessThan(longestTask);
});

/** In ms. */
const longestTask = 200;

test("what moves and what blocks is noticed", async () => {
  const context = await chromium.browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    await page.addInitScript("globalThis.__name = (target) => target");
    await page.addInitScript(watch);
    await page.goto(served.url, { waitUntil: "networkidle" });
    await page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          setTimeout(() => {
            const until = performance.now() + 300;
            while (performance.now() < until);
            const banner = document.createElement("div");
            banner.style.height = "400px";
            document.body.prepend(banner);
            setTimeout(resolve, 500);
          }, 600),
        ),
    );
    const watched = await page.evaluate(() => (globalThis as Watching).watched);
    expect(watched.shift).toBeGreaterThan(0.01);
    expect(watched.longestTask).toBeGreaterThan(longestTask);
  } finally {
    await context.close();
  }
});
