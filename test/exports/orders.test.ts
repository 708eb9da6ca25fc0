import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPost } from "../../src/markdown/post-file.ts";
import { type Post, sourcesOf } from "../../src/model/post.ts";
import { filesIn, folderWith, importInto, postsIn } from "../import/content-folder.ts";
import { channel, htmlExport, previewText, resultJson, toldPosts } from "./three-shapes.ts";

const posts = toldPosts(60);
const shapes = {
  "result.json": resultJson(posts),
  "messages.html": htmlExport(posts),
  "page.txt": previewText(posts),
} as const;
type Shape = keyof typeof shapes;

const orders: readonly (readonly Shape[])[] = [
  ["result.json", "messages.html", "page.txt"],
  ["result.json", "page.txt", "messages.html"],
  ["messages.html", "result.json", "page.txt"],
  ["messages.html", "page.txt", "result.json"],
  ["page.txt", "result.json", "messages.html"],
  ["page.txt", "messages.html", "result.json"],
];

/** An archive into which the shapes came one after another. */
function archiveOf(order: readonly Shape[]): string {
  const content = folderWith();
  for (const shape of order) {
    const outside = folderWith({ [shape]: shapes[shape] });
    expect(importInto(content, { dumps: [join(outside, shape)] }).failures).toEqual([]);
  }
  return content;
}

/** All that an import writes, byte for byte. */
function kept(content: string): object {
  return Object.fromEntries(Object.entries(filesIn(content)).filter(([path]) => !path.startsWith("dumps/")));
}

function readPosts(content: string): readonly Post[] {
  return postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path));
}

describe("the same sixty posts as result.json, as an HTML export and as a page's text", { timeout: 120_000 }, () => {
  test("are sixty posts, each with three sources, its number and its moment, and stay so when nothing is new", () => {
    const content = archiveOf(orders[0] ?? []);
    const read = readPosts(content);
    expect(read).toHaveLength(60);
    expect(read.filter((post) => sourcesOf(post).length !== 3).map((post) => [post.number, post.text])).toEqual([]);
    expect(new Set(read.map((post) => post.number))).toEqual(new Set(posts.map(({ number }) => number)));
    const byNumber = new Map(posts.map((post) => [post.number, post]));
    for (const post of read) {
      const told = byNumber.get(post.number ?? 0);
      expect(Date.parse(post.published ?? "") / 1000).toBe(told?.time);
      expect(post.dating.basis).toBe("timestamp");
      expect(post.forwardedFrom).toBe(told?.forwardedFrom);
      expect(post.replyTo === undefined).toBe(told?.repliesTo === undefined);
      expect(post.versions).toBeUndefined();
    }
    expect(read.flatMap(({ links }) => links)).toHaveLength(posts.filter(({ parts }) => parts.length > 3).length);
    const before = filesIn(content);
    expect(importInto(content, { today: "2027-11-11" })).toMatchObject({ posts: 60, written: 0, removed: 0 });
    expect(filesIn(content)).toEqual(before);
  });

  test("make the same archive, byte for byte, in every order", () => {
    const [first, ...others] = orders.map((order) => kept(archiveOf(order)));
    for (const [index, other] of others.entries()) expect(other, orders[index + 1]?.join(", ")).toEqual(first);
  });

  test("a page's text gets the days that the exports tell for its posts", () => {
    const alone = folderWith({ "dumps/page.txt": shapes["page.txt"] });
    importInto(alone);
    expect(readPosts(alone).filter(({ dating }) => dating.basis === "timestamp")).toEqual([]);
    writeFileSync(join(alone, "dumps/result.json"), resultJson(posts.slice(0, 29)));
    importInto(alone);
    const dated = readPosts(alone);
    expect(dated).toHaveLength(60);
    expect(dated.filter(({ dating }) => dating.basis === "timestamp")).toHaveLength(29);
    const lastTold =
      dated
        .flatMap(({ number, dating }) => (number === undefined ? [] : [dating.best]))
        .sort()
        .at(-1) ?? "";
    for (const post of dated.filter(({ number }) => number === undefined))
      expect(post.dating.earliest >= lastTold, `${post.title}: ${post.dating.earliest}`).toBe(true);
  });

  test("a reply in the second file of an HTML export quotes the post that it answers in the first, whichever came first", () => {
    // Post 29 answers post 28.
    const files = {
      "messages.html": htmlExport(posts.slice(0, 29)),
      "messages2.html": htmlExport(posts.slice(29), "messages.html"),
    };
    const archives = [["messages.html", "messages2.html"] as const, ["messages2.html", "messages.html"] as const].map(
      (order) => {
        const content = folderWith();
        for (const name of order) {
          const outside = folderWith({ [name]: files[name] });
          importInto(content, { dumps: [join(outside, name)] });
        }
        return content;
      },
    );
    const [content = ""] = archives;
    const reply = () => readPosts(content).find(({ number }) => number === posts[29]?.number)?.replyTo;
    const quote = { author: channel.name, number: posts[28]?.number };
    expect(reply()).toMatchObject(quote);
    expect(reply()?.excerpt).toMatch(/^The .* Entry 156 of the harbour book/u);
    const quotes = archives.map((folder) => readPosts(folder).map(({ number, replyTo }) => [number, replyTo]));
    expect(quotes[1]).toEqual(quotes[0]);
    rmSync(join(content, "dumps/messages.html"));
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
    expect(reply()).toMatchObject(quote);
  });
});
