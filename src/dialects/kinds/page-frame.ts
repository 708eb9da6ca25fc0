import { counterIn } from "../../model/channel-head.ts";
import { isBlank, type SourceText } from "../../read/source-text.ts";
import { markOf } from "../lines/marks.ts";
import { footerReader } from "../lines/metadata-lines.ts";
import { footerWords } from "../lines/metadata-words.ts";
import { namesTelegram, type SiteLine, siteLine } from "../lines/site-lines.ts";
import { keyOf } from "../lines/tokens.ts";
import { previewHead } from "./preview-head.ts";

/** Lines in a row that a site prints over or under the posts of a page, 1-based, blank ones left out. */
export type FrameLines = readonly number[];

/** No frame has more lines on one side, blank ones aside. */
const mostLines = 20;

/** A line of a frame in words that nobody knows is no longer than this, in UTF-16 units, and has no more words. */
const longestLoose = 60;
const mostWords = 7;

interface FrameLine {
  readonly line: number;
  readonly text: string;
  /** What it is to the site; `loose` is what stands between two of its lines in words that nobody knows. */
  readonly kind: SiteLine | "head" | "loose" | "other";
  /** Whether a blank line stands over it. */
  readonly isApart: boolean;
}

/**
 * What a site prints around the posts of a page beside the head: its menu and buttons below the head, or at the top of a page without one, and buttons,
 * numbers of pages and whose the site is at the end. A line that stands between posts as well is no line of a frame.
 *
 *     Download Telegram      ‹ 1 2 3 … 12 ›
 *     About                  © 2026 Pier Post
 *     Blog                   Privacy policy
 */
export function pageFrame(source: SourceText): readonly FrameLines[] {
  const head = previewHead(source);
  const lines = framedLines(source, head?.last ?? 0, head?.name);
  const names = source.lines.slice(0, head?.last ?? 0).map((text) => text.trim());
  const bottom = bottomOf(lines, new Set(names.filter((name) => name.length >= shortestName)));
  const above = lines.slice(0, lines.length - bottom.length);
  const top = topOf(above, { hasHead: head !== undefined, hasBottom: bottom.length > 0 });
  const inner = new Set(above.slice(top.length).map(({ text }) => keyOf(text)));
  const isOwn = ({ text }: FrameLine): boolean => !inner.has(keyOf(text));
  return [top, bottom]
    .map((frame) => (frame.every(isOwn) ? frame.map(({ line }) => line) : []))
    .filter((frame) => frame.length > 0);
}

/** Shorter names of sites and channels stand in other words by chance. */
const shortestName = 4;

/** The lines below a head, without blank ones. What the head counts stands in a second head as well, below the name. */
function framedLines({ lines }: SourceText, from: number, name: string | undefined): readonly FrameLine[] {
  const heads = new Set(lines.slice(0, from).map((text) => text.trim()));
  const printed = lines
    .slice(from)
    .flatMap((text, at) => (isBlank(text) ? [] : [{ line: from + at + 1, text: text.trim() }]));
  return printed.map(({ line, text }, at): FrameLine => {
    const isApart = isBlank(lines[line - 2] ?? "");
    const isCounter = (own = ""): boolean => heads.has(own) && counterIn(own) !== undefined;
    const isHead = isCounter(text) || (text === name && isCounter(printed[at + 1]?.text));
    const isEnd = at < mostLines || printed.length - at <= mostLines;
    const kind = isHead ? "head" : isEnd && markOf(text) === undefined ? (siteLine(text) ?? looseKind(text)) : "other";
    return { line, text, kind, isApart };
  });
}

/** Few words that end in no sign: a name, a button. */
function looseKind(text: string): "loose" | "other" {
  const isLoose =
    text.length <= longestLoose &&
    text.split(/\s+/u).length <= mostWords &&
    /^\p{L}[^#@:\p{Extended_Pictographic}]*[\p{L}\p{M}\p{Nd})]$/u.test(text) &&
    !text.includes("://");
  return isLoose ? "loose" : "other";
}

const isSite = ({ kind }: FrameLine): boolean => kind !== "loose" && kind !== "other";

/** What else a page shows: whether it has a head, and whether a site's lines stand under its last post. */
interface Page {
  readonly hasHead: boolean;
  readonly hasBottom: boolean;
}

/** The site's lines over the first post. At the top of a page without a head the site's name may stand over them, and anywhere one line between two. */
function topOf(all: readonly FrameLine[], page: Page): readonly FrameLine[] {
  const lines = page.hasHead ? withButtons(all, page) : all;
  const from = page.hasHead ? describedTo(lines) : 0;
  let last = from;
  for (let at = from; at < Math.min(mostLines, lines.length); at += 1) {
    const own = lines[at];
    if (own === undefined || own.kind === "other") break;
    if (isSite(own)) last = at + 1;
    else if (at > last || (page.hasHead && at === 0)) break;
  }
  const top = withMenu(lines, last);
  const known = top.filter(isSite);
  const opensApp = ({ kind, text }: FrameLine): boolean =>
    kind === "app" || kind === "head" || namesTelegram.test(text);
  return known.length > 1 || (page.hasHead && known.some(opensApp)) ? top : [];
}

/** Telegram's limit for descriptions, in UTF-16 units, and the most lines that one has. */
const longestDescription = 255;
const mostDescribed = 8;

/** Posts that are surely closed, which show that none is above what nothing closes. */
const fewestClosed = 2;

/**
 * How many lines below the head are the channel's description: two buttons of the site stand under them, which no later post has, and lines that close
 * posts stand below alone.
 */
function describedTo(lines: readonly FrameLine[]): number {
  const at = lines
    .slice(0, mostDescribed + 1)
    .findIndex((own, place) => lines[place + 1]?.kind === "link" && (own.kind === "link" || isTelegramButton(own)));
  const described = lines.slice(0, Math.max(0, at));
  const length = described.reduce((sum, { text }) => sum + text.length, 0);
  if (at < 1 || length > longestDescription || described.some(closesPost)) return 0;
  const posts = lines.slice(at).filter((own) => !isSite(own));
  const closed = posts.filter((own, place) => closesPost(own) && place > 0 && !closesPost(posts[place - 1]));
  return closed.length >= fewestClosed && !closesPost(posts[0]) ? at + 1 : 0;
}

/** A button of few words. */
const isButton = ({ kind, text }: FrameLine, words: number): boolean =>
  kind === "loose" && text.length <= longestButton && text.split(" ").length <= words;
const longestButton = 30;

/** `Ver en Telegram` in any language. */
function isTelegramButton(own: FrameLine): boolean {
  return isButton(own, 4) && namesTelegram.test(own.text);
}

/** Buttons below the head in words that nobody knows: the first names Telegram, and others of the site show that it is one. */
function withButtons(lines: readonly FrameLine[], { hasBottom }: Page): readonly FrameLine[] {
  const [first, next] = lines;
  if (first === undefined || !isTelegramButton(first)) return lines;
  if (next !== undefined && isSite(next)) return lines.with(0, { ...first, kind: "app" });
  const buttons = lines.slice(1).findIndex((own) => !isButton(own, 2));
  if (!hasBottom || buttons < 1 || buttons > menuLinks) return lines;
  return lines.map((own, at) => (at <= buttons ? { ...own, kind: "app" } : own));
}

/** Telegram's page has four links below the one to its programs, in words of a language that may be unknown. */
const menuLinks = 4;
const longestLink = 20;

/** The lines over the first post with the menu below them, where it stands below the link to Telegram's programs in lines of a word or two. */
function withMenu(lines: readonly FrameLine[], last: number): readonly FrameLine[] {
  const menu = lines.slice(last, last + menuLinks);
  const isLink = ({ kind, text, isApart }: FrameLine): boolean =>
    kind === "loose" && !isApart && text.length <= longestLink && text.split(" ").length < 3;
  const next = lines[last + menuLinks];
  const isMenu =
    lines[last - 1]?.kind === "app" &&
    menu.length === menuLinks &&
    menu.every(isLink) &&
    next !== undefined &&
    !isLink(next);
  return lines.slice(0, isMenu ? last + menuLinks : last);
}

/** Lines that the page prints at the end of a post, in any language that is known. */
const { footerOf, namesViews } = footerReader(footerWords);

/**
 * The site's lines under the last post. Below a line that closes a post, few in words that nobody knows may stand over them. One line alone is believed
 * where it names the site or the channel as the head does, stands below what closes a post, or leads on and stands apart.
 */
function bottomOf(lines: readonly FrameLine[], names: ReadonlySet<string>): readonly FrameLine[] {
  const from = firstKnown(lines);
  const known = lines.slice(from).filter(isSite);
  const [only] = known;
  const [top] = lines;
  // A caption may stand over its photographer's name: words that nobody knows need other lines of a site.
  const isMirror = top !== undefined && (isSite(top) || isTelegramButton(top));
  const first = known.length > 1 || isMirror ? belowClose(lines, from) : from;
  const bottom = lines.slice(first);
  // Under what names the owner of a site, more is said of it; under a button, words that nobody knows are a post.
  const isOpen = bottom.at(-1)?.kind === "loose" && bottom.at(-2)?.kind !== "rights";
  if (only === undefined || isOpen) return [];
  const isNamed = only.kind === "rights" && [...names].some((name) => only.text.includes(name));
  const isSure = known.length > 1 || isNamed || closesPost(lines[first - 1]) || (only.isApart && only.kind === "more");
  return isSure ? bottom : [];
}

/** How many lines in words that nobody knows can stand under the last line that closes a post, and under the last that is known. */
const mostBelow = 2;

/** The place of the first of the lines that end a page and are known, no more than one other between two of them. */
function firstKnown(lines: readonly FrameLine[]): number {
  let first = lines.length;
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - mostLines); at -= 1) {
    const own = lines[at];
    if (own === undefined || own.kind === "other") break;
    if (isSite(own)) first = at;
    else if (first - at > (first === lines.length ? mostBelow : 1)) break;
  }
  return first;
}

/** The place right below the last line that closes a post, where nothing but a few words stand between it and the first line that is known. */
function belowClose(lines: readonly FrameLine[], first: number): number {
  const near = lines.slice(Math.max(0, first - mostBelow - 1), first);
  const closed = near.findLastIndex(closesPost);
  const isNear = closed >= 0 && near.slice(closed + 1).every(({ kind }) => kind === "loose");
  return isNear ? first - near.length + closed + 1 : first;
}

/** Whether a line closes a post: its views, its clock time, its reactions. */
function closesPost(own: FrameLine | undefined): boolean {
  if (own === undefined) return false;
  const { text } = own;
  return (
    (/\p{Nd}/u.test(text) && (footerOf(text) !== undefined || namesViews(text))) || markOf(text)?.name === "reactions"
  );
}
