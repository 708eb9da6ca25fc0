import type { Day } from "../../model/day.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { noteLine } from "./capture-note-lines.ts";
import { addressBeside, type PostAddress, postAddress } from "./post-addresses.ts";

/** The address of a post on a line of a dump, with the lines around it that say when the post was kept. */
export interface FoundAddress extends PostAddress {
  readonly line: number;
  /** The lines that belong to the address, from one to the other: its own, and those of the note. */
  readonly first: number;
  readonly last: number;
  /** The day on which the post was kept. */
  readonly saved?: Day;
}

/** The least share of addresses with a note, so that a note is no text of one post. */
const leastNoted = 0.5;

/**
 * The addresses of posts that stand alone on a line of the dump or beside the words that the post was kept. Lines right over and under them that say so
 * belong to them, where most addresses have some.
 *
 *     https://t.me/harbour/812
 *     Saved: 11 February 2026
 *     The pier opens at seven.
 */
export function addressesIn(source: SourceText): readonly FoundAddress[] {
  const found = source.lines.flatMap((text, index) => addressOn(text, index + 1) ?? []);
  const noted: FoundAddress[] = [];
  for (const address of found) noted.push(withNote(source, address, noted.at(-1)?.last ?? 0));
  const count = noted.filter(({ first, last, saved }) => last > first || saved !== undefined).length;
  return count >= Math.max(2, found.length * leastNoted) ? noted : found;
}

function addressOn(text: string, line: number): FoundAddress | undefined {
  const alone = postAddress(text);
  if (alone !== undefined) return { ...alone, line, first: line, last: line };
  const { address, rest = "" } = addressBeside(text) ?? {};
  const note = address === undefined ? undefined : savedOn(line, rest);
  return address === undefined || note === undefined
    ? undefined
    : { ...address, ...note, line, first: line, last: line };
}

/** An address with its note; no line up to `taken` is part of it. */
function withNote(source: SourceText, address: FoundAddress, taken: number): FoundAddress {
  let { first, last, saved } = address;
  const noteAt = (line: number) => {
    const text = line <= taken || line > source.lines.length ? "" : lineAt(source, line);
    return isBlank(text) ? undefined : savedOn(line, text);
  };
  for (let note = noteAt(last + 1); note !== undefined; note = noteAt(last + 1)) {
    saved ??= note.saved;
    last += 1;
  }
  for (let note = noteAt(first - 1); note !== undefined; note = noteAt(first - 1)) {
    saved ??= note.saved;
    first -= 1;
  }
  return { ...address, first, last, ...(saved === undefined ? {} : { saved }) };
}

/** What a line says of when a post was kept; the day is absent where its numbers can be read in two ways. */
function savedOn(line: number, text: string): { readonly saved?: Day } | undefined {
  const { kind, told } = noteLine(line, text);
  if (kind !== "captured") return undefined;
  return told.retrieved === undefined ? {} : { saved: told.retrieved };
}
