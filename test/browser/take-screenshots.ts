import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../scripts/serve.ts";
import { openChromium } from "./chromium.ts";

/*
 * Takes a picture of every kind of page of the built site, on a phone and on a desk, light and dark:
 *
 *     npm run build && npx tsx test/browser/take-screenshots.ts [FOLDER]
 *
 * Without a folder only the README's picture is taken, into test/browser/screenshots.
 */
const readmePicture = { path: "p/n9xqzjxvkr/", name: "post" };
const pages = [
  ["", "home"],
  ["timeline/", "timeline"],
  ["timeline/2025/", "year"],
  ["timeline/2025/02/", "month"],
  [readmePicture.path, "post"],
  ["tags/", "tags"],
  ["channels/", "channels"],
  ["channels/russian-mfa/", "channel"],
  ["search/?q=russia", "search"],
  ["about/", "about"],
  ["subjects/", "subjects"],
  ["downloads/", "downloads"],
  ["404.html", "not-found"],
] as const;
const widths = [390, 1280];
const schemes = ["light", "dark"] as const;

const [folder] = process.argv.slice(2);
const out = folder ?? join(import.meta.dirname, "screenshots");
mkdirSync(out, { recursive: true });
const served = await serve("_site", { port: 0 });
const chromium = await openChromium();
try {
  if (folder === undefined) await take(readmePicture.path, readmePicture.name, 1280, "light");
  else
    for (const [path, name] of pages)
      for (const width of widths)
        for (const scheme of schemes) await take(path, `${name}-${width}-${scheme}`, width, scheme);
} finally {
  await chromium.close();
  await served.close();
}

async function take(path: string, name: string, width: number, colorScheme: (typeof schemes)[number]): Promise<void> {
  const context = await chromium.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${served.url}${path}`, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(out, `${name}.png`) });
  await context.close();
}
