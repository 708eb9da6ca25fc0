import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { postAddress } from "../../src/dialects/lines/post-addresses.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

const sourceOf = (lines: readonly string[]) => readSource(new TextEncoder().encode(lines.join("\n")), "kept.txt");
const kindOf = (lines: readonly string[]) => recognise(sourceOf(lines)).dialect.name;
const today = "2026-02-11" as Day;

describe("the address of a post alone on its line", () => {
  test.each([
    ["https://t.me/harbour/812", "t.me/harbour", "harbour", 812],
    ["t.me/s/harbour/812", "t.me/harbour", "harbour", 812],
    ["http://www.telegram.me/Harbour/812?single", "t.me/harbour", "Harbour", 812],
    ["<https://telegram.dog/harbour/812>", "t.me/harbour", "harbour", 812],
    ["🔗 https://t.me/harbour/812", "t.me/harbour", "harbour", 812],
    ["Ссылка: https://t.me/harbour/812", "t.me/harbour", "harbour", 812],
    ["来源：https://t.me/harbour/812", "t.me/harbour", "harbour", 812],
    ["https://t.me/harbour/7/812", "t.me/harbour", "harbour", 812],
    ["https://t.me/c/1456789012/31", "t.me/1456789012", undefined, 31],
    ["mirror.example/sg/harbour.com/812", "mirror.example/harbour", "harbour", 812],
  ])("%s", (line, channel, handle, number) => {
    expect(postAddress(line)).toMatchObject({ channel, number });
    expect(postAddress(line)?.handle).toBe(handle);
  });

  test.each([
    "https://t.me/harbour",
    "https://t.me/joinchat/AAAA",
    "See https://t.me/harbour/812 for the pier",
    "https://t.me/harbour/812 and more",
    "https://news.example/2026/02/11/pier",
    "12/02/2026",
    "@harbour/812",
    "https://t.me/harbour/812/page",
    "",
  ])("not %s", (line) => {
    expect(postAddress(line)).toBeUndefined();
  });
});

describe("pages whose posts only link to posts are not parted by them", () => {
  test("links to older posts leap", () => {
    const page = [
      "The pier is closed.",
      "t.me/harbour/40",
      "",
      "It was closed before.",
      "t.me/harbour/311",
      "",
      "A list of closures:",
      "t.me/harbour/812",
    ];
    expect(kindOf(page)).not.toBe("addressed");
  });

  test("numbers run both ways", () => {
    const numbers = [812, 815, 811, 819];
    const page = numbers.flatMap((number) => ["The pier is closed again.", `t.me/harbour/${number}`, ""]);
    expect(kindOf(page)).not.toBe("addressed");
  });

  test("few addresses without blank lines", () => {
    expect(kindOf(["One.", "t.me/harbour/8", "Two.", "Three.", "t.me/harbour/9"])).not.toBe("addressed");
  });

  test("addresses of a site that may be any", () => {
    const page = [1, 2, 3, 4, 5].flatMap((number) => ["Read this.", `https://news.example/story/${number}`]);
    expect(kindOf(page)).not.toBe("addressed");
  });

  test("a preview whose posts end in their addresses is a preview: its head is no post", () => {
    const page = ["Harbour", "@harbour", "1.2K subscribers", "Download Telegram"];
    for (const number of [1, 2, 3, 4]) page.push("The pier is open today.", `t.me/harbour/${number}`);
    expect(kindOf(page)).toBe("preview");
  });

  test("copied messages keep their moments", () => {
    const page = [1, 2, 3].flatMap((number) => [
      `Harbour, [1${number}.02.2026 10:15]`,
      "The pier is open.",
      `https://t.me/harbour/${number}`,
      "",
    ]);
    expect(kindOf(page)).toBe("messages");
  });
});

test("numbers, user name and boundaries come from the addresses, and a person's word on boundaries goes first", () => {
  const lines = [31, 32, 33, 34].flatMap((number) => [
    `https://t.me/harbour/${number}`,
    "The pier.",
    "",
    "It is open.",
  ]);
  const read = (yaml: string) => readDump({ source: sourceOf(lines), sidecar: readSidecar(yaml, "kept.yml"), today });
  const { posts, report } = read("retrieved: 2026-02-11\n");
  expect(posts.map(({ number, boundary }) => [number, boundary.kind])).toEqual(
    [31, 32, 33, 34].map((number) => [number, "marked"]),
  );
  expect(report.channel).toMatchObject({ handle: "harbour" });
  const set = read("boundaries: { join: [5], start: [12] }\n");
  expect(set.posts.map(({ source, number, boundary }) => [source.lines[0]?.[0], number, boundary.kind])).toEqual([
    [1, 31, "marked"],
    [9, 33, "marked"],
    [12, undefined, "set"],
    [13, 34, "marked"],
  ]);
  const owned = set.posts.flatMap(({ source }) => source.lines);
  expect(owned.at(-1)?.[1]).toBe(lines.length);
});

test("a post of which the address alone was kept stays a post", () => {
  const lines = [
    ...["https://t.me/harbour/31", "", "https://t.me/harbour/32", "The pier.", ""],
    ...["https://t.me/harbour/33", "The bay.", "", "https://t.me/harbour/34", "The end."],
  ];
  const { posts } = readDump({ source: sourceOf(lines), sidecar: {}, today });
  expect(posts.map(({ number, text }) => [number, text])).toEqual([
    [31, ""],
    [32, "The pier."],
    [33, "The bay."],
    [34, "The end."],
  ]);
});

describe("notes beside the addresses of posts", () => {
  const kept = [
    ...["https://t.me/pier_news/812", "Saved: 11 February 2026", "Fog on the pier.", ""],
    ...["https://t.me/pier_news/815", "Saved: 14 February 2026", "The ferry is back.", ""],
  ];
  const read = (lines: readonly string[], sidecar = "") =>
    readDump({ source: sourceOf(lines), sidecar: readSidecar(sidecar, "kept.yml"), today: "2026-11-30" as Day });

  test("bound the days of their posts, which say when they were captured", () => {
    const { posts, report } = read(kept);
    expect(posts.map(({ number, text }) => [number, text])).toEqual([
      [812, "Fog on the pier."],
      [815, "The ferry is back."],
    ]);
    expect(posts.map(({ source }) => source.retrieved)).toEqual(["2026-02-11", "2026-02-14"]);
    expect(posts.every(({ dating, source }) => dating.latest <= (source.retrieved ?? ""))).toBe(true);
    expect(report.retrieved).toBe("2026-02-14");
    expect(report.notices.map(({ rule, line }) => [rule, line])).toEqual([["capture/notes", 2]]);
  });

  test("are text where a person says so, where one post alone has such a line, and where it is part of a sentence", () => {
    expect(read(kept, "boundaries: { join: [2] }").posts[0]?.text).toBe("Saved: 11 February 2026\nFog on the pier.");
    const one = kept.filter((_, at) => at !== 5);
    const three = [...one, "https://t.me/pier_news/818", "A seal.", "", "https://t.me/pier_news/820", "Two seals."];
    expect(read(three).posts[0]?.text).toContain("Saved: 11 February 2026");
    const sentence = kept.map((line) =>
      line.replace("Saved:", "Saved by the crew on").replace("2026", "2026, the boat sank"),
    );
    expect(read(sentence).posts[1]?.text).toMatch(/^Saved by the crew/u);
  });

  test("belong to one address each, where nothing stands between two", () => {
    const more = ["https://t.me/pier_news/818", "Saved: 15 February 2026", "https://t.me/pier_news/820"];
    const { report, posts } = read([...kept.filter(Boolean), ...more, "Saved: 16 February 2026", "Two seals."]);
    expect(posts.map(({ number, text, source }) => [number, text, source.retrieved])).toEqual([
      [812, "Fog on the pier.", "2026-02-11"],
      [815, "The ferry is back.", "2026-02-14"],
      [818, "", "2026-02-15"],
      [820, "Two seals.", "2026-02-16"],
    ]);
    expect(Object.values(report.roles).reduce((sum, count) => sum + count, 0)).toBe(report.lines);
    const owned = posts.flatMap(({ source }) => source.lines);
    expect(owned.every(([first], at) => at === 0 || first > (owned[at - 1]?.[1] ?? 0))).toBe(true);
  });

  test("whose day can be read in two ways bound nothing", () => {
    const { posts } = read(kept.map((line) => line.replace(/1\d February 2026/u, "02/03/2026")));
    expect(posts.map(({ text, source }) => [text, source.retrieved])).toEqual([
      ["Fog on the pier.", undefined],
      ["The ferry is back.", undefined],
    ]);
  });
});
