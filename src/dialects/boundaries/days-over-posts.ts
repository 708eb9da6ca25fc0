import { type HeadingDate, headingDay, orderOfDays } from "../../text/heading-day.ts";
import type { Token } from "../lines/tokens.ts";

/** Fewer days are chance. */
const fewest = 3;

/** The least share of days that stand right over a text, or between blank lines. */
const leastShare = 0.8;

/**
 * The places of lines that are a day and nothing else, where a person wrote one over each post or over each day's posts: three and more of one shape,
 * the first of them on top or below a title alone, below blank lines, if the page has any, and right over a text, running one way. Empty where a page has no such habit.
 */
export function daysOverPosts(tokens: readonly Token[]): ReadonlySet<number> {
  const byShape = new Map<string, { readonly place: number; readonly day: HeadingDate }[]>();
  for (const [place, token] of tokens.entries()) {
    const day = token.kind === "text" ? dateIn(token.text) : undefined;
    if (day === undefined) continue;
    const own = byShape.get(day.shape) ?? [];
    byShape.set(day.shape, own);
    own.push({ place, day });
  }
  const hasBlanks = tokens.some(({ gap }, place) => place > 0 && gap > 0);
  for (const found of byShape.values()) {
    const days = new Set(found.map(({ place }) => place));
    const over = found.filter(
      ({ place }) =>
        (place === 0 || !hasBlanks || (tokens[place]?.gap ?? 0) > 0) &&
        tokens[place + 1]?.gap === 0 &&
        !days.has(place + 1),
    );
    const top = found[0]?.place ?? 0;
    const isOnTop = top === 0 || (over[0]?.place === top && isTitle(tokens.slice(0, top)));
    if (found.length < fewest || !isOnTop || over.length < found.length * leastShare) continue;
    if (orderOfDays(found.map(({ day }) => day)) !== undefined) return new Set(over.map(({ place }) => place));
  }
  return new Set();
}

/** How many lines can stand over the first day: a title, a note of who saved the text. */
const longestTop = 3;

/** No title is longer, in UTF-16 units. */
const longestTitle = 80;

/** Whether lines on top of a page, in one block, are a title: few and short, and no sentence. */
function isTitle(lines: readonly Token[]): boolean {
  return (
    lines.length <= longestTop &&
    lines.every(
      ({ text, gap, kind, mark }, at) =>
        kind === "text" &&
        mark === undefined &&
        (at === 0 || gap === 0) &&
        text.trim().length <= longestTitle &&
        !/[.!?…:;,。！？।؟]$/u.test(text.trim()),
    )
  );
}

/** A page without the lines that are days. */
export interface DatedPage {
  readonly tokens: readonly Token[];
  /** By the line below each day, the day as it is printed. */
  readonly days: ReadonlyMap<number, string>;
  /** By the line below it, the line of a day that stands right over a text. */
  readonly over: ReadonlyMap<number, Token>;
  /** What a Markdown heading over the first day says. */
  readonly heading?: string;
}

/**
 * Takes out lines that are a day and nothing else, as a person writes them over the posts of each day: three and more of one shape, running one way,
 * parted by blank lines from what stands over and under them, the first of them near the top, or right over a text (`daysOverPosts`). What stands over
 * the first of those between blank lines, in one block, is the page's title, unless a person says that a post starts there. A day stays text where a
 * person says that it goes on with what stands above it, and those right over texts do where a person says that a post starts with one.
 */
export function withoutDays(tokens: readonly Token[], { start, join }: PersonsWord): DatedPage {
  const apart = dayHeadings(tokens);
  const found = apart.size > 0 ? apart : rightOver(tokens, start);
  const [top = 0] = found.keys();
  const above = tokens.slice(0, top);
  const isHeaded = above.every(
    ({ gap, first, kind }, at) => kind === "text" && (at === 0 || gap === 0) && !start.has(first),
  );
  const days = new Map<number, string>();
  const over = new Map<number, Token>();
  const own: Token[] = [];
  let day: { readonly token: Token; readonly printed: string } | undefined;
  for (const [place, token] of tokens.entries()) {
    if (isHeaded && place < top) continue;
    const printed = found.get(place);
    if (printed !== undefined && !join.has(token.first)) {
      day = { token, printed };
      continue;
    }
    if (day !== undefined) {
      days.set(token.first, day.printed);
      if (token.gap === 0) over.set(token.first, day.token);
    }
    own.push(day === undefined ? token : { ...token, gap: Math.max(token.gap, day.token.gap) });
    day = undefined;
  }
  const heading = isHeaded ? /^#\s+(?<name>\S.*)$/u.exec(above[0]?.text.trim() ?? "")?.groups?.name : undefined;
  return { tokens: own, days, over, ...(heading === undefined ? {} : { heading }) };
}

/** By line, where a person says that a post starts, and where none does. */
interface PersonsWord {
  readonly start: ReadonlySet<number>;
  readonly join: ReadonlySet<number>;
}

/** The places of days right over posts, with what they print; none where a person says that a post starts with one. */
function rightOver(tokens: readonly Token[], start: ReadonlySet<number>): ReadonlyMap<number, string> {
  const places = [...daysOverPosts(tokens)];
  if (places.some((place) => start.has(tokens[place]?.first ?? 0))) return new Map();
  return new Map(places.map((place) => [place, (tokens[place]?.text ?? "").trim()]));
}

/** The places of days over the posts of each day, with what they print; none where a page has no such habit. */
function dayHeadings(tokens: readonly Token[]): ReadonlyMap<number, string> {
  const found = tokens.flatMap((token, place) => {
    const printed = token.text.trim().replace(/^[-–—=*~#\s]+|[-–—=*~#\s]+$/gu, "");
    const day = token.kind === "text" ? dateIn(printed) : undefined;
    return day === undefined ? [] : [{ place, day, printed }];
  });
  const places = new Set(found.map(({ place }) => place));
  const isParted = (place: number): boolean =>
    (place === 0 || (tokens[place]?.gap ?? 0) > 0) && (tokens[place + 1]?.gap ?? 0) > 0 && !places.has(place + 1);
  const parted = found.filter(({ place }) => isParted(place));
  const [first] = parted;
  const isHabit =
    first !== undefined &&
    first.place <= longestTop &&
    parted.length >= fewest &&
    parted.every(({ day }) => day.shape === first.day.shape) &&
    parted.length >= found.length * leastShare &&
    orderOfDays(parted.map(({ day }) => day)) !== undefined;
  return new Map(isHabit ? parted.map(({ place, printed }) => [place, printed] as const) : []);
}

/**
 * The places of a line that ends in a colon and stands over each post, right over a text and below blank lines, be it the name of the channel or a
 * heading: one that recurs, the first on top of the page. Empty where a page has no such habit, as where other such lines stand over texts, too
 * (`For Monday:`, `For Thursday:`), or where it stands over few of the texts that blank lines part: it then opens some posts and says nothing of others.
 */
export function labelsOverPosts(tokens: readonly Token[]): ReadonlySet<number> {
  const { key: label = "", kind } = tokens[0] ?? {};
  if (kind !== "owner" && !labelAlone.test(label)) return new Set();
  const found = tokens.flatMap(({ key }, place) => (key === label ? [place] : []));
  const isOver = (place: number): boolean =>
    (place === 0 || (tokens[place]?.gap ?? 0) > 0) && tokens[place + 1]?.gap === 0;
  const heading = found.filter(isOver);
  const isHabit = found.length >= fewest && heading.length >= found.length * leastShare;
  return new Set(isHabit && (kind === "owner" || isOverEach(tokens, heading, isOver)) ? heading : []);
}

const labelAlone = /^[^:：]{2,64}[:：]$/u;

/** Of the texts that blank lines part, the least share that a label over each post stands over: alone, and beside other labels. Set by hand. */
const leastOfTexts = 0.3;
const leastBesideOthers = 0.5;

/** So many other labels to one that recurs make it one of several. */
const mostOthers = 0.5;

function isOverEach(tokens: readonly Token[], heading: readonly number[], isOver: (place: number) => boolean): boolean {
  const own = new Set(heading);
  const texts = tokens.filter(({ gap }, place) => place === 0 || gap > 0).length;
  const others = [...tokens.keys()].filter(
    (place) => !own.has(place) && isOver(place) && labelAlone.test(tokens[place]?.key ?? ""),
  );
  const least = others.length >= heading.length * mostOthers ? leastBesideOthers : leastOfTexts;
  return heading.length >= texts * least;
}

function dateIn(line: string): HeadingDate | undefined {
  const day = headingDay(line);
  return day?.kind === "day" ? day : undefined;
}
