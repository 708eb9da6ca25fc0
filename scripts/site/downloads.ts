import { createHash } from "node:crypto";
import { appendFileSync, closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import initSqlJs, { type Database } from "sql.js";
import { byteOrderMark, csvHead, csvRow } from "../../src/site/formats/downloads/csv.ts";
import { Download, type DownloadKind, downloadName } from "../../src/site/formats/downloads/download.ts";
import { downloadPaths, downloadRecord } from "../../src/site/formats/downloads/fields.ts";
import { type Cell, closing, postTables, schemaFor, sourceRows } from "../../src/site/formats/downloads/tables.ts";
import { referenceFilesOf, referencesIn } from "../../src/site/formats/reference-files.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { downloadPath, postRecordPath } from "../../src/site/model/urls.ts";
import type { KeptPages } from "./kept-pages.ts";

/**
 * Writes all posts as files for other programs below `output`: JSON Lines, CSV, SQLite, and, but for those that are
 * `kept`, each post's record beside its page, and the references to the posts of channels and hashtags. The same archive makes the same bytes.
 */
export async function writeDownloads(
  archive: Archive,
  output: string,
  kept?: Pick<KeptPages, "keep">,
): Promise<readonly Download[]> {
  const { posts, settings } = archive;
  writeReferences(archive, output, kept);
  const lines = new DownloadFile("jsonl", output);
  const table = new DownloadFile("csv", output);
  const database = new DownloadFile("sqlite", output);
  try {
    table.write(byteOrderMark + csvHead(downloadPaths));
    for (let start = 0; start < posts.length; start += postsAtATime) {
      let [json, csv] = ["", ""];
      for (const page of posts.slice(start, start + postsAtATime)) {
        const record = downloadRecord(page, settings.url);
        const line = `${JSON.stringify(record)}\n`;
        json += line;
        csv += csvRow(record, downloadPaths);
        const path = postRecordPath(page.post.id);
        if (archive.postRecords.areThere && !kept?.keep({ path, seen: ["record", page] })) {
          writeRecord(join(output, path), line);
        }
      }
      lines.write(json);
      table.write(csv);
    }
    database.write(await sqliteFile(archive));
    return [lines.end(), table.end(), database.end()];
  } finally {
    for (const file of [lines, table, database]) file.close();
  }
}

/** How many posts are written at a time. */
const postsAtATime = 500;

/** A download that grows. */
class DownloadFile {
  private readonly file: number;
  private readonly hash = createHash("sha256");
  private bytes = 0;
  private isOpen = true;

  constructor(
    private readonly kind: DownloadKind,
    output: string,
  ) {
    const path = join(output, downloadPath(downloadName(kind)));
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, "w");
  }

  write(content: string | Uint8Array): void {
    const part = typeof content === "string" ? Buffer.from(content) : content;
    for (let written = 0; written < part.length; ) written += writeSync(this.file, part, written);
    this.hash.update(part);
    this.bytes += part.length;
  }

  end(): Download {
    this.close();
    return new Download(this.kind, this.bytes, this.hash.digest("hex"));
  }

  close(): void {
    if (this.isOpen) closeSync(this.file);
    this.isOpen = false;
  }
}

function writeRecord(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, line);
}

/** Writes each post into the files of its channel and hashtags that are not kept, some posts at a time. */
function writeReferences(archive: Archive, output: string, kept: Pick<KeptPages, "keep"> | undefined): void {
  const standing = new Set(
    referenceFilesOf(archive).flatMap(({ path, posts }) =>
      kept?.keep({ path, seen: ["references", path, posts] }) ? [path] : [],
    ),
  );
  for (let start = 0; start < archive.posts.length; start += postsAtATime) {
    const texts = new Map<string, string[]>();
    for (const page of archive.posts.slice(start, start + postsAtATime)) {
      for (const [path, text] of referencesIn(page, archive, (path) => !standing.has(path))) {
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
    for (const statement of schemaFor(posts.length)) database.run(statement);
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
