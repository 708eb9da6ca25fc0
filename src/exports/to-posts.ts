import { type Day, parseDay } from "../day.ts";
import type { Unnamed } from "../post.ts";
import { attachmentsOf, type Channel, type Source } from "../post.ts";
import { hashtagsOf } from "../text/hashtags.ts";
import { languagesOf } from "../text/language.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { titleOf } from "../text/title.ts";
import type { ExportedPost } from "./exported.ts";

/** What all posts of an exported channel share. */
export interface ExportSetting {
  readonly channel: Channel;
  /** The file, without the post's own place in it. */
  readonly source: Pick<Source, "file" | "sha256" | "dialect" | "retrieved">;
  /** The time zone whose calendar days the days of the posts are. */
  readonly timezone: string;
  /** BCP 47 language of the channel, where a person told it. */
  readonly language: string | undefined;
}

/** Posts of an export as the archive holds posts: dated by the moment that the export tells, limits marked, oldest first. */
export function toPosts(exported: readonly ExportedPost[], setting: ExportSetting): readonly Unnamed[] {
  const dayIn = calendar(setting.timezone);
  const inTime = exported.toSorted(
    (one, other) => compare(one.published, other.published) || (one.number ?? 0) - (other.number ?? 0),
  );
  const languages = languagesOf(
    inTime.map((post) => post.text),
    setting.language,
  );
  return inTime.map((post, index): Unnamed => {
    const day = dayIn(post.published);
    const { number, published, edited, text, forwardedFrom, replyTo, media, reactions, lines } = post;
    return {
      channel: setting.channel,
      dating: { best: day, earliest: day, latest: day, basis: "timestamp", edtf: day },
      title: titleOf(text),
      text,
      language: languages[index] ?? "und",
      tags: hashtagsOf(text),
      mentions: mentionsOf(text),
      links: linksOf(text),
      ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
      ...(replyTo === undefined ? {} : { replyTo }),
      media,
      ...attachmentsOf(post),
      reactions,
      repairs: [],
      boundary: { kind: "marked" },
      ...(number === undefined ? {} : { number }),
      published,
      ...(edited === undefined ? {} : { edited }),
      source: { ...setting.source, lines, sequence: index + 1 },
    };
  });
}

/** The calendar day of a moment in a time zone. */
function calendar(timezone: string): (moment: string) => Day {
  // Sweden writes days as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" });
  return (moment) => {
    const day = parseDay(format.format(new Date(moment)));
    if (day === undefined) throw new RangeError(`no calendar day for ${moment}`);
    return day;
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
