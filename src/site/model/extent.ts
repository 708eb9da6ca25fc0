import type { Texts } from "../texts/texts.ts";
import type { Archive } from "./archive.ts";
import { dayRange } from "./dates.ts";

/** `84 posts from 5 channels, 22 December 2024 – 10 February 2026`. */
export function extentWords({ posts, channels, texts }: Archive): string {
  if (posts.length === 0) return texts.extent.none;
  return texts.extent.size(posts.length, channels.length, spanWords(posts, texts));
}

/**
 * The best days of the first and the last post of a list that runs from the oldest, called estimates where one of the two is uncertain by a week or
 * more. One post of a very wide interval does not widen it.
 */
export function spanWords(posts: Archive["posts"], texts: Texts): string {
  const first = posts[0];
  const last = posts.at(-1);
  if (first === undefined || last === undefined) return "";
  const days = dayRange(first.day, last.day, texts);
  return [first, last].some(({ date }) => date.kind === "wide") ? texts.extent.estimated(days) : days;
}
