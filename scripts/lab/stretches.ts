import type { DatingRequest } from "../../src/dating/date.ts";
import { type Evidence, evidenceOf } from "../../src/dating/expressions/evidence.ts";
import type { KnownChannel, KnownPost } from "./known-channels.ts";

/** Posts that a page of a channel shows; a channel of twice as many is judged by pages and as a whole. */
export const pageLength = 60;

/** A channel in pages, each captured on the day of its last post; a rest of less than half a page is left out. */
export function pagesOf({ name, posts, captured }: KnownChannel): readonly KnownChannel[] {
  if (posts.length < 2 * pageLength) return [{ name, posts, captured }];
  const pages: KnownChannel[] = [];
  for (let start = 0; start + pageLength / 2 <= posts.length; start += pageLength) {
    const own = posts.slice(start, start + pageLength);
    pages.push({ name, posts: own, captured: own.at(-1)?.day ?? captured });
  }
  return pages;
}

/** What is asked of the dating for a stretch: its texts and its capture day, and no true day. */
export function datesOf({ posts, captured }: KnownChannel): DatingRequest {
  return {
    posts: posts.map((post) => ({ text: post.text, language: "und", evidence: evidenceIn(post) })),
    order: "oldest-first",
    retrieved: captured,
  };
}

const read = new WeakMap<KnownPost, readonly Evidence[]>();

/** A post is dated many times over, and its text is read once. */
function evidenceIn(post: KnownPost): readonly Evidence[] {
  const known = read.get(post) ?? evidenceOf(post.text);
  read.set(post, known);
  return known;
}
