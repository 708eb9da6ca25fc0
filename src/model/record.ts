import { type FieldName, type FieldType, fieldNames, type PostFields, rowOfField } from "./fields.ts";
import type { Post } from "./post.ts";

/** The place of a field in a record. */
export type RecordPath = { [Name in FieldName]: keyof PostFields[Name]["record"] }[FieldName];

/** One field of a record: its place, what it holds, and its value, which is `undefined` where the post has none. */
export interface RecordField {
  /** The keys that lead to it: `date.best`. */
  readonly path: RecordPath;
  readonly type: FieldType;
  readonly of: (post: Post) => unknown;
  /** In English. */
  readonly meaning: string;
}

/** Every field of a record, in its order: the one list behind the records, the downloads and their dictionary. */
export const recordFields: readonly RecordField[] = fieldNames.flatMap((name) =>
  Object.entries(rowOfField(name).record).map(
    ([path, [type, of, meaning]]): RecordField => ({
      path: path as RecordPath,
      type,
      of: (post) => (post[name] === undefined ? undefined : of(post[name])),
      meaning,
    }),
  ),
);

/** What each field of a record means, in English. */
export const meanings = Object.fromEntries(recordFields.map(({ path, meaning }) => [path, meaning])) as Readonly<
  Record<RecordPath, string>
>;

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

function put(record: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  let inner = record;
  for (const key of keys.slice(0, -1)) {
    inner[key] ??= {};
    inner = inner[key] as Record<string, unknown>;
  }
  inner[keys.at(-1) ?? ""] = value;
}
