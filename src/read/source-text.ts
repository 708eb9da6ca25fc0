import { createHash } from "node:crypto";
import { type Decoded, decode, UnreadableDump } from "./encoding.ts";

/** A dump as text. Lines are numbered from 1 here and keep their numbers for ever. */
export interface SourceText {
  /** Path below `content/dumps`, parted by `/`. */
  readonly file: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** `lines[0]` is line 1; without line ends. */
  readonly lines: readonly string[];
  /** The encoding, and why it was taken for this one where it does not prove itself. */
  readonly decoded: Omit<Decoded, "text">;
  /** Whether a browser in a terminal laid its lines out, and broke them at one width. */
  readonly brokenByTerminal?: true;
  /** Lines that were made blank because a person said that they are in no post: the lines around them stand as if they were not there. */
  readonly outside?: ReadonlySet<number>;
}

/**
 * Reads the bytes of a dump: in the encoding that was told or that `decode` finds, lines ended by LF or CRLF, or by CR where no LF is
 * in it, with or without an end of line at the very end. Throws `UnreadableDump` for empty files, binary files and encodings that nothing settles.
 */
export function readSource(bytes: Uint8Array, file: string, told?: string): SourceText {
  const { text, ...decoded } = decode(bytes, file, told);
  if (text.trim() === "")
    throw new UnreadableDump(`Cannot read dump "${file}": it is empty; save the page's text again`);
  const lines = text.includes("\n") ? text.split("\n").map(withoutReturns) : text.split("\r");
  if (lines.at(-1) === "") lines.pop();
  return {
    file,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    lines,
    decoded,
  };
}

/** Counted from the end: a pattern would look through a run of carriage returns from each of them. */
function withoutReturns(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\r") end -= 1;
  return line.slice(0, end);
}

/** Line `number` (1-based) of a dump; empty beyond its end. */
export function lineAt(source: SourceText, number: number): string {
  return source.lines[number - 1] ?? "";
}

/** Whether a line has nothing but white space. */
export function isBlank(line: string): boolean {
  return line.trim() === "";
}
