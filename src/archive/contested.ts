import { createHash } from "node:crypto";
import type { LazySequence } from "../model/lazy-sequence.ts";
import type { Unnamed } from "../model/post.ts";
import { shortestTelling } from "./facts.ts";
import { identityText, keyOfNumber } from "./identity.ts";

/** By which posts of unlike captures may be one: their words, and their numbers in their channel. */
export class Signs {
  private readonly words = new Set<number>();
  private readonly numbers = new Set<string>();

  add(post: Unnamed): void {
    const words = identityText(post);
    // Posts without words are many, and none of them is another for that.
    if (words !== "") this.words.add(hashOf(words));
    if (post.number !== undefined) this.numbers.add(keyOfNumber(post.channel, post.number));
    const answered = openlyAnswered(post);
    if (answered !== undefined) this.numbers.add(keyOfNumber(post.channel, answered));
  }

  get none(): boolean {
    return this.words.size + this.numbers.size === 0;
  }

  /** Whether some post that was added has a post's words or number; `surely` where that is no mere greeting. */
  of(post: Unnamed): "surely" | "perhaps" | "no" {
    if (post.number !== undefined && this.numbers.has(keyOfNumber(post.channel, post.number))) return "surely";
    const words = identityText(post);
    if (words === "" || !this.words.has(hashOf(words))) return "no";
    return words.length >= shortestTelling ? "surely" : "perhaps";
  }
}

/** So many posts on each side of one that another capture shows may be edits of posts that it shows as well. */
const beside = 20;
/** Posts between two that another capture shows are looked at too, up to so many. */
const between = 400;

/**
 * The places of a long export's posts, in ascending order, that other captures may show too: those with their words or numbers, and what
 * stands around these, since edited posts are known by their neighbours; posts with the words of one of these; and replies that other captures may give
 * words to. All others are posts of this export alone.
 */
export function contestedPlaces(posts: LazySequence<Unnamed>, signs: Signs): readonly number[] {
  if (signs.none) return [];
  const places = new Set<number>();
  let last: number | undefined;
  let place = 0;
  for (const post of posts) {
    const sign = signs.of(post);
    if (sign !== "no" || openlyAnswered(post) !== undefined) places.add(place);
    if (sign === "surely") {
      const from = last !== undefined && place - last <= between ? last : place - beside;
      const to = Math.min(posts.length - 1, place + beside);
      for (let near = Math.max(0, from); near <= to; near += 1) places.add(near);
      last = place;
    }
    place += 1;
  }
  for (const repeat of repeatsOf(places, posts)) places.add(repeat);
  return [...places].sort((one, other) => one - other);
}

/** The places of posts with the words of some of these: together they are told apart by their order in the export. */
function repeatsOf(places: ReadonlySet<number>, posts: LazySequence<Unnamed>): readonly number[] {
  const words = new Set<number>();
  for (const place of places) {
    const post = posts.at(place);
    if (post !== undefined) words.add(hashOf(identityText(post)));
  }
  words.delete(hashOf(""));
  const repeats: number[] = [];
  let place = 0;
  for (const post of posts) {
    if (words.has(hashOf(identityText(post)))) repeats.push(place);
    place += 1;
  }
  return repeats;
}

/** The number of the post that a reply answers, where it knows no more of it: the words of that post are to be found. */
function openlyAnswered({ replyTo }: Unnamed): number | undefined {
  return replyTo?.excerpt === "" ? replyTo.number : undefined;
}

/** 48 bits of SHA-256: words that share it by chance are looked at in vain, and that is all. */
export function hashOf(words: string): number {
  return createHash("sha256").update(words).digest().readUIntBE(0, 6);
}
