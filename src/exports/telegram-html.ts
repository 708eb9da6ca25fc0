import { parseDay } from "../model/day.ts";
import type { AttachedFile, Media, Poll, Reaction } from "../model/post.ts";
import { countOf } from "../text/count.ts";
import { excerptOf } from "../text/excerpt.ts";
import { pollText } from "../text/own-words.ts";
import { serviceLineOf } from "../text/service-lines.ts";
import { localFormat, readClockTime } from "./clock-time.ts";
import { withoutCutTag } from "./cut-tag.ts";
import { type Element, elementsIn, hasClass, inside, withClass } from "./elements.ts";
import {
  type Exported,
  type ExportedPost,
  type ExportFinding,
  localTime,
  momentOf,
  type Told,
  withAlbums,
} from "./exported.ts";
import type { TextFormat } from "./format.ts";
import { linksBehind, shownLine, shownText } from "./shown-text.ts";

/** Pages of Telegram Desktop's export: a thousand messages each. */
export const telegramHtml: TextFormat = {
  kind: "text",
  name: "telegram-html",
  title: "a page of an export of Telegram Desktop",
  extensions: ["html", "htm"],
  fidelity: 80,
  recognises: (html) => elementsIn(html, isMessage).found.length > 0,
  read: (html) => withoutCutTag(html, readTelegramHtml),
};

/**
 * Reads a page `messages*.html` of Telegram Desktop's export. Posts that follow their like are `joined` and print no name; lines that print a
 * day are service messages with negative numbers and belong to no post.
 */
function readTelegramHtml(html: string): Exported {
  const { found, lines, damage } = elementsIn(html, (element) => isMessage(element) || isTitle(element));
  const findings: ExportFinding[] = damage === undefined ? [] : [{ rule: "export/damaged", ...damage }];
  const name = found.filter(isTitle).map(shownLine)[0];
  const reading: HtmlReading = { name, posts: [], replies: new Map(), day: undefined, forwardedFrom: undefined };
  for (const element of found.filter(isMessage)) {
    const problem = add(reading, element);
    if (problem !== undefined)
      findings.push({ rule: "export/unreadable-message", line: element.lines[0], reason: problem });
  }
  const texts = new Map(reading.posts.map((post) => [post.number, excerptOf(post.text)]));
  const posts = reading.posts.map((post): ExportedPost => {
    const number = reading.replies.get(post);
    if (number === undefined) return post;
    // What stands in another file of the export is quoted when all of them are read (`archive/quotes.ts`).
    return { ...post, replyTo: { author: name ?? "", excerpt: texts.get(number) ?? "", number } };
  });
  return { channels: [{ ...(name ? { name } : {}), posts: [...withAlbums(posts)] }], findings, lines };
}

function isMessage(element: Element): boolean {
  return hasClass(element, "message") && (hasClass(element, "default") || hasClass(element, "service"));
}

function isTitle(element: Element): boolean {
  return hasClass(element, "page_header");
}

interface HtmlReading {
  readonly name: string | undefined;
  readonly posts: ExportedPost[];
  /** The numbers of the posts that posts answer. */
  readonly replies: Map<ExportedPost, number | undefined>;
  /** The day of the last line that printed one. */
  day: Told | undefined;
  /** The source of the last forward, for forwards joined to it. */
  forwardedFrom: string | undefined;
}

/** Adds a message; tells why it cannot where it cannot. */
function add(reading: HtmlReading, element: Element): string | undefined {
  const number = Number(/^message(-?\d{1,15})$/u.exec(element.attributes.id ?? "")?.[1] ?? 0);
  if (hasClass(element, "service")) {
    const words = shownText(element);
    const day = dayOf(words);
    if (day !== undefined) reading.day = day;
    if (day !== undefined || number <= 0 || words === "") return undefined;
    if (reading.day === undefined) return `message ${number} was left out: no day stands above it`;
    reading.posts.push(servicePost(number, reading.day, words, element));
    return undefined;
  }
  const time = timeOf(element);
  if (time === undefined) return `message ${number} was left out: it has no date`;
  const post = postOf(element, number, time, reading);
  reading.posts.push(post);
  reading.replies.set(post, repliesTo(element));
  return undefined;
}

function servicePost(number: number, time: Told, words: string, { lines }: Element): ExportedPost {
  const service = serviceLineOf(words);
  return {
    number,
    time,
    text: words,
    hiddenLinks: [],
    media: ["service"],
    reactions: [],
    lines: [lines],
    ...(service === undefined ? {} : { service }),
  };
}

function postOf(element: Element, number: number, time: Told, reading: HtmlReading): ExportedPost {
  const [forward] = withClass(element, "forwarded").filter((inner) => hasClass(inner, "body"));
  if (forward === undefined) reading.forwardedFrom = undefined;
  else reading.forwardedFrom = sourceOf(forward) ?? reading.forwardedFrom;
  const [words] = withClass(element, "text");
  const poll = pollOf(element);
  const files = filesOf(element);
  const signature = lineOf(element, "signature");
  return {
    ...(number > 0 ? { number } : {}),
    time,
    text: [words === undefined ? "" : shownText(words), poll === undefined ? "" : pollText(poll)]
      .filter(Boolean)
      .join("\n"),
    hiddenLinks: words === undefined ? [] : linksBehind(words),
    ...(reading.forwardedFrom === undefined ? {} : { forwardedFrom: reading.forwardedFrom }),
    media: mediaOf(element),
    reactions: withClass(element, "reaction").map(reactionOf),
    ...(signature === "" ? {} : { signature }),
    lines: [element.lines],
    ...(poll === undefined ? {} : { poll }),
    ...(files.length === 0 ? {} : { files }),
  };
}

/** The name of whom a forward is from: its own moment stands behind it and is left out. */
function sourceOf(forward: Element): string | undefined {
  const [name] = withClass(forward, "from_name");
  if (name === undefined) return undefined;
  const children = name.children.filter((child) => typeof child === "string" || !hasClass(child, "details"));
  return shownLine({ ...name, children }) || undefined;
}

const stamp = /^(?<shown>\S+ \S+?)(?: UTC(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d))?$/u;

/** `09.04.2022 12:17:30 UTC+03:00`; older versions wrote no time zone. */
function timeOf(element: Element): Told | undefined {
  const [date] = withClass(element, "date", (inner) => hasClass(inner, "forwarded"));
  const groups = stamp.exec((date?.attributes.title ?? "").trim())?.groups;
  const shown = readClockTime(groups?.shown ?? "", "DD.MM.YYYY HH:mm:ss");
  if (groups === undefined || shown === undefined) return undefined;
  const { sign, hours, minutes } = groups;
  if (sign === undefined) return localTime(shown.format(localFormat));
  const ahead = (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  const utc = momentOf(shown.unix() - ahead);
  return utc === undefined ? undefined : { kind: "moment", utc };
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `9 April 2022`: the export prints a line with the day above the posts of each day, in English always. */
function dayOf(words: string): Told | undefined {
  const match = /^(?<day>\d{1,2}) (?<month>[A-Z][a-z]+) (?<year>\d{4})$/u.exec(words);
  const { day = "", month = "", year = "" } = match?.groups ?? {};
  const place = String(months.indexOf(month) + 1).padStart(2, "0");
  const told = parseDay(`${year}-${place}-${day.padStart(2, "0")}`);
  return told === undefined ? undefined : { kind: "day", day: told };
}

/** `#go_to_message12`, on the same page or another. */
function repliesTo(element: Element): number | undefined {
  const [reply] = withClass(element, "reply_to");
  if (reply === undefined) return undefined;
  const [link] = inside(reply, ({ name }) => name === "a");
  const number = /#go_to_message(?<number>\d{1,15})$/u.exec(link?.attributes.href ?? "")?.groups?.number;
  return number === undefined ? undefined : Number(number);
}

/** What a message holds by the class of its box, included in the export or not. */
const kinds: Readonly<Record<string, Media>> = {
  photo_wrap: "photo",
  media_photo: "photo",
  video_file_wrap: "video",
  animated_wrap: "video",
  media_video: "video",
  sticker_wrap: "photo",
  media_voice_message: "audio",
  media_audio_file: "audio",
  media_file: "document",
  media_poll: "poll",
};

function mediaOf(element: Element): readonly Media[] {
  return inside(element, (inner) => kindOf(inner) !== undefined).flatMap((inner) => kindOf(inner) ?? []);
}

function kindOf(element: Element): Media | undefined {
  const [kind] = Object.entries(kinds).filter(([name]) => hasClass(element, name));
  return kind?.[1];
}

/** The files with their names; a file that was not exported shows its size and no more than that it is one. */
function filesOf(element: Element): readonly AttachedFile[] {
  return withClass(element, "media_file").flatMap((file) => {
    const name = lineOf(file, "title");
    return name === "" || name === "File" ? [] : [{ name, size: lineOf(file, "status") }];
  });
}

function lineOf(element: Element, name: string): string {
  const [line] = withClass(element, name);
  return line === undefined ? "" : shownLine(line);
}

function pollOf(element: Element): Poll | undefined {
  const [poll] = withClass(element, "media_poll");
  if (poll === undefined) return undefined;
  const answers = withClass(poll, "answer").map((answer) => ({
    text: shownLine({ ...answer, children: answer.children.filter(isNoDetail) }).replace(/^- /u, ""),
    votes: votesIn(lineOf(answer, "details")),
  }));
  const votes = votesIn(lineOf(poll, "total"));
  const voters = votes ?? answers.reduce((sum, { votes: own = 0 }) => sum + own, 0);
  const [kind] = withClass(poll, "details", (inner) => hasClass(inner, "answer") || hasClass(inner, "total"));
  return {
    question: lineOf(poll, "question"),
    kind: kind === undefined ? "Anonymous Poll" : capitals(shownLine(kind)),
    options: answers.map(({ text, votes: own }) => ({
      text,
      ...(own === undefined || voters === 0 ? {} : { percent: Math.min(100, Math.round((100 * own) / voters)) }),
    })),
    voters,
  };
}

function isNoDetail(child: Element | string): boolean {
  return typeof child === "string" || !hasClass(child, "details");
}

/** `Anonymous poll` as t.me prints it: `Anonymous Poll`. */
function capitals(words: string): string {
  return words.replace(/\b[a-z]/gu, (letter) => letter.toUpperCase());
}

/** `12 votes, chosen vote` is 12. */
function votesIn(words: string): number | undefined {
  const votes = /^(?<votes>\d+) votes?\b/u.exec(words)?.groups?.votes;
  return votes === undefined ? undefined : Number(votes);
}

function reactionOf(element: Element): Reaction {
  const emoji = lineOf(element, "emoji");
  const printed = lineOf(element, "count");
  // Where few people answered, their pictures stand in place of a number.
  const count = printed === "" ? Math.max(1, withClass(element, "userpic").length) : countOf(printed);
  return { emoji: /^\p{Extended_Pictographic}/u.test(emoji) ? emoji : "", count };
}
