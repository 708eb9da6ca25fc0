import { activityOf, postsInSpan, unitFor } from "../analysis/activity.ts";
import { backgrounds } from "../model/accent.ts";
import type { Archive } from "../model/archive.ts";

/** The size that other sites show links with. Source: the Open Graph protocol as Facebook, Telegram and X read it. */
export const previewSize = { width: 1200, height: 630 };

const margin = 90;
const defaultAccent = "#8a2a1c";

/**
 * The picture that other sites show beside a link to the archive, as SVG: its posts over time. It has no words, which each machine would set in a font
 * of its own; the site that shows it prints title and description beside it.
 */
export function previewImage({ posts, settings }: Pick<Archive, "posts" | "settings">): string {
  const { width, height } = previewSize;
  const { periods } = activityOf(posts, unitFor(posts, "day", 60));
  const accent = settings.accent?.light ?? defaultAccent;
  const most = Math.max(1, ...periods.map(postsInSpan));
  const step = (width - 2 * margin) / Math.max(1, periods.length);
  const floor = height - margin;
  const columns = periods.map((period, place) => {
    const high = Math.round(((height - 2 * margin) * postsInSpan(period)) / most);
    const [left, right] = [margin + place * step, margin + (place + 1) * step - Math.min(12, step * 0.2)];
    return high === 0 ? "" : `M${Math.round(left)} ${floor}V${floor - high}H${Math.round(right)}V${floor}z`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${backgrounds.light.colours[0]}"/>`,
    `<rect width="${width}" height="14" fill="${accent}"/>`,
    `<path d="${columns.join("")}" fill="${accent}"/>`,
    `<rect x="${margin}" y="${floor}" width="${width - 2 * margin}" height="3" fill="#222"/>`,
    "</svg>",
  ].join("");
}
