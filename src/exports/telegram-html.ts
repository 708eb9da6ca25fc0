import { parseDay } from "../model/day.ts";
import type { AttachedFile, Media, MediaFile, Poll, Reaction, UnreadPart } from "../model/post.ts";
import { countOf } from "../text/count.ts";
import { excerptOf } from "../text/excerpt.ts";
import { joined, unformatted } from "../text/formatted.ts";
import { pollText } from "../text/own-words.ts";
import { openedTopic, serviceLineOf } from "../text/service-lines.ts";
import { localFormat, readClockTime } from "./clock-time.ts";
import { withoutCutTag } from "./cut-tag.ts";
import { type Element, elementsIn, hasClass, inside, withClass } from "./elements.ts";
import { type Exported, localTime, momentOf, momentOnClock, type Told, withAlbums } from "./exported.ts";
import { Findings } from "./findings.ts";
import type { TextFormat } from "./format.ts";
import { mediaFileIn } from "./media-files.ts";
import { settledPosts, type UndatedPost, unknownFinding } from "./settled-posts.ts";
import { linksIn, shownFormatted, shownLine, shownText } from "./shown-text.ts";
import { buttonOf, exportedBoxes, richMedia } from "./telegram-html-boxes.ts";

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
  const findings = new Findings();
  if (damage !== undefined) findings.add({ rule: "export/damaged", ...damage });
  const name = found.filter(isTitle).map(shownLine)[0];
  const reading: HtmlReading = {
    name,
    posts: [],
    replies: new Map(),
    day: undefined,
    author: undefined,
    viaBot: undefined,
    forwardedFrom: undefined,
  };
  for (const element of found.filter(isMessage)) add(reading, element);
  for (const finding of reading.posts.flatMap(unknownFinding)) findings.add(finding);
  const byNumber = new Map(reading.posts.map((post) => [post.number, post]));
  const answering = reading.posts.map((post) => {
    const number = reading.replies.get(post);
    if (number === undefined) return post;
    // What stands in another file of the export is quoted when all of them are read (`archive/quotes.ts`).
    const answered = byNumber.get(number);
    const author = answered?.signature ?? name ?? "";
    return { ...post, replyTo: { author, excerpt: excerptOf(answered?.text ?? ""), number } };
  });
  const posts = [...withAlbums(settledPosts(answering, findings))];
  return { channels: [{ ...(name ? { name } : {}), posts }], findings: findings.all(), lines };
}

function isMessage(element: Element): boolean {
  return hasClass(element, "message") && (hasClass(element, "default") || hasClass(element, "service"));
}

function isTitle(element: Element): boolean {
  return hasClass(element, "page_header");
}

interface HtmlReading {
  readonly name: string | undefined;
  readonly posts: UndatedPost[];
  /** The numbers of the posts that posts answer. */
  readonly replies: Map<UndatedPost, number | undefined>;
  /** The day of the last line that printed one. */
  day: Told | undefined;
  /** Who wrote the last message, for messages joined to it. */
  author: string | undefined;
  /** The bot through which the last message was sent, for messages joined to it. */
  viaBot: string | undefined;
  /** The source of the last forward, for forwards joined to it. */
  forwardedFrom: string | undefined;
}

function add(reading: HtmlReading, element: Element): void {
  const number = Number(/^message(-?\d{1,15})$/u.exec(element.attributes.id ?? "")?.[1] ?? 0);
  if (hasClass(element, "service")) {
    const words = shownText(element);
    const day = dayOf(words);
    if (day !== undefined) reading.day = day;
    if (day === undefined && number > 0) reading.posts.push(servicePost(number, reading.day, words, element));
    return;
  }
  const post = postOf(element, number, timeOf(element), reading);
  reading.posts.push(post);
  reading.replies.set(post, repliesTo(element));
}

function servicePost(number: number, time: Told | undefined, words: string, { lines }: Element): UndatedPost {
  const service = serviceLineOf(words);
  // What stands in a topic answers this message, in whichever file of the export (`archive/topics.ts`).
  const topic = openedTopic(words);
  return {
    number,
    time,
    text: words,
    hiddenLinks: [],
    media: ["service"],
    reactions: [],
    lines: [lines],
    ...(service === undefined ? {} : { service }),
    ...(topic === undefined ? {} : { topic }),
  };
}

function postOf(element: Element, number: number, time: Told | undefined, reading: HtmlReading): UndatedPost {
  const [forward] = withClass(element, "forwarded").filter((inner) => hasClass(inner, "body"));
  if (forward === undefined) reading.forwardedFrom = undefined;
  else reading.forwardedFrom = sourceOf(forward)?.name ?? reading.forwardedFrom;
  const writer = sourceOf(element, forward);
  if (writer !== undefined) {
    reading.author = writer.name ?? reading.author;
    reading.viaBot = writer.viaBot;
  }
  const [words] = withClass(element, "text");
  const boxes = exportedBoxes(element);
  const poll = boxes.some(({ media }) => media === "poll") ? pollOf(element) : undefined;
  const files = filesOf(element);
  const buttons = withClass(element, "bot_button").flatMap(buttonOf);
  const signature = lineOf(element, "signature") || (reading.author === reading.name ? undefined : reading.author);
  const own = words === undefined ? unformatted("") : shownFormatted(words);
  const said = [
    own,
    ...boxes.map(({ text }) => unformatted(text)),
    unformatted(poll === undefined ? "" : pollText(poll)),
  ];
  const text = joined(said, "\n");
  const media = [...mediaOf(element), ...boxes.map((box) => box.media), ...richMedia(words)];
  const mediaFiles = mediaFilesOf(element);
  const isEmpty = text.text === "" && media.length === 0;
  const message: UnreadPart = { key: "message", json: JSON.stringify(shownLine(element)) };
  const unread = isEmpty ? [message] : boxes.flatMap((box) => box.unread ?? []);
  return {
    ...(number > 0 ? { number } : {}),
    time,
    text: text.text,
    ...(text.entities.length === 0 ? {} : { entities: text.entities }),
    hiddenLinks: [...linksIn(text), ...[...boxes, ...buttons].flatMap(({ href }) => href ?? [])],
    ...(reading.forwardedFrom === undefined ? {} : { forwardedFrom: reading.forwardedFrom }),
    media: isEmpty ? ["unknown"] : media,
    reactions: withClass(element, "reaction").map(reactionOf),
    ...(signature ? { signature } : {}),
    ...(reading.viaBot === undefined ? {} : { viaBot: reading.viaBot }),
    lines: [element.lines],
    ...(poll === undefined ? {} : { poll }),
    ...(files.length === 0 ? {} : { files }),
    ...(mediaFiles.length === 0 ? {} : { mediaFiles }),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(unread.length === 0 ? {} : { unread }),
  };
}

interface Writer {
  readonly name: string | undefined;
  readonly viaBot: string | undefined;
}

/** The name of whom a message or a forward is from, where one is printed: what stands behind it, such as its moment, is left out. */
function sourceOf(message: Element, skipped?: Element): Writer | undefined {
  const [name] = withClass(message, "from_name", (inner) => inner === skipped);
  if (name === undefined) return undefined;
  const children = name.children.filter((child) => typeof child === "string" || !hasClass(child, "details"));
  // The bot through which it was sent is no part of the name.
  const words = shownLine({ ...name, children });
  const { sender = "", bot } = /^(?<sender>.*?)(?:\s+via @(?<bot>\w{3,32}))?$/u.exec(words)?.groups ?? {};
  return { name: sender || undefined, viaBot: bot };
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
  return utc === undefined ? undefined : momentOnClock(utc, ahead);
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
  sticker_wrap: "sticker",
  media_voice_message: "audio",
  media_audio_file: "audio",
  media_file: "document",
};

function mediaOf(element: Element): readonly Media[] {
  return inside(element, (inner) => kindOf(inner) !== undefined).flatMap((inner) => kindOf(inner) ?? []);
}

function mediaFilesOf(element: Element): readonly MediaFile[] {
  return inside(element, (inner) => kindOf(inner) !== undefined).flatMap((box) => {
    const kind = kindOf(box);
    return kind === undefined ? [] : mediaFileIn(box, kind, saidOf(box, kind));
  });
}

/** What a box says of its file: of a document its name, of a recording who plays what, of a sticker the emoji before its size. */
function saidOf(box: Element, kind: Media): Pick<MediaFile, "name" | "title"> {
  const [title, status] = [lineOf(box, "title"), lineOf(box, "status")];
  if (kind === "document") return title === "" ? {} : { name: title };
  if (kind === "audio" && !/^(?:Audio file|Voice message)?$/u.test(title)) return { title };
  const emoji = /^(?<emoji>[^\s,\d]+)(?:,|$)/u.exec(status)?.groups?.emoji;
  return kind === "sticker" && emoji !== undefined ? { title: emoji } : {};
}

function kindOf(element: Element): Media | undefined {
  const [kind] = Object.entries(kinds).filter(([name]) => hasClass(element, name));
  // A sticker that was left out stands in the box of a photo.
  if (kind?.[1] === "photo" && lineOf(element, "title") === "Sticker") return "sticker";
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
  const counts = answers.flatMap((answer) => answer.votes ?? []);
  const sum = counts.length === 0 ? undefined : counts.reduce((all, own) => all + own, 0);
  const voters = votesIn(lineOf(poll, "total")) ?? sum;
  const [kind] = withClass(poll, "details", (inner) => hasClass(inner, "answer") || hasClass(inner, "total"));
  return {
    question: lineOf(poll, "question"),
    kind: kind === undefined ? "Anonymous Poll" : capitals(shownLine(kind)),
    options: answers.map(({ text, votes: own }) => ({
      text,
      ...(own === undefined || !voters ? {} : { percent: Math.min(100, Math.round((100 * own) / voters)) }),
      ...(own === undefined ? {} : { votes: own }),
    })),
    ...(voters === undefined ? {} : { voters }),
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
