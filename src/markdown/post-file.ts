import { createHash } from "node:crypto";
import { z } from "zod";
import type { Day } from "../model/day.ts";
import { type FieldName, fieldNames, rowOfField } from "../model/fields.ts";
import { datingInFile } from "../model/given.ts";
import { keyLine } from "../model/key-line.ts";
import type { Post } from "../model/post.ts";
import { unformatted } from "../text/formatted.ts";
import { nameOfFolder, slugOf } from "../text/slug.ts";
import { readFormatted, writeFormatted } from "./formatted-body.ts";
import { joinFrontMatter, partFrontMatter } from "./front-matter.ts";
import { linesInFile, type Spelling, spellings } from "./spellings.ts";

/** The order of a post's front matter; fields that are not named follow as the table has them. */
const firstInFile: readonly FieldName[] = [
  ...(["title", "id", "dating", "channel", "language", "tags", "links", "forwardedFrom", "replyTo", "media"] as const),
  ...([
    "linkPreview",
    "poll",
    "files",
    "service",
    "reactions",
    "views",
    "signature",
    "viaBot",
    "topic",
    "clock",
  ] as const),
  ...([
    "editedMark",
    "boundary",
    "number",
    "published",
    "edited",
    "withdrawn",
    "source",
    "alsoIn",
    "versions",
    "checked",
    "repairs",
  ] as const),
];
const fileOrder: readonly FieldName[] = [...new Set([...firstInFile, ...fieldNames])];

/** How each field stands in front matter: as its row says, unless it has a spelling of its own. */
const spelt = new Map(fileOrder.map((name) => [name, spellings[name] ?? plainly(name)] as const));

const frontMatter = z.strictObject({
  ...Object.fromEntries([...spelt.values()].flatMap(({ shape }) => Object.entries(shape))),
  fingerprint: z.string(),
});

/** As a value of its own under the field's name; lists that are empty are left out. */
function plainly(name: FieldName): Spelling {
  const { schema, presence } = rowOfField(name);
  return {
    shape: { [name]: presence === "always" ? schema : schema.optional() },
    write: (value) => (presence === "list" && isEmpty(value) ? {} : { [name]: value }),
    read: (data) => data[name] ?? (presence === "list" ? [] : undefined),
  };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A post file as it stands on disk. */
export interface StoredPost {
  readonly post: Post;
  /** Whether somebody changed the file since it was written. */
  readonly edited: boolean;
}

/**
 * The text of a post's Markdown file; `readPost` reads the same post from it. Its fingerprint tells by its two parts whether somebody
 * changed the file since, and whether they changed the date.
 */
export function writePost(post: Post): string {
  const data = frontMatterOf(post);
  const body = post.entities === undefined ? post.text : writeFormatted({ text: post.text, entities: post.entities });
  const written = (fingerprint: string): string =>
    joinFrontMatter({ ...data, fingerprint: `${fingerprint}/${post.dating.best}` }, body);
  // Taken of the file as it is written: a value that ends in a blank is spelt otherwise where it stands last.
  return written(fingerprintOf(written("")));
}

/** Reads a post's Markdown file. Throws an Error that names the file, the key and the reason. */
export function readPost(fileText: string, file: string): Post {
  return readStoredPost(fileText, file).post;
}

/** Reads a post's Markdown file and tells whether it was edited by hand. Throws as `readPost` does. */
export function readStoredPost(fileText: string, file: string): StoredPost {
  const { data, body } = part(fileText, file);
  const checked = frontMatter.safeParse(data);
  if (!checked.success) throw new Error(`Cannot read post "${file}": ${issuesOf(checked.error, fileText)}`);
  const front: Readonly<Record<string, unknown>> = checked.data;
  const { text, entities } = front.markup === undefined ? unformatted(body) : readFormatted(body);
  const found = { ...checked.data, ...(entities.length === 0 ? {} : { entities }) };
  const [fingerprint, written] = String(found.fingerprint).split("/");
  const edited = fingerprint !== fingerprintOf(fileText);
  const values: Record<string, unknown> = {};
  for (const [name, { read }] of spelt) {
    const value = read(found, text);
    if (value !== undefined) values[name] = value;
  }
  const post = values as unknown as Post;
  return {
    post: {
      ...post,
      dating: datingInFile(post.dating, written),
      ...(edited ? { correctedByHand: true } : {}),
    },
    edited,
  };
}

/**
 * What a file that cannot be read still tells of its post: its number and its lines, by which it is known again, and nothing to show. `undefined`
 * where not even they can be told. `key` is that of its channel.
 */
export function remainsOf(
  fileText: string,
  { id, key }: { readonly id: string; readonly key: string },
): Post | undefined {
  const told = (name: string, value: string): string | undefined =>
    new RegExp(`^ *${name}: *'?(${value})'?\\r?$`, "mu").exec(fileText)?.[1];
  const [sha256, lines, number] = [told("sha256", "[0-9a-f]{64}"), told("lines", "[0-9, -]+"), told("number", "\\d+")];
  const channel = { key, name: key, identified: false };
  const dating = { best: noDay, earliest: noDay, latest: noDay, basis: "order", edtf: noDay } as const;
  const words = { title: "", text: "", language: "und", tags: [], mentions: [], links: [] };
  const shape = { media: [], reactions: [], repairs: [], boundary: { kind: "marked" } } as const;
  const ranges = linesInFile.safeParse(lines);
  if (sha256 === undefined || !ranges.success) return undefined;
  const source = { file: "", sha256, dialect: "", lines: ranges.data, sequence: 1 };
  return {
    id,
    channel,
    dating,
    ...words,
    ...shape,
    ...(number === undefined ? {} : { number: Number(number) }),
    source,
  };
}

const noDay = "0001-01-01" as Day;

/** The one maker of a post file's path below `content/posts`, with `/`: `<channel>/<month>/<day>-<id>.md`. */
export function postFilePath(post: Post): string {
  const date = post.dating.best;
  return `${folderOf(post.channel.key)}/${date.slice(0, 7)}/${date}-${post.id}.md`;
}

/** The id in a post file's path; `undefined` where a person gave the file another name. */
export function idIn(path: string): string | undefined {
  return /(?:^|[/-])(?<id>[0-9a-z]{10})\.md$/u.exec(path)?.groups?.id;
}

/** The id that a file says although it cannot be read. */
export function idSaidIn(fileText: string): string | undefined {
  return /^id: *['"]?(?<id>[0-9a-z]{10})['"]?\r?$/mu.exec(fileText)?.groups?.id;
}

/** A channel key is made by `slugOf`; made again here, so that no hand-edited key leads out of the folder. */
function folderOf(key: string): string {
  return nameOfFolder(slugOf(key) || "channel");
}

function frontMatterOf(post: Post): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [name, { write }] of spelt) {
    const value = post[name];
    if (value !== undefined) Object.assign(data, write(value, post));
  }
  return data;
}

/** The fingerprint that a post's file carries: what the import last wrote there. */
export function fingerprintIn(fileText: string): string | undefined {
  return /^fingerprint: '?([0-9a-f]{16})(?:\/[^\r\n]*)?\r?$/mu.exec(atClose(fileText)[0])?.[1];
}

/**
 * Whether a file is one that an import wrote, but for another `date` and for some of these keys, which it did not have. Its fingerprint tells which
 * day stood there.
 */
export function isWrittenButFor(fileText: string, keys: readonly string[]): boolean {
  const [head, rest] = atClose(fileText.replace(/\r\n/gu, "\n"));
  const [, fingerprint, written] = /^fingerprint: '?([0-9a-f]{16})\/(\d{4,}-\d\d-\d\d)'?$/mu.exec(head) ?? [];
  if (fingerprint === undefined) return false;
  const dated = head.replace(/^date: .*$/mu, `date: ${written}`);
  const without = (own: string, key: string): string =>
    own.replace(new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, "mu"), "");
  const heads = [dated];
  for (const key of keys) heads.push(...heads.map((own) => without(own, key)));
  return heads.some((own) => fingerprintOf(own + rest) === fingerprint);
}

/**
 * SHA-256 (first 16 digits) over the file without its line of the fingerprint. A file that no longer matches was edited by
 * hand, be it in a comment.
 */
function fingerprintOf(fileText: string): string {
  const [head, rest] = atClose(fileText.replace(/\r\n/gu, "\n"));
  const told = head.replace(/^fingerprint: .*\n/mu, "") + rest.replace(/\n$/u, "");
  return createHash("sha256").update(told).digest("hex").slice(0, 16);
}

/** A file in two: its front matter without the line that closes it, and the rest. Whatever a text says, it says in the rest. */
function atClose(fileText: string): readonly [head: string, rest: string] {
  const close = fileText.indexOf("\n---", "---".length) + 1;
  return [fileText.slice(0, close), fileText.slice(close)];
}

function part(fileText: string, file: string) {
  try {
    return partFrontMatter(fileText);
  } catch (error) {
    throw new Error(`Cannot read post "${file}": ${(error as Error).message.split("\n")[0]}`);
  }
}

/** So many things that are wrong with a file are told. */
const toldIssues = 3;

function issuesOf({ issues }: z.ZodError, fileText: string): string {
  if (!/^---\r?\n/u.test(fileText)) return "it has no front matter, which a post has between two lines of ---";
  const told = issues.slice(0, toldIssues).map((issue) => issueLine(issue, fileText));
  const more = issues.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** Such as `line 3: id: it is missing`. */
function issueLine(issue: z.core.$ZodIssue, fileText: string): string {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
  const line = keyLine(fileText.split(/\n---\r?\n/u, 1)[0] ?? "", [...issue.path, ...unknown.slice(0, 1)]);
  const place = `${line === undefined ? "" : `line ${line}: `}${issue.path.join(".") || "front matter"}: `;
  if (unknown.length > 0) return `${place}unknown key ${unknown.map((key) => JSON.stringify(key)).join(", ")}`;
  if (issue.code !== "invalid_type") return `${place}${issue.message}`;
  return `${place}${/ undefined$/u.test(issue.message) ? "it is missing" : (typeRemedies[issue.expected] ?? issue.message)}`;
}

const typeRemedies: Readonly<Record<string, string>> = {
  string: "write words; those that look otherwise, such as true or 12, between quotes",
  number: "write a number",
  boolean: "write true or false",
  array: "write a list",
  object: "write keys and values",
};
