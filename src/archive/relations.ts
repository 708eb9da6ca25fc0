import type { Post } from "../model/post.ts";
import { nearDuplicatesAmong } from "./near-duplicates.ts";
import { originalsAmong } from "./originals.ts";
import { type First, firstOf } from "./precedence.ts";
import { repliesAmong } from "./replies.ts";

/** Posts that say the same, or nearly so, oldest first, and which of them had it first. Posts go by their places. */
export interface DuplicateGroup {
  readonly posts: readonly number[];
  /** In places, too. */
  readonly first: First;
}

/** How posts stand to each other. A post goes by its place among those that were compared. */
export interface Relations {
  /** In the order of their oldest posts. */
  readonly groups: readonly DuplicateGroup[];
  /** The index in `groups` of the group that a post belongs to. */
  readonly groupOf: ReadonlyMap<number, number>;
  /** By a forward, the post it was forwarded from. */
  readonly originals: ReadonlyMap<number, number>;
  /** By a post, its forwards, oldest first. */
  readonly forwards: ReadonlyMap<number, readonly number[]>;
  /** By a reply, the post it quotes. */
  readonly quoted: ReadonlyMap<number, number>;
  /** By a post, the replies that quote it, oldest first. */
  readonly replies: ReadonlyMap<number, readonly number[]>;
}

/** Compares posts, which run from the oldest: forwards with originals, replies with what they quote, duplicates with each other. */
export function relationsAmong(posts: readonly Post[]): Relations {
  const duplicates = nearDuplicatesAmong(posts);
  const groupOf = new Map(duplicates.flatMap((group, index) => group.map((place) => [place, index] as const)));
  const originals = originalsAmong(posts, (place) => duplicates[groupOf.get(place) ?? -1] ?? []);
  const quoted = repliesAmong(posts);
  return {
    groups: duplicates.map((group) => ({ posts: group, first: firstIn(group, posts, originals) })),
    groupOf,
    originals,
    forwards: turned(originals),
    quoted,
    replies: turned(quoted),
  };
}

function firstIn(group: readonly number[], posts: readonly Post[], originals: ReadonlyMap<number, number>): First {
  const there = new Set(group);
  const own = group.flatMap((place) => posts[place] ?? []);
  const first = firstOf(own, (index) => there.has(originals.get(group[index] ?? -1) ?? -1));
  const place = (index: number): number => group[index] ?? -1;
  return first.kind === "sure"
    ? { kind: "sure", post: place(first.post) }
    : { kind: "open", among: first.among.map(place) };
}

function turned(links: ReadonlyMap<number, number>): ReadonlyMap<number, readonly number[]> {
  const back = new Map<number, number[]>();
  for (const [from, to] of links) {
    const own = back.get(to);
    if (own) own.push(from);
    else back.set(to, [from]);
  }
  return back;
}
