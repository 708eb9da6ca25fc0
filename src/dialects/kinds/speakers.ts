import type { Draft } from "../../model/draft.ts";
import type { SourceText } from "../../read/source-text.ts";
import { headingDay } from "../../text/heading-day.ts";
import { nameKey } from "../../text/name-key.ts";
import { rangesOf } from "../boundaries/judge.ts";
import { clockWithWord } from "../lines/closing-clocks.ts";
import { daysOver } from "../lines/days-over.ts";
import { clockAtEnd, footerReader } from "../lines/metadata-lines.ts";
import { footerWords } from "../lines/metadata-words.ts";
import { areOfPosts, areRound, lengthOf } from "../lines/timetables.ts";
import { keyOf, type Token, tokensOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { headOver } from "./head-description.ts";
import { typedReactions } from "./learned-marks.ts";
import { singleCopyDraft } from "./single-copy.ts";
import { headsAmong, isDay, type Opener, partedShare } from "./speaker-heads.ts";

/**
 * Messages below the names of who wrote them, with the time of day or without, as people and scripts copy a chat; days may stand over the first of a day.
 *
 *     Harbour News 10:15             Ada:
 *     The pier opens at seven.       Is the ferry going?
 *
 * A heading of a text looks the same. Names recur, each over a text; the first line is one, or the title of the talk, the last is none. Without times
 * there are several of them, in no fixed order, as headings have.
 */
export const speakers: Dialect = {
  name: "speakers",
  printsOnce: true,
  shownBy: "the name over each message shows where it starts",
  fidelity: 40,
  recognise,
  parse,
};

interface Layout {
  readonly tokens: readonly Token[];
  readonly openers: readonly Opener[];
  /** Whether the head of a page stands above them. */
  readonly isHeaded: boolean;
}

/** Lines of text between the head of a page and the first name. */
const longestTop = 8;

/** Fewer names are chance; without times, more are needed. */
const fewest = { timed: 3, untimed: 5 } as const;

/** How often each name stands over a message on the mean, at the least. */
const leastOften = 2;

/** The least share of names with a text right below them and, on a page with blank lines, with one above them. */
const leastOver = 0.9;

/** The least share of lines that are written like names over messages and are some. */
const leastHeads = 0.6;

/** Names that are followed by one and by another: headings have a fixed order. */
const fewestFree = 2;

function layoutOf(source: SourceText): Layout | undefined {
  const head = headOver(source);
  const from = (head?.last ?? 0) + 1;
  const printed = tokensOf(source, from, undefined, typedReactions(source, from));
  // Below the head of a page stands what the channel says of itself.
  const name = head?.name === undefined ? undefined : keyOf(head.name);
  const top =
    head === undefined ? -1 : printed.findIndex(({ key }, at) => key === name || timedAt(printed, at) !== undefined);
  const tokens = top > 0 && top <= longestTop ? printed.slice(isDay(printed[top - 1]) ? top - 1 : top) : printed;
  const timed = openersOf(tokens, timedAt);
  const areTimed = timed.length >= fewest.timed;
  const lines = areTimed ? timed : openersOf(tokens, untimedAt);
  const openers = headsAmong(tokens, lines);
  // Where many such lines are none, the page has another habit.
  if (openers.length < lines.length * leastHeads || (!areTimed && !recur(lines))) return undefined;
  return isHabit(tokens, openers, areTimed) ? { tokens, openers, isHeaded: head !== undefined } : undefined;
}

function recur(openers: readonly Opener[]): boolean {
  return new Set(openers.map(({ name }) => nameKey(name))).size * leastOften <= openers.length;
}

/** The names of the shape that most have. */
function openersOf(
  tokens: readonly Token[],
  openerAt: (tokens: readonly Token[], at: number) => Opener | undefined,
): readonly Opener[] {
  const byShape = new Map<string, Opener[]>();
  for (let at = 0; at < tokens.length; at += 1) {
    const opener = openerAt(tokens, at);
    if (opener === undefined) continue;
    const own = byShape.get(opener.shape) ?? [];
    byShape.set(opener.shape, own);
    own.push(opener);
    at = opener.last;
  }
  const [most = []] = [...byShape.values()].sort((one, other) => other.length - one.length);
  return most;
}

function isHabit(tokens: readonly Token[], openers: readonly Opener[], areTimed: boolean): boolean {
  if (openers.length < (areTimed ? fewest.timed : fewest.untimed) || !recur(openers)) return false;
  const names = new Set(openers.map(({ name }) => nameKey(name)));
  const share = partedShare(tokens, openers);
  if (!isFirst(tokens, openers, areTimed && (names.size > 1 || share >= leastOver))) return false;
  if (!areTimed && !isFree(openers)) return false;
  const isListed = areTimed && areRound(openers.map(({ clock = "" }) => clock)) && !haveTexts(tokens, openers, share);
  if (names.size === 1 && (isListed || areLengths(tokens, openers))) return false;
  const isFlat = areTimed && share < (names.size > 1 ? leastOver : 1 - leastOver);
  const hasBlanks = !isFlat && tokens.some(({ gap }) => gap > 0);
  const firsts = new Set(openers.map(({ first }) => first));
  // A message can be empty, such as a picture without words.
  const over = openers.filter(
    ({ first, last }) => (areTimed && firsts.has(last + 1)) || isOver(tokens, first, last, hasBlanks),
  );
  return over.length >= openers.length * leastOver && openers.at(-1)?.last !== tokens.length - 1;
}

/** Whether the first name stands on top, below a day at most and, on pages that can have one, below the title of the talk. */
function isFirst(tokens: readonly Token[], [opener]: readonly Opener[], canHaveTitle: boolean): boolean {
  const above = tokens.slice(0, opener?.first ?? tokens.length);
  const others = above.filter((token) => !isDay(token));
  if (above.length - others.length > 1) return false;
  return others.length === 0 || (canHaveTitle && others.length === 1 && canBeName(above[0]?.key ?? ""));
}

/** Whether names follow each other in no fixed order. */
function isFree(openers: readonly Opener[]): boolean {
  const followers = new Map<string, Set<string>>();
  for (const [at, { name }] of openers.entries()) {
    const next = openers[at + 1];
    if (next === undefined) continue;
    const own = followers.get(nameKey(name)) ?? new Set();
    followers.set(nameKey(name), own.add(nameKey(next.name)));
  }
  return [...followers.values()].filter((own) => own.size > 1).length >= fewestFree;
}

/**
 * Whether texts stand below names at full five minutes, as a program sends them, and no timetable does (`Ferry 10:00`, `Ferry 12:30`): blank lines or
 * days part them, and they differ and are longer than what stands in a timetable, or are said as posts of several days are.
 */
function haveTexts(tokens: readonly Token[], openers: readonly Opener[], share: number): boolean {
  const areBelowDays = openers.slice(1).every(({ first }) => isDay(tokens[first - 1]));
  if (openers.length < fewest.untimed || (share < leastOver && !areBelowDays)) return false;
  const timed = openers.map(({ last, clock = "" }, at) => ({
    clock,
    text: tokens
      .slice(last + 1, openers[at + 1]?.first)
      .filter((token) => !isDay(token))
      .map(({ key }) => key),
  }));
  const texts = timed.map(({ text }) => text.join(" "));
  const length = texts.reduce((sum, text) => sum + lengthOf(text), 0);
  const areLong = new Set(texts).size === texts.length && length >= longText * texts.length;
  return (areLong && !areBelowDays) || areOfPosts(timed);
}

/** In UTF-16 units, on the mean. */
const longText = 36;

/** `Trailer 1:05`, `Trailer 2:40`: lengths of videos have an hour of one figure throughout. */
function areLengths(tokens: readonly Token[], openers: readonly Opener[]): boolean {
  const isLength = /(?<![\p{Nd}:])\p{Nd}:\p{Nd}{2}(?![\p{Nd}:]|\s?[ap]\.?m)/iu;
  return openers.every(({ first, last }) => [first, last].some((at) => isLength.test(tokens[at]?.key ?? "")));
}

/** Whether a name stands right over a text, and below a blank line where there are some and below no footer where there is none. */
function isOver(tokens: readonly Token[], first: number, last: number, hasBlanks: boolean): boolean {
  const [above, own, below] = [tokens[first - 1], tokens[first], tokens[last + 1]];
  const isParted = above === undefined || isDay(above) || (hasBlanks ? (own?.gap ?? 0) > 0 : !namesViews(above.text));
  return isParted && below !== undefined && below.gap === 0;
}

const { namesViews } = footerReader(footerWords);

/** `Ada:` */
function untimedAt(tokens: readonly Token[], at: number): Opener | undefined {
  const token = tokens[at];
  const isShort = token?.kind === "text" && token.text.length <= longestOpener;
  const name = isShort ? /^(?<name>[^:：]+)[:：]$/u.exec(token.key)?.groups?.name : undefined;
  return name !== undefined && canBeName(name) ? { first: at, last: at, name: name.trim(), shape: ":" } : undefined;
}

/** `Harbour News 10:15`, `[10:15] Harbour News:`, and the name with its time below it. */
function timedAt(tokens: readonly Token[], at: number): Opener | undefined {
  const [token, below] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== "text" || token.text.length > longestOpener) return undefined;
  const { key } = token;
  const { before = "", clock: late } = clockEnding(key.replace(/[\])]?:?$/u, "")) ?? {};
  const led = /^[[(]?(?<time>\d\d?:\d\d(?:\s?[ap]\.?m\.?)?)[\])]?[\s–—|-]+(?<name>.+?):?$/iu.exec(key)?.groups;
  const alone = below?.kind === "text" && below.tight ? clockEnding(below.key) : undefined;
  const readings = [
    { name: before.replace(/[\s,:|•·[(–—-]+$/u, ""), clock: late, last: at },
    { name: led?.name ?? "", clock: clockEnding(led?.time ?? "")?.clock, last: at },
    { name: key.replace(/:$/u, ""), clock: alone?.before === "" ? alone.clock : undefined, last: at + 1 },
  ];
  for (const { name, clock, last } of readings) {
    if (clock === undefined || !canBeName(name)) continue;
    const shape = `${key.replace(name, "N").replace(/\d+/gu, "0")}/${last - at}`;
    return { first: at, last, name, clock, shape };
  }
  return undefined;
}

/** The clock time at the end of a line and what stands before it; the hour may have one figure, as in a talk it is no length of a video. */
function clockEnding(line: string): ReturnType<typeof clockAtEnd> {
  return clockAtEnd(line) ?? clockAtEnd(line.replace(oneFigure, "0$&")) ?? clockBesideWord(line);
}

/** The same beside a word for a part of the day: `오전 9:12`. */
function clockBesideWord(line: string): ReturnType<typeof clockAtEnd> {
  const found = clockWithWord(line);
  return found === undefined || found.where === "" || found.sign !== ":" ? undefined : found;
}

const oneFigure = /(?<![\p{Nd}:])\p{Nd}:\p{Nd}{2}$/u;

const longestOpener = 90;
const longestName = 64;
const mostWords = 6;

/** Whether words can be somebody's name alone: no sentence, no hashtag, no address, no day. */
function canBeName(words: string): boolean {
  if (words.length > longestName || words.split(" ").length > mostWords) return false;
  return /\p{L}/u.test(words) && !/[.!?:;,…]$|^[#\d]|\/\//u.test(words) && headingDay(words) === undefined;
}

function recognise(source: SourceText): Recognition {
  const layout = layoutOf(source);
  const first = layout?.openers[0];
  if (layout === undefined || first === undefined) return { lines: 0, evidence: "no names over messages" };
  const evidence = `a name stands over each of ${layout.openers.length} messages, such as “${first.name}”`;
  const isOfHead = layout.isHeaded && new Set(layout.openers.map(({ name }) => nameKey(name))).size === 1;
  return { lines: source.lines.length + (isOfHead ? 2 : 0), evidence };
}

function parse(source: SourceText, hints: Hints): Parsed {
  const layout = layoutOf(source);
  if (layout === undefined) return { drafts: [], findings: [] };
  const openers = layout.openers.filter(({ first }) => !hints.join.has(layout.tokens[first]?.first ?? 0));
  const places = new Map(openers.flatMap((opener) => [opener.first, opener.last].map((at) => [at, opener] as const)));
  const tokens = layout.tokens.map((token, at): Token => {
    const isOwner = places.has(at) || (isDay(token) && places.get(at + 1)?.first === at + 1);
    return isOwner ? { ...token, kind: "owner" } : token;
  });
  const starts = tokens.flatMap(({ kind, first }, at) => {
    const isBelowDay = kind === "owner" && tokens[at - 1]?.kind === "owner" && !places.has(at - 1);
    const opens = kind === "owner" && !isBelowDay && places.get(at - 1)?.last !== at;
    return at === 0 || opens || hints.start.has(first) ? [at] : [];
  });
  const ranges = rangesOf(tokens, starts);
  const days = daysOver(tokens, ranges);
  const names = new Set(openers.map(({ name }) => nameKey(name)));
  const drafts = ranges.map((range, at): Draft => {
    const opener = places.get(range.start) ?? places.get(range.start + 1);
    const dayOver = days[at];
    return {
      ...singleCopyDraft(source, tokens, range, { kind: "marked" }),
      ...(names.size > 1 && opener !== undefined ? { signature: opener.name } : {}),
      ...(opener?.clock === undefined ? {} : { clock: opener.clock }),
      ...(dayOver === undefined ? {} : { dayOver }),
    };
  });
  const [first] = openers;
  return {
    drafts,
    findings: [],
    ...(names.size === 1 && first !== undefined ? { channel: { name: first.name } } : {}),
  };
}
