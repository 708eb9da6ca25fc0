import { describe, expect, test } from "vitest";
import { type ParsedDump, parseDump } from "../../src/import/parse.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";
import { type FramedPage, laterPages, menuPages, mirrorPages } from "./framed-pages.ts";

const read = (text: string, sidecar: Sidecar = {}): ParsedDump =>
  parseDump(readSource(new TextEncoder().encode(text), "page.txt"), sidecar);
const textsOf = ({ posts }: ParsedDump): readonly string[] => posts.map(({ text }) => text);
const frameNotices = ({ findings }: ParsedDump): readonly string[] =>
  findings.filter(({ rule }) => rule === "page/frame").map(({ reason }) => reason);

/** "Load more" alone, in a language that no table has, is a short post as far as the page tells. */
const unread = "Georgian, posts parted by blank lines, in words that no table has";

describe.each([
  ["the menu of t.me", menuPages],
  ["a mirror", [...mirrorPages, ...laterPages].filter(({ name }) => name !== unread)],
])("what %s prints around posts is in none", (_, pages) => {
  test.each(pages)("$name", (page: FramedPage) => {
    const parsed = read(page.text);
    expect(textsOf(parsed)).toEqual(page.posts);
    expect(page.frame.map((line) => parsed.roles[line - 1]).filter((role) => role !== "blank")).toEqual(
      page.frame.map((line) => parsed.roles[line - 1]).flatMap((role) => (role === "blank" ? [] : ["furniture"])),
    );
  });
});

test("no line of a post is lost where a page's own are in words that nobody knows", () => {
  const page = laterPages.find(({ name }) => name === unread);
  expect(page).toBeDefined();
  expect(textsOf(read(page?.text ?? ""))).toEqual([...(page?.posts ?? []), "მეტის ნახვა"]);
});

describe("lines of a frame", () => {
  const head = "Millpond Allotments\n@millpondplots\n812 subscribers\nDownload Telegram\n";
  const posts = "The water is off.\n👍4\nSeed swap on Saturday.\n👍9\n";

  test("are told, with what to write where they are a post's, and are a post's once a person says so", () => {
    const text = `${head}About\nBlog\nApps\nPlatform\n${posts}`;
    expect(frameNotices(read(text))).toEqual([
      "lines 5–8 (“About” to “Platform”) belong to the site around the posts and to no post; if they are the text of a post, write boundaries: { start: [5] } in the sidecar",
    ]);
    const said = read(text, { boundaries: { start: [5], join: [] } });
    expect(frameNotices(said)).toEqual([]);
    expect(textsOf(said)[0]).toContain("About\nBlog\nApps\nPlatform");
  });

  test.each([
    [
      "a button that stands between posts as well",
      `${head}The water is off.\nShare\nSubscribe\n👍4\nSeed swap.\nShare\nSubscribe`,
    ],
    ["one word of a site's at the end", `${head}The water is off.\n👍4\nWhere to write:\nContact`],
    ["a photographer's sign", `${head}The water is off.\n👍4\nThe pond in spring\n\n© Tove Marsh`],
    ["an agency's sign with its year", `${head}The water is off.\n👍4\nThe pond in spring\n© 2026 Marsh Press`],
    ["one word below the head", `${head}Help\n👍4\nSeed swap on Saturday.\n👍9`],
    [
      "a title that names Telegram",
      `${head}Telegram is slow today\nTry again at noon.\n👍4\nSeed swap on Saturday.\n👍9`,
    ],
    [
      "a list of one word each below the head",
      `${head}Beans\nPeas\nKale\nLeeks\nBring them all.\n👍4\nSeed swap.\n👍9`,
    ],
    [
      "a link among an author's",
      `${head}The water is off.\n👍4\nOpen in Telegram: t.me/millpondplots\nShare it with #plots`,
    ],
  ])("%s stays in its post", (_, text) => {
    const parsed = read(text);
    expect(frameNotices(parsed)).toEqual([]);
    const inPosts = textsOf(parsed).join("\n");
    for (const line of text.slice(head.length).split("\n")) if (!line.startsWith("👍")) expect(inPosts).toContain(line);
  });

  test("may stand below the channel's description, which is in no post either", () => {
    const text = "Kabar Kincir\n@kabarkincir\n4.512 pelanggan\nBerita desa dan sungai\n";
    const frame = "Lihat di Telegram\nBagikan\n";
    const first = "Jembatan lama ditutup.\n1,2 rb tayangan\n10:15\n";
    const others = "Toko roti buka lagi.\n980 tayangan\n08:40\nBangku baru dicat.\n1,1 rb tayangan\n19:02\n";
    const own = ["Jembatan lama ditutup.", "Toko roti buka lagi.", "Bangku baru dicat."];
    expect(textsOf(read(`${text}${frame}${first}${others}`))).toEqual(own);
    // With no other post below, what stands over the buttons is the post.
    const alone = textsOf(read(`${text}${frame}1,2 rb tayangan\n10:15\n`)).join("\n");
    expect(alone).toContain("Berita desa dan sungai");
    const second = textsOf(read(`${text}${frame}${first}`)).join("\n");
    expect(second).toContain("Berita desa dan sungai");
    expect(second).toContain("Jembatan lama ditutup.");
  });

  test("that a page without a head begins with are the site's, and its name over them", () => {
    const text =
      "Channel Reader\nHome\nTop channels\nSign in\n\nThe water is off.\n\nSeed swap on Saturday.\n\nThe hedgehog is back.\n\nPlot nine is free.\n";
    expect(textsOf(read(text))).toEqual([
      "The water is off.",
      "Seed swap on Saturday.",
      "The hedgehog is back.",
      "Plot nine is free.",
    ]);
  });
});
