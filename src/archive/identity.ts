import { createHash } from "node:crypto";
import { type Attachments, type Channel, type LineRange, type Post, sourcesOf, type Unnamed } from "../model/post.ts";
import { ownWords } from "../text/own-words.ts";
import { textKey } from "../text/text-key.ts";
import { keyForIds } from "./channels.ts";
import { linesIndex, type Shared } from "./lines-index.ts";

/** Crockford's base 32 in lower case: no letter looks like a digit. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const idLength = 10;

/**
 * The one maker of ids: 50 bits of SHA-256 over the channel's plain key, the text (blanks and variation selectors evened out)
 * and an ordinal that tells identical posts apart, in Crockford's base 32. A post without text is told by its number, or by its place. `key` is
 * that of the channel as one capture alone tells it.
 */
export function makeId(post: Unnamed, ordinal: number, key = keyForIds(post.channel)): string {
  const place = `${post.source.sha256}:${post.source.lines[0]?.[0] ?? 0}`;
  // No text key has a line feed: a number is never taken for a text.
  const words = identityText(post) || (post.number === undefined ? place : `\n${post.number}`);
  const digest = createHash("sha256").update(`${key}\n${words}\n${ordinal}`).digest();
  let id = "";
  for (let digit = 0; digit < idLength; digit += 1) id += alphabet[fiveBits(digest, digit * 5)] ?? "";
  return id;
}

/** Whether a text is an id as `makeId` makes them. */
export function isId(text: string): boolean {
  return text.length === idLength && [...text].every((digit) => alphabet.includes(digit));
}

/** Five bits of a digest from bit `offset` on. */
function fiveBits(digest: Uint8Array, offset: number): number {
  const at = offset >> 3;
  const pair = ((digest[at] ?? 0) << 8) | (digest[at + 1] ?? 0);
  return (pair >> (11 - (offset & 7))) & 31;
}

/**
 * The words that make two captures the same post: captures show unlike attachments with one text, so that theirs do not count where there
 * are others. Empty for a post without any.
 */
export function identityText(post: Pick<Post, "text" | keyof Attachments>): string {
  return textKey(ownWords(post)) || textKey(post.text);
}

/** Words and their channel as one key; of long words their digest, so that large archives hold no text twice. Empty where there are none. */
export function keyOfWords({ key }: Pick<Channel, "key">, words: string): string {
  if (words === "") return "";
  return `${key}\n${words.length <= longestKey ? words : createHash("sha256").update(words).digest("hex")}`;
}

/** A post's number in its channel as one key. */
export function keyOfNumber({ key }: Pick<Channel, "key">, number: number): string {
  return `${key}\n${number}`;
}

/** In UTF-16 units; no shorter than a digest. */
const longestKey = 80;

/** A post and the reading of it that came first, with the plain key of its channel there: its id is what that capture alone would give it. */
export interface FirstReading {
  readonly post: Unnamed;
  readonly first: Unnamed;
  readonly key: string;
}

/** What is known of ids beside those of the known posts. */
export interface IdState {
  /** Ids of known posts that are made anew; see `openIds`. */
  readonly open?: ReadonlySet<string>;
  /** Ids that this import gave to posts that are not among those given. */
  readonly given?: (id: string) => boolean;
  /** Ids of the archive, the known posts given among them. */
  readonly stored?: (id: string) => boolean;
}

/** Posts with their ids, and what became of ids that no post has any more. */
export interface Identified {
  /** In the order given. */
  readonly posts: readonly Post[];
  /** Ids of known posts whose lines are now other posts': by old id, the ids of the posts that have its lines, most lines first. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  /** By new id, that of the known post that was made anew. */
  readonly formerly: ReadonlyMap<string, string>;
}

/**
 * Gives every post its id. A post that the archive already knows keeps the id it has, whatever became of its limits, title or day: it is
 * known by its number in its channel or in a dump, by the lines of a dump, or by its text and day. Posts with unlike numbers are never one, though all
 * of an export may stand on one line. Where several posts have lines of a known one, the one with most of them keeps its id; the others are new.
 * Ids that are open are made anew as if nobody had them.
 */
export function identify(
  candidates: readonly FirstReading[],
  known: readonly Post[],
  { open = new Set(), given = () => false, stored = () => false }: IdState = {},
): Identified {
  const posts = candidates.map(({ post }) => post);
  const ids = new Array<string | undefined>(posts.length);
  const taken = new Set<string>();
  const take = (place: number, id: string): void => {
    ids[place] = id;
    taken.add(id);
  };
  // The first of those with the same key that is free. Keys are told of posts that need them alone: thousands may have the same.
  const takeFirst = (
    keysOf: (post: Unnamed) => readonly string[],
    fits: (one: Unnamed, other: Post) => boolean,
  ): void => {
    const groups = groupBy(known, keysOf);
    for (const [place, post] of posts.entries()) {
      for (const key of ids[place] === undefined ? keysOf(post) : []) {
        const own = groups.get(key)?.find((other) => !taken.has(other.id) && fits(post, other));
        if (own === undefined) continue;
        take(place, own.id);
        break;
      }
    }
  };
  // Two chats of one file may count alike: their posts are told apart by where they start.
  takeFirst(placedNumbers, () => true);
  takeFirst(numbersInChannel, () => true);
  takeFirst(numbersInDumps, () => true);
  const shared = sharedWith(posts, known);
  for (const { place, id } of shared) if (ids[place] === undefined && !taken.has(id)) take(place, id);
  takeFirst(wordsKeys, (post, other) => canBeSameDay(post, other) && !differInNumber(post, other));
  const left = new Map<number, string>();
  for (const [place, id] of ids.entries()) {
    if (id === undefined || !open.has(id)) continue;
    left.set(place, id);
    ids[place] = undefined;
    taken.delete(id);
  }
  const kept = new Set(known.flatMap(({ id }) => (open.has(id) ? [] : id)));
  const isTaken = (id: string): boolean => taken.has(id) || kept.has(id) || given(id) || (!open.has(id) && stored(id));
  const freshId = freshIds(isTaken);
  for (const [place, candidate] of candidates.entries()) if (ids[place] === undefined) take(place, freshId(candidate));
  const formerly = new Map([...left].map(([place, id]) => [ids[place] ?? "", id] as const));
  const successors = new Map(successorsOf(shared, ids, taken));
  for (const [now, id] of formerly) if (!taken.has(id)) successors.set(id, [now]);
  return { posts: posts.map((post, place): Post => ({ id: ids[place] ?? "", ...post })), successors, formerly };
}

interface SharedPost extends Shared {
  /** Index of the post. */
  readonly place: number;
}

/**
 * Which posts have lines of which known ones: of the same file first, since two files may be of the same bytes; then most lines first; then those of
 * the same words, since posts of an export may share a line. Lines say nothing of two posts that both have a number.
 */
function sharedWith(posts: readonly Unnamed[], known: readonly Post[]): readonly SharedPost[] {
  const ofAll = linesIndex(known);
  const ofPlain = linesIndex(known.filter(({ number }) => number === undefined));
  const wordsOf = new Map(known.map((post) => [post.id, wordsKeys(post)[0]]));
  return posts
    .flatMap((post, place) => {
      const [own] = wordsKeys(post);
      const found = (post.number === undefined ? ofAll : ofPlain)(sourcesOf(post));
      return found.map((each) => ({ place, ...each, sameWords: own === wordsOf.get(each.id) }));
    })
    .sort(
      (one, other) =>
        Number(other.sameFile) - Number(one.sameFile) ||
        other.lines - one.lines ||
        Number(other.sameWords) - Number(one.sameWords) ||
        one.place - other.place ||
        (one.id < other.id ? -1 : 1),
    );
}

function successorsOf(
  shared: readonly SharedPost[],
  ids: readonly (string | undefined)[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const successors = new Map<string, string[]>();
  for (const { place, id } of shared) {
    const successor = ids[place];
    if (taken.has(id) || successor === undefined) continue;
    const own = successors.get(id) ?? [];
    if (!own.includes(successor)) successors.set(id, [...own, successor]);
  }
  return successors;
}

/**
 * The first ordinal whose id nobody has or had: identical posts and posts of other days make the same one otherwise. Of thousands of identical posts
 * each goes on where the one before it ended, since an id that is taken stays so.
 */
function freshIds(isTaken: (id: string) => boolean): (candidate: FirstReading) => string {
  const next = new Map<string, number>();
  return ({ first, key }) => {
    const plain = makeId(first, 0, key);
    for (let ordinal = next.get(plain) ?? 0; ; ordinal += 1) {
      const id = ordinal === 0 ? plain : makeId(first, ordinal, key);
      if (isTaken(id)) continue;
      next.set(plain, ordinal + 1);
      return id;
    }
  };
}

function canBeSameDay(one: Unnamed, other: Unnamed): boolean {
  return one.dating.earliest <= other.dating.latest && other.dating.earliest <= one.dating.latest;
}

function differInNumber(one: Unnamed, other: Unnamed): boolean {
  return one.number !== undefined && other.number !== undefined && one.number !== other.number;
}

function wordsKeys(post: Unnamed): readonly string[] {
  const key = keyOfWords(post.channel, identityText(post));
  return key === "" ? [] : [key];
}

function numbersInChannel({ channel, number }: Unnamed): readonly string[] {
  return number === undefined ? [] : [keyOfNumber(channel, number)];
}

/** Whatever its channel is called by now. */
function numbersInDumps(post: Unnamed): readonly string[] {
  const { number } = post;
  return number === undefined ? [] : sourcesOf(post).map(({ file, sha256 }) => `${file}\n${sha256}\n${number}`);
}

function placedNumbers(post: Unnamed): readonly string[] {
  const { number } = post;
  if (number === undefined) return [];
  return sourcesOf(post).map(({ file, sha256, lines }) => `${file}\n${sha256}\n${number}\n${lines[0]?.[0] ?? 0}`);
}

/** How many lines of one dump two posts share. */
export function sharedLines(one: readonly LineRange[], other: readonly LineRange[]): number {
  let shared = 0;
  for (const [first, last] of one) {
    for (const [start, end] of other) shared += Math.max(0, Math.min(last, end) - Math.max(first, start) + 1);
  }
  return shared;
}

function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
