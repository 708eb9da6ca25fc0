import { counterIn } from "../../model/channel-head.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { nameInTitle } from "../../text/channel-title.ts";
import { headingDay } from "../../text/heading-day.ts";
import { handleAlone } from "../../text/telegram-address.ts";
import {
  dayBelowAddress,
  longestNoteLine,
  longestTitle,
  type NoteFacts,
  type NoteLine,
  nameTold,
  noteLine,
} from "./capture-note-lines.ts";
import { postAddress } from "./post-addresses.ts";
import { type PropertyHead, propertyHead } from "./property-head.ts";
import { isRulerLine } from "./rulers.ts";

/**
 * What a person or a tool wrote over a text, or under it, when they kept it: whose it is, where it was, and when it was taken.
 *
 *     # Harbour News
 *     Source: https://t.me/s/harbournews
 *     Retrieved: 2026-02-11
 *
 * Its lines belong to no post.
 */
export interface CaptureNote extends NoteFacts {
  /** The note's lines, in the dump's order. */
  readonly lines: readonly number[];
  /** Whether it is no more than properties, which tell neither where nor when the text was kept. */
  readonly isBare?: true;
  /** Whether it is no more than the channel's name and its address. */
  readonly isHead?: true;
}

/** A note has no more lines, blank ones aside, and none below the text has more than the second. */
const mostLines = 24;
const mostLinesBelow = 4;

/** So many lines of a note can be its title. */
const mostTitles = 2;

/** The note at the top of a dump, or below its text; `undefined` where there is none. */
export function captureNote(source: SourceText): CaptureNote | undefined {
  const properties = propertyHead(source);
  const own = properties === undefined ? undefined : withProperties(source, properties);
  return own ?? noteAbove(source) ?? noteBelow(source) ?? titleAbove(source) ?? headAbove(source);
}

/** So many lines below a name and an address a counter of readers makes them lines of the page's own head. */
const longestPageHead = 8;

/**
 * A channel's name and its address alone over a text, set off from it unless the text has no blank line at all, as people write them who keep a
 * channel by hand. A title over an address that stand again, or over other addresses as well, are of posts; above counters they are lines of the page's own head.
 *
 *     # Harbour News
 *     https://t.me/s/harbournews
 *
 *     The pier opens at seven.
 */
function headAbove(source: SourceText): CaptureNote | undefined {
  const [title, address, ...below] = linesFrom(source, 1, 1, longestPageHead);
  if (title?.kind !== "other" || address === undefined || below.length < fewestBelow) return undefined;
  const name = title.text.replace(/^#{1,3}\s+/u, "");
  const handle = handleAlone(address.text);
  const isName = name.length <= longestTitle && /\p{L}/u.test(name) && !/[.!?…:;,。！？]$|^[#@]|\/\//u.test(name);
  if (handle === undefined || !isName || headingDay(name) !== undefined) return undefined;
  const next = lineAt(source, address.line + 1);
  const isWhole = isUnparted(source, title);
  const isApart = address.line === title.line + 1 && (isWhole || isBlank(next) || isRulerLine(next));
  if (!isApart || below.some(({ text }) => counterIn(text) !== undefined)) return undefined;
  const others = source.lines.map((line, at) => (at < address.line ? "" : line.trim()));
  const isOfPost = (line: string, at: number): boolean => {
    if (line === title.text || line === name) return true;
    const other = line.length > longestNoteLine ? undefined : handleAlone(line);
    const isUnderTitle = !isBlank(others[at - 1] ?? "") && isBlank(others[at - 2] ?? "");
    return other !== undefined && (isWhole || isUnderTitle || other.toLowerCase() === handle.toLowerCase());
  };
  if (others.some(isOfPost)) return undefined;
  const { url } = address.told;
  return { lines: [title.line, address.line], name, handle, ...(url === undefined ? {} : { url }), isHead: true };
}

/** Whether a title is the first line of a text without any blank line: nothing is set off from anything there, and so no head is. */
function isUnparted(source: SourceText, title: NoteLine): boolean {
  const last = source.lines.findLastIndex((line) => !isBlank(line));
  return title.line === 1 && source.lines.slice(0, last).every((line) => !isBlank(line));
}

/** Below a head stand posts, or one of several lines. */
const fewestBelow = 2;

/** A title that says whose channel the text is of, alone on top: `From the Telegram channel Harbour News`. Over a head it is a line of that. */
function titleAbove(source: SourceText): CaptureNote | undefined {
  const [title, ...below] = linesFrom(source, 1, 1, mostTitles + 2);
  if (title === undefined || below.length === 0 || below.some(({ text }) => isOfHead(text))) return undefined;
  const name = isBlank(lineAt(source, title.line + 1)) ? nameInTitle(title.text) : undefined;
  const isAgain = source.lines.some((line, at) => at + 1 !== title.line && line.trim() === title.text);
  if (name === undefined || isAgain) return undefined;
  const handle = handleAlone(name);
  return { lines: [title.line], ...(handle === undefined ? { name } : { handle }), isBare: true };
}

/** A head of properties, and the note that may stand below it. */
function withProperties(source: SourceText, { last, lines }: PropertyHead): CaptureNote | undefined {
  if (recurs(lines, source)) return undefined;
  const without = source.lines.map((line, at) => (at < last ? "" : line));
  const below = noteAbove({ ...source, lines: without });
  const note = noteOf(lines, []);
  const [heading] = linesFrom(source, last + 1, 1, 1);
  const isNamed = heading !== undefined && note.name !== undefined && nameTold(heading.text).name === note.name;
  const all = [...note.lines, ...(below?.lines ?? (isNamed ? [heading.line] : []))];
  const told = { ...below, ...note };
  if (told.url !== undefined || told.handle !== undefined || told.retrieved !== undefined)
    return { ...told, lines: all };
  // A title alone may be that of a file.
  const { name: _, ...rest } = told;
  return { ...rest, lines: all, isBare: true };
}

function noteAbove(source: SourceText): CaptureNote | undefined {
  const lines = fenced(linesFrom(source, 1, 1, mostLines));
  const dated = withDays(lines);
  const head = dated.slice(0, firstText(dated));
  const strong = head.findLastIndex(({ kind }) => kind === "captured" || kind === "address");
  if (strong < 0) return undefined;
  let end = strong + 1;
  while (end < head.length && (head[end]?.kind !== "other" || isOfHead(head[end]?.text ?? ""))) end += 1;
  const others = otherLabels(head.slice(0, end), lines.slice(end), source);
  end += others.length;
  const block = [...head.slice(0, end - others.length), ...others];
  if (!isNote(block, source) || recurs(block, source)) return undefined;
  // With counters, the lines around them are the head of the page itself.
  const isPages = block.some(({ text }) => counterIn(text) !== undefined);
  const own = block.filter(({ kind }) => !isPages || kind !== "other");
  const titles = isPages ? [] : own.filter(({ kind }) => kind === "other").map(({ text }) => nameTold(text));
  const note = noteOf(own, titles);
  const below = lines[end];
  const isNamed = below !== undefined && note.name !== undefined && nameTold(below.text).name === note.name;
  return isNamed ? { ...note, lines: [...note.lines, below.line] } : note;
}

/** Between two rulers at the top, as editors write properties over a text, every line is of the note. */
function fenced(lines: readonly NoteLine[]): readonly NoteLine[] {
  const end = lines[0]?.kind === "ruler" ? lines.findIndex(({ kind }, at) => at > 0 && kind === "ruler") : -1;
  const isInside = (at: number): boolean => at > 0 && at < end;
  const isProperty = ({ text, key }: NoteLine): boolean =>
    key !== undefined || /^[\p{L}_][\p{L}\p{N} _-]{0,40}:/u.test(text);
  if (end < 0 || !lines.slice(1, end).some(isProperty)) return lines;
  return lines.map((own, at) => (isInside(at) && own.kind === "other" ? { ...own, kind: "field" } : own));
}

/** A line with a day right below what the page's head counts, or below its address, is the day of the capture: `Stand: 11.02.2026`. */
function withDays(head: readonly NoteLine[]): readonly NoteLine[] {
  return head.map((own, at) => {
    const above = head[at - 1];
    const isBelow = counterIn(above?.text ?? "") !== undefined;
    if (isBelow && own.kind === "field" && own.told.retrieved !== undefined) return { ...own, kind: "captured" };
    const isUnder = above?.kind === "address" && above.line === own.line - 1;
    const told = isUnder && (own.kind === "other" || own.kind === "field") ? dayBelowAddress(own.text) : undefined;
    return told === undefined ? own : { ...own, kind: "captured", told: { ...own.told, ...told } };
  });
}

/** The lines right below a note that have labels of their own, down to a blank line. */
function otherLabels(note: readonly NoteLine[], below: readonly NoteLine[], source: SourceText): readonly NoteLine[] {
  if (note.filter(({ isLabelled }) => isLabelled).length < 2) return [];
  const first = note.at(-1)?.line ?? 0;
  const end = below.findIndex(
    ({ line, text }, at) => line !== first + 1 + at || !/^\p{L}[\p{L} ]{1,24}[:：]\s*\S.{0,60}$/u.test(text),
  );
  const others = below.slice(0, end < 0 ? below.length : end).map((own): NoteLine => ({ ...own, kind: "field" }));
  return isBlank(lineAt(source, first + others.length + 1)) ? others : [];
}

/** How many lines stand above the text: at most two of them are titles. */
function firstText(lines: readonly NoteLine[]): number {
  let titles = 0;
  for (const [at, { kind, text }] of lines.entries()) {
    if (kind !== "other" || isOfHead(text)) continue;
    titles += 1;
    const isShort = text.length <= longestTitle && !/[.!?…:;。！？]$/u.test(text);
    if (!isShort || titles > mostTitles || lines.slice(0, at).some((above) => above.key !== undefined)) return at;
  }
  return lines.length;
}

/** Whether a line is one that the head of a channel's page has: a counter, or a user name. */
function isOfHead(text: string): boolean {
  return counterIn(text) !== undefined || handleAlone(text) !== undefined;
}

function noteBelow(source: SourceText): CaptureNote | undefined {
  const last = source.lines.findLastIndex((line) => !isBlank(line)) + 1;
  const lines = linesFrom(source, last, -1, mostLinesBelow).reverse();
  const start = lines.findLastIndex(({ kind }) => kind === "other" || kind === "field") + 1;
  const block = lines.slice(start);
  const [first] = block;
  if (first === undefined || !block.some(({ kind }) => kind === "captured") || recurs(block, source)) return undefined;
  const isApart = first.kind === "ruler" || isBlank(lineAt(source, first.line - 1));
  return isApart && first.line > 1 ? noteOf(block, []) : undefined;
}

/** The lines from one on that are not blank, downwards or upwards. */
function linesFrom(source: SourceText, from: number, step: 1 | -1, most: number): NoteLine[] {
  const found: NoteLine[] = [];
  for (let line = from; line >= 1 && line <= source.lines.length && found.length < most; line += step)
    if (!isBlank(lineAt(source, line))) found.push(noteLine(line, lineAt(source, line)));
  return found;
}

/** Whether lines that may be a note are one: they say when the text was kept, or at least two things of which one is where it was. */
function isNote(block: readonly NoteLine[], source: SourceText): boolean {
  const [last] = block.slice(-1);
  const isApart = last?.kind === "ruler" || isBlank(lineAt(source, (last?.line ?? 0) + 1));
  // A sentence on top that has text right below it may be the first of that text.
  if (block.some(({ kind }) => kind === "captured"))
    return isApart || block.length > 1 || block[0]?.isLabelled === true;
  if (block.filter(({ key }) => key !== undefined).length > 1) return true;
  const [first, second] = block;
  const isPreview = first?.kind === "address" && /\/\/t\.me\/s\//u.test(first.told.url ?? "");
  return isPreview && (second !== undefined || isBlank(lineAt(source, first.line + 1)));
}

/** Whether the lines stand again further on: they are then what the page prints with each post. */
function recurs(block: readonly NoteLine[], source: SourceText): boolean {
  if (beginsAddresses(block, source)) return true;
  const isCaptured = block.some(({ kind }) => kind === "captured");
  const keys = new Set(
    block.flatMap(({ kind, key }) => (key === undefined || (isCaptured && kind !== "captured") ? [] : [key])),
  );
  const again = new Set<string>();
  const own = new Set(block.map(({ line }) => line));
  for (const [index, text] of source.lines.entries()) {
    if (own.has(index + 1) || text.length > longestNoteLine) continue;
    const { key } = noteLine(index + 1, text);
    if (key !== undefined && keys.has(key)) again.add(key);
  }
  return keys.size > 0 && again.size === keys.size;
}

/** Whether a line is the address of a post, and others of its channel follow: each belongs to a post. */
function beginsAddresses(block: readonly NoteLine[], source: SourceText): boolean {
  const own = new Set(block.map(({ line }) => line));
  const channels = new Set(block.flatMap(({ line }) => postAddress(lineAt(source, line))?.channel ?? []));
  return (
    channels.size > 0 &&
    source.lines.some((text, index) => !own.has(index + 1) && channels.has(postAddress(text)?.channel ?? ""))
  );
}

/** The note of lines, each thing as the first line tells it; a title names the channel where no label does. */
function noteOf(lines: readonly NoteLine[], titles: readonly NoteFacts[]): CaptureNote {
  const told = [...lines.map((own) => own.told), ...titles];
  const captured = lines.filter(({ kind }) => kind === "captured").map((own) => own.told);
  const first = <Key extends keyof NoteFacts>(key: Key, from: readonly NoteFacts[] = told): Pick<NoteFacts, Key> => {
    const found = from.find((each) => each[key] !== undefined);
    return (found === undefined ? {} : { [key]: found[key] }) as Pick<NoteFacts, Key>;
  };
  const day = { ...first("retrieved"), ...first("retrieved", captured) };
  return {
    lines: lines.map(({ line }) => line),
    ...first("name"),
    ...first("handle"),
    ...first("url"),
    ...day,
    ...(day.retrieved === undefined ? first("openDay") : {}),
  };
}
