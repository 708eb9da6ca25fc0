import type { ChannelHead } from "../model/channel-head.ts";
import { type Day, isTellable, parseDay } from "../model/day.ts";
import type { LazySequence } from "../model/lazy-sequence.ts";
import {
  type Attachments,
  type Entity,
  type LineRange,
  type Media,
  metadataOf,
  type PostMetadata,
  type Reaction,
  type ReplyQuote,
} from "../model/post.ts";
import { localFormat, readClockTime } from "./clock-time.ts";

/**
 * What an export tells of a time: the moment in UTC (`2024-12-07T21:24:19Z`), a clock that stood in a time zone nobody told
 * (`2024-12-07T22:24:19`), no more than the day on that clock, or nothing but the times of the posts before and behind it, or nothing
 * at all: then it is not younger than its capture.
 */
export type Told =
  | {
      readonly kind: "moment";
      readonly utc: string;
      /** By how many seconds the clock that the export shows is ahead of UTC, where it shows one that is. */
      readonly ahead?: number;
    }
  | { readonly kind: "local"; readonly local: string }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "unknown" }
  | { readonly kind: "between"; readonly times: readonly [Told, Told] };

/** A post as an export tells it: its number and its time are facts, its limits are marked. */
export interface ExportedPost extends Attachments, PostMetadata {
  /** The post's number in its channel; of an album, its first. */
  readonly number?: number;
  /** When it was published. */
  readonly time: Told;
  /** Moment of the last edit in UTC. */
  readonly edited?: string;
  readonly text: string;
  /** What parts of the text are; tidied (`text/formatted.ts`). */
  readonly entities?: readonly Entity[];
  /** Addresses behind words, which the text does not show. */
  readonly hiddenLinks: readonly string[];
  readonly forwardedFrom?: string;
  readonly forwardedAuthor?: string;
  /** Of an album: the numbers of its other parts. */
  readonly albumNumbers?: readonly number[];
  readonly replyTo?: ReplyQuote;
  readonly media: readonly Media[];
  readonly reactions: readonly Reaction[];
  /** Where it stands in the file. */
  readonly lines: readonly LineRange[];
}

/** A channel of an export and its posts, in the order of the file. */
export interface ExportedChannel {
  readonly name?: string;
  readonly handle?: string;
  /** The number of its chat; see `Channel`. */
  readonly chatId?: string;
  /** What the page's head says of it beside its names. */
  readonly about?: ChannelHead;
  readonly posts: LazySequence<ExportedPost>;
}

/** A finding about an export, with its line where it has one. */
export interface ExportFinding {
  readonly rule: string;
  readonly reason: string;
  readonly line?: number;
}

/** What an export holds. */
export interface Exported {
  readonly channels: readonly ExportedChannel[];
  readonly findings: readonly ExportFinding[];
  /** Lines of the file. */
  readonly lines: number;
}

/** Reads an export piece by piece, in pieces of any size. */
export interface ExportReader {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => Exported;
}

/** A moment in whole seconds since 1970 as UTC; `undefined` where it is none, or none that a post can have. */
export function momentOf(seconds: number): string | undefined {
  const time = new Date(seconds * 1000);
  if (!Number.isFinite(seconds) || Number.isNaN(time.getTime())) return undefined;
  const text = time.toISOString();
  const day = parseDay(text.slice(0, 10));
  return day !== undefined && isTellable(day) ? `${text.slice(0, 19)}Z` : undefined;
}

/** A moment that an export shows on a clock so many seconds ahead of UTC; on clocks of no time zone it is shown by nobody. */
export function momentOnClock(utc: string, ahead: number): Told {
  const isZone = ahead !== 0 && Math.abs(ahead) <= 14 * 3600 && ahead % 900 === 0;
  return { kind: "moment", utc, ...(isZone ? { ahead } : {}) };
}

/** A clock time (`2022-04-09T12:17:30`) as a post's time; `undefined` where no clock shows it, or none of a post's days. */
export function localTime(written: string, format: string = localFormat): Told | undefined {
  const time = readClockTime(written, format);
  const day = time && parseDay(time.format("YYYY-MM-DD"));
  return time !== undefined && day !== undefined && isTellable(day)
    ? { kind: "local", local: time.format(localFormat) }
    : undefined;
}

/**
 * Joins the parts of albums, which exports tell as messages of their own: photos and videos in a row, or files of one kind, numbered in a row,
 * a second apart at most, of which one at most has words. Pages show an album as one post, under its first number.
 */
export function* withAlbums(posts: Iterable<ExportedPost>): Generator<ExportedPost> {
  let album: ExportedPost | undefined;
  let last: ExportedPost | undefined;
  for (const post of posts) {
    if (album !== undefined && last !== undefined && goesOn(album, last, post)) album = withPart(album, post);
    else {
      if (album !== undefined) yield album;
      album = post;
    }
    last = post;
  }
  if (album !== undefined) yield album;
}

function withPart(album: ExportedPost, post: ExportedPost): ExportedPost {
  // Files with the newest post first tell the parts of an album from the last to the first.
  const isBefore = (post.number ?? 0) < (album.number ?? 0);
  const [first, next] = isBefore ? [post, album] : [album, post];
  const [text, other] = first.text === "" ? [next, first] : [first, next];
  const edited = latest(first.edited, next.edited);
  const files = [...(first.files ?? []), ...(next.files ?? [])];
  const mediaFiles = [...(first.mediaFiles ?? []), ...(next.mediaFiles ?? [])];
  const buttons = [...(first.buttons ?? []), ...(next.buttons ?? [])];
  const unread = [...(first.unread ?? []), ...(next.unread ?? [])];
  return {
    ...first,
    text: text.text,
    ...(text.entities === undefined ? {} : { entities: text.entities }),
    hiddenLinks: [...new Set([...text.hiddenLinks, ...other.hiddenLinks])],
    media: [...first.media, ...next.media],
    reactions: text.reactions.length > 0 ? text.reactions : other.reactions,
    ...metadataOf({ ...other, ...metadataOf(text) }),
    ...(edited === undefined ? {} : { edited }),
    ...(files.length === 0 ? {} : { files }),
    ...(mediaFiles.length === 0 ? {} : { mediaFiles }),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(unread.length === 0 ? {} : { unread }),
    albumNumbers: [
      ...(first.albumNumbers ?? []),
      ...(next.number === undefined ? [] : [next.number]),
      ...(next.albumNumbers ?? []),
    ],
    lines: withLines(album.lines, post.lines),
  };
}

/** The lines of an album with those of one more part; a file may have the whole of it on one line. */
function withLines(album: readonly LineRange[], part: readonly LineRange[]): readonly LineRange[] {
  const isTold = ([first, last]: LineRange): boolean => album.some((own) => own[0] === first && own[1] === last);
  return [...album, ...part.filter((range) => !isTold(range))];
}

function goesOn(album: ExportedPost, last: ExportedPost, post: ExportedPost): boolean {
  const kind = albumOf(album);
  if (kind === undefined || kind !== albumOf(post) || (album.text !== "" && post.text !== "")) return false;
  if (last.number === undefined || post.number === undefined || Math.abs(post.number - last.number) !== 1) return false;
  if (post.number < last.number !== post.number < (album.number ?? 0)) return false;
  if (album.forwardedFrom !== post.forwardedFrom || album.signature !== post.signature) return false;
  return Math.abs(secondOf(post.time) - secondOf(last.time)) <= 1;
}

/** What an album is made of: pictures and films go together, everything else with its own kind. */
function albumOf({ media }: ExportedPost): string | undefined {
  const kinds = new Set(media.map((kind) => (kind === "video" ? "photo" : kind)));
  const [kind, ...others] = kinds;
  return others.length === 0 && ["photo", "audio", "document"].includes(kind ?? "") ? kind : undefined;
}

/** Seconds since 1970, by the clock that was told; not a number where only the day is. */
function secondOf(time: Told): number {
  if (time.kind === "moment") return Date.parse(time.utc) / 1000;
  return time.kind === "local" ? Date.parse(`${time.local}Z`) / 1000 : Number.NaN;
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  return [one, other]
    .filter((moment) => moment !== undefined)
    .sort()
    .at(-1);
}
