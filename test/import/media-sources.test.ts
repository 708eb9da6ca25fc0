import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { importAll } from "../../scripts/storage/import-all.ts";
import { MediaKeeper } from "../../scripts/storage/media-keeper.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { htmlExport, resultJson, type Told, tmePageOf, toldPosts } from "../exports/three-shapes.ts";
import { type MadeRecord, wacz, warc } from "../webarchive/made-archives.ts";
import { filesIn, folderWith, postsIn } from "./content-folder.ts";

/** Every third post has a picture. */
const posts: readonly Told[] = toldPosts(60).map((post, at) => (at % 3 === 0 ? { ...post, photo: `p${at}` } : post));

function pictureOf(photo: string): Buffer {
  return Buffer.from(`\u00FF\u00D8\u00FF\u00E0 picture ${photo}`, "latin1");
}

function picturesOf(told: readonly Told[], folder: string): Readonly<Record<string, Buffer>> {
  return Object.fromEntries(
    told.flatMap(({ photo }) => (photo === undefined ? [] : [[`${folder}/${photo}.jpg`, pictureOf(photo)]])),
  );
}

const addressOf = (photo: string): string => `https://cdn4.telesco.example/file/${photo}.jpg`;

function crawlOf(told: readonly Told[]): readonly MadeRecord[] {
  const date = "2025-02-28T10:00:00Z";
  const headers = { "Content-Type": "image/jpeg" };
  return [
    // A crawler may fetch a picture before the page, with a pass, and from an archive of the web.
    ...told.flatMap(({ photo }, at): readonly MadeRecord[] =>
      photo === undefined
        ? []
        : [{ url: `${addressOf(photo)}${at % 2 === 0 ? "?token=abc" : ""}`, date, body: pictureOf(photo), headers }],
    ),
    { url: "https://t.me/s/tidewatch_harbour", date, body: tmePageOf(told, addressOf) },
  ];
}

/** A folder with these files. */
function laid(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(folderWith(), "Taken");
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

async function zipped(files: Readonly<Record<string, string | Uint8Array>>, compress = true): Promise<string> {
  const path = join(folderWith(), "export.zip");
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes as string), name, { compress });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

function importing(content: string, dumps: readonly string[]) {
  return importAll({ content, dumps, force: false, today: "2025-03-01" as Day });
}

/** Of each post with files: its number, and the SHA-256 of each file. */
function keptIn(content: string): readonly (readonly [number | undefined, readonly (string | undefined)[]])[] {
  return postsIn(content)
    .map((path) => readPost(readFileSync(join(content, path), "utf8"), path))
    .flatMap(({ number, mediaFiles }) =>
      mediaFiles === undefined ? [] : [[number, mediaFiles.map(({ sha256 }) => sha256)] as const],
    )
    .toSorted(([one = 0], [other = 0]) => one - other);
}

function expectedOf(told: readonly Told[]): ReturnType<typeof keptIn> {
  return told.flatMap(({ number, photo }) =>
    photo === undefined ? [] : [[number, [createHash("sha256").update(pictureOf(photo)).digest("hex")]] as const],
  );
}

const few = posts.slice(0, 7);

describe("pictures of a post, whatever holds them", { timeout: 60_000 }, () => {
  test.each([
    ["a .zip of an export", () => zipped({ "Chat/result.json": resultJson(few), ...picturesOf(few, "Chat/photos") })],
    ["a .zip of pages", () => zipped({ "messages.html": htmlExport(few), ...picturesOf(few, "photos") })],
    [
      "a saved page and the folder beside it",
      async () =>
        laid({
          "page.html": tmePageOf(few, (photo) => `./page_files/${photo}.jpg`),
          ...picturesOf(few, "page_files"),
          "page_files/frame.html": "<p>a frame</p>",
        }),
    ],
    [
      "a saved page that still names the addresses",
      async () => laid({ "page.html": tmePageOf(few, addressOf), ...picturesOf(few, "page_files") }),
    ],
    [
      "a .zip of a saved page",
      () => zipped({ "page.html": tmePageOf(few, addressOf), ...picturesOf(few, "page_files") }),
    ],
    ["a crawl", async () => join(laid({ "crawl.warc.gz": await warc(crawlOf(few), "each") }), "crawl.warc.gz")],
    ["a package of a crawl", async () => join(laid({ "crawl.wacz": await wacz(crawlOf(few)) }), "crawl.wacz")],
  ])("are kept of %s", async (_, make) => {
    const content = folderWith();
    const { failures, notices } = await importing(content, [await make()]);
    expect(failures).toEqual([]);
    expect(notices.filter(({ rule }) => rule === "media/left-out")).toEqual([]);
    expect(keptIn(content)).toEqual(expectedOf(few));
    expect((await verifyArchive(content)).findings.filter(({ kind }) => kind === "damage")).toEqual([]);
    const before = filesIn(content);
    expect(await importing(content, [])).toMatchObject({ written: 0, removed: 0 });
    expect(filesIn(content)).toEqual(before);
  });

  test("are not taken from a record that is cut off, has another digest, or holds something else; each costs one line", async () => {
    const [one, two, three] = [few[0], few[3], few[6]].map((post) => `${addressOf(post?.photo ?? "")}`);
    const headers = { "Content-Type": "image/jpeg" };
    const date = "2025-02-28T10:00:00Z";
    const records = [
      ...crawlOf(few).slice(-1),
      { url: one ?? "", date, body: pictureOf("cut"), headers, warcHeaders: { "WARC-Truncated": "length" } },
      { url: two ?? "", date, body: pictureOf("x"), headers, warcHeaders: { "WARC-Payload-Digest": "sha1:AAAA" } },
      { url: three ?? "", date, body: "<script>alert(1)</script>", headers },
      { url: three ?? "", date, body: "", headers, status: "404 Not Found" },
    ];
    const content = folderWith();
    const { notices, posts: count } = await importing(content, [
      join(laid({ "crawl.warc": await warc(records) }), "crawl.warc"),
    ]);
    expect(count).toBe(7);
    expect(notices.filter(({ rule }) => rule === "media/left-out").map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/p6\.jpg" was skipped: it is not a picture/u),
      expect.stringMatching(/p0\.jpg" is damaged in the web archive and was not taken: .*it was cut off/u),
      expect.stringMatching(/p3\.jpg" is damaged in the web archive and was not taken: .*digest/u),
    ]);
    expect(keptIn(content)).toEqual([]);
    expect(Object.keys(filesIn(content)).filter((path) => path.startsWith("media/"))).toEqual([]);
  });

  test("are not taken from a .zip in which they are damaged; each costs one line", async () => {
    const zip = await zipped({ "result.json": resultJson(few), ...picturesOf(few, "photos") }, false);
    const bytes = readFileSync(zip);
    bytes.write("P", bytes.indexOf("picture p3"));
    writeFileSync(zip, bytes);
    const content = folderWith();
    const { notices } = await importing(content, [zip]);
    expect(notices.filter(({ rule }) => rule === "media/left-out").map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^"photos\/p3\.jpg" cannot be read: .*checksum/u),
    ]);
    const expected = expectedOf(few).map(([number, kept]) => [number, number === few[3]?.number ? [undefined] : kept]);
    expect(keptIn(content)).toEqual(expected);
  });

  test("are never written through a link that waits where they are drafted", async () => {
    const content = folderWith();
    const outside = join(folderWith(), "outside");
    mkdirSync(join(content, "media"));
    symlinkSync(outside, join(content, "media/incoming.scrollback-unfinished"));
    const keeper = new MediaKeeper(content, { media: "keep", largest: 1000 });
    await keeper.keep({ dump: "a.zip/result.json", path: "p.jpg", name: "p.jpg" }, [pictureOf("p")]);
    expect(existsSync(outside)).toBe(false);
  });
});

test("sixty posts with pictures from an export, its pages and a crawl make the same archive in every order", {
  timeout: 120_000,
}, async () => {
  const sources = {
    json: laid({ "result.json": resultJson(posts), ...picturesOf(posts, "photos") }),
    html: laid({ "messages.html": htmlExport(posts), ...picturesOf(posts, "photos") }),
    crawl: join(laid({ "crawl.warc.gz": await warc(crawlOf(posts), "each") }), "crawl.warc.gz"),
  };
  const { json, html, crawl } = sources;
  const orders = [
    [json, html, crawl],
    [json, crawl, html],
    [html, json, crawl],
    [html, crawl, json],
    [crawl, json, html],
    [crawl, html, json],
  ];
  const archives = [];
  for (const order of orders) {
    const content = folderWith();
    for (const path of order) expect((await importing(content, [path])).failures).toEqual([]);
    archives.push(Object.fromEntries(Object.entries(filesIn(content)).filter(([path]) => !path.startsWith("dumps/"))));
    if (archives.length === 1) expect(keptIn(content)).toEqual(expectedOf(posts));
  }
  const [first, ...others] = archives;
  for (const other of others) expect(other).toEqual(first);
});
