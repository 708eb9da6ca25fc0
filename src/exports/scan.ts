/** What a scan of a Telegram export finds, in the order of the file. Lines count from 1. */
export type Scanned =
  | { readonly kind: "chat"; readonly chat: ChatHead }
  | { readonly kind: "message"; readonly message: unknown; readonly first: number; readonly last: number }
  | { readonly kind: "damage"; readonly line: number; readonly reason: string };

/** What an export says of a chat before its messages. */
export interface ChatHead {
  readonly name?: string;
  readonly type?: string;
}

/** Where a scan ended. */
export interface ScanEnd {
  readonly lines: number;
}

const [quote, backslash, lineFeed, comma, colon] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A message of more bytes than this is damage: Telegram's longest text has 4,096 signs. */
const longestMessage = 8 * 1024 * 1024;
/** Nothing that Telegram writes is nested deeper. */
const deepest = 64;
/** Keys and names longer than this are not looked at. */
const longestWord = 4096;

interface Container {
  readonly kind: "object" | "array";
  /** The key it is the value of, where it is one. */
  readonly key: string | undefined;
  nextIsKey: boolean;
  currentKey: string | undefined;
  readonly head: { name?: string; type?: string };
}

/**
 * Finds the messages of Telegram Desktop's `result.json`, of one chat or of a whole account, without ever holding more than one of them: the
 * elements of every array that is the value of a key `messages`. Never throws on account of the text: what is damaged is told, and the scan goes
 * on behind it where it can. Returns where it ended.
 */
export function* scan(chunks: Iterable<Uint8Array>): Generator<Scanned, ScanEnd> {
  const stack: Container[] = [];
  let line = 1;
  let inString = false;
  let escaped = false;
  let word: number[] | undefined;
  let literal = false;
  // The message being taken: its bytes so far, its depth, and where it starts.
  let taken: Uint8Array[] | undefined;
  let takenBytes = 0;
  let depth = 0;
  let tooDeep = false;
  let first = 0;
  let lastByte = lineFeed;

  for (const chunk of chunks) {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      lastByte = byte;
      if (byte === lineFeed) line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) {
          inString = false;
          if (taken === undefined) wordEnds(stack, word);
          word = undefined;
          continue;
        }
        if (word !== undefined && word.length < longestWord) word.push(byte);
        continue;
      }
      if (byte === quote) {
        inString = true;
        if (taken === undefined) word = [];
        continue;
      }
      if (taken !== undefined) {
        if (byte === openBrace || byte === openBracket) {
          depth += 1;
          if (depth > deepest) tooDeep = true;
        } else if (byte === closeBrace || byte === closeBracket) {
          depth -= 1;
          if (depth === 0) {
            if (takenBytes <= longestMessage) taken.push(chunk.subarray(start, at + 1));
            yield tooDeep || takenBytes > longestMessage
              ? {
                  kind: "damage",
                  line: first,
                  reason: tooDeep
                    ? `a message is nested deeper than ${deepest} levels`
                    : "a message has more than 8 MB",
                }
              : messageOf(taken, first, line);
            taken = undefined;
          }
        }
        continue;
      }
      const top = stack.at(-1);
      if (byte === openBrace && top?.kind === "array" && top.key === "messages") {
        taken = [];
        takenBytes = 0;
        depth = 1;
        tooDeep = false;
        first = line;
        start = at;
        continue;
      }
      if (byte === openBrace || byte === openBracket) {
        const key = top?.kind === "object" ? top.currentKey : undefined;
        if (stack.length >= deepest) {
          yield { kind: "damage", line, reason: `the file is nested deeper than ${deepest} levels` };
          return { lines: line };
        }
        if (byte === openBracket && key === "messages") yield { kind: "chat", chat: { ...top?.head } };
        stack.push({
          kind: byte === openBrace ? "object" : "array",
          key,
          nextIsKey: byte === openBrace,
          currentKey: undefined,
          head: {},
        });
      } else if (byte === closeBrace || byte === closeBracket) {
        const kind = byte === closeBrace ? "object" : "array";
        if (top?.kind !== kind) {
          yield { kind: "damage", line, reason: `"${byte === closeBrace ? "}" : "]"}" closes nothing` };
          return { lines: line };
        }
        stack.pop();
      } else if (byte === comma && top?.kind === "object") {
        top.nextIsKey = true;
      } else if (byte === colon && top?.kind === "object") {
        top.nextIsKey = false;
      } else if (byte > 0x20 && stack.length === 0) {
        literal = true;
      }
    }
    if (taken !== undefined) {
      takenBytes += chunk.length - start;
      if (takenBytes <= longestMessage) taken.push(chunk.slice(start));
    }
  }
  if (stack.length > 0 || inString) {
    yield {
      kind: "damage",
      line: taken === undefined ? line : first,
      reason: "the file ends before it is complete; export it again if you can",
    };
  } else if (literal) {
    yield { kind: "damage", line: 1, reason: "there is something outside of its braces" };
  }
  return { lines: lastByte === lineFeed ? line - 1 : line };
}

function wordEnds(stack: readonly Container[], word: readonly number[] | undefined): void {
  const top = stack.at(-1);
  if (word === undefined || top?.kind !== "object") return;
  const text = decoded(word);
  if (top.nextIsKey) top.currentKey = text;
  else if (top.currentKey === "name") top.head.name = text;
  else if (top.currentKey === "type") top.head.type = text;
}

/** The text of a JSON string without its quotes; as it stands where it is none. */
function decoded(bytes: readonly number[]): string {
  const raw = new TextDecoder().decode(Uint8Array.from(bytes));
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}

function messageOf(parts: readonly Uint8Array[], first: number, last: number): Scanned {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
    return { kind: "message", message: JSON.parse(text) as unknown, first, last };
  } catch (error) {
    return {
      kind: "damage",
      line: first,
      reason: `a message cannot be read: ${(error as Error).message.split("\n")[0]}`,
    };
  }
}
