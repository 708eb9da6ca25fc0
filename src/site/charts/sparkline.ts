import { type Day, dayNumber } from "../../day.ts";
import type { PostPage } from "../post-page.ts";

/** Width of a sparkline's picture. */
export const sparkWidth = 96;
/** Height of a sparkline's picture, and of its highest column. */
export const sparkHeight = 18;

/** How many stretches of equal length the time is parted into. */
const columns = 32;

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

/** The outline of columns of these counts, side by side from left to right, as wide together as a sparkline. */
export function columnsPath(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  const width = sparkWidth / counts.length;
  return counts
    .map((count, place) => {
      if (count === 0) return "";
      // Two pixels at least, so that a single post is seen.
      const height = rounded(Math.max(2, (sparkHeight * count) / most));
      return `M${rounded(place * width)} ${sparkHeight}v-${height}h${rounded(width * 0.86)}v${height}z`;
    })
    .join("");
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
