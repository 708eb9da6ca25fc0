import type { Day } from "./day.ts";
import type { Notice } from "./notice.ts";
import type { Channel } from "./post.ts";

/** What a line of a dump is. Every non-blank line has exactly one role other than `blank`. */
export const lineRoles = [
  "text",
  "copy",
  "forwarded",
  "reply",
  "preview",
  "placeholder",
  "reactions",
  "furniture",
  "blank",
] as const;
/** One of `lineRoles`; `furniture` and `blank` belong to no post. */
export type LineRole = (typeof lineRoles)[number];

/** Order of the posts in a dump. */
export type Order = "oldest-first" | "newest-first";

/** What became of one dump: its identity, how it was read, and where each of its lines went. */
export interface DumpReport {
  readonly file: string;
  /** SHA-256 of the dump's bytes, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly lines: number;
  readonly dialect: string;
  /** Why this dialect, in a sentence. */
  readonly evidence: string;
  readonly channel: Channel;
  readonly order: Order;
  /** The capture day, where a sidecar tells it. */
  readonly retrieved?: Day;
  readonly posts: number;
  /** Lines by role; the values add up to `lines`. */
  readonly roles: Readonly<Record<LineRole, number>>;
  readonly notices: readonly Notice[];
}

/** The ledger of an archive: one report a dump, by file name. Kept as `content/ledger.json`. */
export interface Ledger {
  readonly dumps: readonly DumpReport[];
}
