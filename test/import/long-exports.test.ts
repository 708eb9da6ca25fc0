import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlExport, previewText, resultJson, toldPosts } from "../exports/three-shapes.ts";
import { filesIn, folderWith, importInto, postsIn } from "./content-folder.ts";

const posts = toldPosts(60);

/** The files of an archive without its dumps. */
function kept(content: string): object {
  return Object.fromEntries(Object.entries(filesIn(content)).filter(([path]) => !path.startsWith("dumps/")));
}

/** One archive that holds its exports in memory, and one that keeps each of more than ten posts on disk. */
function both(files: Readonly<Record<string, string>>): readonly [whole: string, long: string] {
  const folders = [folderWith(files), folderWith(files)] as const;
  importInto(folders[0]);
  const { long } = importInto(folders[1], { longFrom: 10 });
  expect(long.length > 0).toBe("dumps/result.json" in files);
  return folders;
}

describe("an export too long to be held", { timeout: 120_000 }, () => {
  test("makes the same archive, byte for byte, as one that is held, and a second import changes nothing", () => {
    const [whole, long] = both({ "dumps/result.json": resultJson(toldPosts(2500)) });
    expect(postsIn(long)).toHaveLength(2500);
    expect(kept(long)).toEqual(kept(whole));
    const again = importInto(long, { longFrom: 10, today: "2027-11-11" });
    expect(again).toMatchObject({ posts: 2500, written: 0, removed: 0, unchanged: 2500, added: 0 });
    expect(again.changes).toMatchObject({ new: 0, changed: 0, gone: 0 });
    expect(kept(long)).toEqual(kept(whole));
  });

  test("is merged with a page's text and with the pages of another export", () => {
    const some = posts.slice(20, 35);
    const [whole, long] = both({
      "dumps/result.json": resultJson(posts),
      "dumps/page.txt": previewText(some),
      "dumps/messages.html": htmlExport(posts.slice(0, 8)),
    });
    expect(kept(long)).toEqual(kept(whole));
  });

  test("makes what one that is held makes, whichever posts other captures show", () => {
    const some = fc.tuple(fc.nat(59), fc.nat(59)).map((ends) => posts.slice(Math.min(...ends), Math.max(...ends) + 1));
    // Where two exports show posts with the same words, a long one may number these in another order: a known limit, see the map.
    const unrepeated = some.map((own) => own.filter(({ parts }) => parts.length > 1));
    const captures = fc.record({ page: fc.option(some), html: fc.option(some), other: fc.option(unrepeated) });
    fc.assert(
      fc.property(some, captures, fc.integer({ min: 1, max: 30 }), (exported, { page, html, other }, longFrom) => {
        const files = {
          "dumps/result.json": resultJson(exported),
          ...(page && { "dumps/page.txt": previewText(page) }),
          ...(html && { "dumps/messages.html": htmlExport(html) }),
          ...(other && other.length > 0 && { "dumps/other.json": resultJson(other) }),
        };
        const [whole, long] = [folderWith(files), folderWith(files)];
        importInto(whole);
        importInto(long, { longFrom });
        expect(kept(long)).toEqual(kept(whole));
        importInto(long);
        expect(kept(long)).toEqual(kept(whole));
      }),
      { numRuns: 12 },
    );
  });

  test("numbers posts with the same words as one that is held, wherever another capture shows some of them", () => {
    const files = {
      "dumps/result.json": resultJson(posts.slice(0, 51)),
      "dumps/messages.html": htmlExport(posts.slice(50, 51)),
    };
    const [whole, long] = [folderWith(files), folderWith(files)];
    importInto(whole);
    importInto(long, { longFrom: 1 });
    expect(kept(long)).toEqual(kept(whole));
  });

  test("gives its words to replies that another export quotes no words of", () => {
    const reply = posts.findIndex(({ repliesTo }) => repliesTo !== undefined);
    const answered = posts[reply]?.repliesTo;
    const [whole, long] = both({
      "dumps/result.json": resultJson(posts.slice(0, reply)),
      "dumps/messages.html": htmlExport(posts.slice(reply)),
    });
    const words = /^replyTo:\n(?: {2}.*\n)*/mu;
    const quotes = postsIn(long).flatMap((path) => words.exec(readFileSync(join(long, path), "utf8")) ?? []);
    expect(
      quotes.filter((quote) => quote.includes(`number: ${answered}\n`) && !quote.includes("excerpt: ''")),
    ).toHaveLength(1);
    expect(kept(long)).toEqual(kept(whole));
  });

  test("that comes to an archive of texts keeps their addresses, and leaves it when it is removed", () => {
    const [whole, long] = both({ "dumps/page.txt": previewText(posts) });
    for (const content of [whole, long]) writeFileSync(join(content, "dumps/result.json"), resultJson(posts));
    importInto(whole);
    importInto(long, { longFrom: 10 });
    expect(kept(long)).toEqual(kept(whole));
    for (const content of [whole, long]) rmSync(join(content, "dumps/page.txt"));
    importInto(whole);
    importInto(long, { longFrom: 10 });
    expect(kept(long)).toEqual(kept(whole));
  });

  test("of other posts than before takes out those it does not hold any more, and keeps their addresses", () => {
    const [whole, long] = both({ "dumps/result.json": resultJson(posts) });
    for (const content of [whole, long])
      writeFileSync(join(content, "dumps/result.json"), resultJson([...posts.slice(0, 15), ...posts.slice(30)]));
    importInto(whole);
    expect(importInto(long, { longFrom: 10 })).toMatchObject({ posts: 45, removed: 15 });
    expect(kept(long)).toEqual(kept(whole));
  });

  test("does not overwrite what a person edited, be it a day or a word", () => {
    const [whole, long] = both({ "dumps/result.json": resultJson(posts), "dumps/page.txt": previewText(posts) });
    for (const content of [whole, long]) {
      const [first = "", second = ""] = postsIn(content);
      const edit = (path: string, change: (text: string) => string): void =>
        writeFileSync(join(content, path), change(readFileSync(join(content, path), "utf8")));
      edit(first, (text) => text.replace(/^date: .*$/mu, "date: 2020-02-02"));
      edit(second, (text) => text.replace(/^title: .*$/mu, "title: Edited"));
    }
    importInto(whole);
    const { notices } = importInto(long, { longFrom: 10 });
    expect(notices.filter(({ rule }) => rule.startsWith("posts/")).length).toBeGreaterThan(0);
    expect(kept(long)).toEqual(kept(whole));
  });

  test("of a whole account leaves each channel its own posts", () => {
    const { messages } = JSON.parse(resultJson(posts)) as { readonly messages: readonly object[] };
    const chat = (name: string, from: number, to: number): object => ({
      name,
      type: "public_channel",
      messages: messages.slice(from, to),
    });
    const account = JSON.stringify({ chats: { list: [chat("Tidewatch", 0, 25), chat("Mole", 30, 55)] } });
    const [whole, long] = both({ "dumps/result.json": account });
    expect(postsIn(whole).filter((path) => path.startsWith("posts/mole/")).length).toBeGreaterThan(10);
    expect(postsIn(whole).filter((path) => path.startsWith("posts/tidewatch/")).length).toBeGreaterThan(10);
    expect(kept(long)).toEqual(kept(whole));
  });

  test("leaves a text its posts of an export that is there no more", () => {
    const [whole, long] = both({ "dumps/messages.html": htmlExport(posts.slice(0, 8)) });
    for (const content of [whole, long]) {
      rmSync(join(content, "dumps/messages.html"));
      writeFileSync(join(content, "dumps/page.txt"), previewText(posts.slice(0, 8)));
      writeFileSync(join(content, "dumps/result.json"), resultJson(posts.slice(20)));
    }
    importInto(whole);
    expect(importInto(long, { longFrom: 10 }).long).toEqual(["result.json"]);
    expect(postsIn(long)).toHaveLength(48);
    expect(kept(long)).toEqual(kept(whole));
  });

  test("is finished by the next import where one was stopped in between", () => {
    const [whole, long] = both({
      "dumps/result.json": resultJson(toldPosts(1500)),
      "dumps/page.txt": previewText(posts),
    });
    for (const [index, path] of postsIn(long).entries()) if (index % 3 > 0) rmSync(join(long, path));
    rmSync(join(long, "ledger.json"));
    expect(importInto(long, { longFrom: 10, today: "2027-11-11" })).toMatchObject({ posts: 1500, added: 1000 });
    expect(kept(long)).toEqual(kept(whole));
  });

  test("leaves nothing behind but the archive", () => {
    const [, long] = both({ "dumps/result.json": resultJson(posts) });
    expect(Object.keys(filesIn(join(long, ".."))).filter((path) => path.includes(".cache"))).toEqual([]);
  });
});
