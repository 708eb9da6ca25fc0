import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wholeDump } from "../../scripts/storage/dumps.ts";
import { readWebArchiveFile } from "../../scripts/storage/web-archives.ts";
import { unpacked } from "../../src/webarchive/gzip-members.ts";
import { recordsIn } from "../../src/webarchive/records.ts";
import { folderWith } from "../import/content-folder.ts";
import { type MadeRecord, madePosts, recordBytes, tmePage, wacz, warc } from "./made-archives.ts";

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const address = "https://t.me/s/harbour_bell";

function capture(
  day: number,
  count = day,
  headers: Readonly<Record<string, string>> = {},
  body?: Uint8Array,
): MadeRecord {
  return { url: address, date: `2024-04-0${day}T10:00:00Z`, body: body ?? tmePage(madePosts(count)), headers };
}

/** What is read of an archive: posts, the capture days of its pages, and notices; or why it cannot be read. */
async function read(bytes: Uint8Array, name = "crawl.warc") {
  const path = join(folderWith(), name);
  writeFileSync(path, bytes);
  const [first] = (await readWebArchiveFile(path, name)).map(wholeDump);
  if (first?.kind !== "export") return { failure: first?.kind === "failed" ? first.message : "" };
  const { posts, report, captures = [] } = first.dump;
  return {
    numbers: posts.map(({ number }) => number),
    texts: posts.map(({ number, text, media }) => [number, text, media]),
    days: captures.map(({ retrieved }) => retrieved),
    notices: report.notices.filter(({ rule }) => rule === "web-archive/damaged").map(({ reason }) => reason),
  };
}

describe("damaged web archives", { timeout: 60_000 }, () => {
  test("a truncated archive gives the posts before the cut, and one notice with record and offset", async () => {
    const [one, two] = await Promise.all([recordBytes(capture(2)), recordBytes(capture(6))]);
    const cut = Buffer.concat([one, two.subarray(0, two.length - 1500)]);
    const found = await read(cut);
    expect(found.days).toEqual(["2024-04-02", "2024-04-06"]);
    expect(found.numbers?.length).toBeGreaterThan(2);
    expect(found.notices).toEqual([
      expect.stringMatching(
        new RegExp(`^record urn:uuid:[\\w-]+ at offset ${one.length}: it ends after \\d+ bytes of \\d+`, "u"),
      ),
    ]);
    const packed = await read(Buffer.concat([gzipSync(one), gzipSync(two).subarray(0, -150)]), "crawl.warc.gz");
    expect(packed.numbers?.slice(0, 2)).toEqual([1, 2]);
    expect(packed.notices).toEqual([
      expect.stringMatching(
        new RegExp(
          `^record urn:uuid:[\\w-]+ at offset ${gzipSync(one).length}: it ends after \\d+ bytes of \\d+; the file ends inside of a gzip member$`,
          "u",
        ),
      ),
    ]);
  });

  test("a capture that is cut off takes nothing from what an earlier one shows, wherever that is", async () => {
    const whole = await read(await recordBytes(capture(4)));
    const [one, two] = await Promise.all([recordBytes(capture(4)), recordBytes(capture(5, 4))]);
    expect(whole.texts).toHaveLength(4);
    for (let end = two.length - 1; end > two.length - 1600; end -= 37) {
      const { texts } = await read(Buffer.concat([one, two.subarray(0, end)]));
      expect([end, texts]).toEqual([end, whole.texts]);
    }
  });

  test("an archive that is cut off anywhere is read to its end", async () => {
    const records = await Promise.all([1, 2].map((day) => recordBytes(capture(day, 1, {}, Buffer.from("x")))));
    const packed = Buffer.concat(records.map((record) => gzipSync(record)));
    for (const bytes of [packed, Buffer.concat(records), gzipSync(Buffer.concat(records))]) {
      for (let end = 0; end < bytes.length; end += 1) {
        let items = 0;
        for await (const _ of recordsIn(unpacked(once(bytes.subarray(0, end))))) {
          items += 1;
          if (items > 20) throw new Error(`no end of items where ${end} of ${bytes.length} bytes are there`);
        }
      }
    }
  });

  test("a header without an end is passed over, and the next packed record is read", async () => {
    const endless = Buffer.from(`WARC/1.0\r\nX-Long: ${"a".repeat(400_000)}`);
    const found = await read(
      Buffer.concat([gzipSync(endless), gzipSync(await recordBytes(capture(2)))]),
      "crawl.warc.gz",
    );
    expect(found.days).toEqual(["2024-04-02"]);
    expect(found.notices).toHaveLength(1);
  });

  test.each([
    "__proto__:x",
    "constructor:x",
    "toString:x",
  ])("a digest named %s is none that is known", async (digest) => {
    const found = await read(await warc([capture(2, 2, { "WARC-Block-Digest": digest })]));
    expect(found.numbers).toEqual([1, 2]);
  });

  test("a damaged gzip member costs its own record at most", async () => {
    const members = (await Promise.all([1, 2, 3].map((day) => recordBytes(capture(day))))).map((bytes) =>
      gzipSync(bytes),
    );
    const damaged = Buffer.from(members[1] ?? []);
    damaged.fill(0xff, 60, 90);
    const found = await read(
      Buffer.concat([members[0] ?? Buffer.of(), damaged, members[2] ?? Buffer.of()]),
      "crawl.warc.gz",
    );
    expect(found.days).toEqual(["2024-04-01", "2024-04-03"]);
    expect(found.notices?.length).toBeGreaterThan(0);
    expect(found.notices?.join("\n")).toContain(`offset ${members[0]?.length}`);
  });

  test("a changed byte of a gzip member is told by its checksum", async () => {
    const member = gzipSync(await recordBytes(capture(2)), { level: 0 });
    member[member.indexOf("mole")] = 0x4d;
    const found = await read(member, "crawl.warc.gz");
    expect(found.numbers).toEqual([1, 2]);
    expect(found.notices?.join("\n")).toMatch(/its (?:payload|block) does not have the digest sha256:\w+/u);
  });

  test.each([
    ["too short", (length: number) => length - 40],
    ["too long", (length: number) => length + 700],
    ["far too long", (length: number) => length * 1000],
    ["no number", () => "many"],
  ])("a Content-Length that is %s costs no record", async (_, wrong) => {
    const records = await Promise.all([1, 2, 3].map((day) => recordBytes(capture(day))));
    const second =
      records[1]?.toString("latin1").replace(/(?<=\r\nContent-Length: )\d+/u, (length) => `${wrong(Number(length))}`) ??
      "";
    const all = [records[0] ?? Buffer.of(), Buffer.from(second, "latin1"), records[2] ?? Buffer.of()];
    for (const [bytes, name] of [
      [Buffer.concat(all), "crawl.warc"],
      [gzipSync(Buffer.concat(all)), "crawl.warc.gz"],
      [Buffer.concat(all.map((record) => gzipSync(record))), "crawl.warc.gz"],
    ] as const) {
      const found = await read(bytes, name);
      expect(found.days).toEqual(["2024-04-01", "2024-04-02", "2024-04-03"]);
      expect(found.numbers).toEqual([1, 2, 3]);
      expect(found.notices).toHaveLength(1);
      expect(found.notices?.[0]).toMatch(/^record urn:uuid:[\w-]+ at offset \d+: /u);
    }
  });

  test("a wrong digest is told, and the page is read", async () => {
    const bytes = await warc([
      { ...capture(2), warcHeaders: { "WARC-Payload-Digest": "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" } },
    ]);
    const found = await read(bytes);
    expect(found.numbers).toEqual([1, 2]);
    expect(found.notices).toEqual([
      expect.stringMatching(/^record urn:uuid:[\w-]+ at offset 0: its payload does not have the digest sha1:A+$/u),
    ]);
  });

  test("pages come chunked, as gzip and as brotli, or kept unpacked under such a header", async () => {
    const page = Buffer.from(tmePage(madePosts(3)));
    const chunked = Buffer.concat([
      Buffer.from(`${(100).toString(16)}\r\n`),
      page.subarray(0, 100),
      Buffer.from(`\r\n${(page.length - 100).toString(16)};x=y\r\n`),
      page.subarray(100),
      Buffer.from("\r\n0\r\n\r\n"),
    ]);
    const found = await read(
      await warc([
        capture(1, 3, { "Content-Encoding": "gzip" }, gzipSync(page)),
        capture(2, 3, { "Content-Encoding": "br" }, brotliCompressSync(page)),
        capture(3, 3, { "Transfer-Encoding": "chunked" }, chunked),
        capture(4, 3, { "Content-Encoding": "br", "Transfer-Encoding": "chunked" }, page),
        capture(5, 4, { "Content-Encoding": "gzip" }, gzipSync(Buffer.from(tmePage(madePosts(30)))).subarray(0, -150)),
        capture(6, 4, { "Content-Encoding": "zstd" }, Buffer.from([0x28, 0xb5, 0x2f, 0xfd])),
      ]),
    );
    expect(found.numbers?.slice(0, 3)).toEqual([1, 2, 3]);
    expect(found.days).toEqual(["2024-04-01", "2024-04-04", "2024-04-05"]);
    expect(found.notices).toEqual([
      expect.stringMatching(/its content encoding "gzip" cannot be undone to the end/u),
      expect.stringMatching(/its content encoding "zstd" is not known/u),
    ]);
  });

  test("what belongs to no record is told with its offset and its length", async () => {
    const records = await Promise.all([1, 2].map((day) => recordBytes(capture(day))));
    const found = await read(
      Buffer.concat([records[0] ?? Buffer.of(), Buffer.from("fog\nfog\n"), records[1] ?? Buffer.of()]),
    );
    expect(found.days).toEqual(["2024-04-01", "2024-04-02"]);
    expect(found.notices).toHaveLength(1);
  });

  test("a package whose file is not the one that it lists is told", async () => {
    const found = await read(await wacz([capture(2)], "0".repeat(64)), "crawl.wacz");
    expect(found.numbers).toEqual([1, 2]);
    expect(found.notices).toEqual([
      `"archive/data.warc.gz" does not have the SHA-256 given in datapackage.json (${"0".repeat(64)})`,
    ]);
  });

  test("an archive without a page of a channel is refused in one line with its counts", async () => {
    const bytes = await warc([{ url: "https://tides.example/", date: "2024-04-01T10:00:00Z", body: "<html></html>" }]);
    expect(await read(bytes)).toEqual({
      failure:
        'Cannot read web archive "crawl.warc": none of its 1 records is a page with posts of a channel (1 records of other addresses)',
    });
    for (const name of ["a.warc", "a.warc.gz", "a.wacz", "a.wet.gz"])
      expect((await read(Buffer.from("fog"), name)).failure).toMatch(/^Cannot read [^\n]+$/u);
    expect((await read(Buffer.of(), "a.warc")).failure).toMatch(/^Cannot read [^\n]+$/u);
  });

  test("of any damage, nothing crashes, and what is whole before it is read", async () => {
    const records = await Promise.all([1, 2, 3].map((day) => recordBytes(capture(day))));
    const plain = Buffer.concat(records);
    const each = Buffer.concat(records.map((record) => gzipSync(record)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(plain, each),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.uint8Array({ maxLength: 12 }),
        fc.boolean(),
        async (whole, where, noise, cuts) => {
          const at = Math.floor(where * whole.length);
          const bytes = Buffer.concat([
            whole.subarray(0, at),
            noise,
            cuts ? Buffer.of() : whole.subarray(at + noise.length),
          ]);
          const found = await read(bytes, whole === plain ? "crawl.warc" : "crawl.warc.gz");
          const firstEnds = whole === plain ? (records[0]?.length ?? 0) : gzipSync(records[0] ?? Buffer.of()).length;
          if (at >= firstEnds) expect(found.days?.[0]).toBe("2024-04-01");
          else expect(found.failure ?? found.days).toBeDefined();
        },
      ),
      { numRuns: 150 },
    );
  });
});
