import type { Post, Source } from "./post.ts";

/** What a field of a record holds, in the words of JSON: a day is a string `YYYY-MM-DD`, a line range a pair of numbers. */
export type FieldType = "string" | "day" | "number" | "boolean" | "string[]" | "object" | "object[]" | "range[]";

/** One field of a record: its place, what it holds, and its value, which is `undefined` where the post has none. */
export interface RecordField<Path extends string = string> {
  /** The keys that lead to it: `date.best`. */
  readonly path: Path;
  readonly type: FieldType;
  readonly of: (post: Post) => unknown;
}

/** Every field of a record, in its order: the one table behind the records, the downloads and their dictionary. */
export const recordFields = [
  field("id", "string", (post) => post.id),
  field("channel.key", "string", (post) => post.channel.key),
  field("channel.name", "string", (post) => post.channel.name),
  field("channel.handle", "string", (post) => post.channel.handle),
  field("date.best", "day", (post) => post.dating.best),
  field("date.earliest", "day", (post) => post.dating.earliest),
  field("date.latest", "day", (post) => post.dating.latest),
  field("date.basis", "string", (post) => post.dating.basis),
  field("date.edtf", "string", (post) => post.dating.edtf),
  field("date.evidence", "string", (post) => post.dating.evidence),
  field("title", "string", (post) => post.title),
  field("text", "string", (post) => post.text),
  field("language", "string", (post) => post.language),
  field("tags", "string[]", (post) => unlessEmpty(post.tags.map((tag) => tag.label))),
  field("mentions", "string[]", (post) => unlessEmpty(post.mentions)),
  field("links", "string[]", (post) => unlessEmpty(post.links)),
  field("forwardedFrom", "string", (post) => post.forwardedFrom),
  field("replyTo.author", "string", (post) => post.replyTo?.author),
  field("replyTo.excerpt", "string", ({ replyTo }) => (replyTo?.withdrawn ? undefined : replyTo?.excerpt)),
  field("replyTo.number", "number", (post) => post.replyTo?.number),
  field("media", "string[]", (post) => unlessEmpty(post.media)),
  field("reactions", "object", (post) => (post.reactions.length === 0 ? undefined : reactionCounts(post))),
  field("views.count", "number", (post) => post.views?.count),
  field("views.printed", "string", (post) => post.views?.printed),
  field("signature", "string", (post) => post.signature),
  field("clock", "string", (post) => post.clock),
  field("editedMark", "boolean", (post) => post.editedMark),
  field("linkPreview", "object", (post) => post.linkPreview),
  field("poll", "object", (post) => post.poll),
  field("files", "object[]", (post) => post.files),
  field("service", "object", (post) => post.service),
  field("repairs", "object[]", (post) => unlessEmpty(post.repairs)),
  field("boundary", "string", (post) => post.boundary.kind),
  field("boundaryProbability", "number", ({ boundary }) =>
    boundary.kind === "inferred" ? boundary.probability : undefined,
  ),
  field("number", "number", (post) => post.number),
  field("published", "string", (post) => post.published),
  field("edited", "string", (post) => post.edited),
  field("source.file", "string", (post) => post.source.file),
  field("source.sha256", "string", (post) => post.source.sha256),
  field("source.dialect", "string", (post) => post.source.dialect),
  field("source.lines", "range[]", (post) => post.source.lines),
  field("alsoIn", "object[]", (post) => post.alsoIn?.map(placeOf)),
  field("versions", "object[]", (post) => post.versions),
] as const;

/** The place of a field in a record. */
export type RecordPath = (typeof recordFields)[number]["path"];

/**
 * A post as other programs get it, one JSON object a line: the record of DESIGN's contract. Absent things are absent. Custom
 * emoji, which pages print as bare numbers, are counted under `custom`.
 */
export function recordOf(post: Post): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const { path, of } of recordFields) {
    const value = of(post);
    if (value !== undefined) put(record, path.split("."), value);
  }
  return record;
}

/** The readers' answers to a post, counted by emoji; custom emoji under `custom`. */
export function reactionCounts(post: Post): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { emoji, count } of post.reactions) {
    const name = emoji === "" ? "custom" : emoji;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}

function placeOf({ file, sha256, dialect, lines }: Source): object {
  return { file, sha256, dialect, lines };
}

function field<const Path extends string>(path: Path, type: FieldType, of: (post: Post) => unknown): RecordField<Path> {
  return { path, type, of };
}

function put(record: Record<string, unknown>, [key = "", ...deeper]: readonly string[], value: unknown): void {
  if (deeper.length === 0) {
    record[key] = value;
    return;
  }
  const inner = (record[key] ?? {}) as Record<string, unknown>;
  record[key] = inner;
  put(inner, deeper, value);
}

function unlessEmpty<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}
