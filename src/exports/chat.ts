import type { GrowingSequence, NewSequence } from "../model/lazy-sequence.ts";
import { NumberedPlaces } from "../model/numbered-places.ts";
import type { LineRange } from "../model/post.ts";
import { excerptOf } from "../text/excerpt.ts";
import { type ExportWords, namedLines, type ToldMessages, wordsOfMessages } from "./export-words.ts";
import { type ExportedChannel, type ExportedPost, type Told, withAlbums } from "./exported.ts";
import type { Findings } from "./findings.ts";
import { type Fields, wholeAt, wordsAt } from "./json-fields.ts";
import { deletedAccount, readMessage } from "./json-message.ts";
import type { ChatHead } from "./scan.ts";
import { timeBetween } from "./settled-posts.ts";

/** A chat whose messages are being taken. */
export interface Chat extends ChatHead {
  readonly posts: GrowingSequence<Numbered>;
  /** Where on the sequence which number stands, for replies. */
  readonly places: NumberedPlaces;
  /** How often a number stands again, and the first lines on which it does. */
  repeated: number;
  readonly repeatedOn: number[];
  /** Forwards from nobody, and whether the file writes `null` where Telegram writes nothing: then they are none. */
  namelessForwards: number;
  foreignNulls: boolean;
  /** The topics of a group, by the number of the message that opened each, as they were called last. */
  readonly topics: Map<number, string>;
  /** What messages tell of their channel, where the file has no head. */
  told: { readonly name?: string; readonly id?: string; readonly handle?: string };
}

interface Numbered {
  readonly post: Omit<ExportedPost, "time"> & { readonly time?: Told };
  readonly repliesTo?: number;
  /** The number of the message that opened its topic, where the message itself tells it. */
  readonly topicId?: number;
  /** It is a forward from an account without a name. */
  readonly forwardOfNobody?: true;
}

/** A chat without messages. */
export function newChat(head: ChatHead, newSequence: NewSequence): Chat {
  const state = { repeated: 0, repeatedOn: [], namelessForwards: 0, foreignNulls: false, told: {} };
  return { ...head, posts: newSequence<Numbered>(), places: new NumberedPlaces(), topics: new Map(), ...state };
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

/**
 * Adds a message to its chat, in the keys of Telegram Desktop's export, and tells what was mended in it or is kept unread. `known` is its time where
 * its keys are not to be asked for it.
 */
export function takeMessage(
  chat: Chat,
  message: Fields,
  lines: LineRange,
  telling: Telling,
  known?: { readonly time: Told | undefined },
): void {
  const { time: own, ...read } = readMessage(message, lines, {
    name: chat.name ?? chat.told.name,
    id: chat.id ?? chat.told.id,
    isGroup: chat.type?.includes("group") ?? false,
    excerptOf: (number) => excerptOfNumber(chat, number),
  });
  const time = known === undefined ? own : known.time;
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
  noteTopic(chat, message, number, answered);
  const topicId = wholeAt(message, "topic_id");
  if (number !== undefined) {
    if (chat.places.placeOf(number) !== undefined) {
      chat.repeated += 1;
      if (chat.repeated <= namedLines) chat.repeatedOn.push(lines[0]);
    }
    chat.places.add(number, chat.posts.length);
  }
  chat.posts.push({
    post,
    ...(answered !== undefined && answered > 0 ? { repliesTo: answered } : {}),
    ...(topicId === undefined ? {} : { topicId }),
    ...(isOfNobody ? { forwardOfNobody: true } : {}),
  });
  telling.note(post, lines[0], whole !== read);
}

/** Notes a topic that a service message opens or names anew. */
function noteTopic({ topics }: Chat, message: Fields, number: number | undefined, answered: number | undefined): void {
  const action = wordsAt(message, "action");
  const opened = action === "topic_created" ? number : action === "topic_edit" ? answered : undefined;
  const name = (wordsAt(message, "new_title") ?? wordsAt(message, "title"))?.trim();
  if (opened !== undefined && name !== undefined) topics.set(opened, name);
}

/**
 * The topic in which a message stands, by the number of the message that opened it. Telegram Desktop tells no more than which message is answered:
 * what stands in a topic answers the message that opened it, or one that does.
 */
function topicsOf({ topics, posts, places }: Chat): (message: Numbered) => number | undefined {
  const known = new Map<number, number | undefined>();
  return ({ post, repliesTo, topicId }) => {
    if (topics.size === 0) return undefined;
    if (topicId !== undefined) return topicId;
    const passed: number[] = [];
    let at = post.number !== undefined && topics.has(post.number) ? post.number : repliesTo;
    while (at !== undefined && !topics.has(at) && !known.has(at)) {
      passed.push(at);
      // An answer in a circle is in no topic.
      known.set(at, undefined);
      const place = places.placeOf(at);
      const next = place === undefined ? undefined : posts.at(place);
      at = next?.topicId ?? next?.repliesTo;
    }
    const found = at === undefined ? undefined : topics.has(at) ? at : known.get(at);
    for (const number of passed) known.set(number, found);
    return found;
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

/** The channel of a chat whose messages were all taken: albums joined, replies quoted, each number once. */
export function channelOf(
  chat: Chat,
  newSequence: NewSequence,
  findings: Findings,
  words: ExportWords = wordsOfMessages,
): ExportedChannel {
  const posts = newSequence<ExportedPost>();
  for (const post of withAlbums(replied(chat, findings, words))) posts.push(post);
  if (chat.repeated > 0) {
    const reason = words.repeated({ count: chat.repeated, lines: chat.repeatedOn });
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

function* replied(chat: Chat, findings: Findings, words: ExportWords): Generator<ExportedPost> {
  const isForward = !chat.foreignNulls && (chat.posts.length < 4 || chat.namelessForwards < 0.9 * chat.posts.length);
  const nextTime = nextTimes(chat);
  const topicOf = topicsOf(chat);
  let lastTime: Told | undefined;
  let place = -1;
  for (const message of chat.posts) {
    const { post, repliesTo, forwardOfNobody } = message;
    place += 1;
    if (chat.repeated > 0 && post.number !== undefined && lastPlace(chat, post.number) !== place) continue;
    const time = post.time ?? timeBetween(lastTime, nextTime(place));
    lastTime = post.time ?? lastTime;
    if (time === undefined) {
      const line = post.lines[0]?.[0];
      const reason = words.undated(post.number);
      findings.add({ rule: "export/unreadable-message", ...(line === undefined ? {} : { line }), reason });
      continue;
    }
    const forward =
      forwardOfNobody && isForward && post.forwardedFrom === undefined ? { forwardedFrom: deletedAccount } : {};
    const topicId = topicOf(message);
    const topic = chat.topics.get(topicId ?? 0);
    // What answers the message that opened a topic stands in it, and answers nobody.
    const isReply = repliesTo !== undefined && repliesTo !== topicId;
    const replyTo = isReply ? { replyTo: quoteOf(chat, repliesTo) } : {};
    yield { ...post, time, ...forward, ...replyTo, ...(topic === undefined ? {} : { topic }) };
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

/** What is told of the messages of a file: of each key that is not read, its first lines and how many messages have it. */
export class Telling {
  private readonly unread = new Map<
    string,
    ToldMessages & { count: number; lines: number[]; readonly value: string }
  >();

  constructor(
    private readonly findings: Findings,
    private readonly words: ExportWords = wordsOfMessages,
  ) {}

  note({ number, media, unread }: Numbered["post"], line: number, hadHalfSigns: boolean): void {
    if (hadHalfSigns) this.findings.add({ rule: "export/mended", line, reason: this.words.halfSigns(number) });
    for (const { key, json } of unread ?? []) {
      const known = this.unread.get(key) ?? { count: 0, lines: [], value: json };
      this.unread.set(key, known);
      known.count += 1;
      if (known.count <= namedLines) known.lines.push(line);
    }
    if (media.includes("unknown") && unread === undefined)
      this.findings.add({ rule: "export/empty-message", line, reason: this.words.empty(number) });
  }

  /** Tells the keys. */
  end(): void {
    for (const [key, { value, ...messages }] of this.unread)
      this.findings.add({
        rule: "export/unread",
        line: messages.lines[0] ?? 1,
        reason: this.words.unread(key, value, messages),
      });
  }
}
