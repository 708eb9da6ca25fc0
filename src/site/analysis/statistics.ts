import { dayNumber } from "../../model/day.ts";
import type { Media } from "../../model/post.ts";
import { isOneDay } from "../model/dating.ts";
import { languageCounted } from "../model/language-counted.ts";
import type { PostPage } from "../model/post-page.ts";
import { widthOf } from "../model/uncertain.ts";

/** How often something was found. */
export interface Count<Key> {
  readonly key: Key;
  readonly count: number;
}

/** Posts by language tag, commonest first; `und` where the language is not known. Service messages have none. */
export function languageCounts(posts: readonly PostPage[]): readonly Count<string>[] {
  return tallied(posts.flatMap(({ post }) => languageCounted(post)));
}

/** Posts that hold each kind of media at least once, commonest first. */
export function mediaOf(posts: readonly PostPage[]): readonly Count<Media>[] {
  return tallied(posts.flatMap(({ post }) => [...new Set(post.media)]));
}

/** How often readers chose each reaction, in all posts together, commonest first; `""` gathers all custom emoji. */
export function reactionCounts(posts: readonly PostPage[]): readonly Count<string>[] {
  const sums = new Map<string, number>();
  for (const { emoji, count } of posts.flatMap(({ post }) => post.reactions)) {
    sums.set(emoji, (sums.get(emoji) ?? 0) + count);
  }
  return commonestFirst(sums);
}

/**
 * Posts by day of the week, Monday (0) first, of those alone whose day is stated or set by an editor: the best day of any other may be a
 * neighbour of the true one, which would blur the week.
 */
export function weekdaysOf(posts: readonly PostPage[]): readonly Count<number>[] {
  const counts = Array.from({ length: 7 }, () => 0);
  for (const page of posts) {
    if (!isOneDay(page.date.kind)) continue;
    const weekday = weekdayOf(dayNumber(page.day));
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  return counts.map((count, key) => ({ key, count }));
}

/** Posts by hour of the day, 0 to 23, of those alone whose moment is told, by the clocks of a time zone (IANA name). */
export function hoursOf(posts: readonly PostPage[], timezone: string): readonly Count<number>[] {
  const counts = Array.from({ length: 24 }, () => 0);
  const clock = new Intl.DateTimeFormat("en", { timeZone: timezone, hour: "numeric", hourCycle: "h23" });
  for (const { post } of posts) {
    if (post.published === undefined) continue;
    const hour = Number(clock.format(new Date(post.published)));
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  return counts.map((count, key) => ({ key, count }));
}

/** How closely a date is known: the day itself, or an interval of so many days at most. */
export type Closeness = "stated" | "set" | "two-days" | "week" | "month" | "wider";

/** Posts by how closely their date is known, closest first; every kind is there. */
export function closenessOf(posts: readonly PostPage[]): readonly Count<Closeness>[] {
  const counts: Record<Closeness, number> = { stated: 0, set: 0, "two-days": 0, week: 0, month: 0, wider: 0 };
  for (const page of posts) counts[closenessOfOne(page)] += 1;
  return Object.entries(counts).map(([key, count]) => ({ key: key as Closeness, count }));
}

/** A post and the number of its characters, as Unicode counts code points. */
export interface LongPost {
  readonly page: PostPage;
  readonly characters: number;
}

/** The posts with the longest texts, longest first. */
export function longestPosts(posts: readonly PostPage[], count: number): readonly LongPost[] {
  return posts
    .toSorted((one, other) => other.post.text.length - one.post.text.length)
    .slice(0, count)
    .map((page) => ({ page, characters: [...page.post.text].length }));
}

function closenessOfOne(page: PostPage): Closeness {
  const days = widthOf(page) + 1;
  const { kind } = page.date;
  if (kind === "stated" || kind === "set") return kind;
  return days <= 2 ? "two-days" : days <= 7 ? "week" : days <= 31 ? "month" : "wider";
}

/** Monday is 0; day 0, 1970-01-01, was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function tallied<Key>(keys: readonly Key[]): readonly Count<Key>[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return commonestFirst(counts);
}

function commonestFirst<Key>(counts: ReadonlyMap<Key, number>): readonly Count<Key>[] {
  return [...counts].map(([key, count]) => ({ key, count })).sort((one, other) => other.count - one.count);
}
