import type { FacetLabels } from "../search/facets.ts";
import { fold } from "../search/forms/fold.ts";
import type { Interval } from "../search/intervals.ts";
import type { Column } from "../search/manifest.ts";
import type { Condition } from "../search/query.ts";
import type { Bundle } from "./bundle.ts";

/** The posts of a bundle that meet a condition, by number. */
export async function meeting(
  bundle: Bundle,
  { operator, value }: Condition,
  labels: FacetLabels,
): Promise<ReadonlySet<number>> {
  const { posts } = bundle;
  switch (operator) {
    case "tag":
      return having(posts.columns.tag, (key) => fold(key) === fold(value.replace(/^#/u, "")));
    case "channel":
      return having(posts.columns.channel, (key) =>
        isNamed([key, labels.channel?.[key] ?? ""], value.replace(/^@/u, "")),
      );
    case "lang":
      return having(posts.columns.language, (tag) => isLanguage(tag, value, labels));
    case "from":
      return having((await bundle.more()).source, (name) => isNamed([name], value));
    case "site":
      return having((await bundle.more()).site, (site) => isBelow(site, value.toLowerCase()));
    case "before":
      return posted(bundle, ({ first }) => first < value);
    case "after":
      return posted(bundle, ({ last }) => last >= value);
    case "has":
      if (value === "link") return having((await bundle.more()).site, () => true);
      return having(posts.columns.media, (kind) =>
        value === "media" ? fileKinds.has(kind) : kind === (value === "file" ? "document" : value),
      );
    case "is":
      return having(posts.columns[value === "forwarded" ? "forwarded" : "date"], (each) => each === isWords[value]);
  }
}

/** What `has:media` asks for: what is to be seen or heard, or is a file; no polls, places or service messages, which are words. */
export const fileKinds: ReadonlySet<string> = new Set([
  ...["photo", "video", "audio", "document", "sticker", "story", "paid", "hidden"],
]);

/** What `is:` asks for, as the columns of facets have it. */
export const isWords: Readonly<Record<string, string>> = {
  forwarded: "yes",
  stated: "stated",
  inferred: "inferred",
  corrected: "set",
};

/** The posts with a value that is asked for. */
function having({ values, posts }: Column, isAsked: (value: string) => boolean): ReadonlySet<number> {
  const asked = new Set(values.flatMap((value, number) => (isAsked(value) ? [number] : [])));
  return new Set(
    posts.flatMap((value, post) =>
      (typeof value === "number" ? [value] : value).some((each) => asked.has(each)) ? [post] : [],
    ),
  );
}

function posted(bundle: Bundle, isAsked: (interval: Interval) => boolean): ReadonlySet<number> {
  return new Set(bundle.posts.intervals.flatMap((interval, post) => (isAsked(interval) ? [post] : [])));
}

/** Whether one of the names holds what was typed, case and accents aside. */
export function isNamed(names: readonly string[], typed: string): boolean {
  const folded = words(typed);
  return names.some((name) => words(name).includes(folded));
}

function words(text: string): string {
  return text
    .split(/\s+/u)
    .map((word) => fold(word))
    .join(" ")
    .trim();
}

/** By its tag, or by the beginning of a word of its name: two letters are a tag alone, and `en` is no part of `Armenian` or `French`. */
export function isLanguage(tag: string, typed: string, labels: FacetLabels): boolean {
  const isTag = `${tag}-`.toLowerCase().startsWith(`${typed}-`.toLowerCase());
  return isTag || (typed.length > 2 && ` ${words(labels.language?.[tag] ?? "")}`.includes(` ${words(typed)}`));
}

/** `news.example.org` is below `example.org`. */
function isBelow(site: string, asked: string): boolean {
  const host = asked
    .replace(/^https?:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/\/.*$/u, "");
  return site === host || site.endsWith(`.${host}`);
}
