import { spawnSync } from "node:child_process";
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { importAll } from "../../scripts/storage/import-all.ts";
import { readArchive } from "../../scripts/storage/packed-files.ts";
import type { Day } from "../../src/model/day.ts";
import { htmlExport, previewText, resultJson, toldPosts } from "../exports/three-shapes.ts";
import { filesIn, folderWith, page, postsIn } from "./content-folder.ts";

const posts = toldPosts(6);

/** Packs files into `NAME` of a folder. */
async function zipped(
  files: Readonly<Record<string, string>>,
  { name = "captures.zip", compress = true } = {},
): Promise<string> {
  const path = join(folderWith(), name);
  const zip = new ZipFile();
  for (const [file, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), file, { compress });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

function importing(content: string, dumps: readonly string[] = []) {
  return importAll({ content, dumps, force: false, today: "2025-03-01" as Day });
}

const limits = { files: 10, bytes: 4 * 1024 * 1024, ratio: 100 };

describe("archives of dumps", { timeout: 60_000 }, () => {
  test("a .zip holds dumps of every kind with their sidecars, each called by its path in it", async () => {
    const zip = await zipped({
      "ChatExport/messages.html": htmlExport(posts),
      "ChatExport/css/style.css": "a {}",
      "ChatExport/photos/1.jpg": "x",
      "old/marsh.txt": page,
      "old/marsh.yml": "retrieved: 2025-02-09\n",
    });
    const content = folderWith();
    const report = await importing(content, [zip]);
    expect(report.failures).toEqual([]);
    expect(report.dumps.map(({ file, dialect, retrieved }) => [file, dialect, retrieved])).toEqual([
      ["captures.zip/ChatExport/messages.html", "telegram-html", undefined],
      ["captures.zip/old/marsh.txt", "preview", "2025-02-09"],
    ]);
    expect(report.posts).toBe(9);
    const before = filesIn(content);
    expect(await importing(content)).toMatchObject({ written: 0, removed: 0, unchanged: 9 });
    expect(filesIn(content)).toEqual(before);
  });

  test("a dump that is stored in a .zip without being compressed is read", async () => {
    const zip = await zipped({ "marsh.txt": page }, { compress: false });
    expect(await readArchive(zip, "captures.zip")).toMatchObject([{ kind: "read" }]);
  });

  test("a .gz is the dump that it holds", async () => {
    const content = folderWith({
      "dumps/result.json.gz": gzipSync(resultJson(posts)),
      "dumps/result.yml": "handle: tidewatch\n",
    });
    const { dumps } = await importing(content);
    expect(dumps).toMatchObject([
      { file: "result.json.gz", dialect: "telegram-json", posts: 6, channel: { handle: "tidewatch" } },
    ]);
  });

  test("a path that leads out of the archive is refused, and nothing of it is read", async () => {
    const zip = await zipped({ "xx/xx/evil.txt": page, "fine.txt": page });
    writeFileSync(zip, readFileSync(zip).toString("latin1").replaceAll("xx/xx/evil", "../../evil"), "latin1");
    expect(await readArchive(zip, "captures.zip")).toEqual([
      {
        kind: "failed",
        file: "captures.zip",
        message:
          'Cannot read archive "captures.zip": its file "../../evil.txt" leads out of it; pack it again without such paths',
      },
    ]);
  });

  test.each([
    ["says that it is too large", { "a.txt": "fog ".repeat(2_000_000) }, /would unpack to more than 0\.0 GB/u],
    [
      "holds too many files",
      Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}.txt`, "fog"])),
      /more than 10 files/u,
    ],
    ["becomes far larger than it is", { "a.txt": "f".repeat(3 * 1024 * 1024) }, /more than 100 times its size/u],
    ["holds no dump", { "a.jpg": "x" }, /it holds no dump; dumps are called/u],
  ])("an archive that %s is refused in one line", async (_, files, reason) => {
    const found = await readArchive(await zipped(files), "captures.zip", { limits });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "failed", message: expect.stringMatching(reason) });
    expect(JSON.stringify(found)).not.toMatch(/\\n/u);
  });

  test("a size that an archive lies about is found out", async () => {
    const zip = await zipped({ "a.txt": "fog ".repeat(2_000_000) });
    const bytes = readFileSync(zip);
    // The uncompressed size stands 24 bytes behind the start of the record of a file in the directory at the end.
    bytes.writeUInt32LE(100, bytes.indexOf(Buffer.from("PK\u0001\u0002", "latin1")) + 24);
    writeFileSync(zip, bytes);
    const found = await readArchive(zip, "captures.zip", { limits });
    expect(found).toMatchObject([
      { kind: "failed", message: expect.stringMatching(/^Cannot read archive "captures\.zip\/a\.txt": /u) },
    ]);
  });

  test("a .gz that becomes far larger than it is, or that is none, is refused in one line", async () => {
    const folder = folderWith({
      "bomb.txt.gz": gzipSync("f".repeat(3 * 1024 * 1024)),
      "none.json.gz": "fog",
      "cut.txt.gz": gzipSync(page).subarray(0, 60),
    });
    for (const name of ["bomb.txt.gz", "none.json.gz", "cut.txt.gz", "gone.txt.gz"])
      expect(await readArchive(join(folder, name), name, { limits })).toMatchObject([
        { kind: "failed", message: expect.stringMatching(/^Cannot read [^\n]+$/u) },
      ]);
  });

  test("a damaged archive is told in one line", async () => {
    const folder = folderWith({ "none.zip": "fog" });
    expect(await readArchive(join(folder, "none.zip"), "none.zip")).toMatchObject([
      {
        kind: "failed",
        message: expect.stringMatching(
          /^Cannot read archive "none\.zip": it is damaged or no archive \(.+\); pack it again$/u,
        ),
      },
    ]);
  });

  test.each([
    ["a dump", "The fog has gone.", /^Cannot read archive "captures\.zip\/marsh\.txt": it is damaged [^\n]+$/u],
    ["a sidecar", "Europe/Lisbon", /^Cannot read archive "captures\.zip": it is damaged [^\n]+$/u],
  ])("%s in a .zip that has another checksum than the archive tells is refused in one line", async (_, words, line) => {
    const files = { "marsh.txt": page, "marsh.yml": "timezone: Europe/Lisbon\n" };
    const zip = await zipped(files, { compress: false });
    const bytes = readFileSync(zip);
    bytes.write("X", bytes.indexOf(words));
    writeFileSync(zip, bytes);
    expect(await readArchive(zip, "captures.zip")).toMatchObject([
      { kind: "failed", message: expect.stringMatching(line) },
    ]);
  });
});

describe("folders and standard input", { timeout: 120_000 }, () => {
  test("a folder is taken whole under its own name", async () => {
    const outside = folderWith({
      "ChatExport/messages.html": htmlExport(posts.slice(0, 3)),
      "ChatExport/messages2.html": htmlExport(posts.slice(3)),
      "ChatExport/css/style.css": "a {}",
    });
    const content = folderWith();
    const report = await importing(content, [join(outside, "ChatExport")]);
    expect(report.failures).toEqual([]);
    expect(Object.keys(filesIn(content)).filter((path) => path.startsWith("dumps/"))).toEqual([
      "dumps/ChatExport/messages.html",
      "dumps/ChatExport/messages2.html",
    ]);
    expect(report.posts).toBe(6);
  });

  test("dumps of one name in two folders are two dumps, and of one place they are told", async () => {
    const outside = folderWith({ "a/page.txt": previewText(posts), "b/page.txt": page });
    const content = folderWith();
    expect((await importing(content, [join(outside, "a"), join(outside, "b")])).failures).toEqual([]);
    const { failures } = await importing(content, [join(outside, "a/page.txt"), join(outside, "b/page.txt")]);
    expect(failures).toEqual([
      expect.stringMatching(
        /^Cannot import ".*b\/page\.txt": another dump has the name "page\.txt"; rename one of the two$/u,
      ),
    ]);
  });

  test("the folder of the archive itself is not taken into it", async () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    const { failures } = await importing(content, [content]);
    expect(failures).toEqual([expect.stringMatching(/it holds the archive itself; name the files in it$/u)]);
  });

  test.each([
    ["result.json", resultJson(posts), undefined, /^input-[0-9a-f]{12}\.json$/u],
    ["page.txt", page, "marsh", /^marsh\.txt$/u],
  ])("what comes on standard input is kept as a dump (%s)", (_, text, name, kept) => {
    const content = folderWith();
    const root = join(import.meta.dirname, "..", "..");
    const args = [
      "--import",
      "tsx",
      join(root, "scripts/scrollback.ts"),
      "import",
      "--content",
      content,
      ...(name ? ["--name", name] : []),
      "-",
    ];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      input: text,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(Object.keys(filesIn(join(content, "dumps")))).toEqual([expect.stringMatching(kept)]);
    expect(postsIn(content).length).toBeGreaterThan(2);
  });
});
