import { createHash } from "node:crypto";
import type { LineRange, Post } from "../post.ts";

/** A post before it has its id. */
export type Unnamed = Omit<Post, "id">;

/** Crockford's base 32 in lower case: no letter looks like a digit. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const idLength = 10;

/**
 * The one maker of ids: 50 bits of SHA-256 over the channel's key, the text (blanks and variation selectors evened out)
 * and an ordinal that tells identical twins apart, in Crockford's base 32. A post without text is told by its place.
 */
export function makeId(post: Unnamed, ordinal: number): string {
  const place = `${post.source.sha256}:${post.source.lines[0]?.[0] ?? 0}`;
  const words = textKey(post.text) || place;
  const digest = createHash("sha256").update(`${post.channel.key}\n${words}\n${ordinal}`).digest();
  let id = "";
  for (let digit = 0; digit < idLength; digit += 1) id += alphabet[fiveBits(digest, digit * 5)] ?? "";
  return id;
}

/** Five bits of a digest from bit `offset` on. */
function fiveBits(digest: Uint8Array, offset: number): number {
  const at = offset >> 3;
  const pair = ((digest[at] ?? 0) << 8) | (digest[at + 1] ?? 0);
  return (pair >> (11 - (offset & 7))) & 31;
}

/** What makes two texts the same post: extractors change blanks and variation selectors, nothing else. */
export function textKey(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\uFE0E\uFE0F\u200B]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * Gives every post its id. A post that the archive already knows keeps the id it has, whatever became of its limits, title
 * or day: it is known by the lines of the same dump, or by its text and day in the same channel. Posts of several dumps
 * with one text get one id where their days can be the same, and different ones where they cannot.
 */
export function identify(dumps: readonly (readonly Unnamed[])[], known: readonly Post[]): readonly (readonly Post[])[] {
  const byDump = groupBy(known, (post) => post.source.sha256);
  const byText = groupBy(known, wordsKey);
  const named = new Map<string, Post>();
  return dumps.map((posts) => {
    const taken = new Set<string>();
    const own = posts.map((post) => {
      const id = knownByLines(post, byDump.get(post.source.sha256) ?? [], taken);
      if (id !== undefined) taken.add(id);
      return id;
    });
    return posts.map((post, index): Post => {
      const id =
        own[index] ?? knownByText(post, byText.get(wordsKey(post)) ?? [], taken) ?? freshId(post, named, taken);
      taken.add(id);
      const result = { id, ...post };
      named.set(id, result);
      return result;
    });
  });
}

/** The known post of the same dump with which a post shares most lines. */
function knownByLines(post: Unnamed, known: readonly Post[], taken: ReadonlySet<string>): string | undefined {
  let best: { id: string; shared: number } | undefined;
  for (const other of known) {
    const shared = sharedLines(post.source.lines, other.source.lines);
    if (shared > (best?.shared ?? 0) && !taken.has(other.id)) best = { id: other.id, shared };
  }
  return best?.id;
}

function knownByText(post: Unnamed, known: readonly Post[], taken: ReadonlySet<string>): string | undefined {
  if (textKey(post.text) === "") return undefined;
  return known.find((other) => !taken.has(other.id) && canBeSameDay(post, other))?.id;
}

/** The first ordinal that no other post has: not a twin in the same dump, nor one of another day. */
function freshId(post: Unnamed, named: ReadonlyMap<string, Post>, taken: ReadonlySet<string>): string {
  for (let ordinal = 0; ; ordinal += 1) {
    const id = makeId(post, ordinal);
    const other = named.get(id);
    if (!taken.has(id) && (other === undefined || canBeSameDay(post, other))) return id;
  }
}

function canBeSameDay(one: Unnamed, other: Unnamed): boolean {
  return one.dating.earliest <= other.dating.latest && other.dating.earliest <= one.dating.latest;
}

function wordsKey(post: Unnamed): string {
  return `${post.channel.key}\n${textKey(post.text)}`;
}

/** How many lines of one dump two posts share. */
export function sharedLines(one: readonly LineRange[], other: readonly LineRange[]): number {
  let shared = 0;
  for (const [first, last] of one) {
    for (const [start, end] of other) shared += Math.max(0, Math.min(last, end) - Math.max(first, start) + 1);
  }
  return shared;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
