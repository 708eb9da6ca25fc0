import type { Views } from "../../model/post.ts";
import { type HeadingDate, type HeadingDay, headingDay, orderOfDays } from "../../text/heading-day.ts";
import { nameKey } from "../../text/name-key.ts";
import { undirected } from "../../text/printed-count.ts";
import { clockWithWord } from "./closing-clocks.ts";
import { type FooterReader, footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import type { Token } from "./tokens.ts";

/** What a page prints over a post: the channel's name, its day and time, its views, in one line or several. */
export interface PrintedHead {
  /** Places of its first token and of its last. */
  readonly first: number;
  readonly last: number;
  readonly name?: string;
  /** The day as it is printed, and what it says. */
  readonly printed: string;
  readonly day: HeadingDay;
  /** `HH:MM`. */
  readonly clock?: string;
  readonly views?: Views;
}

/** What one line of a head says. */
export interface HeadLine {
  readonly name?: string;
  readonly printed?: string;
  readonly day?: HeadingDay;
  readonly clock?: string;
  readonly views?: Views;
}

/** Fewer heads are chance, and so are fewer of those that a page can have. */
const fewest = 3;
const leastShare = 0.8;

/** Lines of a head. */
const mostLines = 4;

/** In UTF-16 units. */
const longestLine = 120;
const longestName = 64;

/**
 * The heads of a page's posts, where almost all texts that `starts` begins have one: a day, with a name that is ever the same, a time or views beside it.
 *
 *     Harbour News  12 Feb, 14:03  3.4k
 *     The pier opens at seven.
 *
 * An author may begin a post with a day; heads that are no more than days run one way.
 *
 * @param posts how many posts the page says that it has
 */
export function postHeads(
  tokens: readonly Token[],
  starts: readonly number[],
  posts: number | undefined,
): readonly PrintedHead[] {
  const names = new Map<string, number>();
  for (const at of starts) {
    const rows = Array.from({ length: mostLines }, (_, step) => tokens[at + step]?.text ?? "");
    const told = rows.map(headLine).find(({ day }) => day !== undefined);
    for (const key of new Set([told?.name, rows[0], rows[1]].map((name) => nameKey(name ?? ""))))
      if (key !== "") names.set(key, (names.get(key) ?? 0) + 1);
  }
  const [most] = [...names].sort(([, one], [, other]) => other - one);
  const name = most !== undefined && most[1] >= fewest ? most[0] : undefined;
  const found = starts.flatMap((at) => headAt(tokens, at, name) ?? []);
  const expected = posts ?? starts.length;
  if (found.length < fewest || found.length < expected * leastShare) return [];
  const named = found.filter((head) => head.name !== undefined).length;
  const beside = found.filter(({ views, clock }) => views !== undefined && clock !== undefined).length;
  const isSteady = orderOfDays(daysOfHeads(found)) !== undefined;
  const isEnough = Math.max(named, beside) >= found.length * leastShare || found.length > fewest;
  return isSteady && isEnough ? found : [];
}

/** Whether a head may stand on top of a page: one of its first lines tells a day. */
export function mayOpenWithHead(lines: readonly string[]): boolean {
  const top = lines.filter((line) => line.trim() !== "").slice(0, mostLines);
  return top.some((line) => headLine(line).day !== undefined);
}

/** The days of the calendar that heads name. */
export function daysOfHeads(heads: readonly PrintedHead[]): readonly HeadingDate[] {
  return heads.flatMap(({ day }) => (day.kind === "day" ? [day] : []));
}

/** The head that begins at a place. */
function headAt(tokens: readonly Token[], first: number, name: string | undefined): PrintedHead | undefined {
  let told: HeadLine = {};
  let last = -1;
  for (let at = first; at < Math.min(first + mostLines, tokens.length); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "text") break;
    const isName = name !== undefined && nameKey(token.text) === name;
    const own = isName ? { name: token.text.trim() } : headLine(token.text);
    const isOther = own.name !== undefined && nameKey(own.name) !== name;
    const isEmpty =
      own.name === undefined && own.day === undefined && own.views === undefined && own.clock === undefined;
    const isTwice = Object.keys(own).some((key) => key in told);
    if (isOther || isEmpty || isTwice) break;
    told = { ...told, ...own };
    last = at;
  }
  const { day, printed } = told;
  if (day === undefined || printed === undefined) return undefined;
  return { ...told, first, last, day, printed };
}

const reader: FooterReader = footerReader(footerWords);

/** Signs between the parts of a head. */
const signs = /^[\s|·•,،:–—-]+|[\s|·•,،:–—-]+$/gu;

/** Reads a line as one of a head, from its end: views, then time and day in either order, then the name. */
export function headLine(line: string): HeadLine {
  const shown = undirected(line).replace(/\s+/gu, " ");
  if (shown.length > longestLine || !/\p{Nd}/u.test(shown)) {
    const ago = shown.length > longestLine ? undefined : headingDay(shown);
    return ago === undefined ? {} : { printed: shown, day: ago };
  }
  const alone = reader.viewsOf(shown);
  if (alone !== undefined) return { views: alone };
  return momentIn(shown) ?? withoutViews(shown) ?? {};
}

/** A line with views at its end, behind a moment. */
function withoutViews(shown: string): HeadLine | undefined {
  const words = shown.split(" ");
  for (let count = Math.min(mostViewsWords, words.length - 1); count > 0; count -= 1) {
    const views = reader.viewsOf(words.slice(-count).join(" ").replace(signs, ""));
    const rest = views === undefined ? undefined : momentIn(words.slice(0, -count).join(" ").replace(signs, ""));
    if (views !== undefined && rest !== undefined) return { ...rest, views };
  }
  return undefined;
}

/** `👁 12 431 views` */
const mostViewsWords = 4;

/** A moment at the end of a line, and the name before it. */
function momentIn(shown: string): HeadLine | undefined {
  const timed = clockWithWord(shown);
  if (timed !== undefined) {
    const before = timed.before.replace(signs, "");
    if (before === "") return { clock: timed.clock };
    const dated = dayAtEnd(before) ?? dayAtEnd(before.replace(/ \p{Ll}{1,4}\.?$/u, ""));
    return dated === undefined ? undefined : { ...dated, clock: timed.clock };
  }
  const dated = dayAtEnd(shown);
  if (dated?.name === undefined) return dated;
  // `Harbour News 14:03, 12 Feb`
  const early = clockWithWord(dated.name);
  if (early === undefined) return dated;
  const { name: _, ...rest } = dated;
  const name = early.before.replace(signs, "");
  return { ...rest, clock: early.clock, ...(name === "" ? {} : { name }) };
}

/** The day at the end of words, of the fewest that can be one and more where these tell its year or weekday, and what stands before it as a name. */
function dayAtEnd(words: string): HeadLine | undefined {
  const parts = words.split(" ");
  let found: { readonly count: number; readonly printed: string; readonly day: HeadingDay } | undefined;
  for (let count = 1; count <= Math.min(mostDayWords, parts.length); count += 1) {
    const printed = parts.slice(-count).join(" ").replace(signs, "");
    const day = headingDay(printed);
    if (day === undefined || (day.kind !== "day" && count < parts.length)) continue;
    if (found === undefined || tellsMore(day, found.day)) found = { count, printed, day };
  }
  if (found === undefined) return undefined;
  const { count, printed, day } = found;
  const name = parts.slice(0, -count).join(" ").replace(signs, "");
  if (name.length > longestName || /[.!?…]$/u.test(name)) return undefined;
  return { printed, day, ...(name === "" ? {} : { name }) };
}

function tellsMore(day: HeadingDay, other: HeadingDay): boolean {
  if (day.kind !== "day" || other.kind !== "day") return false;
  const hasYear = day.numbers[2] !== 0 && other.numbers[2] === 0;
  // `יום שבת`: a word for "day" before the weekday is of it.
  return hasYear || (day.weekday !== undefined && (other.weekday === undefined || other.weekday === day.weekday));
}

/** `Thursday, 12 February 2026`, `ngày 4 tháng 2 năm 2025` */
const mostDayWords = 7;
