import { readMended } from "./mended-json.ts";

/** What a scan of a Telegram export finds, in the order of the file. Lines count from 1. */
export type Scanned =
  | { readonly kind: "chat"; readonly chat: ChatHead; readonly list: string }
  | {
      readonly kind: "message";
      readonly message: unknown;
      readonly first: number;
      readonly last: number;
      readonly mended?: string;
    }
  | { readonly kind: "damage"; readonly line: number; readonly reason: string };

/** What an export says of a chat before its messages. */
export interface ChatHead {
  readonly name?: string;
  readonly type?: string;
  readonly id?: string;
}

/** A scan under way: takes the file in pieces of any size, and tells at the end how many lines it had. */
export interface Scan {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => number;
}

/**
 * Finds the messages of Telegram Desktop's `result.json`, of one chat or of a whole account, without ever holding more than one of them: the
 * objects in every array that is the value of a key `messages` or `posts`, or the whole file. Never throws on account of the text: what is damaged is told, and the scan goes
 * on behind it where it can. How the file is cut into pieces changes nothing (`test/exports/scan.test.ts`).
 */
export function scan(found: (item: Scanned) => void): Scan {
  const outline = new Outline((head, list) => found({ kind: "chat", chat: head, list }));
  let state: State = "between";
  let line = 1;
  let bytes = 0;
  let lastByte = lineFeed;
  let word: number[] = [];
  let taken = newMessage(0);

  const damage = (at: number, reason: string): void => found({ kind: "damage", line: at, reason });

  /** No string goes on over a line in JSON: the quote that would have closed it is lost. */
  const endLine = (): void => {
    line += 1;
    if (state === "word" || state === "word-escape") {
      damage(line - 1, "a string has no end");
      state = "between";
    } else if (state === "message-string" || state === "message-escape") state = "message";
  };

  /** One byte between strings and messages: the outline of the file. */
  const between = (byte: number): State => {
    if (byte === quote) {
      word = [];
      return "word";
    }
    if (byte === openBrace && outline.awaitsMessage) {
      taken = newMessage(line);
      return "message";
    }
    const problem = outline.take(byte, bytes);
    if (problem === undefined) return "between";
    damage(line, problem);
    return "stopped";
  };

  const write = (chunk: Uint8Array): void => {
    let start = 0;
    for (let at = 0; at < chunk.length && state !== "stopped"; at += 1) {
      const byte = chunk[at] as number;
      bytes += 1;
      lastByte = byte;
      if (byte === lineFeed) {
        endLine();
        continue;
      }
      switch (state) {
        case "between":
          state = between(byte);
          start = at;
          break;
        case "word":
          if (byte === backslash) state = "word-escape";
          else if (byte === quote) state = "between";
          if (byte === quote) outline.takeWord(word);
          else if (word.length < longestWord) word.push(byte);
          break;
        case "word-escape":
          if (word.length < longestWord) word.push(byte);
          state = "word";
          break;
        case "message":
          if (byte === quote) state = "message-string";
          else if (byte === openBrace || byte === openBracket) deepen(taken);
          else if (byte === closeBrace || byte === closeBracket) taken.depth -= 1;
          if (taken.depth > 0) break;
          take(taken, chunk.subarray(start, at + 1));
          found(messageOf(taken, line));
          state = "between";
          break;
        case "message-string":
          if (byte === backslash) state = "message-escape";
          else if (byte === quote) state = "message";
          break;
        case "message-escape":
          state = "message-string";
          break;
      }
    }
    // The rest is copied, since whoever gave the piece may fill it again.
    if (isInMessage(state)) take(taken, Uint8Array.prototype.slice.call(chunk, start));
  };

  const end = (): number => {
    if (state !== "stopped" && (state !== "between" || outline.isOpen))
      damage(
        isInMessage(state) ? taken.first : line,
        "the file ends before it is complete; export it again if you can",
      );
    return lastByte === lineFeed ? line - 1 : line;
  };
  return { write, end };
}

/**
 * Where a scan stands: between strings and messages, in a string between messages (a word), in a message, in a string of one, behind a backslash in
 * either, or stopped for good by damage.
 */
type State = "between" | "word" | "word-escape" | "message" | "message-string" | "message-escape" | "stopped";

function isInMessage(state: State): boolean {
  return state === "message" || state === "message-string" || state === "message-escape";
}

/** The objects and arrays around the messages, as far as they are open. */
class Outline {
  private readonly stack: Container[] = [];

  constructor(private readonly startsChat: (head: ChatHead, list: string) => void) {}

  get isOpen(): boolean {
    return this.stack.length > 0;
  }

  /** Whether the next object is a message. */
  get awaitsMessage(): boolean {
    const top = this.stack.at(-1);
    return top?.kind === "array" && keysOfLists.has(top.key);
  }

  /** A string, as the key or the value that it is. */
  takeWord(word: readonly number[]): void {
    wordEnds(this.stack, word);
  }

  /** One byte outside of strings, the `count`th of the file; tells what is wrong with it. */
  take(byte: number, count: number): string | undefined {
    const top = this.stack.at(-1);
    if (top?.currentKey === "id" && !top.nextIsKey && byte >= 0x30 && byte <= 0x39)
      top.head.id = `${top.head.id ?? ""}${String.fromCharCode(byte)}`.slice(0, 20);
    if (byte === openBrace || byte === openBracket) return this.open(byte);
    if (byte === closeBrace || byte === closeBracket) return this.close(byte);
    if (byte === comma && top?.kind === "object") top.nextIsKey = true;
    else if (byte === colon && top?.kind === "object") top.nextIsKey = false;
    else if (byte > 0x20 && !this.isOpen && !isByteOrderMark(byte, count))
      return "it is not in Telegram Desktop's format: there is content outside its braces";
    return undefined;
  }

  private open(byte: number): string | undefined {
    if (this.stack.length >= deepest) return `the file is nested deeper than ${deepest} levels`;
    const top = this.stack.at(-1);
    // A list that is the whole file is one of messages, in a chat that nobody names.
    const isWhole = top === undefined && byte === openBracket;
    const key = isWhole ? "messages" : top?.kind === "object" ? top.currentKey : undefined;
    if (byte === openBracket && key !== undefined && keysOfLists.has(key)) this.startsChat({ ...top?.head }, key);
    const kind = byte === openBrace ? "object" : "array";
    this.stack.push({ kind, key, nextIsKey: byte === openBrace, currentKey: undefined, head: {} });
    return undefined;
  }

  private close(byte: number): string | undefined {
    const kind = byte === closeBrace ? "object" : "array";
    if (this.stack.at(-1)?.kind !== kind) return `"${String.fromCharCode(byte)}" closes nothing`;
    this.stack.pop();
    return undefined;
  }
}

/** What lists of messages are called: by Telegram Desktop, and by scripts that keep the posts of a page. */
const keysOfLists: ReadonlySet<string | undefined> = new Set(["messages", "posts"]);

const [quote, backslash, lineFeed, comma, colon] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A message of more bytes than this is damage: Telegram's longest text has 4,096 signs. */
const longestMessage = 8 * 1024 * 1024;
/** Nothing that Telegram writes is nested deeper. */
const deepest = 64;
/** Keys and names longer than this are not looked at, in bytes. */
const longestWord = 4096;

interface Container {
  readonly kind: "object" | "array";
  /** The key it is the value of, where it is one. */
  readonly key: string | undefined;
  nextIsKey: boolean;
  currentKey: string | undefined;
  readonly head: { name?: string; type?: string; id?: string };
}

/** A message that is being read: its bytes so far, how deep it is nested, and where it starts. */
interface Taken {
  readonly parts: Uint8Array[];
  bytes: number;
  depth: number;
  deepest: number;
  readonly first: number;
}

function newMessage(line: number): Taken {
  return { parts: [], bytes: 0, depth: 1, deepest: 1, first: line };
}

function deepen(taken: Taken): void {
  taken.depth += 1;
  taken.deepest = Math.max(taken.depth, taken.deepest);
}

function take(taken: Taken, part: Uint8Array): void {
  taken.bytes += part.length;
  if (taken.bytes <= longestMessage) taken.parts.push(part);
  else taken.parts.length = 0;
}

/** Whether a byte is one of the three that may mark a file as UTF-8; `count` bytes were read with it. */
function isByteOrderMark(byte: number, count: number): boolean {
  return byte === [0xef, 0xbb, 0xbf][count - 1];
}

function wordEnds(stack: readonly Container[], word: readonly number[]): void {
  const top = stack.at(-1);
  if (top?.kind !== "object") return;
  if (top.nextIsKey) top.currentKey = decoded(word);
  else if (top.currentKey === "name") top.head.name = decoded(word);
  else if (top.currentKey === "type") top.head.type = decoded(word);
  else if (top.currentKey === "id") top.head.id = decoded(word);
}

/** The text of a JSON string without its quotes; as it stands where it is none. */
function decoded(bytes: readonly number[]): string {
  const raw = new TextDecoder().decode(Uint8Array.from(bytes));
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    // A name is for reading only: one that is damaged is shown as it stands.
    return raw;
  }
}

function messageOf(taken: Taken, last: number): Scanned {
  const { first, parts } = taken;
  const damage = (reason: string): Scanned => ({ kind: "damage", line: first, reason });
  if (taken.deepest > deepest) return damage(`a message is nested deeper than ${deepest} levels`);
  if (taken.bytes > longestMessage) return damage(`a message has more than ${longestMessage / 1024 / 1024} MB`);
  const { text, damage: broken } = textOf(Buffer.concat(parts));
  const read = readMended(text);
  if (read === undefined) return damage("a message cannot be read: it is not JSON");
  const mended = [broken, read.mended].filter((each) => each !== undefined).join("; ");
  return { kind: "message", message: read.value, first, last, ...(mended === "" ? {} : { mended }) };
}

/** Bytes as UTF-8; those that are none are shown as U+FFFD. */
function textOf(bytes: Uint8Array): { readonly text: string; readonly damage?: string } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder("utf-8").decode(bytes),
      damage: "bytes of a message that are not UTF-8 are shown as \uFFFD",
    };
  }
}
