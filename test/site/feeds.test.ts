import { expect, test } from "vitest";
import { atomFeed } from "../../src/site/feed.ts";
import { robotsText, sitemapFiles } from "../../src/site/sitemap.ts";
import { archiveOf, inferred, manyPosts, marks, oddPosts, postWith, stated } from "./fixture.ts";

test("the feed has `published` only for a day that is stated, and says when a day is inferred", () => {
  const certain = atomFeed(archiveOf([postWith({ id: "k3v9x0q2mt", dating: stated("2025-02-04") })]));
  expect(certain).toContain("<published>2025-02-04T00:00:00.000Z</published>");
  const guessed = atomFeed(archiveOf([postWith({ id: "k3v9x0q2mt", dating: inferred("2025-02-04", 1) })]));
  expect(guessed).not.toContain("<published>");
  expect(guessed).toContain("Date inferred: between 3 and 5 February 2025");
});

test("the feed lets no markup of a post, a title or a name through", () => {
  const channel = { key: "bad", name: "]]><b>&bad", identified: true };
  const feed = atomFeed(archiveOf([...oddPosts, postWith({ id: "k3v9x0q2mt", channel })]));
  expect(feed).not.toContain(marks.script);
  expect(feed).not.toContain("<b>");
  expect(feed).toContain("<name>]]&gt;&lt;b&gt;&amp;bad</name>");
  expect(feed.match(/\]\]>/gu)).toHaveLength(feed.match(/<!\[CDATA\[/gu)?.length ?? 0);
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
