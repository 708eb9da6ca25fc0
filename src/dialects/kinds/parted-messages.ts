import type { Draft, OwnedLine } from "../../model/draft.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { markOf } from "../lines/marks.ts";

/** Messages as a person parted them, and the lines at which they cannot be parted. */
export interface PartedMessages {
  readonly drafts: readonly Draft[];
  readonly unused: readonly number[];
}

/** A message and the line of its head, which is none where nothing heads it. */
export interface HeadedMessage {
  readonly draft: Draft;
  readonly head?: number;
}

/**
 * Parts messages at lines at which a person says that a post starts: inside a text, and above the first head or between messages. The part with the
 * head keeps its moment, number and counts; the others have their day from their place. `apart` are lines that belong to no message.
 */
export function partedMessages(
  source: SourceText,
  messages: readonly HeadedMessage[],
  starts: ReadonlySet<number>,
  apart: ReadonlySet<number>,
): PartedMessages {
  const inside = messages.flatMap((message) => partsOf(source, message, starts));
  const owned = new Set(messages.flatMap(({ draft }) => draft.lines.map(({ line }) => line)));
  const opened = [...starts].filter((line) => !owned.has(line) && !apart.has(line));
  const between = opened.map((line) =>
    draftFrom(source, line, (next) => next > line && starts.has(next), owned, apart),
  );
  const drafts = [...inside, ...between].sort((one, other) => firstLineOf(one) - firstLineOf(other));
  const used = new Set(drafts.flatMap(({ lines, text }) => [lines[0]?.line ?? 0, text[0] ?? 0]));
  return { drafts, unused: [...starts].filter((line) => !used.has(line)) };
}

function firstLineOf({ lines: [first] }: Draft): number {
  return first?.line ?? 0;
}

/** The parts of a message: a part begins at a line of its text or of its media, below others of these. */
function partsOf(source: SourceText, { draft, head }: HeadedMessage, starts: ReadonlySet<number>): readonly Draft[] {
  const said = draft.lines.filter(({ role }) => role !== "reactions").map(({ line }) => line);
  const cuts = said.slice(1).filter((line) => starts.has(line));
  if (cuts.length === 0) return [draft];
  const bounds = [0, ...cuts, Number.POSITIVE_INFINITY];
  const headed = head ?? firstLineOf(draft);
  const { signature, boundary, says, media, forwardedFrom, replyTo, ...told } = draft;
  return bounds.slice(0, -1).map((from, at): Draft => {
    const to = bounds[at + 1] ?? from;
    const isWithin = (line: number): boolean => from <= line && line < to;
    const text = draft.text.filter(isWithin);
    while (text.length > 0 && isBlank(lineAt(source, text.at(-1) ?? 0))) text.pop();
    const lines = draft.lines.filter(({ line }) => isWithin(line));
    return {
      ...(isWithin(headed) ? told : { reactions: [] }),
      // What the app prints over a text is of the part that it opens.
      ...(at > 0 || forwardedFrom === undefined ? {} : { forwardedFrom }),
      ...(at > 0 || replyTo === undefined ? {} : { replyTo }),
      media: at === 0 ? media : [],
      ...(says === undefined ? {} : { says }),
      ...(signature === undefined ? {} : { signature }),
      lines,
      text,
      boundary,
    };
  });
}

/** A post that a person opens at a line of no message: up to the next message or start. */
function draftFrom(
  source: SourceText,
  first: number,
  isStart: (line: number) => boolean,
  owned: ReadonlySet<number>,
  apart: ReadonlySet<number>,
): Draft {
  const text: number[] = [];
  const lines: OwnedLine[] = [];
  for (let line = first; line <= source.lines.length && !owned.has(line) && !isStart(line); line += 1) {
    const own = lineAt(source, line);
    if (apart.has(line)) break;
    // `VIEW IN TELEGRAM` is the page's.
    if (markOf(own)?.name !== "view") text.push(line);
    if (!isBlank(own)) lines.push({ line, role: "text" });
  }
  while (text.length > 0 && isBlank(lineAt(source, text.at(-1) ?? 0))) text.pop();
  return { lines, text, media: [], reactions: [], boundary: { kind: "marked" } };
}
