import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../scripts/site/server.ts";
import { openChromium } from "./chromium.ts";
import { kindsOfPages } from "./kinds-of-pages.ts";

/*
 * Takes a picture of every kind of page of the built site, on a phone and on a desk, light and dark:
 *
 *     npm run build && npx tsx test/browser/take-screenshots.ts FOLDER [PATH…]
 *
 * Paths, such as `search/?q=ships`, take the place of the kinds of pages. SITE names another built site than `_site`.
 * Without a folder the README's pictures are taken, into test/browser/screenshots.
 */
const readmePictures = [
  { path: "", name: "home", width: 1280, scheme: "light" },
  { path: "p/n9xqzjxvkr/", name: "post", width: 1280, scheme: "light" },
  { path: "timeline/2025/02/", name: "month-phone", width: 390, scheme: "dark" },
] as const;
const widths = [390, 1280];
const schemes = ["light", "dark"] as const;
type Scheme = (typeof schemes)[number];

const [folder, ...chosen] = process.argv.slice(2);
const out = folder ?? join(import.meta.dirname, "screenshots");
mkdirSync(out, { recursive: true });
const site = process.env.SITE ?? "_site";
const served = await serve(site, { port: 0 });
const chromium = await openChromium();
try {
  if (folder === undefined) {
    for (const { path, name, width, scheme } of readmePictures) await take(path, name, width, scheme);
  } else {
    for (const path of chosen.length > 0 ? chosen : kindsOfPages(site)) {
      const name = path.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/gu, "") || "home";
      for (const width of widths) {
        for (const scheme of schemes) await take(path, `${name}-${width}-${scheme}`, width, scheme);
      }
    }
  }
} finally {
  await chromium.close();
  await served.close();
}

async function take(path: string, name: string, width: number, colorScheme: Scheme): Promise<void> {
  const context = await chromium.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${served.url}${path}`, { waitUntil: path.startsWith("search") ? "networkidle" : "load" });
  await page.screenshot({ path: join(out, `${name}.png`) });
  await context.close();
}
