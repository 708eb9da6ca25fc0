import { inFigures, undirected } from "../../text/printed-count.ts";
import { closingMoments } from "./closing-moments.ts";
import { type FooterReader, footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import { networks, shareWords } from "./share-words.ts";
import { siteLine } from "./site-lines.ts";
import type { Token } from "./tokens.ts";

/**
 * Joins the buttons that a site prints under each post, to share it or to copy its address, to the views or the clock time above them; where neither
 * stands there, the buttons are a footer themselves.
 *
 *     12 345 views
 *     Copy link
 *     Facebook Twitter WhatsApp
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^ the same lines under each post, in any language below views, and else in words that are known
 *
 * An author can write one of these words, or sign each post: the page ends with its buttons and does not begin with them, they stand under (nearly) each
 * foot of a post, and over views or without any they are buttons that are known.
 */
export function withShareBars(tokens: readonly Token[]): readonly Token[] {
  const bars = barsIn(tokens);
  if (bars.length === 0) return tokens;
  const startOf = new Map(bars.map((bar) => [bar.first, bar]));
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const bar = startOf.get(at);
    if (token === undefined) break;
    if (bar === undefined) {
      joined.push(token);
      continue;
    }
    at = bar.last;
    const last = tokens[bar.last]?.last ?? token.last;
    const over = joined.at(-1);
    const below = tokens[bar.last + 1];
    if (over !== undefined && bar.isUnderFoot)
      joined.splice(-1, 1, { ...over, last, comments: (over.comments ?? 0) + bar.last - bar.first + 1 });
    else if (bar.isOverFoot && below !== undefined) {
      joined.push({ ...below, first: token.first, gap: token.gap, tight: token.tight });
      at += 1;
    } else joined.push({ ...token, kind: "footer", last, footer: {} });
  }
  return joined;
}

/**
 * The lines of buttons, 1-based, that a page prints right under the full moment of each of its posts: they would part moments from their texts. None
 * where most moments have no known buttons under them.
 */
export function barsUnderMoments(lines: readonly string[]): readonly number[] {
  const buttons = recurringButtons(lines.map((line) => line.trim()));
  if (buttons.size === 0) return [];
  const moments = closingMoments(lines);
  const bars = moments.map(({ line }) => {
    const below = lines.slice(line, line + mostLines);
    const end = below.findIndex((own) => !buttons.has(own.trim()));
    return Array.from({ length: end < 0 ? below.length : end }, (_, at) => line + 1 + at);
  });
  const found = bars.filter((bar) => bar.length > 0);
  const words = new Set(found.map((bar) => bar.map((line) => (lines[line - 1] ?? "").trim()).join("\n")));
  const isHabit =
    found.length >= fewest.known && found.length >= moments.length * nearlyAll && words.size * 2 <= found.length;
  return isHabit ? found.flat() : [];
}

/** The lines that are known buttons and stand on a page as often as a bar has to: only lines that recur are looked at, and each once. */
function recurringButtons(lines: readonly string[]): ReadonlySet<string> {
  const counts = [...countsOf(lines)];
  return new Set(counts.flatMap(([line, count]) => (count >= fewest.known && sharedButtons(line) > 0 ? [line] : [])));
}

/** How often each line stands on a page. */
function countsOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) if (line !== "") counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Buttons under one post, as places of the first token and of the last. */
interface Bar {
  readonly first: number;
  readonly last: number;
  /** Whether views or a clock time stand above it. */
  readonly isUnderFoot?: boolean;
  /** Whether views stand below it. */
  readonly isOverFoot?: boolean;
}

/** Fewer bars are chance: of buttons that are known, and of other lines. */
const fewest = { known: 3, other: 5 } as const;

/** The least share of feet of posts that have the bar. */
const nearlyAll = 0.9;

/** Lines of a bar, and lines of the site that may stand under the last one of known buttons. */
const mostLines = 5;
const mostBelow = 3;

const reader: FooterReader = footerReader(footerWords);

function barsIn(tokens: readonly Token[]): readonly Bar[] {
  const known = knownBars(tokens);
  return known.length > 0 ? known : learntBars(tokens);
}

/** Bars of buttons that are known. */
function knownBars(tokens: readonly Token[]): readonly Bar[] {
  const buttons = recurringButtons(tokens.map(({ key }) => key));
  if (buttons.size === 0) return [];
  const isButtons = tokens.map((token) => isText(token) && buttons.has(token.key));
  const runs: Bar[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (isButtons[at] !== true) continue;
    const first = at;
    while (isButtons[at + 1] === true && at + 1 - first < mostLines) at += 1;
    runs.push({ first, last: at });
  }
  if (runs.length < fewest.known || runs[0]?.first === 0) return [];
  // Buttons under each post are ever the same.
  const keyOf = ({ first, last }: Bar): string =>
    tokens
      .slice(first, last + 1)
      .map(({ key }) => key)
      .join("\n");
  const [most = []] = [...groupsOf(runs, keyOf).values()].sort((one, other) => other.length - one.length);
  if (most.length < fewest.known) return [];
  const end = tokens.length - 1;
  const over = most.map(({ last }): Bar["isOverFoot"] => last < end && reader.namesViews(tokens[last + 1]?.text ?? ""));
  if (end - (most.at(-1)?.last ?? 0) > mostBelow || !haveTexts(most)) return [];
  if (over.every((is) => is === true)) return most.map((bar) => ({ ...bar, isOverFoot: true }));
  const under = most.map(({ first }) => footKind(tokens, first - 1));
  const shaped = shapedFeet(tokens, most);
  const isFoot = (at: number): boolean => under[at] !== undefined || shaped.has((most[at]?.first ?? 0) - 1);
  const feet = most.filter((_, at) => isFoot(at)).length;
  if (feet >= most.length * nearlyAll && hold(tokens, most))
    return most.map((bar, at) => ({ ...bar, isUnderFoot: isFoot(at) }));
  // Nothing but the words tells that they are buttons: one alone may be an author's call.
  const [sample] = most;
  const count = tokens
    .slice(sample?.first ?? 0, (sample?.last ?? -1) + 1)
    .reduce((sum, { text }) => sum + sharedButtons(text), 0);
  return count > 1 && most.length >= fewest.other ? most.map((bar, at) => ({ ...bar, isUnderFoot: isFoot(at) })) : [];
}

/** Whether no more posts than a few have views without the bar below them. */
function hold(tokens: readonly Token[], bars: readonly Bar[]): boolean {
  const named = tokens.filter((token) => isText(token) && reader.namesViews(token.text)).length;
  return named === 0 || bars.length >= named * nearlyAll;
}

/** Whether something stands between two bars, each time. */
function haveTexts(bars: readonly Bar[]): boolean {
  return bars.every(({ first }, at) => at === 0 || first - (bars[at - 1]?.last ?? 0) > 1);
}

/** The same lines right under views that say what they are, in words that nobody knows. */
function learntBars(tokens: readonly Token[]): readonly Bar[] {
  // On most pages no line stands so often, and none need be read.
  const counts = countsOf(tokens.map(({ key }) => key));
  if (!tokens.some((token) => (counts.get(token.key) ?? 0) >= fewest.other && canBeButton(token))) return [];
  const feet = tokens.flatMap((_, at) => (footKind(tokens, at) === "views" ? [at] : []));
  if (feet.length < fewest.other || feet[0] === 0) return [];
  let size = 0;
  while (size < mostLines) {
    const below = feet.map((at) => tokens[at + size + 1]);
    const words = groupsOf(below, (token) => (token !== undefined && canBeButton(token) ? token.key : ""));
    words.delete("");
    const [most = []] = [...words.values()].sort((one, other) => other.length - one.length);
    if (most.length < feet.length * nearlyAll || tokens[0]?.key === most[0]?.key) break;
    size += 1;
  }
  const last = feet.at(-1) ?? 0;
  if (size < 2 || last + size !== tokens.length - 1) return [];
  const line = (at: number): string =>
    tokens
      .slice(at + 1, at + 1 + size)
      .map(({ key }) => key)
      .join("\n");
  const own = line(last);
  return feet.flatMap((at) => (line(at) === own ? [{ first: at + 1, last: at + size, isUnderFoot: true }] : []));
}

/** Few words without an address, a tag or the end of a sentence. */
function canBeButton(token: Token): boolean {
  const text = token.text.trim();
  return isText(token) && text.length <= longestButton && !/[#@]|\/\/|[.!?…,;:]$|\p{Nd}/u.test(text);
}

/** In UTF-16 units. */
const longestButton = 60;

/** What a line at the foot of a post is; nothing where it may be any other. */
function footKind(tokens: readonly Token[], at: number): "views" | "clock" | undefined {
  const token = tokens[at];
  if (!isText(token)) return undefined;
  const metadata = reader.footerOf(token.text);
  if (reader.namesViews(token.text) || metadata?.views !== undefined) return "views";
  return metadata === undefined ? undefined : "clock";
}

const countedLine =
  /^(?:👁\uFE0F?\s*)?(?:(?<label>\p{L}[\p{L}\p{M}’'‘ʻ\u200C -]{1,30}):?\s*)?(?<count>\d[\d.,\s'’]{0,14}[KMкКмМ]?)(?:\s(?<word>\p{L}[\p{L}\p{M}’'‘ʻ\u200C -]{1,30}))?$/u;

/** Places of lines above bars that are ever other numbers beside the same words, or alone: views in words that nobody knows. */
function shapedFeet(tokens: readonly Token[], bars: readonly Bar[]): ReadonlySet<number> {
  const places = bars.map(({ first }) => first - 1);
  const told = places.map((at) => (isText(tokens[at]) ? numberBesideWords(tokens[at]?.text ?? "") : undefined));
  const counts = new Set(told.flatMap((own) => own?.count ?? []));
  const words = new Set(told.flatMap((own) => own?.words.slice(0, stem) ?? []));
  const found = told.filter((own) => own !== undefined).length;
  return found >= bars.length * nearlyAll && counts.size >= fewest.known && words.size === 1
    ? new Set(places)
    : new Set();
}

/** Letters that the forms of a word share. */
const stem = 3;

/** A line that is a number, alone or beside words that may say that it counts views: `12 345 views`, `Views: 873`. */
export function numberBesideWords(line: string): { readonly count: string; readonly words: string } | undefined {
  const shown = inFigures(undirected(line));
  const groups = shown.length <= longestButton ? countedLine.exec(shown)?.groups : undefined;
  if (groups?.count === undefined || (groups.label !== undefined && groups.word !== undefined)) return undefined;
  return { count: groups.count.trim(), words: (groups.label ?? groups.word ?? "").trim() };
}

function isText(token: Token | undefined): token is Token {
  return token?.kind === "text" && token.mark === undefined;
}

function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
}

let buttons: ReadonlySet<string> | undefined;

/** In words. */
const longestPhrase = 5;

/** How many buttons a line is, where it is nothing else: `Facebook Twitter WhatsApp` is three; 0 where it holds other words. */
export function sharedButtons(line: string): number {
  if (line.length > 2 * longestButton) return 0;
  buttons ??= new Set([
    ...shareWords.flatMap(({ share, copy }) => [...share, ...copy]).map(phraseKey),
    ...networks.map(phraseKey),
  ]);
  const own = buttons;
  const words = undirected(line)
    .split(/[\s|•·/,]+/u)
    .map((word) => phraseKey(word))
    .filter((word) => word !== "");
  let count = 0;
  for (let at = 0; at < words.length; ) {
    const most = Math.min(longestPhrase, words.length - at);
    const size = Array.from({ length: most }, (_, less) => most - less).find((length) =>
      own.has(words.slice(at, at + length).join(" ")),
    );
    if (size === undefined) return siteLine(line.trim()) === "link" ? 1 : 0;
    at += size;
    count += 1;
  }
  return count;
}

/** Words as they are looked up: no signs around them, no case. */
function phraseKey(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʻʼ‘]/gu, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
}
