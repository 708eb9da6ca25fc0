import dayjs from "dayjs";
import type { Day } from "../day.ts";

/** `4 February 2025`. */
export function longDay(day: Day): string {
  return dayjs(day).format("D MMMM YYYY");
}

/** `4 Feb 2025`, for lists and tables. */
export function shortDay(day: Day): string {
  return dayjs(day).format("D MMM YYYY");
}

/** `Tuesday`. */
export function weekday(day: Day): string {
  return dayjs(day).format("dddd");
}

/** `February 2025`. */
export function monthTitle(day: Day): string {
  return dayjs(day).format("MMMM YYYY");
}

/** `February`. */
export function monthName(day: Day): string {
  return dayjs(day).format("MMMM");
}

/** `3–4 February 2025`, `28 January – 3 February 2025`; one day where both ends are the same. */
export function dayRange(first: Day, last: Day): string {
  if (first === last) return longDay(first);
  const [from, to] = [dayjs(first), dayjs(last)];
  if (from.isSame(to, "month")) return `${from.format("D")}–${to.format("D MMMM YYYY")}`;
  if (from.isSame(to, "year")) return `${from.format("D MMMM")} – ${to.format("D MMMM YYYY")}`;
  return `${from.format("D MMMM YYYY")} – ${to.format("D MMMM YYYY")}`;
}

/** Midnight UTC of a day, for formats that demand an instant. */
export function instantOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
