import { type Day, dayNumber } from "../../model/day.ts";
import type { PostPage } from "../model/post-page.ts";

/** How wide a sparkline is, in pixels of its own. */
export const sparkWidth = 96;

/** How high the fullest of its columns is. */
export const sparkHeight = 18;

/** How many stretches of equal length the time is parted into. */
const columns = 24;

/**
 * The outline (`d` of an SVG path) of the columns of posts over the time from `first` to `last`, as high as they are
 * beside the fullest. Written by hand and not by the charting library, because a page of tags draws thousands: one path
 * without empty columns takes microseconds and some dozen bytes.
 */
export function sparkline(posts: readonly PostPage[], first: Day, last: Day): string {
  const start = dayNumber(first);
  const days = dayNumber(last) - start + 1;
  const counts = Array.from({ length: Math.min(columns, days) }, () => 0);
  for (const { day } of posts) {
    const column = Math.floor(((dayNumber(day) - start) * counts.length) / days);
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return columnsPath(counts);
}

/**
 * The outline of columns of these counts, side by side from left to right, as wide together as a sparkline, and as high
 * as they are beside `most`, the fullest of all that are to be compared.
 */
export function columnsPath(counts: readonly number[], most = Math.max(1, ...counts)): string {
  const width = sparkWidth / counts.length;
  const bar = Math.max(1, Math.round(width * 0.8));
  return counts
    .map((count, place) => {
      if (count === 0) return "";
      // Two pixels at least, so that a single post is seen.
      const height = Math.max(2, Math.round((sparkHeight * count) / most));
      return `M${Math.round(place * width)} ${sparkHeight}v-${height}h${bar}v${height}z`;
    })
    .join("");
}
