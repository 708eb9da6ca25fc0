import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importAll } from "../../scripts/storage/import-all.ts";
import type { ImportReport } from "../../scripts/storage/import-report.ts";
import { loadArchive } from "../../scripts/storage/load-archive.ts";
import { removeDumps } from "../../scripts/storage/remove-dumps.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import type { Day } from "../../src/model/day.ts";
import { render } from "../../templates/dump.11ty.tsx";
import { filesIn, folderWith, page, postsIn } from "../import/content-folder.ts";
import { harbour, type MadeRecord, madePosts, tmePage, wacz, warc } from "./made-archives.ts";

function importing(content: string, dumps: readonly string[] = [], longFrom?: number): Promise<ImportReport> {
  return importAll({
    content,
    dumps,
    force: false,
    today: "2026-01-01" as Day,
    ...(longFrom === undefined ? {} : { longFrom }),
  });
}

const address = "https://t.me/s/harbour_bell";
const posts = madePosts(6);

/** Three captures of one page: a post is edited, one is gone, one is new. */
const three: readonly MadeRecord[] = [
  { url: address, date: "2024-03-05T10:00:00Z", body: tmePage(posts.slice(0, 5)) },
  {
    url: address,
    date: "2024-03-06T10:00:00Z",
    body: tmePage(
      posts.slice(0, 5).map((post) => (post.number === 2 ? { ...post, text: "Bell 2 was not heard at all." } : post)),
    ),
  },
  {
    url: address,
    date: "2024-03-06T22:30:00Z",
    body: tmePage(
      posts
        .filter(({ number }) => number !== 3)
        .map((post) => (post.number === 2 ? { ...post, text: "Bell 2 was not heard at all." } : post)),
    ),
  },
];
const others: readonly MadeRecord[] = [
  { url: "https://tides.example/", date: "2024-03-05T10:00:01Z", body: "<html><p>Tides</p></html>" },
  { url: address, date: "2024-03-05T10:00:02Z", body: "", type: "request" },
  { url: "https://t.me/s/gone", date: "2024-03-05T10:00:03Z", body: "", status: "302 Found" },
];

describe("captures in web archives", { timeout: 60_000 }, () => {
  test.each([
    ["crawl.warc", "plain"],
    ["crawl.warc.gz", "each"],
    ["crawl.warc.gz", "whole"],
    ["crawl.wacz", "package"],
  ] as const)("three captures of one page in %s (%s) tell what appeared, changed and vanished", async (name, packed) => {
    const records = [...three, ...others];
    const content = folderWith({
      [`dumps/${name}`]: packed === "package" ? await wacz(records) : await warc(records, packed),
    });
    const report = await importing(content);
    expect(report.failures).toEqual([]);
    const inside = packed === "package" ? `${name}/archive/data.warc.gz` : name;
    expect(
      report.dumps.map(({ file, posts: count, retrieved, channel }) => [file, count, retrieved, channel.handle]),
    ).toEqual([
      [name, 6, undefined, harbour.handle],
      [`${inside}/20240305100000/t.me/s/harbour_bell.html`, 5, "2024-03-05", harbour.handle],
      [`${inside}/20240306100000/t.me/s/harbour_bell.html`, 5, "2024-03-06", harbour.handle],
      [`${inside}/20240306223000/t.me/s/harbour_bell.html`, 5, "2024-03-06", harbour.handle],
    ]);
    expect(
      report.differences.map(({ added, changed, gone, later }) =>
        [later.file.split("/").at(-4) ?? "", added.length, changed.length, gone.length].slice(1),
      ),
    ).toEqual([
      [0, 1, 0],
      [1, 0, 1],
    ]);
    expect(report.notices).toEqual([
      {
        rule: "web-archive/passed-over",
        file: name,
        reason: 'skipped: 1 "request" records, 1 records of other addresses, 1 responses with status 302',
      },
    ]);
    const before = filesIn(content);
    expect(postsIn(content)).toHaveLength(6);
    expect(await importing(content)).toMatchObject({ written: 0, removed: 0, unchanged: 6 });
    expect(filesIn(content)).toEqual(before);
    expect((await verifyArchive(content)).findings).toEqual([]);
  });
});

describe("records that say that a page is unchanged", { timeout: 60_000 }, () => {
  const [first, changed] = three as readonly [MadeRecord, MadeRecord, MadeRecord];
  const id = "11111111-2222-4333-8444-555555555555";
  const revisit = (warcHeaders: Readonly<Record<string, string>>): MadeRecord => ({
    url: address,
    date: "2024-03-05T20:00:00Z",
    body: "",
    type: "revisit",
    warcHeaders: { "WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest", ...warcHeaders },
  });
  const capturesOf = ({ dumps }: ImportReport) => dumps.flatMap(({ record }) => record?.moment ?? []);

  test.each([
    ["its id", { "WARC-Refers-To": `<urn:uuid:${id}>` }],
    ["its digest", { "WARC-Payload-Digest": "sha1:ABC" }],
    ["its moment", { "WARC-Refers-To-Date": first.date }],
  ])("are captures of their own that name the page by %s, in any order of the records", async (_, names) => {
    const original = { ...first, id, warcHeaders: { "WARC-Payload-Digest": "sha1:ABC" } };
    const records = [original, revisit(names), changed];
    const archives = await Promise.all(
      [records, records.toReversed()].map(async (own) => {
        const content = folderWith({ "dumps/crawl.warc": await warc(own) });
        const report = await importing(content);
        return { report, posts: Object.entries(filesIn(content)).filter(([path]) => path.startsWith("posts/")).length };
      }),
    );
    for (const { report, posts: count } of archives) {
      expect(capturesOf(report)).toEqual([first.date, "2024-03-05T20:00:00Z", changed.date]);
      expect(count).toBe(5);
      // The change came after the page was seen unchanged.
      expect(
        report.differences.map(({ earlier, later, changed: texts }) => [
          earlier.file.split("/")[1],
          later.file.split("/")[1],
          texts.length,
        ]),
      ).toEqual([
        ["20240305100000", "20240305200000", 0],
        ["20240305200000", "20240306100000", 1],
      ]);
    }
  });

  test("are counted where the page is not in the archive", async () => {
    const content = folderWith({
      "dumps/crawl.warc": await warc([first, revisit({ "WARC-Refers-To": "<urn:uuid:0>" })]),
    });
    const report = await importing(content);
    expect(capturesOf(report)).toEqual([first.date]);
    expect(report.notices.map(({ reason }) => reason)).toEqual([
      "skipped: 1 captures that say that a page is unchanged, which is not in this archive",
    ]);
  });
});

describe("web archives that are kept elsewhere", { timeout: 60_000 }, () => {
  test("an archive is imported from where it lies, is found there again by its hash, and may be away", async () => {
    const home = folderWith({ "crawl.warc.gz": await warc(three, "each"), "crawl.yml": "timezone: Europe/Moscow\n" });
    const content = folderWith();
    const first = await importing(content, [join(home, "crawl.warc.gz")]);
    expect(first).toMatchObject({ posts: 6, failures: [] });
    // 22:30 in UTC is the next day in Moscow.
    expect(first.dumps.at(-1)?.retrieved).toBe("2024-03-07");
    const before = filesIn(content);
    expect(Object.keys(before).filter((path) => path.startsWith("dumps/"))).toEqual([
      "dumps/crawl.warc.gz.kept.yml",
      "dumps/crawl.yml",
    ]);
    expect(before["dumps/crawl.warc.gz.kept.yml"]).not.toContain(home);
    expect(await importing(content)).toMatchObject({ written: 0, unchanged: 6, failures: [], notices: [] });
    expect(await importing(content, [join(home, "crawl.warc.gz")])).toMatchObject({ written: 0, unchanged: 6 });
    expect((await verifyArchive(content)).findings).toEqual([]);

    mkdirSync(join(content, "..", "web-archives"));
    renameSync(join(home, "crawl.warc.gz"), join(content, "..", "web-archives", "crawl.warc.gz"));
    expect((await verifyArchive(content)).findings).toEqual([]);

    renameSync(join(content, "..", "web-archives", "crawl.warc.gz"), join(home, "gone"));
    const away = await importing(content);
    expect(away).toMatchObject({ written: 0, removed: 0, failures: [] });
    expect(away.notices).toMatchObject([{ rule: "web-archive/away", file: "crawl.warc.gz" }]);
    const { findings } = await verifyArchive(content);
    expect(findings).toEqual([
      {
        kind: "remark",
        file: "dumps/crawl.warc.gz",
        reason: expect.stringMatching(
          /^the web archive is missing, .* restore the file with SHA-256 [0-9a-f]{64} as web-archives\/crawl\.warc\.gz/u,
        ),
      },
    ]);
    expect(filesIn(content)).toEqual(before);
  });

  test("an archive that was taken out on purpose is noted as removed with its captures, and not before", async () => {
    const home = folderWith({ "crawl.warc.gz": await warc(three, "each") });
    const content = folderWith();
    await importing(content, [join(home, "crawl.warc.gz")]);
    expect(removeDumps({ content, names: [], posts: false }).dumps).toEqual([]);
    expect(() => removeDumps({ content, names: ["crawl.warc.gz"], posts: false })).toThrow(/the dump still exists/u);
    rmSync(join(content, "dumps", "crawl.warc.gz.kept.yml"));
    expect((await verifyArchive(content)).findings).toMatchObject([{ kind: "damage", file: "dumps/crawl.warc.gz" }]);
    expect(removeDumps({ content, names: ["crawl.warc.gz"], posts: false }).dumps).toHaveLength(4);
    expect((await verifyArchive(content)).findings).toEqual([]);
    expect(postsIn(content)).toHaveLength(6);
  });

  test("another file of the same length and place is refused by its hash, and nothing is lost", async () => {
    const bytes = await warc(three);
    const home = folderWith({ "crawl.warc": bytes });
    const content = folderWith();
    await importing(content, [join(home, "crawl.warc")]);
    const before = filesIn(content);
    writeFileSync(join(home, "crawl.warc"), Buffer.from(bytes.toString("latin1").replace("mole", "moat"), "latin1"));
    const report = await importing(content);
    expect(report.failures).toEqual([
      expect.stringMatching(/^Cannot read web archive "crawl\.warc": the file ".*" is a different file/u),
    ]);
    expect(filesIn(content)).toEqual(before);
    expect((await verifyArchive(content)).findings).toMatchObject([{ kind: "damage", file: "dumps/crawl.warc" }]);
  });

  test("a folder of web archives is imported under its name", async () => {
    const home = folderWith({
      "crawls/a.warc": await warc(three.slice(0, 1)),
      "crawls/b.warc.gz": await warc(three.slice(1), "each"),
    });
    const content = folderWith();
    const { dumps, posts: count } = await importing(content, [join(home, "crawls")]);
    expect(count).toBe(6);
    expect(dumps.map(({ file }) => file).filter((file) => !file.includes("/2024"))).toEqual([
      "crawls/a.warc",
      "crawls/b.warc.gz",
    ]);
  });
});

describe("the posts of web archives", { timeout: 60_000 }, () => {
  test("are the same files whatever the order of the records, and whether they are held or not", async () => {
    const orders = [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ].map((order) => order.flatMap((place) => three[place] ?? []));
    const made = await Promise.all(
      orders.map(async (records, index) => {
        const content = folderWith({ "dumps/crawl.warc": await warc(records) });
        const report = await importing(content, [], index === 1 ? 1 : undefined);
        expect(report.differences.map(({ changed, gone }) => [changed.length, gone.length])).toEqual([
          [1, 0],
          [0, 1],
        ]);
        const files = filesIn(content);
        return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith("posts/")));
      }),
    );
    expect(Object.keys(made[0] ?? {})).toHaveLength(6);
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
  });

  test("of forty captures that show the same, the first and the last are kept", async () => {
    const same = Array.from({ length: 40 }, (_, day): MadeRecord => {
      const date = new Date(Date.UTC(2024, 3, 1 + day)).toISOString().replace(/\.\d+Z/u, "Z");
      return { url: address, date, body: tmePage(madePosts(3).map((post) => ({ ...post, views: `${100 + day}` }))) };
    });
    const content = folderWith({ "dumps/crawl.warc.gz": await warc(same, "each") });
    const { dumps, notices } = await importing(content);
    expect(dumps.map(({ retrieved }) => retrieved)).toEqual([undefined, "2024-04-01", "2024-05-10"]);
    expect(notices.map(({ reason }) => reason)).toEqual([
      "skipped: 38 captures that show the same as those before and after",
    ]);
    const [post] = Object.entries(filesIn(content)).flatMap(([path, text]) =>
      path.startsWith("posts/") ? [text] : [],
    );
    expect(post).toContain("139");
  });

  test("addresses of t.me in all their forms are read, with the moment of an archive of the web", async () => {
    const one = tmePage(madePosts(1, 5));
    const records = [
      "https://t.me/harbour_bell/5?embed=1&mode=tme",
      "http://telegram.me/s/harbour_bell",
      "https://www.telegram.dog/s/harbour_bell/5",
      "https://web.archive.org/web/20220708091011id_/https://t.me/s/harbour_bell",
      "https://web.archive.org/web/20230708091011/http://telegram.me/s/harbour_bell?before=6",
    ].map((url): MadeRecord => ({ url, date: "2024-05-01T00:00:00Z", body: one }));
    const content = folderWith({ "dumps/crawl.warc": await warc(records) });
    const { dumps } = await importing(content);
    expect(dumps.slice(1).map(({ file, retrieved }) => [file, retrieved])).toEqual([
      ["crawl.warc/20220708091011/t.me/s/harbour_bell.html", "2022-07-08"],
      ["crawl.warc/20230708091011/t.me/s/harbour_bell_before-6.html", "2023-07-08"],
      ["crawl.warc/20240501000000/t.me/harbour_bell/5_embed-1-mode-tme.html", "2024-05-01"],
      ["crawl.warc/20240501000000/t.me/s/harbour_bell.html", "2024-05-01"],
      ["crawl.warc/20240501000000/t.me/s/harbour_bell/5.html", "2024-05-01"],
    ]);
    expect(postsIn(content)).toHaveLength(1);
  });

  test("what t.me sends while a reader scrolls is read, and a page that the crawler cut off is told", async () => {
    const records: readonly MadeRecord[] = [
      {
        url: `${address}?before=4`,
        date: "2024-05-01T00:00:00Z",
        body: JSON.stringify(tmePage(madePosts(3))),
        headers: { "Content-Type": "application/json; charset=utf-8" },
      },
      {
        url: address,
        date: "2024-05-01T00:00:01Z",
        body: tmePage(madePosts(2, 4)),
        warcHeaders: { "WARC-Truncated": "length" },
      },
    ];
    const content = folderWith({ "dumps/crawl.warc": await warc(records) });
    const { posts: count, notices } = await importing(content);
    expect(count).toBe(5);
    expect(notices.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /^record urn:uuid:\S+ at offset \d+: it was cut off when the archive was made \(length\)$/u,
      ),
    ]);
  });

  test("text records are read as text, with handle, day and address from the record", async () => {
    const record: MadeRecord = {
      url: "https://t.me/s/marsh_radio",
      date: "2024-05-01T00:00:00Z",
      type: "conversion",
      body: page,
    };
    const other: MadeRecord = {
      url: "https://tides.example/",
      date: "2024-05-01T00:00:00Z",
      type: "conversion",
      body: "Tides",
    };
    const content = folderWith({ "dumps/crawl.warc.wet.gz": await warc([record, other], "each") });
    const { dumps, failures } = await importing(content);
    expect(failures).toEqual([]);
    expect(dumps.at(-1)).toMatchObject({
      file: "crawl.warc.wet.gz/20240501000000/t.me/s/marsh_radio.txt",
      retrieved: "2024-05-01",
      posts: 3,
      channel: { handle: "marsh_radio" },
      record: { url: "https://t.me/s/marsh_radio", moment: "2024-05-01T00:00:00Z" },
    });
    expect(await importing(content)).toMatchObject({ written: 0, unchanged: 3 });
    expect((await verifyArchive(content)).findings).toEqual([]);
  });

  test("pages of other sites about a channel are read as their text", async () => {
    const html = `<html><head><title>x</title><script>var fog;</script></head><body><h1>Marsh Radio</h1><nav><a>Channels</a></nav>
<div class="posts"><div class="post-container"><div class="post-text">On 3 March 2024 the reeds were cut.<br>All hands came.</div></div>
<div class="post-container"><div class="post-text">On 4 March 2024 the boat came back.</div></div></div></body></html>`;
    const record: MadeRecord = {
      url: "https://tgstat.com/channel/@marsh_radio",
      date: "2024-05-01T00:00:00Z",
      body: html,
    };
    const content = folderWith({ "dumps/crawl.warc": await warc([record]) });
    const { dumps } = await importing(content);
    expect(dumps.at(-1)).toMatchObject({ retrieved: "2024-05-01", channel: { handle: "marsh_radio" } });
    const files = filesIn(content);
    const texts = postsIn(content)
      .map((path) => files[path])
      .join("\n");
    expect(texts).toContain("the reeds were cut.\nAll hands came.");
    expect(texts).not.toContain("var fog");
  });
});

test("the page of a capture names its record, and the post's page leads there", { timeout: 60_000 }, async () => {
  const content = folderWith({
    "site.yml": "title: Bell\ndescription: Posts\nurl: https://bell.example/\nlanguage: en\n",
    "dumps/crawl.warc": await warc([{ ...(three[0] as MadeRecord), id: "11111111-2222-3333-4444-555555555555" }]),
  });
  await importing(content);
  const archive = loadArchive(content);
  const pages = archive.dumpPages.map((item) => render({ archive, item }));
  const [capture] = pages.filter((html) => html.includes("urn:uuid:11111111-2222-3333-4444-555555555555"));
  expect(capture).toContain("2024-03-05T10:00:00Z");
  expect(capture).toContain("https://t.me/s/harbour_bell");
  expect(capture).toContain("Bell 1 rang over the mole.");
  expect(pages).toContainEqual(expect.stringContaining("each capture of a channel’s page has its own page"));
  const [post] = archive.posts;
  expect((post && archive.dumpOf(post.post.source))?.report.record?.offset).toBe(0);
});
