import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { damagedMedia } from "../../scripts/storage/media-index.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

const jpeg = "\u00FF\u00D8\u00FF\u00E0 made";

/** An export folder of these messages, with these files in it. */
function exported(messages: readonly object[], files: Readonly<Record<string, string>>): string {
  const all = messages.map((message, at) => ({
    id: at + 1,
    type: "message",
    date_unixtime: `${1_733_000_000 + 9_000 * at}`,
    text: `Tide ${at + 1} is in.`,
    ...message,
  }));
  const json = JSON.stringify({ name: "Tidewatch", type: "public_channel", messages: all }, undefined, 1);
  const folder = join(folderWith(), "ChatExport");
  mkdirSync(folder);
  writeFileSync(join(folder, "result.json"), json);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), Buffer.from(content, "latin1"));
  }
  return folder;
}

function mediaOf(content: string) {
  const posts = postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path));
  return posts.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0)).map(({ mediaFiles }) => mediaFiles);
}

describe("files beside an export", () => {
  test("are stored once by their SHA-256, and their posts say which is theirs", () => {
    const folder = exported(
      [
        { photo: "photos/1.jpg", width: 4, height: 3 },
        { file: "files/again.jpg", file_name: "again.jpg" },
        { photo: "(File not included. Change data exporting settings to download.)" },
      ],
      { "photos/1.jpg": jpeg, "files/again.jpg": jpeg, "files/page.html": "<p>no dump</p>" },
    );
    const content = folderWith();
    expect(importInto(content, { dumps: [folder] }).failures).toEqual([]);
    const [one, other, missing] = mediaOf(content);
    expect(one).toMatchObject([
      { kind: "photo", path: "photos/1.jpg", type: "jpg", width: 4, height: 3, bytes: jpeg.length },
    ]);
    expect(other?.[0]?.sha256).toBe(one?.[0]?.sha256);
    expect(missing).toEqual([{ kind: "photo" }]);
    const stored = Object.keys(filesIn(content)).filter((path) => /^media\/../u.test(path) && !path.endsWith(".jsonl"));
    const sha256 = one?.[0]?.sha256 ?? "";
    expect(stored).toEqual([`media/${sha256.slice(0, 2)}/${sha256}.jpg`]);
    const before = filesIn(content);
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
    expect(filesIn(content)).toEqual(before);
  });

  test("of a film are itself and the picture that stands for it until it plays, if the export has one", () => {
    const film = { media_type: "video_file", file: "video_files/1.mp4", thumbnail: "video_files/1.mp4_thumb.jpg" };
    const files = { "video_files/1.mp4": "0000ftypisom film", "video_files/1.mp4_thumb.jpg": jpeg };
    const missing = { ...film, file: "video_files/2.mp4", thumbnail: "(File not included.)" };
    const folder = exported([film, missing], files);
    const content = folderWith();
    importInto(content, { dumps: [folder] });
    const [one, other] = mediaOf(content);
    const sha256 = createHash("sha256").update(Buffer.from(jpeg, "latin1")).digest("hex");
    expect(one).toMatchObject([{ kind: "video", type: "mp4", poster: { path: film.thumbnail, sha256, type: "jpg" } }]);
    expect(other).toEqual([{ kind: "video", path: "video_files/2.mp4" }]);

    const html = `<div class="message default clearfix" id="message1"><div class="body"><div class="pull_right date details" title="07.12.2024 22:24:19 UTC+01:00">22:24</div><div class="media_wrap clearfix"><a class="video_file_wrap clearfix pull_left" href="video_files/1.mp4"><div class="video_play_bg"></div><img class="video_file" src="video_files/1.mp4_thumb.jpg" style="width: 145px"/></a></div></div></div>`;
    rmSync(join(folder, "result.json"));
    writeFileSync(join(folder, "messages.html"), html);
    const again = folderWith();
    importInto(again, { dumps: [folder] });
    expect(mediaOf(again)[0]).toMatchObject([{ kind: "video", type: "mp4", poster: { sha256 } }]);
  });

  test("are known by their bytes: what a browser could run is neither shown nor run", () => {
    const script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    const folder = exported([{ photo: "photos/1.jpg" }, { photo: "photos/2.svg" }], {
      "photos/1.jpg": script,
      "photos/2.svg": script,
    });
    const content = folderWith();
    importInto(content, { dumps: [folder] });
    expect(mediaOf(content).map((files) => files?.[0]?.type)).toEqual(["bin", "bin"]);
  });

  test("that lead out of the export, or are too large, are left out in one line each, and nothing else is lost", () => {
    const folder = exported(
      [
        { photo: "../../secret.jpg" },
        { photo: "photos/link.jpg" },
        { file: "video_files/huge.mp4" },
        { photo: "photos/1.jpg" },
        { file: ".keys/id" },
      ],
      { "photos/1.jpg": jpeg, "video_files/huge.mp4": "", ".keys/id": "secret" },
    );
    writeFileSync(join(folder, "..", "..", "secret.jpg"), jpeg);
    symlinkSync("/etc/hostname", join(folder, "photos", "link.jpg"));
    truncateSync(join(folder, "video_files", "huge.mp4"), 3 * 2 ** 30);
    const content = folderWith();
    const { notices, posts } = importInto(content, { dumps: [folder] });
    expect(posts).toBe(5);
    expect(notices.filter(({ rule }) => rule === "media/left-out").map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^"\.\.\/\.\.\/secret\.jpg" was skipped: its path leads out/u),
      expect.stringMatching(/^"photos\/link\.jpg" was skipped: its path leads out/u),
      expect.stringMatching(/^"video_files\/huge\.mp4" was left out: it has 3222 MB, more than 50 MB/u),
      expect.stringMatching(/^"\.keys\/id" was skipped: it is a hidden file/u),
    ]);
    expect(mediaOf(content).map((files) => files?.[0]?.sha256 !== undefined)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test("that are published elsewhere are left out of git, and may be kept there alone", async () => {
    const folder = exported([{ photo: "photos/1.jpg" }], { "photos/1.jpg": jpeg });
    const settings = "title: Tides\ndescription: Of tides\nurl: https://tides.example/\nlanguage: en\n";
    const link = `${settings}media: link\nmediaUrl: https://files.example/\n`;
    const content = folderWith({ "site.yml": link });
    importInto(content, { dumps: [folder] });
    const sha256 = mediaOf(content)[0]?.[0]?.sha256 ?? "";
    const stored = join(content, "media", sha256.slice(0, 2), `${sha256}.jpg`);
    expect(readFileSync(join(content, "media", ".gitignore"), "utf8")).toBe("*\n!.gitignore\n!*.jsonl\n");
    expect(readFileSync(stored, "latin1")).toBe(jpeg);
    rmSync(stored);
    // No build has published it: it may be lost.
    expect((await verifyArchive(content)).findings).toMatchObject([
      {
        kind: "remark",
        file: `media/${sha256.slice(0, 2)}/${sha256}.jpg`,
        reason: expect.stringContaining("media/linked.jsonl"),
      },
    ]);
    const published = { sha256, kind: "sound", path: `/media/${sha256}.jpg` };
    writeFileSync(join(content, "media", "linked.jsonl"), `${JSON.stringify(published)}\n`);
    expect((await verifyArchive(content)).findings).toEqual([]);
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
    mkdirSync(join(stored, ".."), { recursive: true });
    writeFileSync(stored, "another");
    expect((await verifyArchive(content)).findings).toMatchObject([{ kind: "damage", file: /media/u }]);

    writeFileSync(join(content, "site.yml"), settings);
    importInto(content, { dumps: [folder] });
    expect(existsSync(join(content, "media", ".gitignore"))).toBe(false);
    expect(readFileSync(stored, "latin1")).toBe(jpeg);
  });

  test("are not kept where the settings say so", () => {
    const folder = exported([{ photo: "photos/1.jpg" }], { "photos/1.jpg": jpeg });
    const settings = "title: Tides\ndescription: Of tides\nurl: https://tides.example/\nlanguage: en\nmedia: none\n";
    const content = folderWith({ "site.yml": settings });
    importInto(content, { dumps: [folder] });
    expect(existsSync(join(content, "media"))).toBe(false);
    expect(mediaOf(content)).toEqual([[{ kind: "photo", path: "photos/1.jpg" }]]);
  });

  test("are no damage, and are checked by verify: one that is changed, missing or not told in the index is named", async () => {
    const folder = exported([{ photo: "photos/1.jpg" }, { photo: "photos/2.jpg" }], {
      "photos/1.jpg": jpeg,
      "photos/2.jpg": `${jpeg} again`,
    });
    const content = folderWith();
    importInto(content, { dumps: [folder] });
    expect((await verifyArchive(content)).findings).toEqual([]);
    const [changed = "", missing = ""] = Object.keys(filesIn(content)).filter((path) => path.endsWith(".jpg"));
    writeFileSync(join(content, changed), "other");
    rmSync(join(content, missing));
    appendFileSync(join(content, "media", "index.jsonl"), "{\n");
    expect((await verifyArchive(content)).findings).toMatchObject([
      { kind: "damage", file: "media/index.jsonl", line: 3 },
      { kind: "damage", file: changed, reason: expect.stringContaining("its SHA-256 is") },
      { kind: "damage", file: missing, reason: expect.stringContaining("cannot be read") },
    ]);
  });

  test("are neither written nor read where a link leads out of the archive", () => {
    const folder = exported([{ photo: "photos/1.jpg" }], { "photos/1.jpg": jpeg });
    const content = folderWith();
    const outside = folderWith();
    symlinkSync(outside, join(content, "media"));
    expect(() => importInto(content, { dumps: [folder] })).toThrow(
      /media": it is a link that leads out of the archive/u,
    );
    expect(filesIn(outside)).toEqual({});
    rmSync(join(content, "media"));
    importInto(content, { dumps: [folder] });
    const [stored = ""] = Object.keys(filesIn(content)).filter((path) => path.endsWith(".jpg"));
    rmSync(join(content, stored));
    symlinkSync(join(folder, "photos", "1.jpg"), join(content, stored));
    expect(damagedMedia(content)).toMatchObject([{ file: stored, reason: expect.stringContaining("is a link") }]);
    importInto(content, { dumps: [folder] });
    expect(lstatSync(join(content, stored)).isFile()).toBe(true);
  });

  test("have a type that is known: an index that says another names nothing", () => {
    const folder = exported([{ photo: "photos/1.jpg" }], { "photos/1.jpg": jpeg });
    const content = folderWith();
    importInto(content, { dumps: [folder] });
    const index = join(content, "media", "index.jsonl");
    writeFileSync(index, readFileSync(index, "utf8").replace('"type":"jpg"', '"type":"html"'));
    expect(damagedMedia(content)).toMatchObject([{ file: "media/index.jsonl", line: 1 }]);
    importInto(content, { dumps: [folder] });
    expect(mediaOf(content)[0]?.[0]?.type).toBe("jpg");
  });

  test.each([
    ["changed", (path: string) => writeFileSync(path, "rot")],
    ["lost", (path: string) => rmSync(path)],
  ])("that were %s in the archive are stored again by the next import, of what they were alone", (_, harm) => {
    const folder = exported([{ photo: "photos/1.jpg" }], { "photos/1.jpg": jpeg });
    const content = folderWith();
    const store = join(folderWith(), "store");
    importInto(content, { dumps: [folder], store });
    importInto(content, { store });
    const before = filesIn(content);
    const [stored = ""] = Object.keys(before).filter((path) => path.endsWith(".jpg"));
    harm(join(content, stored));
    importInto(content, { dumps: [folder], store });
    expect(filesIn(content)).toEqual(before);
    harm(join(content, stored));
    writeFileSync(join(folder, "photos", "1.jpg"), `${jpeg} another`);
    importInto(content, { dumps: [folder], store });
    expect(damagedMedia(content)).toMatchObject([{ file: stored }]);
  });

  test("are no dumps where an export or a saved page lies among the dumps", () => {
    const message = {
      id: 1,
      type: "message",
      date_unixtime: "1733000000",
      text: "Tide is in.",
      file: "files/list.txt",
    };
    const json = JSON.stringify({ name: "Tidewatch", type: "public_channel", messages: [message] });
    const content = folderWith({
      "dumps/ChatExport/result.json": json,
      "dumps/ChatExport/files/list.txt": "Nets\nOars\n",
      "dumps/page.html": "<p>no posts</p>",
      "dumps/page_files/frame.html": "<p>a part of it</p>",
      "dumps/other/files/kept.txt": page,
    });
    const { dumps, failures } = importInto(content);
    expect(dumps.map(({ file }) => file)).toEqual(["ChatExport/result.json", "other/files/kept.txt"]);
    expect(failures).toHaveLength(1);
    expect(mediaOf(content).flatMap((files) => files?.map(({ type }) => type) ?? [])).toEqual(["txt"]);
  });

  test("may have a name that only looks like a way out", () => {
    const folder = exported([{ photo: "photos/..odd.jpg" }], { "photos/..odd.jpg": jpeg });
    const content = folderWith();
    expect(importInto(content, { dumps: [folder] }).notices).toEqual([]);
    expect(mediaOf(content)[0]?.[0]?.type).toBe("jpg");
  });

  test("keep the words that a person wrote of them in a post's file, through every later import", () => {
    const folder = exported([{ photo: "photos/1.jpg" }, { photo: "photos/2.jpg" }], {
      "photos/1.jpg": jpeg,
      "photos/2.jpg": `${jpeg} again`,
    });
    const content = folderWith();
    importInto(content, { dumps: [folder] });
    const [path = ""] = postsIn(content);
    const text = readFileSync(join(content, path), "utf8");
    writeFileSync(
      join(content, path),
      text.replace(/^( *)(?:- )?type: jpg$/mu, (line, space) => `${line}\n${space}alt: A boat in fog.`),
    );
    const hands = () => importInto(content).notices.filter(({ rule }) => rule.startsWith("posts/"));
    expect(hands()).toEqual([]);
    const after = filesIn(content);
    expect(hands()).toEqual([]);
    expect(filesIn(content)).toEqual(after);
    expect(readPost(after[path] ?? "", path).mediaFiles).toMatchObject([{ alt: "A boat in fog." }]);
    // Anything else that is changed by hand stays as it is, and is told.
    writeFileSync(join(content, path), (after[path] ?? "").replace("kind: photo", "kind: video"));
    expect(hands()).toMatchObject([{ rule: "posts/hand-edited" }]);
  });
});
