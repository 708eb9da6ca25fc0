import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import initSqlJs, { type Database } from "sql.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeDownloads } from "../../scripts/site/downloads.ts";
import type { Day } from "../../src/model/day.ts";
import { givenDay } from "../../src/model/given.ts";
import { recordOf } from "../../src/model/record.ts";
import { csvRow } from "../../src/site/formats/downloads/csv.ts";
import type { Download } from "../../src/site/formats/downloads/download.ts";
import { downloadFields, downloadPaths, downloadRecord } from "../../src/site/formats/downloads/fields.ts";
import { columnOf } from "../../src/site/formats/downloads/path.ts";
import { placeInTables, postTables } from "../../src/site/formats/downloads/tables.ts";
import { downloadPath, postRecordPath } from "../../src/site/model/urls.ts";
import { english } from "../../src/site/texts/english.ts";
import { archiveOf, manyPosts, oddPosts, postWith, settings } from "./fixture.ts";

const archive = archiveOf([...oddPosts, ...manyPosts(20)]);
const records = archive.posts.map((page) => downloadRecord(page, settings.url));
const folder = mkdtempSync(join(tmpdir(), "scrollback-downloads-"));
let downloads: readonly Download[];
let database: Database;

beforeAll(async () => {
  downloads = await writeDownloads(archive, folder);
  const sql = await initSqlJs();
  database = new sql.Database(readFileSync(join(folder, downloadPath("posts.sqlite"))));
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function text(file: string): string {
  return readFileSync(join(folder, downloadPath(file)), "utf8");
}

function ask(question: string): readonly unknown[] {
  return database.exec(question)[0]?.values.flat() ?? [];
}

test("the dictionary covers every field that a record can have, and no other", () => {
  const found = new Set<string>();
  const known = new Set<string>(downloadFields.map((field) => field.path));
  const walk = (value: object, above: string): void => {
    for (const [key, inner] of Object.entries(value)) {
      const path = above + key;
      if (known.has(path)) found.add(path);
      else if (typeof inner === "object" && inner !== null) walk(inner, `${path}.`);
      else throw new Error(`no field is called "${path}"`);
    }
  };
  const full = postWith({
    id: "full000000",
    mentions: ["ada"],
    links: ["https://a.example/"],
    dating: givenDay("2025-02-04" as Day, { by: "Ada", on: "2026-11-29" as Day }),
    boundary: { kind: "set", by: "Ada", on: "2026-11-29" as Day },
    linkPreview: { site: "Pier", title: "Fog" },
    poll: { question: "Fog?", kind: "Quiz", options: [{ text: "Yes", percent: 100 }], voters: 3 },
    files: [{ name: "fog.pdf", size: "1.2 MB" }],
    service: { event: "created" },
    entities: [{ kind: "bold", offset: 0, length: 3 }],
    forwardedAuthor: "the clerk",
    mediaFiles: [{ kind: "photo" }],
    albumNumbers: [8],
    buttons: [{ text: "Rota" }],
    unread: [{ key: "hologram", json: "{}" }],
    replyTo: { author: "Pier", excerpt: "Fog", number: 3 },
    views: { count: 12_400, printed: "12.4K" },
    signature: "Ada Fenn",
    viaBot: "tide_bot",
    topic: "Tides",
    clock: "21:14",
    editedMark: true,
    number: 7,
    published: "2025-02-04T09:30:00Z",
    edited: "2025-02-04T10:30:00Z",
    alsoIn: [{ file: "quay.txt", sha256: "b".repeat(64), dialect: "preview", lines: [[1, 2]], sequence: 1 }],
    versions: [{ file: "quay.txt", text: "Fog" }],
  });
  const judged = postWith({ id: "judged0000", boundary: { kind: "inferred", probability: 0.5 } });
  for (const record of [...records, recordOf(full), recordOf(judged)]) walk(record, "");
  expect([...known].filter((path) => !found.has(path))).toEqual([]);
  expect(Object.keys(english.downloads.fields)).toEqual([...known]);
});

test("the files are as their sizes and hashes say, and made again they are the same", async () => {
  const again = mkdtempSync(join(tmpdir(), "scrollback-downloads-"));
  try {
    expect(await writeDownloads(archive, again)).toEqual(downloads);
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
  for (const file of downloads) {
    const bytes = readFileSync(join(folder, file.path));
    expect([bytes.length, createHash("sha256").update(bytes).digest("hex")]).toEqual([file.bytes, file.sha256]);
  }
});

test("the JSON Lines file is the records, and each post has its own beside its page", () => {
  const lines = text("posts.jsonl").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(records)));
  for (const [index, { post }] of archive.posts.entries()) {
    const own = readFileSync(join(folder, postRecordPath(post.id)), "utf8");
    expect(own).toBe(`${lines[index]}\n`);
  }
});

describe("the CSV file", () => {
  test("reads back with a cell for each field of each post", () => {
    const [mark, ...rest] = [...text("posts.csv")];
    expect(mark).toBe("\uFEFF");
    const [head, ...rows] = cells(rest.join(""));
    expect(head).toEqual(downloadFields.map((field) => columnOf(field.path)));
    expect(rows).toHaveLength(archive.posts.length);
    const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1]);
    expect(column("id")).toEqual(archive.posts.map(({ post }) => post.id));
    expect(column("text").map((cell) => cell?.replace(/^'/u, ""))).toEqual(archive.posts.map(({ post }) => post.text));
    expect(column("tags")).toEqual(archive.posts.map(({ post }) => post.tags.map((tag) => tag.label).join(" ")));
    expect(JSON.parse(column("reactions").find((cell) => cell !== "") ?? "")).toEqual({
      "👍": 3,
      "❤": 2490,
      custom: 12,
      "⭐": 1,
    });
  });

  test.each(["=1+1", "+7 495", "-2", "@SUM(A1)", "\t=1", " =1", "＝1"])("lets no spreadsheet run %j", (words) => {
    const [page] = archiveOf([postWith({ id: "formula000", text: words })]).posts;
    if (page === undefined) throw new Error("the archive has a post");
    const [row] = cells(csvRow(downloadRecord(page, settings.url), downloadPaths));
    expect(row?.[downloadFields.findIndex((field) => field.path === "text")]).toBe(`'${words}`);
  });
});

describe("the SQLite file", () => {
  test("has a place for every field", () => {
    for (const { path } of downloadFields) expect(placeInTables(path)).not.toBe("");
    const columns = ask("SELECT name FROM pragma_table_info('posts')");
    for (const { path } of downloadFields) {
      const place = placeInTables(path);
      if (place.startsWith("posts.")) expect(columns).toContain(place.slice("posts.".length));
      else expect(ask("SELECT name FROM sqlite_master WHERE type = 'table'")).toContain(place);
    }
  });

  test("has a row for each post and for each of its many", () => {
    for (const { name, rows } of postTables) {
      const count = archive.posts.reduce((sum, page) => sum + rows(page, settings.url).length, 0);
      expect([name, ...ask(`SELECT count(*) FROM ${name}`)]).toEqual([name, count]);
    }
    expect(ask("SELECT text FROM posts ORDER BY row")).toEqual(archive.posts.map(({ post }) => post.text));
    expect(ask("SELECT file, lines FROM sources")).toEqual(["harbour.txt", 90]);
    expect(ask("PRAGMA integrity_check")).toEqual(["ok"]);
  });

  test("finds words in any script", () => {
    const find = (word: string) =>
      ask(`SELECT id FROM posts WHERE row IN (SELECT docid FROM posts_text WHERE posts_text MATCH '${word}')`);
    expect(find("talked")).toEqual(["headlined1"]);
    expect(find("женщинам")).toEqual(["russian001"]);
    expect(find("گفتگو")).toEqual(["persian001"]);
    expect(find("nowhere")).toEqual([]);
  });
});

/** Reads CSV as RFC 4180 has it. */
function cells(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
