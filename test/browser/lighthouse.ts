import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { serve } from "../../scripts/site/server.ts";
import { openChromium } from "./chromium.ts";
import { kindsOfPages } from "./kinds-of-pages.ts";

/*
 * Judges the built site by Lighthouse, as on a slow phone: home, a list, a post and the search.
 *
 *     npm run build && npm run lighthouse [PATH…]
 *
 * SITE names another built site than `_site`. Exits with status 1 if a category of a page scores less than 100, and
 * prints the audits that cost points.
 */
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const site = process.env.SITE ?? "_site";
const chosen = process.argv.slice(2);
const served = await serve(site, { port: 0 });
const port = await freePort();
const chromium = await openChromium([`--remote-debugging-port=${port}`]);
try {
  for (const path of chosen.length > 0 ? chosen : pagesOf(site)) await judge(path);
} finally {
  await chromium.close();
  await served.close();
}

function pagesOf(folder: string): readonly string[] {
  const kinds = kindsOfPages(folder);
  const first = (start: string): readonly string[] => kinds.filter((path) => path.startsWith(start)).slice(0, 1);
  return ["", ...first("timeline/2"), ...first("tags/"), ...first("p/"), "search/", "list/"];
}

async function judge(path: string): Promise<void> {
  const result = await lighthouse(`${served.url}${path}`, {
    port,
    logLevel: "silent",
    onlyCategories: [...categories],
  });
  if (result === undefined) throw new Error(`Lighthouse gives no result for "${path}"`);
  const { lhr } = result;
  const scores = categories.map((name) => {
    const category = lhr.categories[name];
    if (category === undefined) throw new Error(`Lighthouse does not judge ${name} of "${path}"`);
    const costly = category.auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `  ${id}: ${lhr.audits[id]?.displayValue ?? lhr.audits[id]?.title ?? ""}`);
    return { score: Math.round((category.score ?? 0) * 100), name, costly };
  });
  const words = scores.map(({ name, score }) => `${name} ${score}`).join(", ");
  process.stdout.write(`/${path}: ${words}\n`);
  const lost = scores.filter(({ score }) => score < 100);
  if (lost.length === 0) return;
  process.stdout.write(`${lost.flatMap(({ costly }) => costly).join("\n")}\n`);
  process.exitCode = 1;
}

/** A port for the browser that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
