import { addDays, type Day, parseDay } from "../model/day.ts";
import { type LazySequence, lazySequence } from "../model/lazy-sequence.ts";
import { attachmentsOf, type Channel, type Dating, metadataOf, type Source, type Unnamed } from "../model/post.ts";
import { hashtagsOf } from "../text/hashtags.ts";
import { languageJudge } from "../text/language.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { titleOf } from "../text/title.ts";
import type { ExportedPost, Told } from "./exported.ts";

/** What all posts of an exported channel share. */
export interface ExportSetting {
  readonly channel: Channel;
  /** The file, without the post's own place in it. */
  readonly source: Pick<Source, "file" | "sha256" | "dialect" | "retrieved">;
  /** The time zone of the clock of times that tell none, where a person told it. */
  readonly timezone: string | undefined;
  /** The time zone whose calendar days the days of moments are. */
  readonly days: string;
  /** BCP 47 language of the channel, where a person told it. */
  readonly language: string | undefined;
}

/**
 * Posts of an export as the archive holds posts: dated by the time that the export tells, limits marked, oldest first. Each is made when it is asked
 * for, so that an export of any length can be taken post by post.
 */
export function toPosts(exported: LazySequence<ExportedPost>, setting: ExportSetting): LazySequence<Unnamed> {
  const clock = clockOf({ ...setting, retrieved: setting.source.retrieved });
  const order = oldestFirst(exported);
  const languageOf = languageJudge(textsOf(exported), setting.language);
  return lazySequence(exported.length, (place): Unnamed => {
    const post = exported.at(order?.[place] ?? place);
    if (post === undefined) throw new RangeError(`no post at place ${place}`);
    const { number, edited, text, entities, forwardedFrom, forwardedAuthor, albumNumbers, replyTo } = post;
    return {
      channel: setting.channel,
      ...clock(post.time),
      title: titleOf(text),
      text,
      ...(entities === undefined ? {} : { entities }),
      language: isService(post) ? "und" : languageOf(text),
      tags: hashtagsOf(text),
      mentions: mentionsOf(text),
      links: [...new Set([...linksOf(text), ...post.hiddenLinks])],
      ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
      ...(forwardedAuthor === undefined ? {} : { forwardedAuthor }),
      ...(replyTo === undefined ? {} : { replyTo }),
      media: post.media,
      ...attachmentsOf(post),
      reactions: post.reactions,
      ...metadataOf(post),
      repairs: [],
      boundary: { kind: "marked" },
      ...(number === undefined ? {} : { number }),
      ...(albumNumbers === undefined ? {} : { albumNumbers }),
      ...(edited === undefined ? {} : { edited }),
      source: { ...setting.source, lines: post.lines, sequence: place + 1 },
    };
  });
}

function* textsOf(exported: LazySequence<ExportedPost>): Generator<string> {
  for (const post of exported) if (!isService(post)) yield post.text;
}

/** Whether the words of a post are Telegram's own, in whatever language its writer had it: they are not in the channel's. */
function isService({ media }: ExportedPost): boolean {
  return media.includes("service");
}

/**
 * The order of the posts by number, since a channel counts its posts as it publishes them; of posts without numbers whose times run backwards, the
 * order of the file turned round. None where they stand in it, or only some have a number.
 */
function oldestFirst(posts: LazySequence<ExportedPost>): Uint32Array | undefined {
  const numbers = new Float64Array(posts.length);
  let place = 0;
  for (const { number } of posts) {
    if (number === undefined) return place === 0 ? turnedRound(posts) : undefined;
    numbers[place++] = number;
  }
  if (numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0))) return undefined;
  const order = Uint32Array.from(numbers, (_, index) => index);
  return order.sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0) || one - other);
}

function turnedRound(posts: LazySequence<ExportedPost>): Uint32Array | undefined {
  let [ups, downs] = [0, 0];
  let before: string | undefined;
  for (const { number, time } of posts) {
    const told = time.kind === "moment" ? time.utc : time.kind === "local" ? time.local : undefined;
    if (number !== undefined) return undefined;
    if (told !== undefined && before !== undefined && told > before) ups += 1;
    if (told !== undefined && before !== undefined && told < before) downs += 1;
    before = told ?? before;
  }
  return downs > ups ? Uint32Array.from({ length: posts.length }, (_, index) => posts.length - 1 - index) : undefined;
}

/** What a time of the export says of a post: its day, and its moment where that is sure. */
function clockOf({
  timezone,
  days,
  retrieved,
}: Pick<ExportSetting, "timezone" | "days"> & { readonly retrieved: Day | undefined }): (
  time: Told,
) => Pick<Unnamed, "dating" | "published"> {
  const dayOf = calendar(days);
  const momentIn = timezone === undefined ? undefined : momentsOf(timezone);
  const clock = (time: Told): Pick<Unnamed, "dating" | "published"> => {
    if (time.kind === "unknown") return { dating: before(retrieved) };
    if (time.kind === "between") return { dating: betweenDays(time.times.map((each) => clock(each).dating)) };
    if (time.kind === "moment") return { dating: on(dayOf(time.utc)), published: time.utc };
    if (time.kind === "day") return { dating: timezone === undefined ? between(time.day, -1, 1) : on(time.day) };
    const day = dayIn(time.local);
    if (momentIn !== undefined) return { dating: on(day), published: momentIn(time.local) };
    // A clock in an unknown time zone is 14 hours ahead of UTC at most, and 12 behind it.
    const hour = Number(time.local.slice(11, 13));
    return { dating: between(day, hour < 14 ? -1 : 0, hour >= 12 ? 1 : 0) };
  };
  return clock;
}

/** Channels came with Telegram's version of this day. */
const firstOfChannels = "2015-09-22" as Day;

/** Any day of channels up to that of a capture. */
function before(retrieved: Day | undefined): Dating {
  if (retrieved === undefined) throw new RangeError("no day of a capture");
  return {
    best: retrieved,
    earliest: retrieved < firstOfChannels ? retrieved : firstOfChannels,
    latest: retrieved,
    basis: "capture",
    edtf: retrieved < firstOfChannels ? retrieved : `${firstOfChannels}/${retrieved}`,
  };
}

/** From the first day to the last of the posts before and behind. */
function betweenDays(datings: readonly Dating[]): Dating {
  const [earliest] = datings.map((dating) => dating.earliest).sort();
  const latest = datings
    .map((dating) => dating.latest)
    .sort()
    .at(-1);
  if (earliest === undefined || latest === undefined) throw new RangeError("no day before or behind");
  return {
    best: earliest,
    earliest,
    latest,
    basis: "neighbours",
    edtf: earliest === latest ? `${earliest}~` : `${earliest}/${latest}`,
  };
}

function on(day: Day): Dating {
  return { best: day, earliest: day, latest: day, basis: "timestamp", edtf: day };
}

function between(best: Day, before: number, after: number): Dating {
  const [earliest, latest] = [addDays(best, before), addDays(best, after)];
  return { best, earliest, latest, basis: "timestamp", edtf: `${earliest}/${latest}` };
}

/** The calendar days of moments in a time zone. */
export function calendar(timezone: string): (moment: string) => Day {
  // Sweden writes days as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" });
  return (moment) => dayIn(format.format(new Date(moment)));
}

/** The day that a written time starts with. */
function dayIn(time: string): Day {
  const day = parseDay(time.slice(0, 10));
  if (day === undefined) throw new RangeError(`no calendar day in "${time}"`);
  return day;
}

/** The moments in UTC of what a clock in a time zone shows; of an hour that a clock shows twice, one of the two. */
function momentsOf(timezone: string): (local: string) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "medium" });
  const shown = (time: number): number => Date.parse(`${format.format(new Date(time)).replace(" ", "T")}Z`);
  return (local) => {
    const wanted = Date.parse(`${local}Z`);
    const near = wanted - (shown(wanted) - wanted);
    return `${new Date(near - (shown(near) - wanted)).toISOString().slice(0, 19)}Z`;
  };
}
