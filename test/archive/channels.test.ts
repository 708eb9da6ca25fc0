import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordPages } from "../../scripts/storage/permalinks.ts";
import { writeWhole } from "../../scripts/storage/write-whole.ts";
import { sameChannels } from "../../src/archive/channels.ts";
import { readPermalinks } from "../../src/archive/permalinks.ts";
import { statedChannel } from "../../src/import/stated-channel.ts";
import { postFilePath, readPost, writePost } from "../../src/markdown/post-file.ts";
import type { Channel, Post } from "../../src/model/post.ts";
import { filesIn, folderWith, importInto, postsIn } from "../import/content-folder.ts";

const named = (channel: string, handle?: string): Channel =>
  statedChannel("page.txt", { channel, ...(handle === undefined ? {} : { handle }) }, undefined);
const numbered = (name: string, chatId: string): Channel => statedChannel("result.json", {}, { name, chatId });
const keysOf = (...channels: readonly Channel[]): readonly string[] => sameChannels(channels).map(({ key }) => key);

describe("sameChannels()", () => {
  test("gives two channels whose names slug alike a key each, whichever comes first", () => {
    const [ua, ru, plain] = [named("Reed Post 🇺🇦"), named("Reed Post 🇷🇺"), named("Reed Post")];
    expect(keysOf(ua)).toEqual(["reed-post"]);
    expect(keysOf(ua, ru)).toEqual(["reed-post_ua", "reed-post_ru"]);
    expect(keysOf(ru, ua)).toEqual(["reed-post_ru", "reed-post_ua"]);
    expect(new Set(keysOf(ru, plain, ua)).size).toBe(3);
    expect(keysOf(named("R++"), named("R#"), named("R"))).toEqual(["r-plus-plus", "r-sharp", "r"]);
  });

  test("gives the user name the plain key, and the name what tells it apart", () => {
    const [handled, name] = sameChannels([named("Front Gate", "reed_post"), named("Reed Post")]);
    expect(handled?.key).toBe("reed-post");
    expect(name?.key).toMatch(/^reed-post_[0-9a-v]{5}$/u);
  });

  test("takes a name without its emoji for the one that has some, where there is one", () => {
    expect(keysOf(named("Reed Post 🔔"), named("reed post"))).toEqual(["reed-post", "reed-post"]);
    expect(keysOf(named("Reed Post 🔔", "reeds"), named("Reed Post"), named("Reed Post 🔔"))).toEqual([
      "reeds",
      "reeds",
      "reeds",
    ]);
    expect(
      new Set(keysOf(named("Reed Post 🔔", "reeds"), named("Reed Post 🐟", "fish"), named("Reed Post"))).size,
    ).toBe(3);
  });

  test("parts names that are alike up to where slugs are cut, and dumps without a name", () => {
    const long = "Reed ".repeat(20);
    expect(new Set(keysOf(named(`${long}north`), named(`${long}south`))).size).toBe(2);
    const unnamed = (file: string): Channel => statedChannel(file, {}, undefined);
    expect(new Set(keysOf(unnamed("a b.txt"), unnamed("a-b.txt"))).size).toBe(2);
  });

  test("takes two numbers of one name for two channels, whichever comes first, and one number for one", () => {
    const [five, six, page] = [numbered("Reed Post", "5"), numbered("Reed Post", "6"), named("Reed Post")];
    expect(new Set(keysOf(five, six)).size).toBe(2);
    expect(keysOf(six, five)).toEqual(keysOf(five, six).toReversed());
    expect(keysOf(five, numbered("reed post", "5"), page)).toEqual(["reed-post", "reed-post", "reed-post"]);
    expect(sameChannels([five, page])[1]?.chatId).toBe("5");
    expect(new Set(keysOf(five, six, page)).size).toBe(3);
    expect(keysOf(five, named("Reed Post", "reeds"), page)).toEqual(["reeds", "reeds", "reeds"]);
    expect(new Set(keysOf(five, six, named("Reed Post", "reeds"))).size).toBe(3);
    expect(keysOf({ ...five, handle: "reeds" }, named("Reed Post", "reeds"), five)).toEqual([
      "reeds",
      "reeds",
      "reeds",
    ]);
    expect(new Set(keysOf({ ...five, handle: "reeds" }, six)).size).toBe(2);
    expect(new Set(keysOf({ ...five, handle: "reeds" }, { ...six, handle: "reeds" })).size).toBe(2);
    const unnamed = ["5", "6"].map((chatId) => statedChannel("result.json", {}, { chatId }));
    expect(new Set(keysOf(...unnamed)).size).toBe(2);
    expect(new Set(keysOf(numbered("Reed 🇺🇦", "5"), numbered("Reed 🇺🇦", "6"))).size).toBe(2);
  });

  test("gives each channel its key whatever the order", () => {
    const names = fc.constantFrom("Reed", "reed 🔔", "Reed 🔔", "Gate", "🔔");
    const told = fc.record({
      name: names,
      handle: fc.option(fc.constantFrom("reeds", "gate"), { nil: undefined }),
      chatId: fc.option(fc.constantFrom("5", "6", "7"), { nil: undefined }),
    });
    const channels = fc.array(told, { minLength: 1, maxLength: 6 }).map((all) =>
      all.map(({ name, handle, chatId }) => ({
        ...named(name, handle),
        ...(chatId === undefined ? {} : { chatId }),
      })),
    );
    fc.assert(
      fc.property(channels, (all) => {
        const keys = keysOf(...all);
        expect(keysOf(...all.toReversed())).toEqual(keys.toReversed());
        for (const [at, one] of all.entries())
          for (const [index, other] of all.entries())
            if (one.chatId !== undefined && other.chatId !== undefined && one.chatId !== other.chatId)
              expect(keys[at], `${at} and ${index}`).not.toBe(keys[index]);
      }),
    );
  });

  test("changes nothing of what it gave", () => {
    const all = sameChannels([
      ...[named("Reed 🇺🇦"), named("Reed 🇷🇺"), named("Reed", "reed"), named("🔔"), named("🐟")],
      ...[numbered("Gate", "5"), numbered("Gate", "6"), named("Gate")],
    ]);
    expect(sameChannels(all)).toEqual(all);
  });
});

const shared = "The same words stand in both channels, written on March 6, 2025, and they are long enough.";
const dumps: Readonly<Record<string, string>> = {
  "a.txt": `Words of plus, of March 4, 2025.\n\n-----\n\n${shared}\n`,
  "a.yml": "channel: Reed++\n",
  "b.txt": `Words of sharp, of March 5, 2025.\n\n-----\n\n${shared}\n`,
  "b.yml": "channel: 'Reed#'\n",
  "c.txt": "Words under one flag, of March 7, 2025.\n",
  "c.yml": "channel: Gate 🇺🇦\n",
  "d.txt": "Words under another flag, of March 8, 2025.\n",
  "d.yml": "channel: Gate 🇷🇺\n",
};
const names = ["a", "b", "c", "d"];

function orders(list: readonly string[]): readonly (readonly string[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first) => orders(list.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}

function readPosts(content: string): readonly Post[] {
  return postsIn(content).map((path) => readPost(filesIn(content)[path] ?? "", path));
}

describe("channels that slug alike", { timeout: 120_000 }, () => {
  test("are one archive, byte for byte, in every order of import", () => {
    const outside = folderWith(dumps);
    const archives = orders(names).map((order) => {
      const content = folderWith();
      for (const name of order) importInto(content, { dumps: [join(outside, `${name}.txt`)] });
      return filesIn(content);
    });
    expect(new Set(Object.keys(archives[0] ?? {}).map((path) => path.split("/")[1])).size).toBeGreaterThan(4);
    for (const archive of archives.slice(1)) expect(archive).toEqual(archives[0]);
  });

  test("are parted where an archive has them as one, and every address answers", () => {
    const content = folderWith(
      Object.fromEntries(Object.entries(dumps).map(([file, text]) => [`dumps/${file}`, text])),
    );
    importInto(content);
    // As an archive of an earlier version: one key for two channels, and one post for the words that both have.
    const files = filesIn(content);
    const known = readPosts(content).filter(({ channel }) => channel.name.startsWith("Reed"));
    const [one, other] = known.filter(({ text }) => text === shared);
    if (one === undefined || other === undefined) throw new Error("the shared words stand in two posts");
    const merged = known
      .filter((post) => post !== other)
      .map(
        (post): Post => ({
          ...post,
          channel: { ...post.channel, key: "reed" },
          ...(post === one ? { alsoIn: [other.source] } : {}),
        }),
      );
    const old = folderWith({
      ...Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith("dumps/"))),
      "permalinks.jsonl": merged.map(({ id }) => `${JSON.stringify({ id })}\n`).join(""),
    });
    for (const post of merged) writeWhole(join(old, "posts", postFilePath(post)), writePost(post));
    recordPages(old, ["/", "/channels/", "/channels/reed/", "/channels/reed/feed.xml", "/channels/reed/feed.json"]);
    expect(importInto(old)).toMatchObject({ posts: 6 });
    const now = readPosts(old).filter(({ channel }) => channel.name.startsWith("Reed"));
    expect(now.map(({ channel }) => channel.key).sort()).toEqual([
      "reed-plus-plus",
      "reed-plus-plus",
      "reed-sharp",
      "reed-sharp",
    ]);
    const ids = new Set(now.map(({ id }) => id));
    for (const { id } of merged) expect(ids).toContain(id);
    const links = readPermalinks(filesIn(old)["permalinks.jsonl"] ?? "", "permalinks.jsonl");
    expect(links.pages.get("/channels/reed/")).toBe("/channels/");
    expect(links.pages.get("/channels/reed/feed.xml")).toBe("/feed.xml");
    expect(importInto(old)).toMatchObject({ written: 0, removed: 0 });
  });
});

/** Chats as an export of an account holds them. */
function chats(...all: readonly { readonly id?: number; readonly texts: readonly string[] }[]): string {
  const list = all.map(({ id, texts }) => ({
    ...{ name: "Reed Post", type: "public_channel", id },
    messages: texts.map((text, at) => ({
      id: at + 8,
      type: "message",
      date_unixtime: `${1738743841 + at * 90000}`,
      text,
    })),
  }));
  return JSON.stringify({ chats: { list } }, null, 1);
}

describe("chats of one name in exports", () => {
  test("are two channels where their numbers differ, in one file or two, and no text is lost", () => {
    const [one, other] = [
      { id: 5, texts: ["Fog", "Bell"] },
      { id: 6, texts: ["Rain", "Bell"] },
    ];
    const together = folderWith({ "dumps/result.json": chats(one, other) });
    importInto(together);
    const apart = folderWith({ "dumps/a.json": chats(one), "dumps/b.json": chats(other) });
    importInto(apart);
    for (const content of [together, apart]) {
      const posts = readPosts(content);
      expect(posts.map(({ text }) => text.trim()).sort()).toEqual(["Bell", "Bell", "Fog", "Rain"]);
      expect(posts.filter(({ versions }) => versions !== undefined)).toEqual([]);
      expect(new Set(posts.map(({ channel }) => channel.key)).size).toBe(2);
      expect(importInto(content)).toMatchObject({ posts: 4, written: 0, removed: 0 });
    }
  });

  test("keep their lines at every import where nothing tells them apart", () => {
    for (const texts of [
      ["Fog", "Bell"],
      ["Rain", "Dusk"],
    ]) {
      const content = folderWith({ "dumps/result.json": chats({ texts: ["Fog", "Bell"] }, { texts }) });
      importInto(content);
      expect(importInto(content)).toMatchObject({ posts: 4, written: 0, removed: 0 });
    }
  });
});

test("a channel called like a device of Windows has a folder that Windows can make", () => {
  const content = folderWith({ "dumps/page.txt": "March 4, 2025\nWords.\n", "dumps/page.yml": "channel: AUX\n" });
  importInto(content);
  expect(postsIn(content)[0]).toMatch(/^posts\/aux-\/2025-03\//u);
  expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
});
