import type { Archive } from "./archive.ts";
import { dayRange } from "./dates.ts";
import { counted } from "./wording.ts";

/** `84 posts from 5 channels, 22 December 2024 – 10 February 2026`. */
export function extentWords(archive: Archive): string {
  const first = archive.posts[0];
  const last = archive.posts.at(-1);
  if (first === undefined || last === undefined) return "No posts yet";
  const size = `${counted(archive.posts.length, "post")} from ${counted(archive.channels.length, "channel")}`;
  return `${size}, ${dayRange(first.day, last.day)}`;
}

/** The days from the first to the last post of a list that runs from the oldest. */
export function spanWords(posts: Archive["posts"]): string {
  const first = posts[0];
  const last = posts.at(-1);
  return first === undefined || last === undefined ? "" : dayRange(first.day, last.day);
}
