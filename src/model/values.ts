import { z } from "zod";
import { type Day, parseDay } from "./day.ts";

/** Words as every file and program can hold them: without halves of surrogate pairs. */
export const words = z.string().refine((text) => !/\p{Cs}/u.test(text), "half a surrogate pair");

/** A day of the calendar. */
export const day = z.custom<Day>((value) => typeof value === "string" && parseDay(value) !== undefined, {
  error: ({ input }) => `not a day of the calendar: "${String(input)}" (write YYYY-MM-DD)`,
});

const notWhole = `not a whole number up to ${Number.MAX_SAFE_INTEGER}`;

/** A whole number that JavaScript tells from its neighbours, 0 or more. */
export const count = z.number().int(notWhole).nonnegative("less than 0");

/** A place in a list or a dump, from 1 on. */
export const ordinal = z.number().int(notWhole).positive("less than 1");

/** A moment in UTC, in whole seconds: `2024-12-07T21:24:19Z`. */
export const moment = words.regex(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u,
  'not a moment such as "2024-12-07T21:24:19Z"',
);

/** `HH:MM`. */
export const clockTime = words.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'not a time such as "21:14"');

/** A channel: `channelSchema` says what its parts are. */
export type Channel = z.infer<typeof channelSchema>;
/** A channel. `identified` is false where no dump and no sidecar names it: its name is then made from the dump's. */
export const channelSchema = z
  .strictObject({
    /** Key for addresses and folders: lower case letters and digits of any script, parted by hyphens. */
    key: words.regex(/^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+$/u),
    name: words,
    identified: z.boolean(),
    /** Telegram user name without `@`. */
    handle: words.exactOptional(),
    /** The number of its chat, where an export tells it: digits, without the `-100` that bots write before it. */
    chatId: words.regex(/^\d{1,20}$/u, "not digits").exactOptional(),
  })
  .readonly();

/**
 * What kinds of ground a date rests on. The first group names a day in the post's own text, the second does not:
 * `neighbours` (the order of the posts and the days of others), `capture` (the day the dump was taken), `order` (nothing but the order).
 * `timestamp`: the capture itself tells the moment of publication, as Telegram's exports do. `given`: a person says the day.
 */
export const bases = [
  "timestamp",
  "dateline",
  "event-past",
  "event-to-come",
  "anniversary",
  "observance",
  "mention",
  "relative",
  "neighbours",
  "capture",
  "order",
  "given",
] as const;
/** One of `bases`. */
export type Basis = (typeof bases)[number];

/** Who settled something, when, and what they noted: as far as they say. */
export type Editor = z.infer<typeof editorSchema>;
/** The parts of an `Editor`. */
export const editorParts = {
  by: words.exactOptional(),
  on: day.exactOptional(),
  note: words.exactOptional(),
};
/** An `Editor`. */
export const editorSchema = z.strictObject(editorParts).readonly();

/** What an editor looked at in a post and found right, so that it is not asked again until something new comes to it. */
export type Checked = z.infer<typeof checkedSchema>;
/** The parts of a `Checked`. */
export const checkedSchema = z
  .strictObject({
    /** The dumps whose texts differ, and one of whose texts is shown rightly. */
    versions: z
      .strictObject({ dumps: z.array(words).min(1).readonly(), ...editorParts })
      .readonly()
      .exactOptional(),
    /** The posts that say the same and are posts of their own, by id. */
    duplicates: z
      .strictObject({ posts: z.array(words).min(1).readonly(), ...editorParts })
      .readonly()
      .exactOptional(),
    /** The dumps that contradict the date that an editor set, which stays. */
    date: z
      .strictObject({ dumps: z.array(words).min(1).readonly(), ...editorParts })
      .readonly()
      .exactOptional(),
    /** Its media need no description. */
    media: editorSchema.exactOptional(),
  })
  .readonly();

/** The claim about the day a post was published: a best day, the interval that holds the true one with 90 % probability, and the grounds. */
export type Dating = z.infer<typeof datingSchema>;
/** The parts of a `Dating`. */
export const datingSchema = z
  .strictObject({
    best: day,
    earliest: day,
    latest: day,
    basis: z.enum(bases),
    /** The words of the post that the claim rests on, as they stand in the text. */
    evidence: words.exactOptional(),
    /** The claim in EDTF level 1 (ISO 8601-2): `2025-02-04`, `2025-02-04~`, `2025-02-03/2025-02-04`. */
    edtf: words,
    /** The days that an editor allows where it is not the one day: `2025-02-01/2025-02-04`, open at an end as `2025-02-01/..`. */
    given: words
      .regex(/^(?:\d{4}-\d\d-\d\d|\.\.)\/(?:\d{4}-\d\d-\d\d|\.\.)$/u, 'not days such as "2025-02-01/.."')
      .exactOptional(),
    ...editorParts,
  })
  .readonly();

/** A hashtag: `key` joins spellings (case folded, NFKC), `label` is the first spelling seen, without `#`. */
export type Tag = z.infer<typeof tagSchema>;
/** The parts of a `Tag`. */
export const tagSchema = z.strictObject({ key: words, label: words }).readonly();

/** The quoted post of a reply, as the page shows it: its author and one flattened, cut line, empty where it has no text. */
export interface ReplyQuote {
  readonly author: string;
  readonly excerpt: string;
  /** The quoted post's number in the same channel, where an export tells it. */
  readonly number?: number;
  /** The quoted post was taken out of the archive: `excerpt` is then empty. Told by the site, never written into a file. */
  readonly withdrawn?: true;
}
/** The parts of a `ReplyQuote` that are written. */
export const replyQuoteSchema: z.ZodType<ReplyQuote> = z.strictObject({
  author: words,
  excerpt: words,
  number: ordinal.exactOptional(),
});

/** The page that a post links to, as Telegram shows it under the text: its site, its title, and what it says of itself. */
export type LinkPreview = z.infer<typeof linkPreviewSchema>;
/** The parts of a `LinkPreview`. */
export const linkPreviewSchema = z
  .strictObject({ site: words, title: words, description: words.exactOptional() })
  .readonly();

/** An answer of a poll, and its share of the votes in percent. */
export type PollOption = z.infer<typeof pollOptionSchema>;
/** The parts of a `PollOption`. */
export const pollOptionSchema = z
  .strictObject({
    text: words,
    percent: z.number().min(0, "less than 0").max(100, "more than 100").exactOptional(),
    /** How many chose it, where that is told. */
    votes: count.exactOptional(),
  })
  .readonly();

/** A poll as the page shows it. */
export type Poll = z.infer<typeof pollSchema>;
/** The parts of a `Poll`. */
export const pollSchema = z
  .strictObject({
    question: words,
    /** As printed: `Anonymous Poll`, `Quiz`, `Final Results`. */
    kind: words,
    /** In page order. */
    options: z.array(pollOptionSchema).readonly(),
    /** How many people voted, as far as the page tells; rounded above 999. */
    voters: count.exactOptional(),
  })
  .readonly();

/** A file that the page names and does not hold, with its size as printed: `1.2 MB`. */
export type AttachedFile = z.infer<typeof attachedFileSchema>;
/** The parts of an `AttachedFile`. */
export const attachedFileSchema = z.strictObject({ name: words, size: words }).readonly();

/** What happened to a channel, as service lines tell it. */
export const serviceEvents = ["created", "photo", "name", "pinned", "stream"] as const;
/** One of `serviceEvents`. */
export type ServiceEvent = (typeof serviceEvents)[number];

/** A service line that tells what happened: the event, and the name or the words it is about. */
export type ServiceLine = z.infer<typeof serviceLineSchema>;
/** The parts of a `ServiceLine`. */
export const serviceLineSchema = z
  .strictObject({ event: z.enum(serviceEvents), about: words.exactOptional() })
  .readonly();

/** How often a post was seen, as a page counts it. */
export type Views = z.infer<typeof viewsSchema>;
/** The parts of `Views`. */
export const viewsSchema = z
  .strictObject({
    count,
    /** The count as printed where it was rounded, such as `12.4K`. */
    printed: words.exactOptional(),
  })
  .readonly();

/** What a part of a text can be, beside its words. */
export const entityKinds = [
  ...(["bold", "italic", "underline", "strike", "code", "pre"] as const),
  ...(["spoiler", "quote", "collapsed-quote", "link", "custom-emoji"] as const),
] as const;
/** One of `entityKinds`. */
export type EntityKind = (typeof entityKinds)[number];

/** What a part of a text is. Offset and length count UTF-16 units of the text, as Telegram's do. */
export type Entity = z.infer<typeof entitySchema>;
/** The parts of an `Entity`. */
export const entitySchema = z
  .strictObject({
    kind: z.enum(entityKinds),
    offset: count,
    length: ordinal,
    /** Of a link: the address behind the words. */
    href: words.regex(/^(?:https?|tg|ton|mailto|tel):[^\s<>]+$/iu, "not an address").exactOptional(),
    /** Of a block of code: the language it is in. */
    language: words.regex(/^[\w+#.-]{1,40}$/u, "not the name of a language").exactOptional(),
    /** Of a custom emoji: its number, or the name of its file. */
    id: words.regex(/^[\w./-]{1,100}$/u, "not a name").exactOptional(),
  })
  .readonly();

/** A button under a post: its words, and the address it leads to or the text that it copies where it does. */
export type Button = z.infer<typeof buttonSchema>;
/** The parts of a `Button`. */
export const buttonSchema = z
  .strictObject({ text: words, href: words.exactOptional(), copies: words.exactOptional() })
  .readonly();

/** A part of a message that no reader here knows, as its capture tells it: its name, and its value as JSON, cut where it is long. */
export type UnreadPart = z.infer<typeof unreadPartSchema>;
/** The parts of an `UnreadPart`. */
export const unreadPartSchema = z.strictObject({ key: words, json: words }).readonly();

/** Things the page shows in place of what it could not show: a video, a sticker, a service line, custom emoji. */
export const mediaKinds = [
  ...(["video", "photo", "audio", "document", "poll", "service", "custom-emoji", "hidden"] as const),
  ...([
    "sticker",
    "place",
    "contact",
    "invoice",
    "game",
    "checklist",
    "giveaway",
    "story",
    "paid",
    "partial",
    "unknown",
  ] as const),
] as const;
/** One of `mediaKinds`. */
export type Media = (typeof mediaKinds)[number];

/** A picture, a recording or a file of a post: as its capture tells of it, and where the archive keeps it. */
export type MediaFile = z.infer<typeof mediaFileSchema>;
/** The parts of a `MediaFile`. */
export const mediaFileSchema = z
  .strictObject({
    kind: z.enum(mediaKinds),
    /** Its path beside the export; absent where the export left it out. */
    path: words.exactOptional(),
    /** What its author called the file. */
    name: words.exactOptional(),
    /** Of a recording, who plays what; of a sticker, the emoji that it stands for. */
    title: words.exactOptional(),
    /** SHA-256 of its bytes, hexadecimal, where the archive keeps it. */
    sha256: words.regex(/^[0-9a-f]{64}$/u).exactOptional(),
    /** What it is, by its own first bytes: `jpg`. */
    type: words.regex(/^[a-z0-9]{1,5}$/u).exactOptional(),
    bytes: count.exactOptional(),
    /** In pixels. */
    width: ordinal.exactOptional(),
    height: ordinal.exactOptional(),
    seconds: count.exactOptional(),
    /** Of a film: the picture that stands for it until it plays, by its own path, SHA-256 and type. */
    poster: z
      .strictObject({
        path: words,
        sha256: words.regex(/^[0-9a-f]{64}$/u).exactOptional(),
        type: words.regex(/^[a-z0-9]{1,5}$/u).exactOptional(),
      })
      .readonly()
      .exactOptional(),
    /** What is to be seen, in words for those who do not see it; a person writes it. */
    alt: words.exactOptional(),
    /** Who wrote that, and when. */
    described: editorSchema.exactOptional(),
  })
  .readonly();

/** How many readers answered a post with one emoji. */
export type Reaction = z.infer<typeof reactionSchema>;
/** The parts of a `Reaction`. */
export const reactionSchema = z
  .strictObject({
    /** The emoji as printed, or `⭐` for stars; empty for a custom emoji, which pages print as a bare number. */
    emoji: words.regex(/^\S*$/u, "not one word"),
    count,
    /** The count as printed where it was rounded, such as `2.49K`. */
    printed: words.exactOptional(),
  })
  .readonly();

/** A damage of the dump that was mended in the text; the original stays here. */
export type Repair = z.infer<typeof repairSchema>;
/** The parts of a `Repair`. */
export const repairSchema = z.strictObject({ line: z.number(), rule: words, from: words, to: words }).readonly();

/** Inclusive 1-based range of lines. */
export type LineRange = readonly [first: number, last: number];

/** How the start of a post is known: from the page's own marks, set by an editor, or judged, and how surely. */
export type Boundary = z.infer<typeof boundarySchema>;
/** The kinds of a `Boundary`. */
export const boundarySchema = z.union([
  z.strictObject({ kind: z.literal("marked") }).readonly(),
  z.strictObject({ kind: z.literal("set"), ...editorParts }).readonly(),
  z.strictObject({ kind: z.literal("inferred"), probability: z.number().min(0).max(1) }).readonly(),
]);

/** Where a post came from. `lines` covers every line that belongs to the post, second copies and placeholders included. */
export type Source = z.infer<typeof sourceSchema>;
/** The parts of a `Source`. */
export const sourceParts = {
  /** The dump: its path below `content/dumps`, parted by `/`; of an archive, with the path inside it behind it. */
  file: words,
  /** SHA-256 of the dump's bytes, hexadecimal. */
  sha256: words.regex(/^[0-9a-f]{64}$/u),
  dialect: words,
  lines: z.array(z.custom<LineRange>()).readonly(),
  /** 1-based place of the post among those of its dump, counted from the oldest. */
  sequence: ordinal,
  /** The capture day, where a person or the capture tells it. */
  retrieved: day.exactOptional(),
  /** The moment of the capture, where a web archive tells it. */
  captured: moment.exactOptional(),
  /** Day of the first import, kept only where nothing else says that the post is not younger. */
  imported: day.exactOptional(),
};
/** A `Source` whole. */
export const sourceSchema = z.strictObject(sourceParts).readonly();

/** A text that another capture shows for the same post: an edit before or after the best text. */
export type Version = z.infer<typeof versionSchema>;
/** The parts of a `Version`. */
export const versionSchema = z
  .strictObject({
    /** The dump that shows it; one of the post's sources. */
    file: words,
    /** The other dumps that show it, by name. */
    alsoIn: z.array(words).min(1).readonly().exactOptional(),
    text: words,
  })
  .readonly();
