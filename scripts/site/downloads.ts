import { createHash } from "node:crypto";
import { appendFileSync, closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import initSqlJs, { type Database } from "sql.js";
import { byteOrderMark, csvHead, csvRow } from "../../src/site/formats/downloads/csv.ts";
import { Download, type DownloadKind, downloadName } from "../../src/site/formats/downloads/download.ts";
import { downloadPaths, downloadRecord } from "../../src/site/formats/downloads/fields.ts";
import { type Cell, closing, postTables, schema, sourceRows } from "../../src/site/formats/downloads/tables.ts";
import { referencesIn } from "../../src/site/formats/reference-files.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { downloadPath, postRecordPath } from "../../src/site/model/urls.ts";

/**
 * Writes all posts as files for other programs below `output`: JSON Lines, CSV, SQLite, each post's record beside
 * its page, and the references to the posts of channels and hashtags. The same archive makes the same bytes.
 */
export async function writeDownloads(archive: Archive, output: string): Promise<readonly Download[]> {
  const { posts, settings } = archive;
  if (archive.postRecords.areThere) writeRecords(archive, output);
  writeReferences(archive, output);
  return [
    writeParts(
      "jsonl",
      output,
      parts(posts, (page) => `${JSON.stringify(downloadRecord(page, settings.url))}\n`),
    ),
    writeParts("csv", output, csvParts(archive)),
    writeParts("sqlite", output, [await sqliteFile(archive)]),
  ];
}

/** How many posts are written at a time. */
const postsAtATime = 500;

function* parts<Item>(items: readonly Item[], line: (item: Item) => string): Generator<string> {
  for (let start = 0; start < items.length; start += postsAtATime) {
    yield items
      .slice(start, start + postsAtATime)
      .map(line)
      .join("");
  }
}

function* csvParts({ posts, settings }: Archive): Generator<string> {
  yield byteOrderMark + csvHead(downloadPaths);
  yield* parts(posts, (page) => csvRow(downloadRecord(page, settings.url), downloadPaths));
}

function writeParts(kind: DownloadKind, output: string, contents: Iterable<string | Uint8Array>): Download {
  const path = join(output, downloadPath(downloadName(kind)));
  mkdirSync(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const file = openSync(path, "w");
  try {
    for (const content of contents) {
      const part = typeof content === "string" ? Buffer.from(content) : content;
      for (let written = 0; written < part.length; ) written += writeSync(file, part, written);
      hash.update(part);
      bytes += part.length;
    }
  } finally {
    closeSync(file);
  }
  return new Download(kind, bytes, hash.digest("hex"));
}

function writeRecords({ posts, settings }: Archive, output: string): void {
  for (const page of posts) {
    const path = join(output, postRecordPath(page.post.id));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(downloadRecord(page, settings.url))}\n`);
  }
}

/** Writes each post into the files of its channel and hashtags, some posts at a time. */
function writeReferences(archive: Archive, output: string): void {
  for (let start = 0; start < archive.posts.length; start += postsAtATime) {
    const texts = new Map<string, string[]>();
    for (const page of archive.posts.slice(start, start + postsAtATime)) {
      for (const [path, text] of referencesIn(page, archive)) {
        const file = texts.get(path) ?? [];
        texts.set(path, file);
        file.push(text);
      }
    }
    for (const [path, parts] of texts) {
      const file = join(output, path);
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, parts.join(""));
    }
  }
}

/** SQLite keeps no time of its making, so that its bytes depend on the rows alone. */
async function sqliteFile({ posts, settings, ledger }: Archive): Promise<Uint8Array> {
  const sql = await initSqlJs();
  const database = new sql.Database();
  try {
    for (const statement of schema) database.run(statement);
    database.run("BEGIN");
    for (const { name, columns, rows } of postTables) {
      const width = columns.filter((column) => !column.startsWith("PRIMARY KEY")).length;
      insert(
        database,
        name,
        width,
        rowsOf(posts, (page) => rows(page, settings.url)),
      );
    }
    insert(database, "sources", 8, sourceRows(ledger));
    for (const statement of closing) database.run(statement);
    database.run("COMMIT");
    return database.export();
  } finally {
    database.close();
  }
}

function* rowsOf<Item>(items: readonly Item[], rows: (item: Item) => Iterable<readonly Cell[]>) {
  for (const item of items) yield* rows(item);
}

function insert(database: Database, table: string, width: number, rows: Iterable<readonly Cell[]>): void {
  const holes = Array.from({ length: width }, () => "?").join(", ");
  const statement = database.prepare(`INSERT INTO ${table} VALUES (${holes})`);
  try {
    for (const row of rows) statement.run([...row]);
  } finally {
    statement.free();
  }
}
