import { describe, expect, test } from "vitest";
import { importAll } from "../../scripts/storage/import-folder.ts";
import type { ImportReport } from "../../scripts/storage/import-report.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import type { Day } from "../../src/model/day.ts";
import { filesIn, folderWith, postsIn } from "../import/content-folder.ts";
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
        reason: 'passed over: 1 "request" records, 1 records of other addresses, 1 responses with status 302',
      },
    ]);
    const before = filesIn(content);
    expect(postsIn(content)).toHaveLength(6);
    expect(await importing(content)).toMatchObject({ written: 0, removed: 0, unchanged: 6 });
    expect(filesIn(content)).toEqual(before);
    expect((await verifyArchive(content)).findings).toEqual([]);
  });
});
