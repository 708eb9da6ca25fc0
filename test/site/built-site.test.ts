import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { objectionsTo } from "../../scripts/lab/defended.ts";
import { buildSite } from "../../scripts/site/build-site.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import type { Day } from "../../src/model/day.ts";
import { contentWith, manyPosts, marks, oddPosts, settings } from "./fixture.ts";

/** A site that was built, and its pages by their paths. */
interface Built {
  readonly folder: string;
  readonly url: string;
  readonly pages: ReadonlyMap<string, string>;
}

const temporary = mkdtempSync(join(tmpdir(), "scrollback-site-"));
const fixture = contentWith([...oddPosts, ...manyPosts(130)], join(temporary, "fixture"));

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

async function built(content: string): Promise<Built> {
  const folder = mkdtempSync(join(temporary, "built-"));
  const { url } = await buildSite(content, folder);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  return { folder, url, pages: new Map(files.map((file) => [`/${file}`, readFileSync(join(folder, file), "utf8")])) };
}

const record = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string(),
  date: z.object({ best: z.string(), earliest: z.string(), latest: z.string(), evidence: z.string().optional() }),
});

/** The posts that a site offers for download. */
function recordsOf(site: Built): readonly z.infer<typeof record>[] {
  const file = readdirSync(site.folder, { recursive: true, encoding: "utf8" }).find((name) =>
    /posts\.jsonl$/u.test(name),
  );
  const lines = readFileSync(join(site.folder, file ?? "posts.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line) => record.parse(JSON.parse(line)));
}

/** What a reader would hold against the date of a post. */
function contradictionsOf({ id, text, language, date }: z.infer<typeof record>): readonly string[] {
  const days = { best: date.best as Day, earliest: date.earliest as Day, latest: date.latest as Day };
  const ground = date.evidence === undefined ? {} : { evidence: date.evidence };
  return objectionsTo(evidenceOf(text, language), { ...days, ...ground }).map((words) => `${id}: ${words}`);
}

test("a site whose posts are rendered in several runs is the same, byte for byte", { timeout: 120_000 }, async () => {
  const [one, several] = [join(temporary, "one-run"), join(temporary, "several-runs")];
  const report = await buildSite(fixture, one);
  expect(report.posts).toBeGreaterThan(120);
  expect(await buildSite(fixture, several, { postsARun: 50 })).toEqual(report);
  const names = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
  expect(names(several)).toEqual(names(one));
  const unlike = names(one).filter((name) => !readFileSync(join(one, name)).equals(readFileSync(join(several, name))));
  expect(unlike).toEqual([]);
});

describe.each([
  ["of odd posts", fixture],
  ["of the five dumps", "content"],
])("the site %s", (_, content) => {
  let site: Built;
  beforeAll(async () => {
    site = await built(content);
  });

  test("every link inside the site leads somewhere, anchors too", () => {
    const broken = [...site.pages].flatMap(([page, html]) =>
      attributes(html, "href|src|action|data-root|data-bundles|data-timeline|data-tags|data-channels")
        .filter((address) => !/^(?:https?|mailto|tg|tel):/u.test(address))
        .filter((address) => !leadsSomewhere(address, page, site))
        .map((address) => `${page}: ${address}`),
    );
    expect(site.pages.size).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test("every page is valid HTML", { timeout: 180_000 }, async () => {
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
    for (const [page, html] of site.pages) {
      const report = await validator.validateString(withPlainBreaks(html));
      for (const message of report.results.flatMap((result) => result.messages)) {
        findings.push(`${page}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
      }
    }
    expect(findings.slice(0, 20)).toEqual([]);
  });

  test("no page loads anything from elsewhere, and nothing stands inline", () => {
    for (const [page, html] of site.pages) {
      const loaded = [
        ...html.matchAll(/<(?:script|img|iframe|video|audio|source|embed|object|link rel="stylesheet")\b[^>]*>/gu),
      ];
      for (const [tag] of loaded) expect(`${page} ${tag}`).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
      expect(html.match(/<script(?![^>]*\b(?:src=|type="application\/ld\+json"))[^>]*>/gu) ?? []).toEqual([]);
      expect(html.replace(/="[^"]*"/gu, "=").match(/<style\b|<[^>]+\s(?:style|on\w+)=/gu) ?? []).toEqual([]);
    }
  });

  test("no page states an inferred day as a plain fact, and every post says what its date rests on", () => {
    let inferred = 0;
    for (const [page, html] of site.pages) {
      const isPost = /^\/p\/[^/]+\/index\.html$/u.test(page);
      if (!isPost) continue;
      const isStated = /<strong>Stated:<\/strong>/u.test(html);
      const isInferred = /<strong>Inferred:<\/strong>/u.test(html);
      expect(`${page} ${isStated !== isInferred}`).toBe(`${page} true`);
      // The grounds follow the date in the record: words of the post or the reason why there are none.
      expect(`${page} ${/from (?:its|a|an|the|nothing)|given by hand/u.test(html)}`).toBe(`${page} true`);
      if (isStated) continue;
      inferred += 1;
      expect(html).not.toMatch(/article:published_time|datePublished/u);
      expect(html).toMatch(/Date inferred<\/span>/u);
      expect(html).not.toMatch(/<p class="dateline">\s*<time/u);
    }
    expect(inferred).toBeGreaterThan(0);
  });

  test.runIf(content === "content")("no date contradicts its ground, nor an event that the post reports", () => {
    const posts = recordsOf(site);
    expect(posts.length).toBeGreaterThan(50);
    expect(posts.flatMap((post) => contradictionsOf(post))).toEqual([]);
  });

  test("every page has one security policy, one main part, one heading and its language", () => {
    for (const [page, html] of site.pages) {
      const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
      const found = [/http-equiv="Content-Security-Policy"/gu, /<main\b/gu, /<h1\b/gu, /<html lang="en">/gu].map(count);
      expect([page, ...found]).toEqual([page, 1, 1, 1, 1]);
    }
  });
});

describe("a site of odd posts", () => {
  let odd: Built;
  beforeAll(async () => {
    odd = await built(fixture);
  });

  test("a hostile post comes out as text on every page that shows it", () => {
    const post = odd.pages.get("/p/hostile001/index.html") ?? "";
    expect(post).toContain("&lt;script>alert('harbour')&lt;/script>");
    expect(post).toContain(marks.bundle);
    expect(post).toContain("{{ 7 * 7 }}");
    expect(post).toContain("␀␇");
    for (const [page, html] of odd.pages) {
      expect(`${page} ${html.match(/<script>|<b>|<img|\0|\uD800/u)}`).toBe(`${page} null`);
    }
  });

  test("a text is marked with its language and direction; one not known is not", () => {
    expect(odd.pages.get("/p/russian001/index.html")).toContain('<div class="text" dir="auto" lang="ru">');
    expect(odd.pages.get("/p/empty00001/index.html")).toContain(
      '<h1 dir="auto" class="untitled">Post without text</h1>',
    );
  });

  test("the same content makes the same files, byte for byte, the search index too", async () => {
    const again = await built(fixture);
    const files = filesOf(odd.folder);
    expect(filesOf(again.folder)).toEqual(files);
    const differing = files.filter(
      (file) => !readFileSync(join(odd.folder, file)).equals(readFileSync(join(again.folder, file))),
    );
    expect(differing).toEqual([]);
    expect(files.some((file) => file.includes("pagefind"))).toBe(true);
  });

  test("a build that fails leaves the site as it was", async () => {
    const before = readdirSync(odd.folder, { recursive: true }).sort();
    const broken = contentWith(oddPosts, join(temporary, "broken"));
    writeFileSync(join(broken, "site.yml"), "title: [");
    await expect(buildSite(broken, odd.folder)).rejects.toThrow(/^Cannot read settings ".*site\.yml": line \d+: /u);
    const unreadable = contentWith([], join(temporary, "unreadable"));
    writeFileSync(join(unreadable, "ledger.json"), "{");
    await expect(buildSite(unreadable, odd.folder)).rejects.toThrow(/^Cannot read the ledger ".*ledger\.json": /u);
    expect(readdirSync(odd.folder, { recursive: true }).sort()).toEqual(before);
  });

  test("an archive without posts is a site all the same", async () => {
    const empty = contentWith([], join(temporary, "empty"));
    const output = join(temporary, "empty-site");
    expect(await buildSite(empty, output)).toMatchObject({ posts: 0, searchBundles: 0 });
    expect(readFileSync(join(output, "index.html"), "utf8")).toContain("No posts yet");
  });

  test("whole addresses are those of the settings", () => {
    expect(odd.pages.get("/p/russian001/index.html")).toContain(
      `<link rel="canonical" href="${settings.url}p/russian001/"/>`,
    );
  });
});

/** The files of a folder by their paths below it, sorted. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

function attributes(html: string, names: string): readonly string[] {
  const pattern = new RegExp(`\\s(?:${names})="([^"]*)"`, "gu");
  return [...html.matchAll(pattern)].map(([, value]) =>
    (value ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
}

function leadsSomewhere(address: string, page: string, site: Built): boolean {
  // A page that is served anywhere links from the root of its host.
  const below = page === "/404.html" ? new URL(site.url).pathname : "/";
  const url = new URL(address, `https://site.example${below}${page.slice(1)}`);
  const path = decodeURIComponent(url.pathname).slice(below.length - 1);
  const file = path.endsWith("/") ? `${path}index.html` : path;
  if (url.hash !== "" && url.hash !== "#") {
    return attributes(site.pages.get(file) ?? "", "id").includes(decodeURIComponent(url.hash.slice(1)));
  }
  return existsSync(join(site.folder, file)) || path === "/";
}

/** Line breaks inside posts are made by markdown-it, which writes them as HTML does. */
function withPlainBreaks(html: string): string {
  return html.replaceAll("<br>", "<br/>");
}
