import type { PostMetadata } from "../../model/post.ts";
import { headingDay } from "../../text/heading-day.ts";
import { hourBeside } from "../../text/hour-of-day.ts";
import { nameKey } from "../../text/name-key.ts";
import { inFigures, undirected } from "../../text/printed-count.ts";
import { footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import { areItems, areOfPosts, areRound, type Timed } from "./timetables.ts";
import type { Token } from "./tokens.ts";

/** Fewer lines are chance; names that recur beside them are more. */
const fewest = { bare: 5, named: 4 } as const;

/** The least share of lines that stand right under a text and, on a page with blank lines, above one. */
const leastShare = 0.9;

/** How often each name closes a post on the mean, at the least. */
const leastOften = 2;

/** Under shorter lines, times that only grow may be a timetable; in UTF-16 units, on the mean. */
const shortLine = 20;

/**
 * Marks the clock times under posts that no header opens and no reaction closes, alone or beside a name or views, as people and scripts copy a chat:
 * lines of one shape right under texts, where each post of the page is closed by one, the last too. Pages whose footers are known stay as they are.
 *
 *     The pier opens at seven.
 *     Marta, 9:12 AM
 *     ^^^^^^^^^^^^^^ kind `footer`
 *     The ferry is late.
 *     Ilse, 10:41 AM
 */
export function withClosingClocks(tokens: readonly Token[]): readonly Token[] {
  if (tokens.some(({ kind }) => kind === "footer")) return tokens;
  const byShape = new Map<string, Closing[]>();
  for (const [at, token] of tokens.entries()) {
    const clock = token.kind === "text" && token.mark === undefined ? closingClock(token.text) : undefined;
    if (clock === undefined) continue;
    const own = byShape.get(clock.shape) ?? [];
    byShape.set(clock.shape, own);
    own.push({ at, ...clock });
  }
  const [most = []] = [...byShape.values()].sort((one, other) => other.length - one.length);
  if (!closePosts(tokens, most) || looksLikeTimetable(tokens, most)) return tokens;
  const found = new Map(most.map((closing) => [closing.at, closing.metadata]));
  return tokens.map((token, at): Token => {
    const footer = found.get(at);
    return footer === undefined ? token : { ...token, kind: "footer", footer };
  });
}

interface Closing extends ClosingClock {
  readonly at: number;
}

function closePosts(tokens: readonly Token[], found: readonly Closing[]): boolean {
  const names = found.flatMap(({ metadata: { signature } }) => (signature === undefined ? [] : [nameKey(signature)]));
  if (found.length < (names.length > 0 ? fewest.named : fewest.bare)) return false;
  if (new Set(names).size * leastOften > Math.max(names.length, 1) + 1) return false;
  if (found.at(-1)?.at !== tokens.length - 1) return false;
  const under = found.filter(({ at }) => isText(tokens[at - 1]) && tokens[at]?.gap === 0);
  const isApart = found.every(({ at }, place) => at - (found[place - 1]?.at ?? -1) > 1);
  const inner = found.slice(0, -1);
  const parted = inner.filter(({ at }) => (tokens[at + 1]?.gap ?? 0) > 0);
  // Where no blank line stands below any of them, blank lines are those inside texts.
  const isAlike = parted.length === 0 || parted.length >= inner.length * leastShare;
  return isApart && isAlike && under.length >= found.length * leastShare;
}

function isText(token: Token | undefined): boolean {
  return token?.kind === "text" && headingDay(token.text) === undefined;
}

/** A timetable below its titles, a list of prices or of days: figures of this kind that are no clock times stand on the page as well. */
function looksLikeTimetable(tokens: readonly Token[], found: readonly Closing[]): boolean {
  const clocks = found.map(({ metadata: { clock } }) => clock);
  const timed = timedBy(tokens, found);
  if (areRound(clocks) && !(areWrittenAsClocks(tokens, found) && areOfPosts(timed))) return true;
  const places = new Set(found.map(({ at }) => at));
  if (tokens.some(({ text }, at) => !places.has(at) && likeClock.test(inFigures(text).trim()))) return true;
  const minutes = clocks.map((clock) => Number(clock.slice(3)));
  if (found[0]?.shape.includes(".") === true && minutes.every((minute) => minute <= 12)) return true;
  const lengths = found.map(({ at }) => tokens[at - 1]?.text.length ?? 0);
  const isShort = lengths.reduce((sum, length) => sum + length, 0) < shortLine * lengths.length;
  const isListed = isShort || (found[0]?.shape.startsWith("bare") === true && areItems(timed));
  return isListed && clocks.every((clock, at) => at === 0 || clock > (clocks[at - 1] ?? ""));
}

/** The times with the text over each. */
function timedBy(tokens: readonly Token[], found: readonly Closing[]): readonly Timed[] {
  return found.map(({ at, metadata: { clock } }, place) => {
    const above = tokens.slice((found[place - 1]?.at ?? -1) + 1, at).filter(isText);
    return { clock, text: above.map(({ text }) => text.trim()) };
  });
}

/** Whether a full stop parts hours from minutes as in no list of prices: `09.00` beside `18.30`. */
function areWrittenAsClocks(tokens: readonly Token[], found: readonly Closing[]): boolean {
  if (found[0]?.shape.includes(".") !== true) return true;
  const hours = found.map(({ at }) => /(\d+)\.\d+/u.exec(inFigures(tokens[at]?.text ?? ""))?.[1] ?? "");
  return hours.every((hour) => hour.length === 2) && hours.some((hour) => hour.startsWith("0"));
}

const likeClock = /^\d{1,3}[.:hH]\d{2}$/u;

/** A clock time at the end of a line, and what stands before it. */
interface ClosingClock {
  readonly metadata: PostMetadata & { readonly clock: string };
  /** How it is written, figures and names masked. */
  readonly shape: string;
}

const longest = 80;

const clockAtEnd =
  /^(?<before>.*?)(?<!\d[.,:]?)(?<hour>\d{1,2})(?<sign>[:.]| ?[hH] ?|[時时]|시 ?)(?<minute>[0-5]\d)[分분]?(?:[\s\u202F]?(?<half>[\p{L}\p{M}][\p{L}\p{M}\s\u202F.,'’\u200C]{0,29}))?$/u;

/** `9:12 AM`, `Marta, 09h12`, `— Marta 09.12`, `1.2K 오전 9:12`, `09:12 Uhr`; nothing where a line ends in no clock time or holds more. */
export function closingClock(line: string): ClosingClock | undefined {
  const found = clockWithWord(line);
  const beside = found === undefined ? undefined : besideClock(found.before);
  if (found === undefined || beside === undefined) return undefined;
  return {
    metadata: { ...beside.metadata, clock: found.clock },
    shape: [beside.shape, found.sign, found.where].join("/"),
  };
}

/** A clock time at the end of a line with the word for its part of the day, on either side, and what stands before both. */
export function clockWithWord(
  line: string,
): { readonly clock: string; readonly before: string; readonly sign: string; readonly where: string } | undefined {
  if (line.length > longest) return undefined;
  const shown = undirected(line);
  const parts = clockAtEnd.exec(inFigures(shown))?.groups;
  if (parts === undefined) return undefined;
  const { before = "", minute = "", sign = "", half } = parts;
  const told = Number(parts.hour);
  const { rest, word } =
    half === undefined ? wordBefore(shown.slice(0, before.length), told) : { rest: before, word: half };
  const hour = word === undefined ? told : hourBeside(told, word);
  if (hour === undefined || hour > 23) return undefined;
  const clock = `${hour}`.padStart(2, "0").concat(":", minute);
  const where = word === undefined ? "" : half === undefined ? "before" : "behind";
  return { clock, before: half === undefined ? rest : shown.slice(0, before.length), sign: sign.trim(), where };
}

/** The words for a part of the day right before a clock time, three at most: `下午`, `오전`, `kl.`, `ก่อน เที่ยง` */
function wordBefore(before: string, hour: number): { readonly rest: string; readonly word?: string } {
  const words = before.trimEnd().split(/(?<=[\s,|·•—–-])/u);
  for (let count = Math.min(mostPeriodWords, words.length); count > 0; count -= 1) {
    const word = words.slice(-count).join("");
    if (word.length <= longestPeriod && /^[\p{L}\p{M}]/u.test(word) && hourBeside(hour, word) !== undefined)
      return { rest: words.slice(0, -count).join(""), word };
  }
  return { rest: before };
}

/** Words for a part of the day: `am späten Abend`; in words and in UTF-16 units. */
const mostPeriodWords = 3;
const longestPeriod = 30;

const { viewsOf } = footerReader(footerWords);

/** What stands before a clock time: nothing, a number of views or a name. */
function besideClock(words: string): { readonly metadata: PostMetadata; readonly shape: string } | undefined {
  const {
    dash = "",
    own = "",
    sign = "",
  } = /^(?<dash>[—–-]?)\s*(?<own>.*?)\s*(?<sign>[,|·•—–-]?)\s*$/u.exec(words)?.groups ?? {};
  if (own === "") return dash + sign === "" ? { metadata: {}, shape: "bare" } : undefined;
  const views = viewsOf(own);
  if (views !== undefined) return { metadata: { views }, shape: "views" };
  const isName =
    own.length <= longestName &&
    own.split(" ").length <= mostWords &&
    /^[\p{L}@][^#:/]*$/u.test(own) &&
    !/[.!?;,…\p{Nd}]$/u.test(own);
  return isName ? { metadata: { signature: own.replace(/\s+/gu, " ") }, shape: `${dash}name${sign}` } : undefined;
}

const longestName = 48;
const mostWords = 4;
