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
 * `given` is no inference: a person or an export says the day.
 */
export type Basis =
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

/** The quoted post of a reply, as the page shows it: its author and one flattened, cut line. */
export interface ReplyQuote {
  readonly author: string;
  readonly excerpt: string;
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
  /** File name of the dump, without folders. */
  readonly file: string;
  /** SHA-256 of the dump's bytes, hexadecimal. */
  readonly sha256: string;
  readonly dialect: string;
  readonly lines: readonly LineRange[];
  /** 1-based place of the post among those of its dump, counted from the oldest. */
  readonly sequence: number;
  /** Day of the first import, kept only where nothing else says that the post is not younger. */
  readonly imported?: Day;
}

/** The boundary record: everything before it knows text, everything after it knows pages. */
export interface Post {
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
  /** Addresses in the text, in order, each once. */
  readonly links: readonly string[];
  readonly forwardedFrom?: string;
  readonly replyTo?: ReplyQuote;
  readonly media: readonly Media[];
  readonly reactions: readonly Reaction[];
  readonly repairs: readonly Repair[];
  readonly boundary: Boundary;
  readonly source: Source;
}
