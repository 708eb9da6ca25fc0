import { inMemory, type NewSequence } from "../model/lazy-sequence.ts";
import { type Chat, channelOf, newChat, Telling, takeMessage } from "./chat.ts";
import type { ExportReader } from "./exported.ts";
import { Findings } from "./findings.ts";
import type { StreamFormat } from "./format.ts";
import { asFields, type Fields } from "./json-fields.ts";
import { channelIn, inKeysOfDesktop } from "./json-raw.ts";
import { type ScriptedPost, scriptedPost } from "./json-scripted.ts";
import { readMended } from "./mended-json.ts";
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
  const lists: List[] = [];
  const telling = new Telling(findings);
  const { write, end } = scan((item) => {
    if (item.kind === "chat") lists.push(new List(item.chat, item.list, newSequence));
    else if (item.kind === "damage") findings.add({ rule: "export/damaged", line: item.line, reason: item.reason });
    else {
      const list = lists.at(-1);
      const told = asFields(item.message);
      if (list === undefined || told === undefined) return;
      if (item.mended !== undefined) findings.add({ rule: "export/mended", line: item.first, reason: item.mended });
      const scripted = scriptedPost(told);
      if (scripted !== undefined) {
        takeMessage(list.chatOf(scripted), scripted.message, [item.first, item.last], telling, scripted);
        return;
      }
      if (!list.takes(told)) return;
      const { chat } = list;
      const message = inKeysOfDesktop(told);
      if (chat.name === undefined && message !== told) chat.told = { ...channelIn(told), ...chat.told };
      takeMessage(chat, message, [item.first, item.last], telling);
    }
  });
  return {
    write,
    end: () => {
      const lines = end();
      const chats = lists.flatMap((list) => list.chats());
      if (chats.length === 0) findings.add({ rule: "export/no-messages", reason: noMessages });
      telling.end();
      const channels = published(chats, findings).map((chat) => channelOf(chat, newSequence, findings));
      return { channels, findings: findings.all(), lines };
    },
  };
}

/** A list of messages: those of one chat, or posts that a script read of several channels. */
class List {
  readonly chat: Chat;
  private readonly channels = new Map<string, Chat>();

  constructor(
    head: ChatHead,
    private readonly key: string,
    private readonly newSequence: NewSequence,
  ) {
    this.chat = newChat(head, newSequence);
  }

  /** The chat of a post that tells its channel. */
  chatOf({ channel }: ScriptedPost): Chat {
    const key = (channel.handle ?? channel.id ?? "").toLowerCase();
    const chat = this.channels.get(key) ?? newChat({ type: "public_channel" }, this.newSequence);
    this.channels.set(key, chat);
    chat.told = { ...channel, ...chat.told };
    return chat;
  }

  /** Whether an object that tells no channel is a message: much else is called posts. */
  takes(told: Fields): boolean {
    return this.key === "messages" || isNumbered(told);
  }

  /** The chats that have messages; Telegram's own stands for a list without any. */
  chats(): readonly Chat[] {
    const told = [...this.channels.values()];
    const isOwn = this.chat.posts.length > 0 || (told.length === 0 && this.key === "messages");
    return isOwn ? [this.chat, ...told] : told;
  }
}

/** Whether an object tells a number and a time under Telegram's names for them. */
function isNumbered(told: Fields): boolean {
  return "id" in told && "date" in told;
}

const noMessages = "it does not contain a list of messages as Telegram Desktop and similar programs write it";

/** The chats that are channels: what private people wrote to each other is left out. A chat exported alone was meant to be read. */
function published(chats: readonly Chat[], findings: Findings): readonly Chat[] {
  if (chats.length === 1) return chats;
  const channels = chats.filter(({ type }) => type?.includes("channel"));
  const left = chats.length - channels.length;
  if (left > 0)
    findings.add({ rule: "export/private-chats", reason: `${left} of its chats are not channels and were left out` });
  return channels;
}

/** Whether lines are one message of `result.json` and nothing else: no part of a chat, and no chat. */
function isMessage(lines: readonly string[]): boolean {
  try {
    const message: unknown = JSON.parse(lines.join("\n").trim().replace(/,$/u, ""));
    const fields = asFields(message) ?? {};
    return isNumbered(fields) || scriptedPost(fields) !== undefined;
  } catch {
    return false;
  }
}
