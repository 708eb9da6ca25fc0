import { expect, test } from "vitest";
import { feedFiles, feedText } from "../../src/site/formats/feed.ts";
import { openSearchText } from "../../src/site/formats/open-search.ts";
import { robotsText, sitemapFiles } from "../../src/site/formats/sitemap.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import type { FeedFormat } from "../../src/site/model/urls.ts";
import { archiveOf, inferred, manyPosts, marks, oddPosts, postWith, stated } from "./fixture.ts";

/** The feed of all posts. */
function feedOf(archive: Archive, format: FeedFormat = "atom"): string {
  const file = feedFiles(archive).find((each) => each.page === "/" && each.format === format);
  if (file === undefined) throw new Error("every site has a feed of all posts");
  return feedText(file, archive);
}

test("the feed has `published` only for a day that is stated, and says when a day is inferred", () => {
  const certain = feedOf(archiveOf([postWith({ id: "k3v9x0q2mt", dating: stated("2025-02-04") })]));
  expect(certain).toContain("<published>2025-02-04T00:00:00.000Z</published>");
  const guessed = feedOf(archiveOf([postWith({ id: "k3v9x0q2mt", dating: inferred("2025-02-04", 1) })]));
  expect(guessed).not.toContain("<published>");
  expect(guessed).toContain("Date inferred: 4 February 2025 ±1 day");
});

test("the feed lets no markup of a post, a title or a name through", () => {
  const channel = { key: "bad", name: "]]><b>&bad", identified: true };
  const feed = feedOf(archiveOf([...oddPosts, postWith({ id: "k3v9x0q2mt", channel })]));
  expect(feed).not.toContain(marks.script);
  expect(feed).not.toContain("<b>");
  expect(feed).toContain("<name>]]&gt;&lt;b&gt;&amp;bad</name>");
  expect(feed.match(/\]\]>/gu)).toHaveLength(feed.match(/<!\[CDATA\[/gu)?.length ?? 0);
});

test("the JSON Feed says the same, with the whole claim for programs", () => {
  const posts = [
    postWith({ id: "k3v9x0q2mt", text: "A & <b>B</b> #Sea", dating: inferred("2025-02-04", 1) }),
    postWith({ id: "aaaaaaaaaa", dating: stated("2025-02-05") }),
  ];
  const { items, ...feed } = JSON.parse(feedOf(archiveOf(posts), "json"));
  expect(feed).toMatchObject({
    home_page_url: "https://archive.example/fixture/",
    feed_url: "https://archive.example/fixture/feed.json",
  });
  expect(items[0]).toMatchObject({ date_published: "2025-02-05T00:00:00.000Z", _dating: { kind: "stated" } });
  expect(items[1]).toMatchObject({
    id: "https://archive.example/fixture/p/k3v9x0q2mt/",
    title: "A & <b>B</b> #Sea",
    summary: "Date inferred: 4 February 2025 ±1 day, from the posts before and after it",
    tags: ["Sea"],
    author: { name: "Harbour News" },
    _dating: { kind: "inferred", edtf: "2025-02-03/2025-02-05", basis: "neighbours" },
  });
  expect(items[1]).not.toHaveProperty("date_published");
  expect(items[1].content_html).toContain("&lt;b&gt;");
});

test("each channel and each tag that comes again has both feeds, with its own posts, newest first", () => {
  const archive = archiveOf([...oddPosts, ...manyPosts(30)]);
  const files = feedFiles(archive);
  expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(["/feed.xml", "/feed.json"]));
  expect(files.map((file) => file.path)).toEqual(
    expect.arrayContaining(["/channels/порт/feed.json", "/tags/daily/feed.xml", "/tags/daily/feed.json"]),
  );
  // One post alone bears #Порт.
  expect(files.filter((file) => file.path.startsWith("/tags/порт"))).toEqual([]);
  const daily = files.find((file) => file.path === "/tags/daily/feed.json");
  if (daily === undefined) throw new Error("found above");
  const { items, title } = JSON.parse(feedText(daily, archive));
  expect(title).toBe("#Daily · Fixture archive");
  expect(items).toHaveLength(10);
  expect(items[0].title).toBe("Daily note 29");
});

test("a feed without posts tells no time of the clock's", () => {
  expect(feedOf(archiveOf([]))).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
});

test("browsers learn how to ask the search", () => {
  const { settings, texts } = archiveOf([]);
  const text = openSearchText({ settings: { ...settings, title: "Archive of <Ships> & harbours" }, texts });
  expect(text).toContain('template="https://archive.example/fixture/search/?q={searchTerms}"');
  expect(text).toContain("<ShortName>Archive of &lt;…</ShortName>");
});

test("a sitemap too long for one file becomes parts and an index", () => {
  const { settings, paths } = archiveOf(manyPosts(20));
  const [index, ...parts] = sitemapFiles(settings.url, paths, 10);
  expect(index?.path).toBe("/sitemap.xml");
  expect(index?.xml).toContain("<loc>https://archive.example/fixture/sitemap-1.xml</loc>");
  const addresses = parts.flatMap((part) => part.xml.match(/<loc>/gu) ?? []);
  const whole = sitemapFiles(settings.url, paths)[0]?.xml.match(/<loc>/gu);
  expect(addresses).toHaveLength(whole?.length ?? 0);
});

test("robots.txt names the sitemap", () => {
  expect(robotsText(archiveOf([]).settings.url)).toContain("Sitemap: https://archive.example/fixture/sitemap.xml");
});
