import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startReview } from "../../scripts/review/start.ts";
import { runImport } from "../../scripts/storage/import-folder.ts";
import type { Day } from "../../src/model/day.ts";
import { page as dump } from "../review/kestrel-bay.ts";
import { openChromium } from "./chromium.ts";

/* Takes the README's pictures of the review, of an invented dump: `npx tsx test/browser/take-review-screenshots.ts`. */
const pictures = [
  { name: "review", kind: "1", width: 1280, height: 1100, colorScheme: "light" },
  { name: "review-phone", kind: "1", width: 390, height: 844, colorScheme: "dark" },
  { name: "review-check", kind: "1", width: 1280, height: 1100, colorScheme: "dark" },
  { name: "review-dates", kind: "2", width: 1280, height: 860, colorScheme: "light" },
] as const;

const content = join(mkdtempSync(join(tmpdir(), "scrollback-review-")), "content");
mkdirSync(join(content, "dumps"), { recursive: true });
writeFileSync(join(content, "dumps", "kestrel.txt"), dump);
writeFileSync(join(content, "dumps", "kestrel.yml"), "retrieved: 2025-03-01\n");
runImport({ content, dumps: [], force: false, today: "2025-03-01" as Day });
const served = await startReview(content, { by: "Ada Fenn" });
const chromium = await openChromium();
try {
  for (const { name, kind, width, height, colorScheme } of pictures) {
    const context = await chromium.browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.goto(served.url);
    await page.waitForSelector("#asked");
    await page.keyboard.press(kind);
    await page.waitForTimeout(200);
    // The places that are asked together come after those that are asked alone.
    for (let skipped = 0; skipped < 40 && name === "review-check"; skipped += 1) {
      if ((await page.locator(".checked").count()) > 0) break;
      await page.keyboard.press("k");
      await page.waitForTimeout(50);
    }
    await page.screenshot({ path: join(import.meta.dirname, "screenshots", `${name}.png`) });
    await context.close();
  }
} finally {
  await chromium.close();
  await served.close();
  rmSync(join(content, ".."), { recursive: true, force: true });
}
