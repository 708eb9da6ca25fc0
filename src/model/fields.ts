import { z } from "zod";
import {
  attachedFileSchema,
  boundarySchema,
  buttonSchema,
  channelSchema,
  checkedSchema,
  clockTime,
  datingSchema,
  entitySchema,
  linkPreviewSchema,
  type MediaFile,
  mediaFileSchema,
  mediaKinds,
  moment,
  ordinal,
  pollSchema,
  type Reaction,
  reactionSchema,
  repairSchema,
  replyQuoteSchema,
  type Source,
  serviceLineSchema,
  sourceSchema,
  tagSchema,
  unreadPartSchema,
  versionSchema,
  viewsSchema,
  words,
} from "./values.ts";

/** What a field of a record holds, in the words of JSON: a day is a string `YYYY-MM-DD`, a line range a pair of numbers. */
export type FieldType =
  | "string"
  | "day"
  | "number"
  | "boolean"
  | "string[]"
  | "number[]"
  | "object"
  | "object[]"
  | "range[]";

/** How one value of a post is made of those that its captures tell, the best text's first; `archive/merge.ts` has each rule. */
export type MergeRule =
  /** What the best capture tells, be it nothing. */
  | "own"
  /** The first that is told. */
  | "first"
  /** The longest list. */
  | "longest"
  /** The best capture's, or those of another capture that shows the same text. */
  | "entities"
  /** The list most of whose files the archive keeps. */
  | "media-files"
  /** What the latest capture that tells it counts; of those of a day the most. */
  | "latest"
  | "channel"
  /** What the earliest capture of the same words says of them: a further capture does not turn it. */
  | "language"
  | "dating"
  | "quote"
  | "boundary"
  | "sources"
  | "versions";

/** A place in a post's record: what it holds, its value (`undefined` where the post has none), and what that means, in English. */
export type RecordPart<Value> = readonly [type: FieldType, of: (value: Value) => unknown, meaning: string];

/** One field of a post: everything that the house has to know of it, besides its schema. */
export interface FieldRow<Value> {
  /** Whether every post has it, every post has a list of it that may be empty, or some posts have it. */
  readonly presence: "always" | "list" | "maybe";
  /** Fields that a page shows with a post and every reader hands on: beside the author's words, or as its metadata below them. */
  readonly group?: "attachment" | "metadata";
  readonly merge: MergeRule;
  /** What people are told when it differs from what it was; by name where its parts have names of their own. */
  readonly change: string | Readonly<Record<string, (value: Value) => unknown>>;
  /** How it is compared with what a person wrote into the post's file, where it is a thing that people correct. */
  readonly correction?: (value: Value) => string;
  /** Its places in the record, the downloads and their dictionary: the keys that lead there, parted by dots. */
  readonly record: Readonly<Record<string, RecordPart<Value>>>;
}

/** What a page shows with a post beside its words: of several captures the first that tells it counts, and people are told of a change in its media. */
const shown = { presence: "maybe", group: "attachment", merge: "first", change: "media" } as const;

/** The one table of fields: the type of a post, the schema and order of its file, merge, differences, record and dictionary come from it. */
export const postFields = {
  /** Permanent: made once, kept through every later import. */
  id: field(words.regex(/^[0-9a-z]{10}$/u), {
    presence: "always",
    merge: "own",
    change: {},
    record: { id: ["string", same, "The post’s permanent name, ten digits and letters."] },
  }),
  channel: field(channelSchema, {
    presence: "always",
    merge: "channel",
    change: "channel",
    correction: ({ name }) => name,
    record: {
      "channel.key": ["string", ({ key }) => key, "The channel’s key in addresses."],
      "channel.name": ["string", ({ name }) => name, "The channel’s name."],
      "channel.handle": ["string", ({ handle }) => handle, "The channel’s Telegram user name, without @."],
    },
  }),
  dating: field(datingSchema, {
    presence: "always",
    merge: "dating",
    change: {
      date: ({ best }) => best,
      interval: ({ earliest, latest, edtf }) => [earliest, latest, edtf],
      "grounds of the date": ({ basis, evidence, given, by, on, note }) => [basis, evidence, given, by, on, note],
    },
    correction: ({ best }) => best,
    record: {
      "date.best": [
        "day",
        ({ best }) => best,
        "The best estimate of the day of publication: the day with the smallest expected error, which need not be the most likely single day.",
      ],
      "date.earliest": [
        "day",
        ({ earliest }) => earliest,
        "First day of the interval that is meant to hold the true day nine times out of ten.",
      ],
      "date.latest": ["day", ({ latest }) => latest, "Last day of that interval."],
      "date.basis": ["string", ({ basis }) => basis, "What kind of ground the date rests on."],
      "date.edtf": [
        "string",
        ({ edtf }) => edtf,
        "The date in EDTF (ISO 8601-2, level 1); `first/last` is one day within this range, not a span of time.",
      ],
      "date.evidence": ["string", ({ evidence }) => evidence, "The words of the post that the date rests on."],
      "date.setBy": ["string", ({ by }) => by, "The editor who set the date, where named."],
      "date.setOn": ["day", ({ on }) => on, "The day on which an editor set the date, if known."],
    },
  }),
  /** The headline, in plain text. */
  title: field(words, {
    presence: "always",
    merge: "own",
    change: "title",
    correction: (title) => title,
    record: { title: ["string", same, "The headline."] },
  }),
  /** The one best text, line breaks as published; empty for a post that the page shows nothing of. */
  text: field(
    words.refine((text) => !/\r(?:\n|$)/u.test(text), "a line break of two signs"),
    {
      presence: "always",
      merge: "own",
      change: "text",
      correction: (text) => text,
      record: { text: ["string", same, "The text, line breaks as published."] },
    },
  ),
  /** What parts of the text are beside their words, properly nested; in a post's file they are Markdown. */
  entities: field(z.array(entitySchema).min(1).readonly(), {
    presence: "maybe",
    merge: "entities",
    change: "formatting",
    record: {
      entities: [
        "object[]",
        same,
        "What parts of the text are: kind, offset and length in UTF-16 units, a link’s address, a code block’s language.",
      ],
    },
  }),
  /** BCP 47 language tag; `und` where the text is too short to tell. */
  language: field(words, {
    presence: "always",
    merge: "language",
    change: "language",
    correction: (language) => language,
    record: { language: ["string", same, "BCP 47 tag of the text’s language; und where it is not known."] },
  }),
  tags: field(z.array(tagSchema).readonly(), {
    presence: "list",
    merge: "own",
    change: "tags",
    correction: (tags) => tags.map(({ label }) => label).join(", "),
    record: { tags: ["string[]", (tags) => filled(tags.map(({ label }) => label)), "The tags, without #."] },
  }),
  /** User names without `@`, in order, each once. */
  mentions: field(z.array(words).readonly(), {
    presence: "list",
    merge: "own",
    change: "tags",
    record: { mentions: ["string[]", filled, "The user names in the text, without @."] },
  }),
  /** Addresses in the text, in order, each once; behind them those that an export tells behind words. */
  links: field(z.array(words).readonly(), {
    presence: "list",
    merge: "own",
    change: "tags",
    record: { links: ["string[]", filled, "The web addresses in the text."] },
  }),
  forwardedFrom: field(words, {
    presence: "maybe",
    merge: "first",
    change: "forward",
    record: { forwardedFrom: ["string", same, "Whom the post was forwarded from."] },
  }),
  /** Who signed the forwarded post in the channel it came from. */
  forwardedAuthor: field(words, {
    presence: "maybe",
    merge: "first",
    change: "forward",
    record: { forwardedAuthor: ["string", same, "The author of a forwarded post, where its channel signs posts."] },
  }),
  replyTo: field(replyQuoteSchema, {
    presence: "maybe",
    merge: "quote",
    change: "reply",
    record: {
      "replyTo.author": ["string", ({ author }) => author, "The author of the post that this one answers."],
      "replyTo.excerpt": [
        "string",
        ({ withdrawn, excerpt }) => (withdrawn ? undefined : excerpt),
        "The opening of that post, on one line, as the page cut it.",
      ],
      "replyTo.number": ["number", ({ number }) => number, "That post’s number in the channel, if an export has it."],
    },
  }),
  media: field(z.array(z.enum(mediaKinds)).readonly(), {
    presence: "list",
    merge: "longest",
    change: "media",
    record: { media: ["string[]", filled, "What the page showed in place of pictures, videos and the like."] },
  }),
  /** In the order of the post; never empty. */
  mediaFiles: field(z.array(mediaFileSchema).min(1).readonly(), {
    presence: "maybe",
    group: "attachment",
    merge: "media-files",
    change: "media",
    record: {
      mediaFiles: [
        "object[]",
        (files) => files.map(withoutNote),
        "Pictures, recordings and files, with the SHA-256 of those that the archive keeps.",
      ],
    },
  }),
  reactions: field(z.array(reactionSchema).readonly(), {
    presence: "list",
    merge: "latest",
    change: "reactions",
    record: {
      reactions: [
        "object",
        (reactions) => (reactions.length === 0 ? undefined : countsByEmoji(reactions)),
        "Readers’ reactions, counted by emoji; custom ones together as “custom”.",
      ],
    },
  }),
  views: field(viewsSchema, {
    presence: "maybe",
    group: "metadata",
    merge: "latest",
    change: "views",
    record: {
      "views.count": ["number", ({ count }) => count, "Number of views in the latest capture that has it."],
      "views.printed": ["string", ({ printed }) => printed, "That number as printed, where the page rounded it."],
    },
  }),
  /** The author's name, where the channel signs its posts or the posts are a group's. */
  signature: field(words, {
    presence: "maybe",
    group: "metadata",
    merge: "first",
    change: "signature",
    record: { signature: ["string", same, "The author’s name, where the channel signs its posts or in a group."] },
  }),
  /** The user name, without `@`, of the bot through which the post was sent. */
  viaBot: field(words, {
    presence: "maybe",
    group: "metadata",
    merge: "first",
    change: "bot",
    record: { viaBot: ["string", same, "The user name of the bot that the post was sent through, without @."] },
  }),
  /** The name of the post's topic, in a group that has topics. */
  topic: field(words, {
    presence: "maybe",
    group: "metadata",
    merge: "latest",
    change: "topic",
    record: { topic: ["string", same, "The post’s topic, in a group that has topics."] },
  }),
  /** `HH:MM` by the page's own time zone, which nobody told. */
  clock: field(clockTime, {
    presence: "maybe",
    group: "metadata",
    merge: "first",
    change: "clock time",
    record: {
      clock: ["string", same, "The time of day shown on the page, HH:MM; its time zone is unknown."],
    },
  }),
  /** The page says that the post was edited, and not when. */
  editedMark: field(z.literal(true), {
    presence: "maybe",
    group: "metadata",
    merge: "first",
    change: "edits",
    record: { editedMark: ["boolean", same, "Whether the page says that the post was edited."] },
  }),
  linkPreview: field(linkPreviewSchema, {
    ...shown,
    record: {
      linkPreview: ["object", same, "The page that the post links to, as Telegram shows it: site, title, description."],
    },
  }),
  poll: field(pollSchema, {
    ...shown,
    record: { poll: ["object", same, "A poll: question, kind, options with their shares, voters."] },
  }),
  /** In page order; never empty. */
  files: field(z.array(attachedFileSchema).min(1).readonly(), {
    ...shown,
    record: { files: ["object[]", same, "Files that the page names, with their sizes."] },
  }),
  /** In page order; never empty. */
  buttons: field(z.array(buttonSchema).min(1).readonly(), {
    ...shown,
    record: {
      buttons: [
        "object[]",
        same,
        "The buttons under the post: their words, and their addresses or what they copy, if any.",
      ],
    },
  }),
  /** Never empty. */
  unread: field(z.array(unreadPartSchema).min(1).readonly(), {
    ...shown,
    record: {
      unread: ["object[]", same, "Parts of the message of a kind that is not known: name, and value as JSON."],
    },
  }),
  service: field(serviceLineSchema, {
    ...shown,
    record: { service: ["object", same, "The event in a service message, and what it refers to."] },
  }),
  repairs: field(z.array(repairSchema).readonly(), {
    presence: "list",
    merge: "own",
    change: "repairs",
    record: {
      repairs: ["object[]", filled, "Damage in the dump that was repaired in the text: line, rule, before and after."],
    },
  }),
  boundary: field(boundarySchema, {
    presence: "always",
    merge: "boundary",
    change: "boundary confidence",
    record: {
      boundary: [
        "string",
        ({ kind }) => kind,
        "Whether the page marks where the post starts (marked), an editor set it (set) or it was judged (inferred).",
      ],
      boundarySetBy: [
        "string",
        (boundary) => (boundary.kind === "set" ? boundary.by : undefined),
        "The editor who set where the post starts, where named.",
      ],
      boundarySetOn: [
        "day",
        (boundary) => (boundary.kind === "set" ? boundary.on : undefined),
        "The day on which an editor set where the post starts, if known.",
      ],
      boundaryProbability: [
        "number",
        (boundary) => (boundary.kind === "inferred" ? boundary.probability : undefined),
        "Probability that the post starts there, from 0 to 1, if inferred.",
      ],
    },
  }),
  /** The post's number in its channel, as Telegram counts: the last part of `t.me/<handle>/<number>`. */
  number: field(ordinal, {
    presence: "maybe",
    merge: "first",
    change: "number",
    record: { number: ["number", same, "The post’s number in its channel, as Telegram counts."] },
  }),
  /** Of an album: the numbers of its other parts. */
  albumNumbers: field(z.array(ordinal).min(1).readonly(), {
    presence: "maybe",
    merge: "longest",
    change: "number",
    record: { albumNumbers: ["number[]", same, "The numbers of an album’s other parts in the channel."] },
  }),
  /** The moment of publication in UTC (ISO 8601, whole seconds), where a capture tells it. */
  published: field(moment, {
    presence: "maybe",
    merge: "first",
    change: "date",
    record: { published: ["string", same, "The time of publication in UTC, if a dump has it."] },
  }),
  /** The moment of the last edit in UTC, where a capture tells it. */
  edited: field(moment, {
    presence: "maybe",
    merge: "first",
    change: "edits",
    record: { edited: ["string", same, "The time of the last edit in UTC, if a dump has it."] },
  }),
  /** Where the best text stands. */
  source: field(sourceSchema, {
    presence: "always",
    merge: "own",
    change: {},
    record: {
      "source.file": ["string", ({ file }) => file, "File name of the dump."],
      "source.sha256": ["string", ({ sha256 }) => sha256, "SHA-256 of the dump’s bytes."],
      "source.dialect": ["string", ({ dialect }) => dialect, "The kind of page that the dump was read as."],
      "source.lines": [
        "range[]",
        ({ lines }) => lines,
        "The lines of the dump that belong to the post, as pairs of first and last, from 1 on.",
      ],
    },
  }),
  /** The other captures that hold the same post, by file name. */
  alsoIn: field(z.array(sourceSchema).readonly(), {
    presence: "maybe",
    merge: "sources",
    change: {},
    record: {
      alsoIn: ["object[]", (sources) => sources.map(placeOf), "The other dumps that hold the same post."],
    },
  }),
  /** Other texts of the post, by file name; absent where all captures agree. */
  versions: field(z.array(versionSchema).readonly(), {
    presence: "maybe",
    merge: "versions",
    change: "edits",
    record: {
      versions: ["object[]", same, "Other texts that dumps show for the same post, with the dump of each."],
    },
  }),
  /** Why a person took the post out of the archive; it then has no page but a tombstone. */
  withdrawn: field(words.min(1), { presence: "maybe", merge: "own", change: "withdrawal", record: {} }),
  /** What an editor looked at and found right. */
  checked: field(checkedSchema, { presence: "maybe", merge: "own", change: "checks", record: {} }),
  /** A person changed the post's file after it was written. Told by the file, never written into it. */
  correctedByHand: field(z.literal(true), { presence: "maybe", merge: "own", change: {}, record: {} }),
} as const;

/** The table. */
export type PostFields = typeof postFields;
/** The name of a field. */
export type FieldName = keyof PostFields;

/** The names of all fields, in the order of the table. */
export const fieldNames = Object.keys(postFields) as readonly FieldName[];

/** A row of the table as code reads it that takes every field alike. */
export type AnyRow = FieldRow<unknown> & { readonly schema: z.ZodType };

/** A row of the table by its name, for code that takes every field alike: what it gives to a row is the value of the row's own field. */
export function rowOfField(name: FieldName): AnyRow {
  return postFields[name] as unknown as AnyRow;
}

/** The readers' answers to a post, counted by emoji; custom emoji under `custom`. */
export function countsByEmoji(reactions: readonly Reaction[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { emoji, count } of reactions) {
    const name = emoji === "" ? "custom" : emoji;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}

function field<Schema extends z.ZodType, const Row extends FieldRow<z.infer<Schema>>>(
  schema: Schema,
  row: Row,
): Row & { readonly schema: Schema } {
  return { ...row, schema };
}

/** A note of an editor is for editors. */
function withoutNote({ described, ...file }: MediaFile): MediaFile {
  if (described === undefined) return file;
  const { note: _, ...who } = described;
  return { ...file, described: who };
}

function same<Value>(value: Value): Value {
  return value;
}

/** A list that holds something: records leave out empty ones. */
function filled<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}

function placeOf({ file, sha256, dialect, lines }: Source): object {
  return { file, sha256, dialect, lines };
}
