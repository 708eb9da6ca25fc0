import { createHash } from "node:crypto";

/** A dump as text. Lines are numbered from 1 here and keep their numbers for ever. */
export interface SourceText {
  /** File name without folders. */
  readonly file: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** `lines[0]` is line 1; without line ends. */
  readonly lines: readonly string[];
}

/** A dump that cannot be read at all. The message is one line: action, reason, remedy. */
export class UnreadableDump extends Error {}

/**
 * Reads the bytes of a dump: UTF-8 with or without byte order mark, lines ended by LF or CRLF, with or without an end
 * of line at the very end. Throws `UnreadableDump` for empty files, binary files and other encodings.
 */
export function readSource(bytes: Uint8Array, file: string): SourceText {
  const text = decode(bytes, file);
  if (text.trim() === "")
    throw new UnreadableDump(`Cannot read dump "${file}": it is empty; save the page's text again`);
  const lines = text.split("\n").map((line) => line.replace(/\r+$/u, ""));
  if (lines.at(-1) === "") lines.pop();
  return { file, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length, lines };
}

/** Line `number` (1-based) of a dump; empty beyond its end. */
export function lineAt(source: SourceText, number: number): string {
  return source.lines[number - 1] ?? "";
}

/** Whether a line has nothing but white space. */
export function isBlank(line: string): boolean {
  return line.trim() === "";
}

function decode(bytes: Uint8Array, file: string): string {
  const problem = encodingProblem(bytes);
  if (problem !== undefined) throw new UnreadableDump(`Cannot read dump "${file}": ${problem}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const kind = bytes.includes(0) ? "it is a binary file, not text" : "it is not UTF-8 text";
    const place = `not valid at byte ${firstBadByte(bytes)}`;
    throw new UnreadableDump(`Cannot read dump "${file}": ${kind} (${place}); save the page as UTF-8 text`);
  }
}

/** What speaks against UTF-8 before decoding: the mark of another encoding, or NUL in every few bytes. */
function encodingProblem(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (marked) return "it is UTF-16; save it as UTF-8 text";
  // A stray NUL is damage and is kept; a tenth of all bytes is UTF-16 without its mark, or no text.
  if (share(bytes, 0) > 0.1) return "it is a binary file or UTF-16; save the page as UTF-8 text";
  return undefined;
}

function share(bytes: Uint8Array, value: number): number {
  let count = 0;
  for (const byte of bytes) if (byte === value) count += 1;
  return count / bytes.length;
}

/** Offset of the first byte that is no part of a valid UTF-8 sequence, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return startOfUnfinished(bytes, good);
}

/** Where the sequence begins that byte `end` should have gone on with; `end` itself where none is open. */
function startOfUnfinished(bytes: Uint8Array, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - 3); at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return at + length > end ? at : end;
  }
  return end;
}

/** Whether the bytes decode, an unfinished sequence at the end excepted. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
