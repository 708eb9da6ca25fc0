import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { indexArchive } from "../../scripts/search-engine/index-archive.ts";
import { buildSite } from "../../scripts/site/build-site.ts";
import { type Served, serve } from "../../scripts/site/server.ts";
import { loadArchive } from "../../scripts/storage/load-archive.ts";
import { engineKinds } from "../../src/site/model/search-server.ts";
import { type StandIn, standInFor } from "../search-engine/stand-in.ts";
import { contentWith, inferred, manyPosts, oddPosts, postWith, stated } from "../site/fixture.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";
import { openReader, type Reader } from "./reader.ts";

/*
 * The search page in a real browser where it asks a search engine, which a stand-in with the published contract plays.
 */
const posts = [
  ...oddPosts,
  ...manyPosts(50),
  postWith({ id: "english001", text: "They talked in May\n\nA long talk about ships.", dating: stated("2024-05-01") }),
  postWith({
    id: "english002",
    text: "Ships\n\nNo more talking, said Zelensky.",
    dating: inferred("2026-01-02", 3),
    media: ["video"],
  }),
  postWith({
    id: "russian002",
    language: "ru",
    text: "Прибыл посол\n\nДрузья послов приехали. Зеленский молчал.",
    dating: stated("2026-01-04"),
  }),
];

let chromium: TestBrowser;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());

describe.each(engineKinds)("a search that asks %s", (engine) => {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-asking-"));
  const site = join(folder, "_site");
  let stand: StandIn;
  let served: Served;
  let reader: Reader;
  let page: Page;

  beforeAll(async () => {
    stand = await standInFor(engine);
    const content = contentWith(posts, join(folder, "content"), { search: stand.server });
    await buildSite(content, site);
    await indexArchive(loadArchive(content), { server: stand.writing, file: join(folder, "sent.jsonl") });
    served = await serve(site, { port: 0 });
  });
  afterAll(async () => {
    await served?.close();
    await stand?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    reader = await openReader(chromium.browser, (address) =>
      [served.url, stand.server.url, "blob:"].some((own) => address.startsWith(own)),
    );
    ({ page } = reader);
  });
  afterEach(async () => {
    await reader.context.close();
    expect(reader.complaints).toEqual([]);
  });

  const box = () => page.getByRole("searchbox");
  const status = () => page.getByRole("status");
  const results = () => page.locator(".results a");
  const facet = (name: string) => page.getByRole("group", { name, exact: true }).locator("label");
  const search = async (words: string): Promise<void> => {
    await box().fill(words);
    await status()
      .filter({ hasText: `“${words}”` })
      .waitFor();
  };

  test("finds posts by other forms of words, counts them by facet and narrows them", async () => {
    await page.goto(`${served.url}search/`);
    await search("talks");
    expect((await results().allTextContents()).sort()).toEqual([
      "Ships",
      "They talked in May",
      "🎙 Talks on the harbour conflict",
    ]);
    expect(await page.locator(".results mark").allTextContents()).toEqual(
      expect.arrayContaining(["talk", "talking", "Talks"]),
    );
    expect(await facet("Year").allTextContents()).toEqual(["2026 1", "2025 2", "2024 1"]);
    await facet("Year").filter({ hasText: "2024" }).click();
    await status().filter({ hasText: "1 post for" }).waitFor();
    expect(await results().allTextContents()).toEqual(["They talked in May"]);
    expect(await facet("Year").allTextContents(), "the other years can still be chosen").toEqual([
      "2026 1",
      "2025 2",
      "2024 1",
    ]);
    expect(new URL(page.url()).searchParams.get("year")).toBe("2024");
    await page.getByRole("button", { name: "Clear all" }).click();
    await search("посла");
    await results().first().click();
    await page.waitForURL(/\/p\/russian002\/\?hl=/u);
    await expect.poll(() => page.locator("mark").allTextContents()).toContain("посол");
  });

  test("puts posts that are of the days asked for only possibly behind those that surely are", async () => {
    await page.goto(`${served.url}search/?q=talk&from=2026-01-01&to=2026-12-31`);
    await status().filter({ hasText: "1 of them possible" }).waitFor();
    expect(await page.locator(".results .wide").allTextContents()).toEqual(["Possibly"]);
    await page.getByLabel("Only posts certainly in this period").check();
    await status().filter({ hasText: "1 possible match hidden" }).waitFor();
    expect(await results().count()).toBe(0);
    await page.getByRole("button", { name: /Remove the date filter \(3 posts\)/u }).waitFor();
  });

  test("shows more results, page by page", async () => {
    await page.goto(`${served.url}search/?q=daily&sort=oldest`);
    await status().filter({ hasText: "50 posts for" }).waitFor();
    expect(await results().count()).toBe(20);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => results().count()).toBe(40);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => results().count()).toBe(50);
    expect(new Set(await results().allTextContents()).size).toBe(50);
  });

  test("offers other spellings, near words and posts by their address", async () => {
    await page.goto(`${served.url}search/`);
    await search("Zelensky");
    await page.getByRole("link", { name: "Зеленский" }).waitFor();
    await search("harbor");
    await page.getByRole("button", { name: "harbour" }).click();
    await status().filter({ hasText: "“harbour”" }).waitFor();
    await box().fill("russian002");
    await page.getByText("Open the post with this address").waitFor();
    await box().press("Enter");
    await page.waitForURL(`${served.url}p/russian002/`);
  });

  test("exports all results, those too that are not shown", async () => {
    await page.goto(`${served.url}search/?q=daily`);
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    const rows = readFileSync(await (await saving).path(), "utf8")
      .trim()
      .split("\r\n");
    expect(rows.length).toBe(51);
    expect(rows[0]).toContain("id,");
  });

  test("says when the engine does not answer, and asks anew on Enter", async () => {
    await page.goto(`${served.url}search/`);
    await search("talks");
    stand.faults.push(500);
    await box().fill("ships");
    await page
      .getByText(/^The search could not be loaded \(the search server 127\.0\.0\.1:\d+ answered with an error: 500/u)
      .waitFor();
    await box().press("Enter");
    await status().filter({ hasText: "“ships”" }).waitFor();
    // A browser asks once more by itself where a connection breaks.
    stand.faults.push("hang up", "hang up", "hang up", "hang up");
    await box().fill("daily");
    await page.getByText(/the search server 127\.0\.0\.1:\d+ does not answer; press Enter to try again/u).waitFor();
    stand.faults.length = 0;
    const told = reader.complaints.splice(0);
    expect(told.filter((line) => !/^(?:console: Failed to load resource|failed: http)/u.test(line))).toEqual([]);
    expect(told.length, "the browser tells of both in its console").toBeGreaterThan(1);
  });

  test("lets the search page alone ask the engine, and publishes no key that may write and no other index", async () => {
    const policyOf = async (path: string): Promise<string | undefined> => {
      const html = readFileSync(join(site, path, "index.html"), "utf8");
      return /connect-src (?<sources>[^;]+)/u.exec(html)?.groups?.sources;
    };
    expect(await policyOf("search")).toBe(`'self' ${stand.server.url}`);
    for (const path of [".", "about", "p/english001"]) expect(await policyOf(path)).toBe("'self'");
    expect(readFileSync(join(site, "about", "index.html"), "utf8")).toContain(
      `Searches are answered by the server ${new URL(stand.server.url).host}`,
    );
    expect(existsSync(join(site, "pagefind"))).toBe(false);
    const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const telling = files.filter((entry) =>
      readFileSync(join(entry.parentPath, entry.name), "utf8").includes(stand.writing.key ?? "?"),
    );
    expect(telling).toEqual([]);
  });
});
