import type { ChannelHead } from "./channel-head.ts";
import type { Day } from "./day.ts";
import type { Notice } from "./notice.ts";
import type { Channel, Editor, LineRange } from "./post.ts";

/**
 * What a line of a dump is. Every non-blank line has exactly one role other than `blank`. `reactions` are the lines that tell of a post and are no part
 * of its text: reactions, views, signature, clock time, the header of a message.
 */
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

/** Lines by role, 0 of each that is not given. */
export function lineCounts(counted: Partial<Record<LineRole, number>> = {}): Record<LineRole, number> {
  const none = Object.fromEntries(lineRoles.map((role) => [role, 0])) as Record<LineRole, number>;
  return { ...none, ...counted };
}

/** Order of the posts in a dump. */
export type Order = "oldest-first" | "newest-first";

/** What a web archive is read as; the captures in it have dialects of their own. */
export const webArchiveDialect = "web-archive";

/** The record of a web archive that a capture was read from, by which it is found there again. */
export interface WebRecord {
  /** The address that was captured. */
  readonly url: string;
  /** The moment of the capture in UTC, where record or address tell it. */
  readonly moment?: string;
  /** `WARC-Record-ID`, without angle brackets. */
  readonly id: string;
  /** Where the record starts in the archive's file; where that is packed as a whole, in what it unpacks to. */
  readonly offset: number;
  /** The digest that the record tells of its payload, otherwise of its block, as it is written there. */
  readonly digest?: string;
}

/** Lines that belong to no post, as an editor said. */
export interface OutsideLines extends Editor {
  /** 1-based, both counted. */
  readonly lines: LineRange;
}

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
  /** What the page's head says of the channel beside its names. */
  readonly about?: ChannelHead;
  /** The address that the page was taken from, where a sidecar tells it. */
  readonly url?: string;
  readonly order: Order;
  /** The capture day, where a sidecar tells it. */
  readonly retrieved?: Day;
  /** The time zone (IANA name) that the days of an export's posts are those of, where a sidecar tells it; absent in ledgers of older imports. */
  readonly timezone?: string;
  readonly posts: number;
  /** Lines by role; the values add up to `lines`. */
  readonly roles: Readonly<Record<LineRole, number>>;
  /** The roles of the lines from the first to the last, as `lineRunsOf` writes them; absent in ledgers of older imports. */
  readonly lineRuns?: string;
  /** Lines that an editor said belong to no post, in the dump's order; among them are lines that are furniture anyway. Absent where there are none. */
  readonly outside?: readonly OutsideLines[];
  /**
   * By `source.sequence`, what came into question for the day of each post: the first day and the chances of the days from it on, in percent
   * (`2025-02-07 62 25 9`); empty where its day is known or the posts around it alone tell it. Absent where it is empty for all.
   */
  readonly candidates?: readonly string[];
  readonly notices: readonly Notice[];
  /** Of a capture in a web archive, its record there. */
  readonly record?: WebRecord;
  /** The dump was taken out on purpose; its posts are kept. */
  readonly removed?: true;
}

/** The roles of a dump's lines as runs of the same role: `furniture 10, text 4, blank 1, text 2`. */
export function lineRunsOf(roles: readonly LineRole[]): string {
  const runs: { readonly role: LineRole; count: number }[] = [];
  for (const role of roles) {
    const last = runs.at(-1);
    if (last?.role === role) last.count += 1;
    else runs.push({ role, count: 1 });
  }
  return runs.map(({ role, count }) => `${role} ${count}`).join(", ");
}

/** The role of each line, from what `lineRunsOf` wrote. Throws a RangeError for anything else. */
export function rolesFromRuns(runs: string): readonly LineRole[] {
  if (runs === "") return [];
  return runs.split(", ").flatMap((run) => {
    const [name = "", count = ""] = run.split(" ");
    const role = lineRoles.find((each) => each === name);
    if (role === undefined || !/^[1-9]\d*$/u.test(count)) throw new RangeError(`"${run}" is no run of lines`);
    return Array.from({ length: Number(count) }, () => role);
  });
}

/** The ledger of an archive: one report a dump, by file name. Kept as `content/ledger.json`. */
export interface Ledger {
  readonly dumps: readonly DumpReport[];
}
