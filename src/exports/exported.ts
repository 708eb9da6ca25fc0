import type { Attachments, LineRange, Media, Reaction, ReplyQuote } from "../post.ts";

/** A post as an export tells it: its number and its moment are facts, its limits are marked. */
export interface ExportedPost extends Attachments {
  /** The post's number in its channel; of an album, its first. */
  readonly number?: number;
  /** Moment of publication in UTC: `2024-12-07T21:24:19Z`. */
  readonly published: string;
  /** Moment of the last edit in UTC. */
  readonly edited?: string;
  readonly text: string;
  readonly forwardedFrom?: string;
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
  readonly posts: readonly ExportedPost[];
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

/** A moment in whole seconds since 1970 as UTC; `undefined` where it is none. */
export function momentOf(seconds: number): string | undefined {
  const time = new Date(seconds * 1000);
  if (!Number.isFinite(seconds) || Number.isNaN(time.getTime())) return undefined;
  const text = time.toISOString();
  return /^\d{4}-/u.test(text) ? `${text.slice(0, 19)}Z` : undefined;
}

/** Longest excerpt of a quoted post, as Telegram's pages cut it, in UTF-16 units. */
const longestExcerpt = 120;

/** The first words of a text on one line, as pages quote them. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt - 1).trimEnd()}…`;
}

/**
 * Joins the parts of albums, which exports tell as messages of their own: photos and videos in a row, numbered in a row, a second apart at most,
 * of which one at most has words. Pages show an album as one post, under its first number.
 */
export function withAlbums(posts: readonly ExportedPost[]): readonly ExportedPost[] {
  const joined: ExportedPost[] = [];
  let last: { readonly number: number | undefined; readonly published: string } | undefined;
  for (const post of posts) {
    const album = joined.at(-1);
    if (album !== undefined && last !== undefined && goesOn(album, last, post)) {
      joined[joined.length - 1] = {
        ...album,
        text: album.text || post.text,
        media: [...album.media, ...post.media],
        reactions: album.reactions.length > 0 ? album.reactions : post.reactions,
        ...(latest(album.edited, post.edited) === undefined
          ? {}
          : { edited: latest(album.edited, post.edited) as string }),
        lines: [...album.lines, ...post.lines],
      };
    } else joined.push(post);
    last = { number: post.number, published: post.published };
  }
  return joined;
}

function goesOn(
  album: ExportedPost,
  last: { readonly number: number | undefined; readonly published: string },
  post: ExportedPost,
): boolean {
  if (!isPicture(album) || !isPicture(post) || (album.text !== "" && post.text !== "")) return false;
  if (last.number === undefined || post.number !== last.number + 1) return false;
  if (album.forwardedFrom !== post.forwardedFrom) return false;
  return Math.abs(Date.parse(post.published) - Date.parse(last.published)) <= 1000;
}

function isPicture({ media }: ExportedPost): boolean {
  return media.length > 0 && media.every((kind) => kind === "photo" || kind === "video");
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  return [one, other]
    .filter((moment) => moment !== undefined)
    .sort()
    .at(-1);
}
