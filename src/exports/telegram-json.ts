import { z } from "zod";
import { type GrowingSequence, inMemory, type NewSequence } from "../model/lazy-sequence.ts";
import { NumberedPlaces } from "../model/numbered-places.ts";
import type { AttachedFile, LineRange, Media, Poll, Reaction } from "../model/post.ts";
import { excerptOf } from "../text/excerpt.ts";
import { pollText } from "../text/own-words.ts";
import { serviceLineOf } from "../text/service-lines.ts";
import { localFormat, readClockTime } from "./clock-time.ts";
import {
  type Exported,
  type ExportedPost,
  type ExportFinding,
  type ExportReader,
  momentOf,
  type Told,
  withAlbums,
} from "./exported.ts";
import type { StreamFormat } from "./format.ts";
import { type ChatHead, scan } from "./scan.ts";

/** Telegram Desktop's `result.json`. It takes every JSON that no other format does, so that damage is told with its line. */
export const telegramJson: StreamFormat = {
  kind: "stream",
  name: "telegram-json",
  title: "an export of Telegram Desktop in JSON",
  extensions: ["json"],
  fidelity: 90,
  recognises: () => true,
  read: readTelegramJson,
  isOnePost: isMessage,
};

/**
 * Reads Telegram Desktop's `result.json`, of one chat or of a whole account: every chat is a channel. Never throws on account of the text:
 * damage is told as a finding with its line, and what is whole is kept. Posts are put on sequences of the kind given, never held all at once.
 */
function readTelegramJson(newSequence: NewSequence = inMemory): ExportReader {
  const chats: Chat[] = [];
  const findings: ExportFinding[] = [];
  const { write, end } = scan((item) => {
    if (item.kind === "chat") chats.push({ ...item.chat, posts: newSequence(), places: new NumberedPlaces() });
    else if (item.kind === "damage") findings.push({ rule: "export/damaged", line: item.line, reason: item.reason });
    else {
      const chat = chats.at(-1);
      const problem = chat && add(chat, item.message, [item.first, item.last]);
      if (problem !== undefined)
        findings.push({ rule: "export/unreadable-message", line: item.first, reason: problem });
    }
  });
  return {
    write,
    end: () => {
      const lines = end();
      return { channels: published(chats, findings).map((chat) => finished(chat, newSequence)), findings, lines };
    },
  };
}

/** The chats that are channels: what private people wrote to each other is left out. A chat exported alone was meant to be read. */
function published(chats: readonly Chat[], findings: ExportFinding[]): readonly Chat[] {
  if (chats.length === 1) return chats;
  const channels = chats.filter(({ type }) => type?.includes("channel"));
  const left = chats.length - channels.length;
  if (left > 0)
    findings.push({ rule: "export/private-chats", reason: `${left} of its chats are no channels and were left out` });
  return channels;
}

interface Chat extends ChatHead {
  readonly posts: GrowingSequence<Numbered>;
  /** Where on the sequence which number stands, for replies. */
  readonly places: NumberedPlaces;
}

interface Numbered {
  readonly post: ExportedPost;
  readonly repliesTo?: number;
}

const piece = z.union([
  z.string(),
  z.object({ type: z.string().optional(), text: z.string(), href: z.string().optional() }),
]);
type Piece = z.infer<typeof piece>;
const counted = z.object({ type: z.string(), count: z.number(), emoji: z.string().optional() });

/** The keys that are read, leniently: Telegram adds new ones with every version. */
const messageSchema = z.object({
  id: z.number().int(),
  type: z.string(),
  date: z.string().optional(),
  date_unixtime: z.coerce.number().optional(),
  edited_unixtime: z.coerce.number().optional(),
  action: z.string().optional(),
  title: z.string().optional(),
  actor: z.string().nullish(),
  message_id: z.number().optional(),
  text: z.union([z.string(), z.array(piece)]).optional(),
  text_entities: z.array(piece).optional(),
  /** Who signed the post. */
  author: z.string().nullish(),
  forwarded_from: z.string().nullish(),
  reply_to_message_id: z.number().optional(),
  /** Told where the message that is answered stands in another chat. */
  reply_to_peer_id: z.string().nullish(),
  photo: z.string().optional(),
  media_type: z.string().optional(),
  mime_type: z.string().optional(),
  file: z.string().optional(),
  file_name: z.string().optional(),
  file_size: z.number().optional(),
  reactions: z.array(counted).optional(),
  poll: z
    .object({
      question: z.union([z.string(), z.array(piece)]),
      closed: z.boolean().optional(),
      total_voters: z.number().optional(),
      answers: z.array(z.object({ text: z.union([z.string(), z.array(piece)]), voters: z.number().optional() })),
    })
    .optional(),
});
type Message = z.infer<typeof messageSchema>;

/** Adds a message to its chat; tells why it cannot where it cannot. */
function add(chat: Chat, value: unknown, lines: LineRange): string | undefined {
  const checked = messageSchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return `a message was left out: its key "${issue?.path.join(".") ?? ""}" is not what Telegram writes`;
  }
  const message = checked.data;
  const time = timeOf(message);
  if (time === undefined) return `message ${message.id} was left out: it has no date`;
  const post = postOf(message, time, lines, chat);
  const repliesTo = message.reply_to_peer_id ? undefined : message.reply_to_message_id;
  chat.places.add(message.id, chat.posts.length);
  chat.posts.push({ post, ...(repliesTo === undefined ? {} : { repliesTo }) });
  return undefined;
}

/** The moment; versions before 2021 wrote no more than the time on the writer's clock. */
function timeOf({ date_unixtime: seconds, date = "" }: Message): Told | undefined {
  const utc = seconds === undefined ? undefined : momentOf(seconds);
  if (utc !== undefined) return { kind: "moment", utc };
  return readClockTime(date, localFormat) === undefined ? undefined : { kind: "local", local: date };
}

function postOf(message: Message, time: Told, lines: LineRange, chat: Chat): ExportedPost {
  const edited = message.edited_unixtime === undefined ? undefined : momentOf(message.edited_unixtime);
  const words = message.type === "service" ? serviceWords(message, chat) : undefined;
  const service = words === undefined ? undefined : serviceLineOf(words);
  const poll = pollOf(message);
  const text =
    words ??
    [textOf(message.text_entities ?? message.text ?? ""), poll === undefined ? "" : pollText(poll)]
      .filter(Boolean)
      .join("\n");
  return {
    ...(message.id > 0 ? { number: message.id } : {}),
    time,
    ...(edited === undefined ? {} : { edited }),
    text,
    hiddenLinks: hiddenLinksOf(message.text_entities ?? message.text ?? ""),
    ...(message.forwarded_from ? { forwardedFrom: message.forwarded_from } : {}),
    media: mediaOf(message),
    reactions: (message.reactions ?? []).map(reactionOf),
    ...(message.author ? { signature: message.author } : {}),
    lines: [lines],
    ...(poll === undefined ? {} : { poll }),
    ...(service === undefined ? {} : { service }),
    ...filesOf(message),
  };
}

/** The words of all kinds of entities in a row: bold, links, mentions, code and the rest are text like any other. */
function textOf(pieces: string | readonly Piece[]): string {
  const text =
    typeof pieces === "string" ? pieces : pieces.map((each) => (typeof each === "string" ? each : each.text)).join("");
  return text.replace(/\r\n?/gu, "\n").replace(/^\s*\n|\s+$/gu, "");
}

/** Addresses that stand behind words. */
function hiddenLinksOf(pieces: string | readonly Piece[]): readonly string[] {
  if (typeof pieces === "string") return [];
  const links = pieces.flatMap((each) => (typeof each === "string" || each.href === undefined ? [] : [each.href]));
  return links.filter((address) => /^https?:\/\//iu.test(address));
}

function finished(chat: Chat, newSequence: NewSequence): Exported["channels"][number] {
  const posts = newSequence<ExportedPost>();
  for (const post of withAlbums(replied(chat))) posts.push(post);
  return { ...(chat.name === undefined ? {} : { name: chat.name }), posts };
}

function* replied(chat: Chat): Generator<ExportedPost> {
  for (const { post, repliesTo } of chat.posts) {
    if (repliesTo === undefined || repliesTo < 1) yield post;
    else {
      const excerpt = excerptOfNumber(chat, repliesTo);
      yield { ...post, replyTo: { author: chat.name ?? "", excerpt, number: repliesTo } };
    }
  }
}

/** The first words of the post with a number; empty where there is none. */
function excerptOfNumber({ places, posts }: Chat, number: number): string {
  const place = places.placeOf(number);
  return place === undefined ? "" : excerptOf(posts.at(place)?.post.text ?? "");
}

/** Service messages in the words of t.me's pages. */
function serviceWords(message: Message, chat: Chat): string {
  const { action = "", title = "" } = message;
  const actor = message.actor ?? chat.name ?? "";
  switch (action) {
    case "create_channel":
      return "Channel created";
    case "edit_group_photo":
      return "Channel photo updated";
    case "edit_group_title":
      return `Channel name was changed to «${title}»`;
    case "pin_message": {
      const about = message.message_id === undefined ? "" : excerptOfNumber(chat, message.message_id);
      return about ? `${actor} pinned «${about}»` : `${actor} pinned a message`;
    }
    default:
      return [actor, action.replaceAll("_", " "), title].filter(Boolean).join(": ");
  }
}

function mediaOf(message: Message): readonly Media[] {
  if (message.type === "service") return ["service"];
  if (message.poll !== undefined) return ["poll"];
  if (message.photo !== undefined) return ["photo"];
  const kind = message.media_type ?? "";
  if (/video|animation/u.test(kind) || message.mime_type?.startsWith("video/")) return ["video"];
  if (/voice|audio/u.test(kind) || message.mime_type?.startsWith("audio/")) return ["audio"];
  return message.file === undefined ? [] : ["document"];
}

function reactionOf({ type, count, emoji }: z.infer<typeof counted>): Reaction {
  if (type === "paid") return { emoji: "⭐", count };
  return { emoji: type === "emoji" ? (emoji ?? "") : "", count };
}

function pollOf({ poll }: Message): Poll | undefined {
  if (poll === undefined) return undefined;
  const votes = poll.answers.reduce((sum, { voters = 0 }) => sum + voters, 0);
  const voters = poll.total_voters ?? votes;
  return {
    question: textOf(poll.question),
    kind: poll.closed === true ? "Final Results" : "Anonymous Poll",
    options: poll.answers.map(({ text, voters: own }) => ({
      text: textOf(text),
      ...(own === undefined || voters === 0 ? {} : { percent: Math.round((100 * own) / voters) }),
    })),
    voters,
  };
}

function filesOf(message: Message): { readonly files?: readonly AttachedFile[] } {
  const { file, file_name: name, file_size: size, media_type: kind } = message;
  if (file === undefined || name === undefined || kind !== undefined) return {};
  return { files: [{ name, size: size === undefined ? "" : sizeWords(size) }] };
}

/** `1.2 MB`, as Telegram prints sizes. */
function sizeWords(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number(size.toFixed(1))} ${units[unit] ?? "B"}`;
}

/** Whether lines are one message of `result.json` and nothing else: no part of a chat, and no chat. */
function isMessage(lines: readonly string[]): boolean {
  try {
    const message: unknown = JSON.parse(lines.join("\n").trim().replace(/,$/u, ""));
    return typeof message === "object" && message !== null && "id" in message && "date" in message;
  } catch {
    return false;
  }
}
