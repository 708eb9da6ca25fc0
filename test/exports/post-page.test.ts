import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importAll } from "../../scripts/storage/import-all.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { filesIn, folderWith, importInto } from "../import/content-folder.ts";
import { harbour, madePosts, tmePage, warc } from "../webarchive/made-archives.ts";

const words = "Bell 3 rang over the mole.\nThe tide book has page 21.";

/** A page of t.me that leads to a post, as it offers it to those who make link previews. */
function postPage(number: number, text: string, { name, handle } = harbour): string {
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Telegram: View @${handle}</title>
<meta property="og:title" content="${name}">
<meta property="og:image" content="https://cdn4.cdn-telegram.org/file/harbour.jpg">
<meta property="og:site_name" content="Telegram">
<meta property="og:description" content="${text}">
<meta property="al:ios:url" content="tg://resolve?domain=${handle}&post=${number}">
<meta property="al:android:url" content="tg://resolve?domain=${handle}&amp;post=${number}">
</head><body><div class="tgme_page_wrap"><div class="tgme_page_widget"><script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="${handle}/${number}" data-width="100%"></script></div></div></body></html>
`;
}

function postsOf(content: string) {
  const files = Object.entries(filesIn(content)).filter(([path]) => path.startsWith("posts/"));
  const posts = files.map(([path, text]) => readPost(text, path));
  return posts.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
}

describe("a page of t.me that leads to one post", () => {
  test("is a capture of its post: number, channel, what it offers of the text, and no day but that of the capture", () => {
    const content = folderWith({
      "dumps/three.html": postPage(3, "Bell 3 rang over the mole.&#10;The tide &quot;book&quot;"),
      "dumps/three.yml": "retrieved: 2024-03-09\n",
    });
    const { failures, notices } = importInto(content);
    expect(failures).toEqual([]);
    expect(notices).toMatchObject([{ rule: "export/partial", reason: /^post 3: .*the text may be cut/u }]);
    expect(postsOf(content)).toMatchObject([
      {
        number: 3,
        channel: harbour,
        text: 'Bell 3 rang over the mole.\nThe tide "book"',
        media: ["partial"],
        dating: { best: "2024-03-09", earliest: "2015-09-22", latest: "2024-03-09", basis: "capture" },
      },
    ]);
    expect(postsOf(content)[0]).not.toHaveProperty("published");
  });

  test("needs the day on which it was saved", () => {
    const { failures } = importInto(folderWith({ "dumps/three.html": postPage(3, "Bell 3") }));
    expect(failures).toEqual([expect.stringContaining("has no timestamp; write the day it was saved")]);
  });

  test("says nothing against captures that have all of the text, in whatever order they come", async () => {
    const post = {
      url: "https://t.me/harbour_bell/3",
      date: "2024-03-20T10:00:00Z",
      body: postPage(3, words.slice(0, 30)),
    };
    const alone = { ...post, url: "https://t.me/harbour_bell/9", body: postPage(9, "Bell 9 rang") };
    const channel = {
      url: "https://t.me/harbour_bell",
      date: "2024-03-20T10:00:00Z",
      body: "<html><head><meta property='og:title' content='Harbour Bell'></head></html>",
    };
    const whole = { url: "https://t.me/s/harbour_bell", date: "2024-03-10T10:00:00Z", body: tmePage(madePosts(5)) };
    const archives: (readonly [string, string])[][] = [];
    for (const records of [
      [post, alone, channel, whole],
      [whole, channel, alone, post],
    ]) {
      const content = folderWith({ "dumps/crawl.warc": await warc(records) });
      const { failures } = await importAll({ content, dumps: [], force: false, today: "2025-03-01" as Day });
      expect(failures).toEqual([]);
      const posts = postsOf(content);
      expect(posts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 9]);
      const [third, ninth] = [posts[2], posts[5]];
      expect(third).toMatchObject({ media: [], published: "2024-03-03T09:03:00Z", dating: { basis: "timestamp" } });
      expect(third?.text).toContain(words);
      expect(third).not.toHaveProperty("versions");
      expect(third?.alsoIn).toMatchObject([{ dialect: "telegram-post-page", captured: "2024-03-20T10:00:00Z" }]);
      expect(ninth).toMatchObject({ text: "Bell 9 rang", media: ["partial"], dating: { latest: "2024-03-20" } });
      archives.push(Object.entries(filesIn(content)).filter(([path]) => path.startsWith("posts/")));
    }
    expect(archives[0]).toEqual(archives[1]);
  });

  test("is dated by the numbers of the posts around it, whatever captures tell them, in whatever order and however long they are", () => {
    const page = (number: number): Readonly<Record<string, string>> => ({
      [`post-${number}.html`]: postPage(number, `Gull ${number} sat on the mole`),
      [`post-${number}.yml`]: "retrieved: 2024-06-09\n",
    });
    const files = {
      ...page(4),
      ...page(8),
      ...page(30),
      "result.json": exportOf([1, 2, 10, 11]),
      "saved.html": tmePage(madePosts(1, 6)),
    };
    const names = Object.keys(files).filter((name) => !name.endsWith(".yml"));
    const archives = [
      { order: names, longFrom: 1000 },
      { order: names.toReversed(), longFrom: 1000 },
      { order: names, longFrom: 2 },
      { order: [...names.slice(2), ...names.slice(0, 2)], longFrom: 1 },
    ].map(({ order, longFrom }) => {
      const [content, outside] = [folderWith(), folderWith(files)];
      for (const name of order)
        expect(importInto(content, { dumps: [join(outside, name)], longFrom }).failures).toEqual([]);
      const before = filesIn(content);
      expect(importInto(content, { longFrom })).toMatchObject({ written: 0, removed: 0 });
      expect(filesIn(content)).toEqual(before);
      return content;
    });
    const [content = ""] = archives;
    const datings = new Map(postsOf(content).map(({ number, dating }) => [number, dating]));
    const basis = "neighbours";
    expect(datings.get(4)).toMatchObject({ earliest: "2024-03-02", best: "2024-03-04", latest: "2024-03-06", basis });
    expect(datings.get(8)).toMatchObject({ earliest: "2024-03-06", best: "2024-03-08", latest: "2024-03-10", basis });
    expect(datings.get(30)).toMatchObject({ earliest: "2024-03-11", best: "2024-06-09", latest: "2024-06-09", basis });
    const posts = archives.map((each) => postsOf(each));
    for (const other of posts.slice(1)) expect(other).toEqual(posts[0]);
  });

  test("keeps the days that its neighbours gave it when their dump is taken away", () => {
    const files = { "four.html": postPage(4, "Gull 4 sat"), "four.yml": "retrieved: 2024-06-09\n" };
    for (const longFrom of [1000, 1]) {
      const [content, outside] = [folderWith(), folderWith({ ...files, "result.json": exportOf([1, 2, 10]) })];
      const dumps = [join(outside, "four.html"), join(outside, "result.json")];
      importInto(content, { dumps, longFrom });
      rmSync(join(content, "dumps/result.json"));
      expect(importInto(content, { longFrom })).toMatchObject({ written: 0, removed: 0 });
      expect(postsOf(content).find(({ number }) => number === 4)?.dating).toMatchObject({ latest: "2024-03-10" });
    }
  });
});

/** An export of Telegram Desktop of these posts, one a day from 1 March 2024 on. */
function exportOf(numbers: readonly number[]): string {
  const messages = madePosts(Math.max(...numbers))
    .filter(({ number }) => numbers.includes(number))
    .map(({ number, text, time }) => ({
      id: number,
      type: "message",
      date: time.slice(0, 19),
      date_unixtime: `${Date.parse(time) / 1000}`,
      from: harbour.name,
      text,
      text_entities: [],
    }));
  return JSON.stringify({ name: harbour.name, type: "public_channel", id: 77, messages }, undefined, 1);
}
