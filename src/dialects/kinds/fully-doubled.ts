import type { Draft, OwnedLine } from "../../model/draft.ts";
import { lineAt, type SourceText } from "../../read/source-text.ts";
import { captured, ownLines } from "../lines/parts.ts";
import { type Unit, unitsOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { singleCopyDraft } from "./single-copy.ts";

/**
 * A page through an extractor that prints the whole text of each post twice, the first line included. The two prints of a post stand one behind the
 * other, so that each post is a run of lines that stands again right under itself; what stands once, above the first post or below the last, is the
 * page's own.
 */
export const fullyDoubled: Dialect = { name: "fully-doubled", printsOnce: false, recognise, parse };

/** A post: its marks, its text, the same text again, and the marks under it, as places of units. */
interface Block {
  readonly start: number;
  readonly first: number;
  readonly length: number;
  readonly end: number;
}

/** How many lines of text may stand once between posts, a post. */
const mostBetween = 0.1;

/** How many places of a line are tried as the start of the second print, and how long a post can be, in lines. */
const mostTried = 6;
const longestPost = 400;

const opens: ReadonlySet<Unit["kind"]> = new Set(["forwarded", "via", "before"]);
const closes: ReadonlySet<Unit["kind"]> = new Set(["after", "reactions", "footer"]);

function recognise(source: SourceText): Recognition {
  const units = unitsOf(source);
  const blocks = blocksOf(units);
  const [from = 0, to = 0] = [blocks[0]?.start, blocks.at(-1)?.end];
  const doubled = blocks.reduce((sum, { length }) => sum + 2 * length, 0);
  const between = units.slice(from, to).filter((unit) => unit.kind === "text").length - doubled;
  // Pages that print a post again from its second line on have its first line above each such run, the first one too.
  const above = units.slice(0, from).every((unit) => title.test(unit.text.trim()));
  const words = blocks.some(({ first }) => /\p{L}{3}/u.test(units[first]?.text ?? ""));
  if (blocks.length === 0 || !above || !words || between > blocks.length * mostBetween)
    return { lines: 0, evidence: "no text stands twice as a whole" };
  const evidence = `${doubled} lines of text stand in ${blocks.length} runs that stand again right under themselves`;
  return { lines: source.lines.length + 1, evidence };
}

/** The posts of a page. Of two ways to see a run twice the shorter is taken, so that posts of one line are told apart. */
function blocksOf(units: readonly Unit[]): readonly Block[] {
  const places = new Map<string, number[]>();
  for (const [place, unit] of units.entries()) {
    const own = places.get(unit.key) ?? [];
    places.set(unit.key, own);
    own.push(place);
  }
  const blocks: Block[] = [];
  let start: number | undefined;
  for (let place = 0; place < units.length; ) {
    const unit = units[place];
    if (unit === undefined) break;
    if (unit.kind !== "text") {
      if (opens.has(unit.kind)) start ??= place;
      else start = undefined;
      place += 1;
      continue;
    }
    const length = lengthOfDoubled(units, places.get(unit.key) ?? [], place);
    if (length === undefined) {
      start = undefined;
      place += 1;
      continue;
    }
    let end = place + 2 * length;
    while (closes.has(units[end]?.kind ?? "text")) end += 1;
    blocks.push({ start: start ?? place, first: place, length, end });
    start = undefined;
    place = end;
  }
  return blocks;
}

function lengthOfDoubled(units: readonly Unit[], places: readonly number[], place: number): number | undefined {
  let tried = 0;
  for (let at = firstAbove(places, place); at < places.length && tried < mostTried; at += 1) {
    const length = (places[at] ?? 0) - place;
    if (length > longestPost) return undefined;
    tried += 1;
    let same = 1;
    while (
      same < length &&
      units[place + same]?.kind === "text" &&
      units[place + same]?.key === units[place + length + same]?.key
    )
      same += 1;
    if (same === length) return length;
  }
  return undefined;
}

/** The first index of a sorted list whose value is above a number. */
function firstAbove(sorted: readonly number[], number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

function parse(source: SourceText, hints: Hints): Parsed {
  const units = unitsOf(source);
  const blocks = blocksOf(units).filter(({ first }) => !hints.join.has(units[first]?.first ?? 0));
  const drafts: Draft[] = [];
  for (const [index, block] of blocks.entries()) {
    drafts.push(draftOf(source, units, block));
    // What stands once between two posts is kept as a post, and not made the page's.
    const next = blocks[index + 1]?.start ?? block.end;
    if (next > block.end)
      drafts.push(
        singleCopyDraft(source, units, { start: block.end, end: next }, { kind: "inferred", probability: 0.5 }),
      );
  }
  return { drafts, order: "oldest-first", findings: [], ...headOf(source, units[blocks[0]?.start ?? 0]?.first ?? 1) };
}

function draftOf(source: SourceText, units: readonly Unit[], { start, first, length, end }: Block): Draft {
  const shown = [...units.slice(start, first + length), ...units.slice(first + 2 * length, end)];
  const copies = units.slice(first + length, first + 2 * length);
  const lines: OwnedLine[] = [
    ...units.slice(start, first + length).flatMap((unit) => ownLines(unit)),
    ...copies.flatMap((unit) => ownLines(unit, "copy")),
    ...units.slice(first + 2 * length, end).flatMap((unit) => ownLines(unit)),
  ];
  return {
    lines,
    text: units.slice(first, first + length).map((unit) => unit.first),
    ...captured(source, shown),
    boundary: { kind: "marked" },
  };
}

/** `Harbour News | Webview: harbournews/1731 -`: a title that names the channel and where in it the page was taken. */
const title = /^(?<name>[^|]{1,120}?) \| .{0,60}?\b(?<handle>[A-Za-z]\w{3,31})\/\d+\b/u;

function headOf(source: SourceText, firstLine: number): Pick<Parsed, "channel"> {
  for (let line = 1; line < Math.min(firstLine, 10); line += 1) {
    const groups = title.exec(lineAt(source, line).trim())?.groups;
    if (groups?.name !== undefined && groups.handle !== undefined)
      return { channel: { name: groups.name, handle: groups.handle } };
  }
  return {};
}
