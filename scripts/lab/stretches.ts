import type { DatingRequest } from "../../src/dating/date.ts";
import { type Evidence, evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { addDays } from "../../src/model/day.ts";
import type { DatedPost, KnownChannel } from "./known-channels.ts";
import { randomFrom } from "./made-dumps.ts";

/** Posts that a page of a channel shows; a channel of twice as many is judged by pages and as a whole. */
export const pageLength = 60;

/** A page is captured so many days after its last post, at the most: whoever captures it comes on any day, and seldom on that of the last post. */
const mostLag = 7;

/** A channel in pages, each captured 0 to `mostLag` days after its last post, drawn alike in every run; a rest of less than half a page is left out. */
export function windowsOfPages({ name, posts, captured }: KnownChannel): readonly KnownChannel[] {
  if (posts.length < 2 * pageLength) return [{ name, posts, captured }];
  const draw = randomFrom(seedOf(name));
  const pages: KnownChannel[] = [];
  for (let start = 0; start + pageLength / 2 <= posts.length; start += pageLength) {
    const own = posts.slice(start, start + pageLength);
    pages.push({
      name,
      posts: own,
      captured: addDays(own.at(-1)?.day ?? captured, Math.floor(draw() * (mostLag + 1))),
    });
  }
  return pages;
}

/** A number of its own for each name. */
function seedOf(name: string): number {
  return [...name].reduce((seed, letter) => Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0), 7);
}

/** Lengths of the windows that a channel is calibrated on, and how many days after the last post each is captured, by turns. */
const windowLengths = [20, 60, 60, 200, 200, 700] as const;
const delays = [0, 3, 20, 120] as const;

/** Windows of a channel, of many lengths, evenly over it, and the channel as a whole: pages are captured on the day of the last post, or long after. */
export function windowsOf({ name, posts }: KnownChannel): readonly KnownChannel[] {
  const lengths = [...windowLengths.filter((length) => length * 1.3 <= posts.length), posts.length];
  return lengths.flatMap((length, turn) => {
    const start = Math.floor(((posts.length - length) * (turn + 1)) / (lengths.length + 1));
    const own = posts.slice(start, start + length);
    const last = own.at(-1);
    return last === undefined
      ? []
      : [{ name, posts: own, captured: addDays(last.day, delays[turn % delays.length] ?? 0) }];
  });
}

/** What is asked of the dating for a stretch: its texts and its capture day, and no true day. */
export function datesOf({ posts, captured }: KnownChannel): DatingRequest {
  return {
    posts: posts.map((post) => ({ text: post.text, language: "und", evidence: evidenceIn(post) })),
    order: "oldest-first",
    retrieved: captured,
  };
}

const read = new WeakMap<DatedPost, readonly Evidence[]>();

/** A post is dated many times over, and its text is read once. */
function evidenceIn(post: DatedPost): readonly Evidence[] {
  const known = read.get(post) ?? evidenceOf(post.text);
  read.set(post, known);
  return known;
}
