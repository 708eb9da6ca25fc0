import type { Browser, BrowserContext, Page } from "playwright-core";

/** A reader with a browser of their own, as far as pages can tell. */
export interface Reader {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page's console says, what fails in it, and what it asks of others; added to as it happens. */
  readonly complaints: string[];
}

/** Opens an empty page; what it asks of addresses that `isOwn` does not know is a complaint. */
export async function openReader(browser: Browser, isOwn: (address: string) => boolean): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page that is left while it loads is no failure.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    if (!isOwn(request.url())) complaints.push(`left the site: ${request.url()}`);
  });
  return { context, page, complaints };
}
