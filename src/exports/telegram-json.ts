import { type GrowingSequence, inMemory, type NewSequence } from "../model/lazy-sequence.ts";
import { NumberedPlaces } from "../model/numbered-places.ts";
import type { LineRange } from "../model/post.ts";
import { excerptOf } from "../text/excerpt.ts";
import {
  type Exported,
  type ExportedPost,
  type ExportFinding,
  type ExportReader,
  type Told,
  withAlbums,
} from "./exported.ts";
import { Findings } from "./findings.ts";
import type { StreamFormat } from "./format.ts";
import { asFields, type Fields, wholeAt, wordsAt } from "./json-fields.ts";
import { deletedAccount, readMessage } from "./json-message.ts";
import { channelIn, inKeysOfDesktop } from "./json-raw.ts";
import { readMended } from "./mended-json.ts";
import { type ChatHead, scan } from "./scan.ts";
import { timeBetween } from "./settled-posts.ts";

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

/** Messages one a line, as programs write them that go on writing: in the keys of Desktop's export, or as Telegram sends them. */
export const telegramJsonLines: StreamFormat = {
  kind: "stream",
  name: "telegram-json-lines",
  title: "messages as JSON, one a line",
  extensions: ["jsonl", "ndjson"],
  fidelity: 89,
  recognises: () => true,
  read: readJsonLines,
  isOnePost: isMessage,
};

/**
 * Lines of JSON are a list without its brackets and commas, which the scan does not ask for. A line that is no JSON costs itself alone: it is told and
 * left out before its braces could take in the lines behind it.
 */
function readJsonLines(newSequence?: NewSequence): ExportReader {
  const findings = new Findings();
  const reader = readTelegramJson(newSequence, findings);
  let [line, held]: [number, Uint8Array[]] = [0, []];
  let size = 0;
  const take = (end: Uint8Array): void => {
    const bytes = Buffer.concat([...held, end]);
    held = [];
    line += 1;
    const text = bytes.toString("utf8").trim();
    const isWhole = size <= longestLine && (text === "" || readMended(text) !== undefined);
    size = 0;
    if (!isWhole)
      findings.add({ rule: "export/damaged", line, reason: "a line cannot be read: it is not JSON, or too long" });
    reader.write(isWhole ? bytes : bytes.subarray(bytes.lastIndexOf(lineFeed) < 0 ? bytes.length : -1));
  };
  reader.write(Buffer.from("["));
  return {
    write: (chunk) => {
      let start = 0;
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, start)) {
        take(chunk.subarray(start, at + 1));
        start = at + 1;
      }
      if (start === chunk.length) return;
      size += chunk.length - start;
      if (size <= longestLine) held.push(Uint8Array.prototype.slice.call(chunk, start));
      else held = [new Uint8Array(1)];
    },
    end: () => {
      const hasRest = held.length > 0;
      if (hasRest) take(new Uint8Array());
      reader.write(Buffer.from("]"));
      return { ...reader.end(), lines: line };
    },
  };
}

const lineFeed = 0x0a;
/** As the scan, which takes no longer message; in bytes. */
const longestLine = 8 << 20;

/**
 * Reads Telegram Desktop's `result.json`, of one chat or of a whole account, and what other programs write in its likeness: every chat is a channel.
 * Never throws on account of the text: damage is told as a finding with its line, and what is whole is kept. Posts are put on sequences of the kind
 * given, never held all at once.
 */
function readTelegramJson(newSequence: NewSequence = inMemory, findings = new Findings()): ExportReader {
  const chats: Chat[] = [];
  const unread = new Map<string, { readonly line: number; count: number }>();
  const { write, end } = scan((item) => {
    if (item.kind === "chat") chats.push(newChat(item.chat, newSequence));
    else if (item.kind === "damage") findings.add({ rule: "export/damaged", line: item.line, reason: item.reason });
    else {
      const chat = chats.at(-1);
      const told = asFields(item.message);
      if (chat === undefined || told === undefined) return;
      const message = inKeysOfDesktop(told);
      if (chat.name === undefined && message !== told) chat.told = { ...channelIn(told), ...chat.told };
      const lines: LineRange = [item.first, item.last];
      const { post, mended } = add(chat, message, lines);
      for (const reason of [...(item.mended === undefined ? [] : [item.mended]), ...mended])
        findings.add({ rule: "export/mended", line: item.first, reason });
      for (const { key } of post.unread ?? []) {
        const known = unread.get(key);
        if (known === undefined) unread.set(key, { line: item.first, count: 1 });
        else known.count += 1;
      }
      if (post.media.includes("unknown") && post.unread === undefined) {
        const reason = `message ${post.number ?? ""} contains nothing that can be shown; it was kept and marked`;
        findings.add({ rule: "export/empty-message", line: item.first, reason });
      }
    }
  });
  return {
    write,
    end: () => {
      const lines = end();
      if (chats.length === 0) findings.add({ rule: "export/no-messages", reason: noMessages });
      for (const [key, { line, count }] of unread) findings.add(unreadFinding(key, line, count));
      const channels = published(chats, findings).map((chat) => finished(chat, newSequence, findings));
      return { channels, findings: findings.all(), lines };
    },
  };
}

const noMessages = "it does not contain a list of messages as Telegram Desktop and similar programs write it";

function unreadFinding(key: string, line: number, count: number): ExportFinding {
  const messages = count === 1 ? "a message" : `${count} messages`;
  const reason = `"${key}" of ${messages} is unknown or not in Telegram's format; it is kept unchanged, and the rest is read`;
  return { rule: "export/unread", line, reason };
}

/** The chats that are channels: what private people wrote to each other is left out. A chat exported alone was meant to be read. */
function published(chats: readonly Chat[], findings: Findings): readonly Chat[] {
  if (chats.length === 1) return chats;
  const channels = chats.filter(({ type }) => type?.includes("channel"));
  const left = chats.length - channels.length;
  if (left > 0)
    findings.add({ rule: "export/private-chats", reason: `${left} of its chats are not channels and were left out` });
  return channels;
}

interface Chat extends ChatHead {
  readonly posts: GrowingSequence<Numbered>;
  /** Where on the sequence which number stands, for replies. */
  readonly places: NumberedPlaces;
  /** How often a number stands again. */
  repeated: number;
  /** Forwards from nobody, and whether the file writes `null` where Telegram writes nothing: then they are none. */
  namelessForwards: number;
  foreignNulls: boolean;
  /** What messages tell of their channel, where the file has no head. */
  told: ReturnType<typeof channelIn>;
}

interface Numbered {
  readonly post: Omit<ExportedPost, "time"> & { readonly time?: Told };
  readonly repliesTo?: number;
  /** It is a forward from an account without a name. */
  readonly forwardOfNobody?: true;
}

function newChat(head: ChatHead, newSequence: NewSequence): Chat {
  const state = { repeated: 0, namelessForwards: 0, foreignNulls: false, told: {} };
  return { ...head, posts: newSequence<Numbered>(), places: new NumberedPlaces(), ...state };
}

/** Keys for which Telegram itself writes `null`: the names of accounts that are no more. */
const nullOfTelegram: ReadonlySet<string> = new Set([
  "from",
  "actor",
  "forwarded_from",
  "saved_from",
  "author",
  "title",
]);

/** Adds a message to its chat; tells what was mended in it. */
function add(
  chat: Chat,
  message: Fields,
  lines: LineRange,
): { readonly post: Numbered["post"]; readonly mended: readonly string[] } {
  const { time, ...read } = readMessage(message, lines, {
    name: chat.name ?? chat.told.name,
    id: chat.id ?? chat.told.id,
    isGroup: chat.type?.includes("group") ?? false,
    excerptOf: (number) => excerptOfNumber(chat, number),
  });
  const whole = withWholeSigns(read);
  const post = { ...whole, ...(time === undefined ? {} : { time }) };
  const answered =
    wordsAt(message, "reply_to_peer_id") === undefined ? wholeAt(message, "reply_to_message_id") : undefined;
  const isOfNobody =
    message.forwarded_from === null ||
    (read.forwardedFrom === undefined && wordsAt(message, "forwarded_from_id") !== undefined);
  if (isOfNobody) chat.namelessForwards += 1;
  if (Object.entries(message).some(([key, value]) => value === null && !nullOfTelegram.has(key)))
    chat.foreignNulls = true;
  const { number } = post;
  if (number !== undefined) {
    if (chat.places.placeOf(number) !== undefined) chat.repeated += 1;
    chat.places.add(number, chat.posts.length);
  }
  chat.posts.push({
    post,
    ...(answered !== undefined && answered > 0 ? { repliesTo: answered } : {}),
    ...(isOfNobody ? { forwardOfNobody: true } : {}),
  });
  return {
    post,
    mended: whole === read ? [] : [`incomplete characters in message ${number ?? ""} are shown as \uFFFD`],
  };
}

/** A post whose words every file can hold: halves of surrogate pairs are replaced here, so that texts are compared as they are stored. */
function withWholeSigns<Read extends object>(read: Read): Read {
  const json = JSON.stringify(read);
  // JSON escapes the halves that stand alone.
  if (!/\\ud[89a-f]/iu.test(json)) return read;
  const whole = JSON.parse(json, (_, value: unknown) =>
    typeof value === "string" ? value.replace(/\p{Cs}/gu, "\uFFFD") : value,
  ) as Read;
  return JSON.stringify(whole) === json ? read : whole;
}

function finished(chat: Chat, newSequence: NewSequence, findings: Findings): Exported["channels"][number] {
  const posts = newSequence<ExportedPost>();
  for (const post of withAlbums(replied(chat, findings))) posts.push(post);
  if (chat.repeated > 0) {
    const reason = `${chat.repeated} of its messages have the number of another; of each number the latest is kept`;
    findings.add({ rule: "export/repeated-number", reason });
  }
  const chatId = chatIdOf(chat.id ?? chat.told.id);
  const { name = chat.told.name } = chat;
  return {
    ...(name === undefined ? {} : { name }),
    ...(chat.told.handle === undefined ? {} : { handle: chat.told.handle }),
    ...(chatId === undefined ? {} : { chatId }),
    posts,
  };
}

/** The number of a chat: Telegram Desktop writes it bare, other programs as bots see it (`-1001234567890`). */
function chatIdOf(written = ""): string | undefined {
  return /^(?:-?100(?=\d{10}$))?(?<number>\d{1,20})$/u.exec(written)?.groups?.number;
}

function* replied(chat: Chat, findings: Findings): Generator<ExportedPost> {
  const isForward = !chat.foreignNulls && (chat.posts.length < 4 || chat.namelessForwards < 0.9 * chat.posts.length);
  const nextTime = nextTimes(chat);
  let lastTime: Told | undefined;
  let place = -1;
  for (const { post, repliesTo, forwardOfNobody } of chat.posts) {
    place += 1;
    if (chat.repeated > 0 && post.number !== undefined && lastPlace(chat, post.number) !== place) continue;
    const time = post.time ?? timeBetween(lastTime, nextTime(place));
    lastTime = post.time ?? lastTime;
    if (time === undefined) {
      const line = post.lines[0]?.[0];
      const reason = `message ${post.number ?? ""} was left out: no message has a date`;
      findings.add({ rule: "export/unreadable-message", ...(line === undefined ? {} : { line }), reason });
      continue;
    }
    const forward =
      forwardOfNobody && isForward && post.forwardedFrom === undefined ? { forwardedFrom: deletedAccount } : {};
    const replyTo = repliesTo === undefined ? {} : { replyTo: quoteOf(chat, repliesTo) };
    yield { ...post, time, ...forward, ...replyTo };
  }
}

/** The place of the latest message with a number: the one edited last, or else the last of the file. */
function lastPlace({ places, posts }: Chat, number: number): number | undefined {
  const all = places.placesOf(number);
  if (all.length < 2) return all[0];
  const edits = all.map((place) => ({ place, edited: posts.at(place)?.post.edited ?? "" }));
  return edits.reduce((latest, next) => (next.edited >= latest.edited ? next : latest)).place;
}

/** The first time that a message tells from a place on; asked for places in their order, it looks at each once. */
function nextTimes({ posts }: Chat): (place: number) => Told | undefined {
  let next = 0;
  return (place) => {
    next = Math.max(next, place);
    while (next < posts.length && posts.at(next)?.post.time === undefined) next += 1;
    return posts.at(next)?.post.time;
  };
}

function quoteOf(chat: Chat, number: number) {
  const place = chat.places.placeOf(number);
  const answered = place === undefined ? undefined : chat.posts.at(place)?.post;
  return {
    author: answered?.signature ?? chat.name ?? chat.told.name ?? "",
    excerpt: excerptOf(answered?.text ?? ""),
    number,
  };
}

/** The first words of the post with a number; empty where there is none. */
function excerptOfNumber({ places, posts }: Chat, number: number): string {
  const place = places.placeOf(number);
  return place === undefined ? "" : excerptOf(posts.at(place)?.post.text ?? "");
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
