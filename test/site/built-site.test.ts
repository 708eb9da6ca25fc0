import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../scripts/site.ts";
import { contentWith, manyPosts, marks, oddPosts, settings } from "./fixture.ts";

/*
 * Builds a small archive of odd posts and looks at every page. SCROLLBACK_CONTENT=content looks at a real one instead.
 */
const fixture = contentWith([...oddPosts, ...manyPosts(130)]);
const site = join(dirname(fixture), "_site");
const pages = new Map<string, string>();

beforeAll(async () => {
  await buildSite(process.env.SCROLLBACK_CONTENT ?? fixture, site);
  for (const file of readdirSync(site, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".html")) pages.set(`/${file}`, readFileSync(join(site, file), "utf8"));
  }
});

afterAll(() => rmSync(dirname(fixture), { recursive: true, force: true }));

test("every link inside the site leads somewhere, anchors too", () => {
  const broken = [...pages].flatMap(([page, html]) =>
    attributes(html, "href|src|action|data-root|data-bundles|data-timeline|data-tags|data-channels")
      .filter((address) => !/^(?:https?|mailto|tg|tel):/u.test(address))
      .filter((address) => !leadsSomewhere(address, page))
      .map((address) => `${page}: ${address}`),
  );
  expect(pages.size).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});

test("every page is valid HTML", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      // Titles of posts are as long as they are; search engines cut them.
      "long-title": "off",
      // The renderer closes void elements as XML does, which HTML allows.
      "void-style": ["error", { style: "selfclose" }],
    },
  });
  const findings: string[] = [];
  for (const [page, html] of pages) {
    const report = await validator.validateString(withPlainBreaks(html));
    for (const message of report.results.flatMap((result) => result.messages)) {
      findings.push(`${page}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
    }
  }
  expect(findings.slice(0, 20)).toEqual([]);
});

test("no page loads anything from elsewhere, and nothing stands inline", () => {
  for (const [page, html] of pages) {
    const loaded = [
      ...html.matchAll(/<(?:script|img|iframe|video|audio|source|embed|object|link rel="stylesheet")\b[^>]*>/gu),
    ];
    for (const [tag] of loaded) expect(`${page} ${tag}`).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>/gu) ?? []).toEqual([]);
    expect(html.replace(/="[^"]*"/gu, "=").match(/<style\b|<[^>]+\s(?:style|on\w+)=/gu) ?? []).toEqual([]);
  }
});

test("every page has one security policy, one main part, one heading and its language", () => {
  for (const [page, html] of pages) {
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
    const found = [/http-equiv="Content-Security-Policy"/gu, /<main\b/gu, /<h1\b/gu, /<html lang="en">/gu].map(count);
    expect([page, ...found]).toEqual([page, 1, 1, 1, 1]);
  }
});

test.skipIf(process.env.SCROLLBACK_CONTENT)("a hostile post comes out as text on every page that shows it", () => {
  const post = pages.get("/p/hostile001/index.html") ?? "";
  expect(post).toContain("&lt;script>alert('harbour')&lt;/script>");
  expect(post).toContain(marks.bundle);
  expect(post).toContain("{{ 7 * 7 }}");
  expect(post).toContain("␀␇");
  for (const [page, html] of pages) {
    expect(`${page} ${html.match(/<script>|<b>|<img|\0|\uD800/u)}`).toBe(`${page} null`);
  }
});

test.skipIf(process.env.SCROLLBACK_CONTENT)(
  "a text is marked with its language and direction; one not known is not",
  () => {
    expect(pages.get("/p/russian001/index.html")).toContain('<div class="text" dir="auto" lang="ru">');
    expect(pages.get("/p/empty00001/index.html")).toContain('<h1 dir="auto" class="untitled">Post without text</h1>');
  },
);

test.skipIf(process.env.SCROLLBACK_CONTENT)("a build that fails leaves the site as it was", async () => {
  const before = readdirSync(site, { recursive: true }).sort();
  const broken = contentWith(oddPosts);
  writeFileSync(join(broken, "site.yml"), "title: [");
  await expect(buildSite(broken, site)).rejects.toThrow(/^Cannot read ".*site\.yml": /u);
  const unreadable = contentWith([]);
  mkdirSync(join(unreadable, "posts"));
  writeFileSync(join(unreadable, "posts", "bad.md"), "---\nid: x\n---\n");
  await expect(buildSite(unreadable, site)).rejects.toThrow(/^Cannot read post ".*bad\.md": /u);
  expect(readdirSync(site, { recursive: true }).sort()).toEqual(before);
});

test.skipIf(process.env.SCROLLBACK_CONTENT)("an archive without posts is a site all the same", async () => {
  const empty = contentWith([]);
  const output = join(dirname(empty), "_site");
  expect(await buildSite(empty, output)).toMatchObject({ posts: 0, searchBundles: 0 });
  expect(readFileSync(join(output, "index.html"), "utf8")).toContain("No posts yet");
});

test.skipIf(process.env.SCROLLBACK_CONTENT)("whole addresses are those of the settings", () => {
  expect(pages.get("/p/russian001/index.html")).toContain(
    `<link rel="canonical" href="${settings.url}p/russian001/"/>`,
  );
});

function attributes(html: string, names: string): readonly string[] {
  const pattern = new RegExp(`\\s(?:${names})="([^"]*)"`, "gu");
  return [...html.matchAll(pattern)].map(([, value]) =>
    (value ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
}

function leadsSomewhere(address: string, page: string): boolean {
  // A page that is served anywhere links from the root of its host.
  const below = page === "/404.html" ? new URL(settings.url).pathname : "/";
  const url = new URL(address, `https://site.example${below}${page.slice(1)}`);
  const path = decodeURIComponent(url.pathname).slice(below.length - 1);
  const file = path.endsWith("/") ? `${path}index.html` : path;
  if (url.hash !== "" && url.hash !== "#") {
    return attributes(pages.get(file) ?? "", "id").includes(decodeURIComponent(url.hash.slice(1)));
  }
  return existsSync(join(site, file)) || path === "/";
}

/** Line breaks inside posts are made by markdown-it, which writes them as HTML does. */
function withPlainBreaks(html: string): string {
  return html.replaceAll("<br>", "<br/>");
}
