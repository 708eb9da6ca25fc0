import type { Draft, OwnedLine } from "../../model/draft.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { captured, ownLines, textLinesOf } from "../lines/parts.ts";
import { opensPost, type Token, tokensOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { headOver, withHeadOver } from "./head-description.ts";

/**
 * A page through an extractor that prints the whole text of each post twice, the first line included. The two prints of a post stand one behind the
 * other, so that each post is a run of lines that stands again right under itself; what stands once, above the first post or below the last, is the
 * page's own.
 */
export const fullyDoubled: Dialect = {
  name: "fully-doubled",
  printsOnce: false,
  shownBy: "each text is printed twice, and its second print shows where a post ends",
  fidelity: 40,
  recognise,
  parse,
};

/** A post: its marks, its text, the same text again, with the same marks over it or without, and the marks under it, as places of tokens. */
interface Block {
  readonly start: number;
  readonly first: number;
  readonly length: number;
  /** Where the second print starts, with its marks, and how many tokens it has. */
  readonly again: number;
  readonly repeated: number;
  readonly end: number;
}

/** How many lines of text may stand once between posts, a post. */
const mostBetween = 0.1;

/**
 * How many lines of text may stand once below the last post, a line of the posts. They are taken for the page's own, so a name that a page prints
 * twice over all its posts must not make its whole text such lines.
 */
const mostBelow = 0.5;

/** How many places of a line are tried as the start of the second print, and how long a post can be, in lines. */
const mostTried = 6;
const longestPost = 400;

const closes: ReadonlySet<Token["kind"]> = new Set(["after", "reactions", "footer"]);

function recognise(source: SourceText): Recognition {
  const head = doubledHead(source);
  const tokens = tokensOf(source);
  const blocks = blocksOf(tokens, head?.last);
  const [from = 0, to = 0] = [blocks[0]?.start, blocks.at(-1)?.end];
  const doubled = blocks.reduce((sum, { length }) => sum + 2 * length, 0);
  const between = textsOf(tokens.slice(from, to)) - doubled;
  const below = textsOf(tokens.slice(to));
  // Pages that print a post again from its second line on have its first line above each such run, the first one too.
  const top = head?.last ?? headOver(source)?.last ?? 0;
  const above = tokens.slice(0, from).every((token) => token.last <= top || title.test(token.text.trim()));
  const words = blocks.some(({ first }) => /\p{L}{3}/u.test(tokens[first]?.text ?? ""));
  const isApart = above && below <= doubled * mostBelow;
  const isFramed = frameName(tokens, blocks) !== undefined;
  if (blocks.length === 0 || !words || between > blocks.length * mostBetween || !(isApart || isFramed))
    return { lines: 0, evidence: "no text is printed twice as a whole" };
  const evidence = `${doubled} lines of text are in ${blocks.length} runs that are repeated directly below`;
  return { lines: source.lines.length + 1, evidence };
}

function textsOf(tokens: readonly Token[]): number {
  return tokens.filter(({ kind }) => kind === "text").length;
}

/** A page without the second print of its head's lines, and the last line of both prints. */
interface DoubledHead {
  readonly shown: SourceText;
  readonly last: number;
}

/** The head of a page whose lines stand twice, each right under itself; undefined where there is none, or not twice. */
function doubledHead(source: SourceText): DoubledHead | undefined {
  const lines = source.lines.slice(0, longestHead);
  let above: number | undefined;
  const copies = lines.flatMap((text, at): readonly number[] => {
    if (isBlank(text)) return [];
    const isCopy = above !== undefined && lines[above]?.trim() === text.trim();
    above = isCopy ? undefined : at;
    return isCopy ? [at] : [];
  });
  if (copies.length === 0) return undefined;
  const isCopy = new Set(copies);
  const shown = { ...source, lines: source.lines.map((text, at) => (isCopy.has(at) ? "" : text)) };
  const head = headOver(shown);
  if (head === undefined) return undefined;
  let last = head.last;
  while (isCopy.has(last) || (last < lines.length && isBlank(lines[last] ?? ""))) last += 1;
  return isCopy.has(last - 1) ? { shown, last } : undefined;
}

/** A head that stands twice is looked for in so many lines. */
const longestHead = 40;

/** The posts of a page below line `top`. Of two ways to see a run twice the shorter is taken, so that posts of one line are told apart. */
function blocksOf(tokens: readonly Token[], top = 0): readonly Block[] {
  const places = new Map<string, number[]>();
  for (const [place, token] of tokens.entries()) {
    const own = places.get(token.key) ?? [];
    places.set(token.key, own);
    own.push(place);
  }
  const blocks: Block[] = [];
  let start: number | undefined;
  const below = tokens.findIndex(({ first }) => first > top);
  for (let place = below < 0 ? tokens.length : below; place < tokens.length; ) {
    const token = tokens[place];
    if (token === undefined) break;
    if (token.kind !== "text") {
      if (opensPost(token)) start ??= place;
      else start = undefined;
      place += 1;
      continue;
    }
    const own = places.get(token.key) ?? [];
    const marks = start === undefined ? 0 : place - start;
    const plain = lengthOfDoubled(tokens, own, place, 0);
    const length = plain ?? (marks === 0 ? undefined : lengthOfDoubled(tokens, own, place, marks));
    if (length === undefined) {
      start = undefined;
      place += 1;
      continue;
    }
    const [again, repeated] = [place + length, length + (plain === undefined ? marks : 0)];
    let end = again + repeated;
    while (closes.has(tokens[end]?.kind ?? "text")) end += 1;
    blocks.push({ start: start ?? place, first: place, length, again, repeated, end });
    start = undefined;
    place = end;
  }
  return blocks;
}

/** How many lines a text has that stands again right under itself, below the same marks as stand over it, `marks` of them. */
function lengthOfDoubled(
  tokens: readonly Token[],
  places: readonly number[],
  place: number,
  marks: number,
): number | undefined {
  let tried = 0;
  for (let at = firstAbove(places, place); at < places.length && tried < mostTried; at += 1) {
    const second = places[at] ?? 0;
    const length = second - marks - place;
    if (length > longestPost) return undefined;
    tried += 1;
    if (length < 1 || !isSame(tokens, place - marks, second - marks, marks)) continue;
    let same = 1;
    while (
      same < length &&
      tokens[place + same]?.kind === "text" &&
      tokens[place + same]?.key === tokens[second + same]?.key
    )
      same += 1;
    if (same === length) return length;
  }
  return undefined;
}

/** Whether so many marks at two places are the same. */
function isSame(tokens: readonly Token[], one: number, other: number, marks: number): boolean {
  for (let at = 0; at < marks; at += 1) {
    const [mine, theirs] = [tokens[one + at], tokens[other + at]];
    if (mine?.kind !== theirs?.kind || mine?.key !== theirs?.key) return false;
  }
  return true;
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

/**
 * The channel's name on a mirror's page of one post, which prints it around the post: over it at the start of a line that tells more, under it alone.
 *
 *     Harbour News | North Shore (NS)
 *     …
 *     Harbour News
 */
function frameName(tokens: readonly Token[], blocks: readonly Block[]): string | undefined {
  const [block, another] = blocks;
  if (block === undefined || another !== undefined || block.start > longestFrame) return undefined;
  const below = tokens.slice(block.end);
  if (below.length > longestFrame) return undefined;
  const alone = new Set(below.map(({ text }) => text.trim()));
  const over = tokens.slice(0, block.start).flatMap(({ text }) => {
    const place = text.indexOf(" | ");
    return place > 0 ? [text.slice(0, place).trim()] : [];
  });
  return over.find((name) => name.length <= longestName && alone.has(name));
}

/** No more lines stand over or under the post of such a page, and no name is longer, in UTF-16 units. */
const longestFrame = 12;
const longestName = 128;

/** What one draft is made of: a run of tokens, and the places of those that are second prints. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly copies: readonly number[];
}

function parse(source: SourceText, hints: Hints): Parsed {
  const doubled = doubledHead(source);
  const tokens = tokensOf(source);
  const blocks = blocksOf(tokens, doubled?.last);
  const parts = partsOf(tokens, blocks, hints);
  const drafts = parts.map((part) => draftOf(source, tokens, part));
  const name = frameName(tokens, blocks);
  const head = name === undefined ? headOf(source, tokens[parts[0]?.start ?? 0]?.first ?? 1) : { channel: { name } };
  const over = withHeadOver(doubled?.shown ?? source, { drafts, ...head });
  return { drafts, order: "oldest-first", findings: [], ...head, ...over };
}

/** The blocks, what stands once between them as parts of their own rather than the page's, and a person's word on where parts start. */
function partsOf(tokens: readonly Token[], blocks: readonly Block[], hints: Hints): readonly Part[] {
  const starts = new Set(
    blocks.flatMap(({ start, end }, index) => (end < (blocks[index + 1]?.start ?? end) ? [start, end] : [start])),
  );
  let earliest = blocks[0]?.start ?? tokens.length;
  for (const [place, { first }] of tokens.entries()) {
    if (hints.start.has(first)) starts.add(place);
    if (starts.has(place)) earliest = Math.min(earliest, place);
    if (hints.join.has(first) && place !== earliest) starts.delete(place);
  }
  const sorted = [...starts].sort((one, other) => one - other);
  const last = Math.max(blocks.at(-1)?.end ?? 0, (sorted.at(-1) ?? -1) + 1);
  // Blocks and parts both stand in order, and no two blocks have a token in common.
  let next = 0;
  return sorted.map((start, index) => {
    const end = sorted[index + 1] ?? last;
    while ((blocks[next]?.start ?? start) < start) next += 1;
    const from = next;
    while ((blocks[next]?.end ?? Number.POSITIVE_INFINITY) <= end) next += 1;
    const whole = blocks.slice(from, next);
    const copies = whole.flatMap(({ again, repeated }) => Array.from({ length: repeated }, (_, at) => again + at));
    return { start, end, copies };
  });
}

function draftOf(source: SourceText, tokens: readonly Token[], { start, end, copies }: Part): Draft {
  const isCopy = new Set(copies);
  const own = tokens.slice(start, end).map((token, at) => ({ token, copy: isCopy.has(start + at) }));
  const shown = own.flatMap(({ token, copy }) => (copy ? [] : [token]));
  return {
    lines: own.flatMap(({ token, copy }): readonly OwnedLine[] => (copy ? ownLines(token, "copy") : ownLines(token))),
    text: withParagraphs(source, shown.flatMap(textLinesOf)),
    ...captured(source, shown),
    boundary: copies.length > 0 ? { kind: "marked" } : { kind: "inferred", probability: 0.5 },
  };
}

/** Lines of a text with the blank lines between them, where nothing else stands there. */
function withParagraphs(source: SourceText, lines: readonly number[]): readonly number[] {
  return lines.flatMap((line, at) => {
    const next = lines[at + 1] ?? line + 1;
    const between = Array.from({ length: Math.max(0, next - line - 1) }, (_, offset) => line + 1 + offset);
    return between.every((each) => isBlank(lineAt(source, each))) ? [line, ...between] : [line];
  });
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
