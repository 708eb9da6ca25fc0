import type { Finding, Parsed } from "../dialects/kinds/dialect.ts";
import { type CaptureNote, captureNote } from "../dialects/lines/capture-note.ts";
import type { Channel } from "../model/post.ts";
import type { Sidecar } from "../read/sidecar.ts";
import type { SourceText } from "../read/source-text.ts";
import { nameKey } from "../text/name-key.ts";
import { lineRangesOf } from "./line-ranges.ts";

/** What was written over the page when it was kept, unless a person says that posts start there. */
export function noteOf(source: SourceText, { boundaries }: Sidecar): CaptureNote | undefined {
  const note = captureNote(source);
  const lines = new Set(note?.lines);
  return [...(boundaries?.start ?? []), ...(boundaries?.join ?? [])].some((line) => lines.has(line)) ? undefined : note;
}

/** A dump whose lines of these numbers are blank: dialects see the page without what was written over it. */
export function withoutLines(source: SourceText, numbers: readonly number[]): SourceText {
  const without = new Set(numbers);
  return { ...source, lines: source.lines.map((line, index) => (without.has(index + 1) ? "" : line)) };
}

/** What a note tells as a sidecar would. */
export function toldBy({ url, retrieved }: CaptureNote): Pick<Sidecar, "url" | "retrieved"> {
  return { ...(url === undefined ? {} : { url }), ...(retrieved === undefined ? {} : { retrieved }) };
}

/** What the page calls the channel, and what was written over it where the page names none. */
export function channelNames(note: CaptureNote | undefined, channel: Parsed["channel"]): Partial<Channel> | undefined {
  if (note === undefined) return channel;
  const handle = channel?.handle ?? note.handle;
  // A page that has no more than a user name is named by it.
  const name = channel?.name === handle ? (note.name ?? channel?.name) : (channel?.name ?? note.name);
  return { ...(name === undefined ? {} : { name }), ...(handle === undefined ? {} : { handle }) };
}

/** Says which lines were taken for the note, and what to do where they are none or their day is in doubt. */
export function noteFindings(
  source: SourceText,
  { lines, openDay, isBare, ...note }: CaptureNote,
  sidecar: Sidecar,
): readonly Finding[] {
  const [line = 1] = lines;
  if (note.isHead === true)
    return isNamedIn(sidecar, { ...note, lines }) ? [] : [headFinding(source, { ...note, lines }, line)];
  const where =
    lines.length === 1
      ? { verb: "says", belongs: "belongs", they: "it is" }
      : { verb: "say", belongs: "belong", they: "they are" };
  const told = [note.name, note.handle && `@${note.handle}`, note.retrieved].filter((each) => each !== undefined);
  const says = told.length > 0 ? ` (${told.join(", ")})` : "";
  const found: Finding[] = [
    {
      rule: "capture/note",
      line,
      reason: `line${lines.length === 1 ? "" : "s"} ${rangesTold(source, lines)} ${isBare === true ? (lines.length === 1 ? "is a property" : "are properties") : `${where.verb} where and when the text was saved${says}`} and ${where.belongs} to no post; if ${where.they} the text of a post, write boundaries: { start: [${line}] } in the sidecar`,
    },
  ];
  if (openDay !== undefined && note.retrieved === undefined && sidecar.retrieved === undefined)
    found.push({
      rule: "capture/open-day",
      line,
      reason: `the text was saved on “${openDay}”, which can be read in two ways, so the date was not used; write it in the sidecar, such as retrieved: 2026-02-11`,
    });
  return found;
}

/** Whether a person gives the channel the name, or the user name, that stands over the text. */
function isNamedIn({ channel, handle }: Sidecar, note: CaptureNote): boolean {
  const keys = [note.name, note.handle].map((name) => nameKey(name ?? ""));
  return [channel, handle].some((name) => name !== undefined && keys.includes(nameKey(name)));
}

function headFinding(source: SourceText, { lines, name, handle }: CaptureNote, line: number): Finding {
  const reason = `lines ${rangesTold(source, lines)} were read as the channel's name and address (${name}, @${handle}) and belong to no post; if they are the text of a post, write boundaries: { start: [${line}] } in the sidecar`;
  return { rule: "capture/head", line, reason };
}

/** Lines as a notice names them: `1–3, 5`. */
export function rangesTold(source: SourceText, lines: readonly number[]): string {
  const told = lineRangesOf(source, lines).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return told.join(", ");
}
