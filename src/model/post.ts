import type { z } from "zod";
import { type FieldName, fieldNames, type PostFields, rowOfField } from "./fields.ts";
import type { Source, Version } from "./values.ts";

export type {
  AttachedFile,
  Basis,
  Boundary,
  Button,
  Channel,
  Checked,
  Dating,
  Editor,
  Entity,
  EntityKind,
  LineRange,
  LinkPreview,
  Media,
  MediaFile,
  Poll,
  PollOption,
  Reaction,
  Repair,
  ReplyQuote,
  ServiceEvent,
  ServiceLine,
  Source,
  Tag,
  UnreadPart,
  Version,
  Views,
} from "./values.ts";

type Where<Property extends "presence" | "group", Value> = {
  [Name in FieldName]: PostFields[Name] extends { readonly [Key in Property]: Value } ? Name : never;
}[FieldName];
type Values = { readonly [Name in FieldName]: z.infer<PostFields[Name]["schema"]> };
type Optional = Where<"presence", "maybe">;

/** The boundary record: everything before it knows text, everything after it knows pages. `postFields` tells its fields. */
export interface Post extends Omit<Values, Optional>, Partial<Pick<Values, Optional>> {}

/** What the page shows with a post beside the words of its author. Its lines stand in the post's text as well: nothing is lost. */
export interface Attachments extends Partial<Pick<Values, Where<"group", "attachment">>> {}

/** What a page prints at the foot of a post, below the readers' reactions. Most extractors drop it. */
export interface PostMetadata extends Partial<Pick<Values, Where<"group", "metadata">>> {}

/** The attachments alone of what has them; absent things stay absent. */
export function attachmentsOf(from: Attachments): Attachments {
  return told(from, "attachment");
}

/** The post metadata alone of what has any; absent things stay absent. */
export function metadataOf(from: PostMetadata): PostMetadata {
  return told(from, "metadata");
}

const groups = {
  attachment: fieldNames.filter((name) => rowOfField(name).group === "attachment"),
  metadata: fieldNames.filter((name) => rowOfField(name).group === "metadata"),
};

function told(from: Partial<Values>, group: keyof typeof groups): Partial<Values> {
  const found: Record<string, unknown> = {};
  for (const name of groups[group]) if (from[name] !== undefined) found[name] = from[name];
  return found;
}

/** The dumps that show a version. */
export function filesOf({ file, alsoIn = [] }: Version): readonly string[] {
  return [file, ...alsoIn];
}

/** A post before it has its id. */
export type Unnamed = Omit<Post, "id">;

/** Every capture that holds a post, the one with the best text first. */
export function sourcesOf(post: Pick<Post, "source" | "alsoIn">): readonly Source[] {
  return [post.source, ...(post.alsoIn ?? [])];
}

/** When a capture was taken, to be compared as text: its day, and its moment where that is told. */
export function takenAt({ retrieved, captured }: Pick<Source, "retrieved" | "captured">): string {
  return `${retrieved ?? ""} ${captured ?? ""}`;
}
