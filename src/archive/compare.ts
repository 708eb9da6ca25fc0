import { createHash } from "node:crypto";
import type { Day } from "../model/day.ts";
import type { Post, Source } from "../model/post.ts";
import { filesOf } from "../model/post.ts";
import { textKey } from "../text/text-key.ts";
import { linesThatStayed } from "./parted-otherwise.ts";

/** What a later capture of a channel shows differently from an earlier one, where the two show posts in common. */
export interface Difference {
  readonly channel: string;
  readonly earlier: Capture;
  readonly later: Capture;
  /** How many posts both show. */
  readonly shared: number;
  /** Ids of posts that the later capture alone shows, oldest first. */
  readonly added: readonly string[];
  /** Ids of posts whose text differs. */
  readonly changed: readonly string[];
  /** Ids of posts that the later capture does not show although it shows posts before and after them. */
  readonly gone: readonly string[];
}

/** What of a capture is looked at where captures are compared. */
type ComparedSource = Pick<Source, "file" | "sha256" | "sequence" | "retrieved" | "captured">;

/** What of a post is looked at where captures are compared. */
export interface ComparedPost extends Pick<Post, "id" | "text" | "versions"> {
  readonly channel: Pick<Post["channel"], "key">;
  readonly source: ComparedSource;
  readonly alsoIn?: readonly ComparedSource[];
}

/** A dump as a capture of its channel. */
export interface Capture {
  readonly file: string;
  /** The capture day, where it is known. */
  readonly retrieved?: Day;
}

/**
 * Compares the captures of each channel, each with the next later one that shows some of its posts. Which of two is later
 * is told by their capture days, and their moments where web archives tell them; by the newest posts they show where those days are the same or not known: a capture that
 * goes on where the other ends was taken later. Captures of which neither can be told are not compared. In the order of the
 * channels and of the earlier captures.
 */
export function differences(posts: readonly ComparedPost[]): readonly Difference[] {
  return [...capturesOf(posts)].flatMap(([channel, captures]) =>
    captures.flatMap((earlier) => {
      const after = captures
        .filter((later) => isLater(later, earlier))
        .sort((one, other) => (isLater(one, other) ? 1 : isLater(other, one) ? -1 : byFile(one, other)));
      const next = after.find((later) => later.shown.some(({ post }) => earlier.places.has(post.id)));
      return next === undefined ? [] : [differenceOf(channel, earlier, next)];
    }),
  );
}

/**
 * Makes of posts what is compared of them, for those that are too many to be held: texts are told apart by their digests, and what posts share is
 * held once.
 */
export function forComparison(): (post: Post) => ComparedPost {
  const words = new Map<string, string>();
  const shared = <Text extends string>(text: Text): Text => {
    const known = (words.get(text) ?? text) as Text;
    words.set(known, known);
    return known;
  };
  const slim = ({ file, sha256, sequence, retrieved, captured }: Source): ComparedSource => ({
    file: shared(file),
    sha256: shared(sha256),
    sequence,
    ...(retrieved === undefined ? {} : { retrieved: shared(retrieved) }),
    ...(captured === undefined ? {} : { captured: shared(captured) }),
  });
  const channels = new Map<string, ComparedPost["channel"]>();
  const channelOf = ({ key }: ComparedPost["channel"]): ComparedPost["channel"] => {
    const known = channels.get(key) ?? { key };
    channels.set(key, known);
    return known;
  };
  return ({ id, channel, text, source, alsoIn, versions }) => ({
    id,
    channel: channelOf(channel),
    text: digestOf(text),
    source: slim(source),
    ...(alsoIn === undefined ? {} : { alsoIn: alsoIn.map(slim) }),
    ...(versions === undefined
      ? {}
      : { versions: versions.map((version) => ({ ...version, text: digestOf(version.text) })) }),
  });
}

function digestOf(text: string): string {
  return createHash("sha256").update(textKey(text)).digest("base64url").slice(0, digestLength);
}

/** Of 64 signs; so many tell texts of one post apart. */
const digestLength = 20;

interface Shown {
  readonly post: ComparedPost;
  readonly source: ComparedSource;
}

interface CaptureRead extends Capture {
  readonly captured?: string;
  /** Oldest first. */
  readonly shown: readonly Shown[];
  /** By id, the index in `shown`. */
  readonly places: ReadonlyMap<string, number>;
}

function capturesOf(posts: readonly ComparedPost[]): ReadonlyMap<string, readonly CaptureRead[]> {
  const channels = new Map<string, Map<string, Shown[]>>();
  for (const post of posts) {
    const dumps = channels.get(post.channel.key) ?? new Map<string, Shown[]>();
    channels.set(post.channel.key, dumps);
    for (const source of [post.source, ...(post.alsoIn ?? [])]) {
      // A page that was the same at another moment is another capture; a dump under two names is one.
      const key = `${source.sha256} ${source.captured ?? ""}`;
      const shown = dumps.get(key);
      if (shown) shown.push({ post, source });
      else dumps.set(key, [{ post, source }]);
    }
  }
  return new Map(
    [...channels]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([channel, dumps]) => [channel, [...dumps.values()].map(captureRead).sort(byFile)]),
  );
}

function captureRead(unordered: readonly Shown[]): CaptureRead {
  const shown = unordered.toSorted((one, other) => one.source.sequence - other.source.sequence);
  const { file = "", retrieved, captured } = shown[0]?.source ?? {};
  return {
    file,
    ...(retrieved === undefined ? {} : { retrieved }),
    ...(captured === undefined ? {} : { captured }),
    shown,
    places: new Map(shown.map(({ post }, place) => [post.id, place])),
  };
}

function byFile(one: Capture, other: Capture): number {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : 0;
}

function isLater(one: CaptureRead, other: CaptureRead): boolean {
  if (one === other) return false;
  if (one.retrieved !== undefined && other.retrieved !== undefined && one.retrieved !== other.retrieved) {
    return one.retrieved > other.retrieved;
  }
  if (one.captured !== undefined && other.captured !== undefined && one.captured !== other.captured) {
    return one.captured > other.captured;
  }
  return goesOn(one, other) && !goesOn(other, one);
}

/** Whether a capture shows posts after the newest one that both show. */
function goesOn(one: CaptureRead, other: CaptureRead): boolean {
  const last = one.shown.findLastIndex(({ post }) => other.places.has(post.id));
  return last >= 0 && last < one.shown.length - 1;
}

function differenceOf(channel: string, earlier: CaptureRead, later: CaptureRead): Difference {
  const shared = earlier.shown.filter(({ post }) => later.places.has(post.id));
  const between = earlier.shown.slice(
    earlier.shown.findIndex(({ post }) => later.places.has(post.id)),
    earlier.shown.findLastIndex(({ post }) => later.places.has(post.id)),
  );
  const ids = (shown: readonly Shown[]): readonly string[] => shown.map(({ post }) => post.id);
  const changed = shared.filter(
    ({ post }) => textKey(textIn(post, earlier.file)) !== textKey(textIn(post, later.file)),
  );
  const gone = between.filter(({ post }) => !later.places.has(post.id));
  const added = later.shown.filter(({ post }) => !earlier.places.has(post.id));
  // Captures that are parted otherwise show the same lines in other posts.
  const isUnclear = changed.length > 0 || (gone.length > 0 && added.length > 0);
  const [inLater, inEarlier] = isUnclear
    ? [shownLines(earlier, later), shownLines(later, earlier)]
    : [() => false, () => false];
  return {
    channel,
    earlier: nameOf(earlier),
    later: nameOf(later),
    shared: shared.length,
    added: ids(added.filter(({ post }) => !inEarlier(post))),
    changed: ids(changed.filter(({ post }) => !(inLater(post) && inEarlier(post)))),
    gone: ids(gone.filter(({ post }) => !inLater(post))),
  };
}

function nameOf({ file, retrieved }: Capture): Capture {
  return { file, ...(retrieved === undefined ? {} : { retrieved }) };
}

/** The text that a dump shows for a post. */
function textIn(post: ComparedPost, file: string): string {
  return (post.versions?.find((version) => filesOf(version).includes(file)) ?? post).text;
}

/** Tells of a post of one capture whether the other shows all its lines, between posts that both show. */
function shownLines(one: CaptureRead, other: CaptureRead): (post: ComparedPost) => boolean {
  const textsOf = ({ shown, file }: CaptureRead): readonly string[] => shown.map(({ post }) => textIn(post, file));
  const sharedWith = one.shown.map(({ post }) => other.places.get(post.id));
  const isShown = linesThatStayed(textsOf(one), textsOf(other), sharedWith);
  return ({ id }) => isShown(one.places.get(id) ?? -1);
}

/** Numbers between the first and the last known one of a channel that none of its posts has: removed posts, or parts of albums. */
export function missingNumbers(
  posts: readonly Pick<Post, "number" | "albumNumbers">[],
): readonly (readonly [first: number, last: number])[] {
  const numbers = [
    ...new Set(
      posts.flatMap(({ number, albumNumbers = [] }) => [...(number === undefined ? [] : [number]), ...albumNumbers]),
    ),
  ].sort((one, other) => one - other);
  return numbers.slice(1).flatMap((number, index) => {
    const before = numbers[index] ?? number;
    return number - before > 1 ? [[before + 1, number - 1] as const] : [];
  });
}
