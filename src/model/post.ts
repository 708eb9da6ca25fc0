import type { Day } from "./day.ts";

/** A channel. `identified` is false where no dump and no sidecar names it: its name is then made from the dump's. */
export interface Channel {
  /** Key for addresses and folders: lower case letters and digits of any script, parted by hyphens. */
  readonly key: string;
  readonly name: string;
  readonly identified: boolean;
  /** Telegram user name without `@`. */
  readonly handle?: string;
}

/**
 * What kind of ground a date rests on. The first group names a day in the post's own text, the second does not:
 * `neighbours` (the order of the posts and the days of others), `capture` (the day the dump was taken), `order` (nothing but the order).
 * `timestamp`: the capture itself tells the moment of publication, as Telegram's exports do. `given`: a person says the day.
 */
export type Basis =
  | "timestamp"
  | "dateline"
  | "event-past"
  | "event-to-come"
  | "anniversary"
  | "observance"
  | "mention"
  | "relative"
  | "neighbours"
  | "capture"
  | "order"
  | "given";

/** The claim about the day a post was published: a best day, the interval that holds the true one with 90 % probability, and the grounds. */
export interface Dating {
  readonly best: Day;
  readonly earliest: Day;
  readonly latest: Day;
  readonly basis: Basis;
  /** The words of the post that the claim rests on, as they stand in the text. */
  readonly evidence?: string;
  /** The claim in EDTF level 1 (ISO 8601-2): `2025-02-04`, `2025-02-04~`, `2025-02-03/2025-02-04`. */
  readonly edtf: string;
}

/** A hashtag: `key` joins spellings (case folded, NFKC), `label` is the first spelling seen, without `#`. */
export interface Tag {
  readonly key: string;
  readonly label: string;
}

/** The quoted post of a reply, as the page shows it: its author and one flattened, cut line, empty where it has no text. */
export interface ReplyQuote {
  readonly author: string;
  readonly excerpt: string;
  /** The quoted post's number in the same channel, where an export tells it. */
  readonly number?: number;
  /** The quoted post was taken out of the archive: `excerpt` is then empty. Told by the site, never written into a file. */
  readonly withdrawn?: true;
}

/** The page that a post links to, as Telegram shows it under the text: its site, its title, and what it says of itself. */
export interface LinkPreview {
  readonly site: string;
  readonly title: string;
  readonly description?: string;
}

/** A poll as the page shows it. */
export interface Poll {
  readonly question: string;
  /** As printed: `Anonymous Poll`, `Quiz`, `Final Results`. */
  readonly kind: string;
  /** In page order. */
  readonly options: readonly PollOption[];
  /** How many people voted, as far as the page tells; rounded above 999. */
  readonly voters?: number;
}

/** An answer of a poll, and its share of the votes in percent. */
export interface PollOption {
  readonly text: string;
  readonly percent?: number;
}

/** A file that the page names and does not hold, with its size as printed: `1.2 MB`. */
export interface AttachedFile {
  readonly name: string;
  readonly size: string;
}

/** What happened to a channel, as service lines tell it. */
export const serviceEvents = ["created", "photo", "name", "pinned", "stream"] as const;
/** One of `serviceEvents`. */
export type ServiceEvent = (typeof serviceEvents)[number];

/** A service line that tells what happened: the event, and the name or the words it is about. */
export interface ServiceLine {
  readonly event: ServiceEvent;
  readonly about?: string;
}

/** What the page shows with a post beside the words of its author. Its lines stand in the post's text as well: nothing is lost. */
export interface Attachments {
  readonly linkPreview?: LinkPreview;
  readonly poll?: Poll;
  /** In page order; never empty. */
  readonly files?: readonly AttachedFile[];
  readonly service?: ServiceLine;
}

/** The attachments alone of what has them; absent things stay absent. */
export function attachmentsOf({ linkPreview, poll, files, service }: Attachments): Attachments {
  return {
    ...(linkPreview === undefined ? {} : { linkPreview }),
    ...(poll === undefined ? {} : { poll }),
    ...(files === undefined ? {} : { files }),
    ...(service === undefined ? {} : { service }),
  };
}

/** How often a post was seen, as a page counts it. */
export interface Views {
  readonly count: number;
  /** The count as printed where it was rounded, such as `12.4K`. */
  readonly printed?: string;
}

/** What a page prints at the foot of a post, below the readers' reactions. Most extractors drop it. */
export interface Foot {
  readonly views?: Views;
  /** The author's name, where the channel signs its posts. */
  readonly signature?: string;
  /** `HH:MM` by the page's own time zone, which nobody told. */
  readonly clock?: string;
  /** The page says that the post was edited, and not when. */
  readonly editedMark?: true;
}

/** The foot alone of what has one; absent things stay absent. */
export function footOf({ views, signature, clock, editedMark }: Foot): Foot {
  return {
    ...(views === undefined ? {} : { views }),
    ...(signature === undefined ? {} : { signature }),
    ...(clock === undefined ? {} : { clock }),
    ...(editedMark === undefined ? {} : { editedMark }),
  };
}

/** Something the page shows in place of what it could not show: a video, a sticker, a service line, custom emoji. */
export type Media = "video" | "photo" | "audio" | "document" | "poll" | "service" | "custom-emoji" | "hidden";

/** How many readers answered a post with one emoji. */
export interface Reaction {
  /** The emoji as printed, or `⭐` for stars; empty for a custom emoji, which pages print as a bare number. */
  readonly emoji: string;
  readonly count: number;
  /** The count as printed where it was rounded, such as `2.49K`. */
  readonly printed?: string;
}

/** A damage of the dump that was mended in `text`; the original stays here. */
export interface Repair {
  readonly rule: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** Inclusive 1-based range of lines. */
export type LineRange = readonly [first: number, last: number];

/** How the start of a post is known: from the page's own marks or a person's word, or judged, and how surely. */
export type Boundary = { readonly kind: "marked" } | { readonly kind: "inferred"; readonly probability: number };

/** Where a post came from. `lines` covers every line that belongs to the post, second copies and placeholders included. */
export interface Source {
  /** The dump: its path below `content/dumps`, parted by `/`; of an archive, with the path inside it behind it. */
  readonly file: string;
  /** SHA-256 of the dump's bytes, hexadecimal. */
  readonly sha256: string;
  readonly dialect: string;
  readonly lines: readonly LineRange[];
  /** 1-based place of the post among those of its dump, counted from the oldest. */
  readonly sequence: number;
  /** The capture day, where a person or the capture tells it. */
  readonly retrieved?: Day;
  /** Day of the first import, kept only where nothing else says that the post is not younger. */
  readonly imported?: Day;
}

/** A text that another capture shows for the same post: an edit before or after the best text. */
export interface Version {
  readonly text: string;
  /** The dump that shows it; one of the post's sources. */
  readonly file: string;
  /** The other dumps that show it, by name. */
  readonly alsoIn?: readonly string[];
}

/** The boundary record: everything before it knows text, everything after it knows pages. */
export interface Post extends Attachments, Foot {
  /** Permanent: made once, kept through every later import. */
  readonly id: string;
  readonly channel: Channel;
  readonly dating: Dating;
  /** The headline, in plain text. */
  readonly title: string;
  /** The one best text, line breaks as published; empty for a post that the page shows nothing of. */
  readonly text: string;
  /** BCP 47 language tag; `und` where the text is too short to tell. */
  readonly language: string;
  readonly tags: readonly Tag[];
  /** User names without `@`, in order, each once. */
  readonly mentions: readonly string[];
  /** Addresses in the text, in order, each once; behind them those that an export tells behind words. */
  readonly links: readonly string[];
  readonly forwardedFrom?: string;
  readonly replyTo?: ReplyQuote;
  readonly media: readonly Media[];
  readonly reactions: readonly Reaction[];
  readonly repairs: readonly Repair[];
  readonly boundary: Boundary;
  /** Where the best text stands. */
  readonly source: Source;
  /** The other captures that hold the same post, by file name. */
  readonly alsoIn?: readonly Source[];
  /** The post's number in its channel, as Telegram counts: the last part of `t.me/<handle>/<number>`. */
  readonly number?: number;
  /** The moment of publication in UTC (ISO 8601, whole seconds), where a capture tells it. */
  readonly published?: string;
  /** The moment of the last edit in UTC, where a capture tells it. */
  readonly edited?: string;
  /** Other texts of the post, by file name; absent where all captures agree. */
  readonly versions?: readonly Version[];
  /** Why a person took the post out of the archive; it then has no page but a tombstone. */
  readonly withdrawn?: string;
  /** A person changed the post's file after it was written. Told by the file, never written into it. */
  readonly correctedByHand?: true;
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
