import { countsByEmoji } from "../../../model/fields.ts";
import type { Ledger } from "../../../model/ledger.ts";
import { filesOf } from "../../../model/post.ts";
import type { RecordPath } from "../../../model/record.ts";
import type { PostPage } from "../../model/post-page.ts";
import { downloadFields } from "./fields.ts";
import { columnOf, type DownloadFieldPath } from "./path.ts";

/** What a cell of a table can hold. */
export type Cell = string | number | null;

/** A table of the SQLite file that has rows for a post: `posts` has one, the others any number. */
export interface PostTable {
  readonly name: string;
  /** The fields of a post's record that the table holds. */
  readonly fields: readonly DownloadFieldPath[];
  /** Columns with their SQL types and constraints. */
  readonly columns: readonly string[];
  readonly rows: (page: PostPage, siteUrl: string) => readonly (readonly Cell[])[];
}

/** The tables of lists: a row for each of a post's many. */
const listTables: readonly PostTable[] = [
  listTable("tags", "tags", ["key TEXT NOT NULL", "label TEXT NOT NULL"], ({ post }) =>
    post.tags.map((tag) => [tag.key, tag.label]),
  ),
  listTable("mentions", "mentions", ["name TEXT NOT NULL"], ({ post }) => post.mentions.map((name) => [name])),
  listTable("links", "links", ["url TEXT NOT NULL"], ({ post }) => post.links.map((url) => [url])),
  listTable("media", "media", ["kind TEXT NOT NULL"], ({ post }) => post.media.map((kind) => [kind])),
  listTable("reactions", "reactions", ["emoji TEXT NOT NULL", "count INTEGER NOT NULL"], ({ post }) =>
    Object.entries(countsByEmoji(post.reactions)),
  ),
  listTable("files", "files", ["name TEXT NOT NULL", "size TEXT NOT NULL"], ({ post }) =>
    (post.files ?? []).map(({ name, size }) => [name, size]),
  ),
  listTable(
    "also_in",
    "alsoIn",
    ["file TEXT NOT NULL", "sha256 TEXT NOT NULL", "dialect TEXT NOT NULL", "lines TEXT NOT NULL"],
    ({ post }) =>
      (post.alsoIn ?? []).map(({ file, sha256, dialect, lines }) => [file, sha256, dialect, JSON.stringify(lines)]),
  ),
  listTable("versions", "versions", ["file TEXT NOT NULL", "text TEXT NOT NULL"], ({ post }) =>
    (post.versions ?? []).flatMap((version) => filesOf(version).map((file) => [file, version.text])),
  ),
  listTable(
    "repairs",
    "repairs",
    ["line INTEGER NOT NULL", "rule TEXT NOT NULL", "before TEXT NOT NULL", "after TEXT NOT NULL"],
    ({ post }) => post.repairs.map(({ line, rule, from, to }) => [line, rule, from, to]),
  ),
  listTable("source_lines", "source.lines", ["first INTEGER NOT NULL", "last INTEGER NOT NULL"], ({ post }) =>
    post.source.lines.map(([first, last]) => [first, last]),
  ),
];

/** Fields that fill one cell; a list that has no table of its own, or an object, stands there as JSON, which SQLite's `json_extract` reads. */
const plainFields = downloadFields.filter(({ path }) => !listTables.some(({ fields }) => fields.includes(path)));

const postsTable: PostTable = {
  name: "posts",
  fields: plainFields.map((field) => field.path),
  // A key of its own, since SQLite may change hidden ones, which the full-text table refers to.
  columns: ["row INTEGER PRIMARY KEY", ...plainFields.map(({ path, type }) => plainColumn(path, type))],
  rows: (page, siteUrl) => [[page.place + 1, ...plainFields.map((field) => cell(field.of(page, siteUrl)))]],
};

/** The tables of posts. Every field of the downloads stands in one of them; kept by `test/site/downloads.test.ts`. */
export const postTables: readonly PostTable[] = [postsTable, ...listTables];

/**
 * What makes the tables, before rows go in. A table of lists is kept by its key, which otherwise stands in the file twice. Pages of the file hold some
 * posts each, with less left over the larger they are; but each table and index has a page of its own, so that few posts have small ones.
 */
export function schemaFor(posts: number): readonly string[] {
  return [
    `PRAGMA page_size = ${posts < 2000 ? 4096 : 16384}`,
    `CREATE TABLE posts (${postsTable.columns.join(", ")})`,
    ...listTables.map(({ name, columns }) => `CREATE TABLE ${name} (${columns.join(", ")}) WITHOUT ROWID`),
    "CREATE TABLE sources (sha256 TEXT PRIMARY KEY, file TEXT NOT NULL, dialect TEXT NOT NULL, channel_key TEXT NOT NULL, bytes INTEGER NOT NULL, lines INTEGER NOT NULL, posts INTEGER NOT NULL, retrieved TEXT)",
  ];
}

/** What is made last: indexes, and the full-text table, whose tokens are words of any script without their accents. */
export const closing: readonly string[] = [
  "CREATE INDEX posts_by_day ON posts (date_best)",
  "CREATE INDEX posts_by_channel ON posts (channel_key)",
  "CREATE INDEX tags_by_key ON tags (key)",
  'CREATE VIRTUAL TABLE posts_text USING fts4(content="posts", title, text, tokenize=unicode61)',
  "INSERT INTO posts_text(posts_text) VALUES ('rebuild')",
];

/** The rows of `sources`: the dumps. */
export function sourceRows({ dumps }: Ledger): readonly (readonly Cell[])[] {
  return [...new Map(dumps.map((dump) => [dump.sha256, dump])).values()].map((dump) => [
    dump.sha256,
    dump.file,
    dump.dialect,
    dump.channel.key,
    dump.bytes,
    dump.lines,
    dump.posts,
    dump.retrieved ?? null,
  ]);
}

function plainColumn(path: DownloadFieldPath, type: string): string {
  const name = columnOf(path);
  return `${name} ${type === "number" || type === "boolean" ? "REAL" : "TEXT"}${path === "id" ? " NOT NULL UNIQUE" : ""}`;
}

/** A table with a row for each of a post's many: the post's id, the place in its list from 1 on, and the values. */
function listTable(
  name: string,
  field: RecordPath,
  columns: readonly string[],
  values: (page: PostPage) => readonly (readonly Cell[])[],
): PostTable {
  return {
    name,
    fields: [field],
    columns: [
      "post_id TEXT NOT NULL REFERENCES posts (id)",
      "position INTEGER NOT NULL",
      ...columns,
      "PRIMARY KEY (post_id, position)",
    ],
    rows: (page) => values(page).map((row, index) => [page.post.id, index + 1, ...row]),
  };
}

function cell(value: unknown): Cell {
  if (value === undefined) return null;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
}

/** Where the SQLite file has a field: `posts.date_best`, or the table of a list. */
export function placeInTables(path: DownloadFieldPath): string {
  const table = postTables.find(({ fields }) => fields.includes(path));
  if (table === undefined) throw new RangeError(`no table holds the field "${path}"`);
  return table.name === "posts" ? `posts.${columnOf(path)}` : table.name;
}
