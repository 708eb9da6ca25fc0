import type { Texts } from "../texts/texts.ts";
import type { Archive } from "./archive.ts";
import { dayRange } from "./dates.ts";

/** `84 posts from 5 channels, 22 December 2024 – 10 February 2026`. */
export function extentWords({ posts, channels, texts }: Archive): string {
  if (posts.length === 0) return texts.extent.none;
  return texts.extent.size(posts.length, channels.length, spanWords(posts, texts));
}

/** The days that posts lie within, as far as their intervals tell: from the earliest that one of them can be of to the latest. */
export function spanWords(posts: Archive["posts"], texts: Texts): string {
  const [first] = posts;
  if (first === undefined) return "";
  let { earliest, latest } = first.post.dating;
  for (const { dating } of posts.map(({ post }) => post)) {
    if (dating.earliest < earliest) earliest = dating.earliest;
    if (dating.latest > latest) latest = dating.latest;
  }
  return dayRange(earliest, latest, texts);
}
