import type { PostMetadata } from "../../model/post.ts";
import { withCommentLines } from "./comment-lines.ts";
import { learnedFooterWords } from "./learned-metadata-words.ts";
import { clockAtEnd, type FooterReader, footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import { withStackedReactions } from "./stacked-reactions.ts";
import type { Token } from "./tokens.ts";

/**
 * Joins the lines that a page prints at the foot of each post (views, signature, `edited`, clock time) into tokens of kind `footer`. Most
 * extractors drop them, and a text may hold a line such as `10:30` of its own: they are believed only where the page repeats them.
 *
 *     Fog until noon.
 *     👍12❤3
 *     12.3K views
 *     Ada, edited 10:23
 *     ^^^^^^^^^^^^^^^^^ behind reactions, and behind views
 */
export function withFooters(lines: readonly Token[]): readonly Token[] {
  const tokens = withStackedReactions(withCommentLines(lines));
  const learned = learnedFooterWords(tokens, inTables);
  const reader = learned.length === 0 ? inTables : footerReader([...footerWords, ...learned]);
  const clocked = clockedFooters(tokens, reader);
  const clockedStatistics = statisticsOf(tokens, clocked);
  const footers = clockedStatistics === undefined ? clocklessFooters(tokens, reader) : clocked;
  const statistics = clockedStatistics ?? clocklessStatistics(tokens, footers);
  const believed =
    statistics === undefined
      ? fewFooters(tokens, clocked, reader)
      : footers.filter((footer) => isBelieved(footer, footers, statistics, tokens));
  if (believed.length === 0) return tokens;
  const byStart = new Map(believed.map((footer) => [footer.start, footer]));
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const footer = byStart.get(at);
    joined.push(
      footer === undefined
        ? token
        : { ...token, kind: "footer", last: tokens[footer.end]?.last ?? token.last, footer: footer.metadata },
    );
    at = footer?.end ?? at;
  }
  return joined;
}

const inTables = footerReader(footerWords);

/** Lines that could be a footer, as indices of the first token and of the last. */
interface Footer {
  readonly start: number;
  readonly end: number;
  readonly metadata: PostMetadata;
  /** Whether its views say that they are views. */
  readonly named: boolean;
}

/** What ends in a clock time, with the views and the word for an edited post that stand right above. */
function clockedFooters(tokens: readonly Token[], reader: FooterReader): readonly Footer[] {
  const { footerOf, isEditedMark, viewsOf, namesViews, isViewsWord } = reader;
  const isWord = ({ text }: Token): boolean => isViewsWord(text);
  const tellsViews = (line: Token): boolean =>
    namesViews(line.text) || isWord(line) || viewsOf(line.text)?.printed !== undefined;
  /** A name with a line of its own: nothing but that it stands between views and time tells it from text. */
  const isSigned = (line: Token, at: number): boolean =>
    isName(line.text) && !isWord(line) && above(tokens, at, tellsViews) !== undefined;
  return tokens.flatMap((token, end): Footer[] => {
    const metadata = isText(token) ? (footerOf(token.text) ?? unreadFooter(tokens, end, reader)) : undefined;
    if (metadata === undefined) return [];
    if (metadata.views !== undefined) return [{ start: end, end, metadata, named: true }];
    const edited = above(tokens, end, ({ text }) => isEditedMark(text));
    const comma = edited ?? above(tokens, end, ({ text }) => text.trim() === ",");
    const signed = metadata.signature === undefined ? above(tokens, comma ?? end, isSigned) : undefined;
    const top = signed ?? edited ?? end;
    const worded = above(tokens, top, isWord);
    const viewed = above(tokens, worded ?? top, ({ text }) => viewsOf(text) !== undefined);
    const views = viewsOf(tokens[viewed ?? -1]?.text ?? "");
    const name = tokens[signed ?? -1]?.text.trim();
    return [
      {
        start: viewed ?? top,
        end,
        metadata: {
          ...(views === undefined ? {} : { views }),
          ...(name === undefined ? {} : { signature: name }),
          ...metadata,
          ...(edited === undefined ? {} : { editedMark: true }),
        },
        named: views !== undefined,
      },
    ];
  });
}

/** A line with a clock time right under views that name themselves is the page's, be its words known or not: before a comma stands the signature. */
function unreadFooter(tokens: readonly Token[], at: number, { namesViews }: FooterReader): PostMetadata | undefined {
  const found = clockAtEnd(tokens[at]?.text ?? "");
  if (found === undefined || found.before.length > longestName || !/\p{L}/u.test(found.before)) return undefined;
  if (above(tokens, at, ({ text }) => namesViews(text)) === undefined) return undefined;
  const { signature } = /^(?<signature>[^,]+),/u.exec(found.before)?.groups ?? {};
  return { ...(signature === undefined ? {} : { signature: signature.trim() }), clock: found.clock };
}

/**
 * The footers of a page of one post or two, which repeats too little: each tells views in words and a clock time, no other clock time closes a line, and
 * the page ends with one.
 */
function fewFooters(
  tokens: readonly Token[],
  clocked: readonly Footer[],
  { namesViews }: FooterReader,
): readonly Footer[] {
  const isTold = ({ start, end, metadata: { clock } }: Footer): boolean => {
    const line = tokens[start]?.text ?? "";
    return clock !== undefined && namesViews(start === end ? (clockAtEnd(line)?.before ?? "") : line);
  };
  const isLast = clocked.at(-1)?.end === tokens.length - 1;
  return isLast && clocked.length < fewest && clocked.every(isTold) ? clocked : [];
}

/** Numbers of views of footers whose clock time got lost. */
function clocklessFooters(tokens: readonly Token[], { viewsOf, namesViews }: FooterReader): readonly Footer[] {
  const named = tokens.filter((token) => isText(token) && namesViews(token.text));
  // A page may part all its footers from the texts over them.
  const areApart = named.length > fewest && named.every(({ tight }) => !tight);
  return tokens.flatMap((token, at): Footer[] => {
    const hasButtons = (token.comments ?? 0) > 0;
    const isUnder = token.tight || hasButtons || (areApart && namesViews(token.text));
    const views = isText(token) && isUnder ? viewsOf(token.text) : undefined;
    if (views === undefined || (!namesViews(token.text) && views.printed === undefined && !hasButtons)) return [];
    return [{ start: at, end: at, metadata: { views }, named: namesViews(token.text) || hasButtons }];
  });
}

/** The place of the token right above another, where it is text of this kind. */
function above(tokens: readonly Token[], at: number, fits: (token: Token, at: number) => boolean): number | undefined {
  const token = tokens[at - 1];
  return tokens[at]?.tight === true && isText(token) && fits(token, at - 1) ? at - 1 : undefined;
}

function isName(text: string): boolean {
  const name = text.trim();
  return name.length <= longestName && /\p{L}/u.test(name) && !/[.!?:;,…\d]$/u.test(name);
}

/** Longest signature, in characters. */
const longestName = 64;

function isText(token: Token | undefined): token is Token {
  return token?.kind === "text" && token.mark === undefined;
}

/**
 * What a page shows of its footers: where posts surely end, whether views stand in all footers and round times in many, and whether a gap
 * follows them.
 */
interface FooterStatistics {
  readonly ends: ReadonlySet<number>;
  readonly viewed: boolean;
  readonly round: boolean;
  readonly parted: boolean;
  /** Times that may be those of a programme that an author wrote. */
  readonly programmes: ReadonlySet<Footer>;
}

/** Footers that are enough to believe in, and the share of the sure ends of posts that have one. */
const fewest = 3;
const nearlyAll = 0.9;

function statisticsOf(tokens: readonly Token[], footers: readonly Footer[]): FooterStatistics | undefined {
  if (footers.length < fewest) return undefined;
  const ends = endsOf(tokens, footers);
  const held = footers.filter(({ end }) => ends.has(end));
  const viewed = footers.filter(isViewed);
  if (held.length < nearlyAll * ends.size || Math.max(held.length, viewed.length) < fewest) return undefined;
  const judged = held.length < fewest ? viewed : held;
  return {
    ends: new Set([...ends, tokens.length - 1]),
    viewed: judged.filter(isViewed).length >= nearlyAll * judged.length,
    round: judged.filter(isRound).length * 2 > judged.length,
    parted: judged.filter(({ end }) => tokens[end + 1]?.tight !== true).length >= nearlyAll * judged.length,
    programmes: programmesIn(footers, ends),
  };
}

/**
 * Without clock times footers are harder to believe: they must stand where posts surely end, or several name their views and the page ends with one or
 * blank lines follow them. A list inside a text counts views as well.
 */
function clocklessStatistics(tokens: readonly Token[], footers: readonly Footer[]): FooterStatistics | undefined {
  const ends = endsOf(tokens, footers);
  const held = footers.filter(({ end }) => ends.has(end));
  const named = footers.filter((footer) => footer.named);
  const atEnd = footers.at(-1)?.end === tokens.length - 1 && named.length >= fewest;
  const isButtoned = footers.filter(({ end }) => (tokens[end]?.comments ?? 0) > 0).length >= fewest;
  const enough =
    (atEnd || isButtoned || isParted(tokens, named) || held.length >= fewest) && held.length >= nearlyAll * ends.size;
  return enough ? { ends, viewed: true, round: false, parted: false, programmes: new Set() } : undefined;
}

/** Whether blank lines follow numbers of views that close texts, all but one, below which a page's own lines may stand. A list has one line over each. */
function isParted(tokens: readonly Token[], named: readonly Footer[]): boolean {
  const parted = named.filter(({ end }) => tokens[end + 1]?.tight !== true).length;
  const long = named.filter(({ start }) => tokens[start - 1]?.tight === true).length;
  return parted > fewest && parted >= named.length - 1 && long * 2 > named.length;
}

function isViewed({ metadata }: Footer): boolean {
  return metadata.views !== undefined;
}

/** The last tokens of posts that end for certain: behind reactions, before a forwarded line and before a service line. */
function endsOf(tokens: readonly Token[], footers: readonly Footer[]): ReadonlySet<number> {
  const byStart = new Map(footers.map((footer) => [footer.start, footer.end]));
  const ends = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (next === undefined) continue;
    if (token.kind === "reactions") ends.add(byStart.get(at + 1) ?? at);
    else if (opens(next) && !opens(token)) ends.add(at);
  }
  return ends;
}

function opens({ kind }: Token): boolean {
  return kind === "forwarded" || kind === "via" || kind === "owner" || kind === "whole";
}

function isBelieved(
  footer: Footer,
  footers: readonly Footer[],
  statistics: FooterStatistics,
  tokens: readonly Token[],
): boolean {
  const { metadata, end } = footer;
  if (statistics.viewed || isViewed(footer)) return isViewed(footer);
  if (metadata.editedMark === true || statistics.ends.has(end)) return true;
  const { signature } = metadata;
  if (signature !== undefined) return footers.filter((other) => other.metadata.signature === signature).length > 1;
  // A time of day with its words right below it heads a line of a programme: `09:15` / `Opening`.
  if (statistics.parted && tokens[end + 1]?.tight === true) return false;
  return !looksLikeTimetable(footer, footers, statistics);
}

/** How near each other the lines of a timetable stand, in tokens. */
const near = 3;

/** So many times near each other that grow from one to the next are more than posts without reactions mostly make. */
const fewestOfProgramme = 3;

/**
 * Bare clock times right under each other, and full five minutes near each other on a page whose posts come at any minute, may be a
 * timetable that an author wrote, and so may a row of times that grow, near each other, at no sure end: in doubt they are text.
 */
function looksLikeTimetable(
  footer: Footer,
  footers: readonly Footer[],
  { ends, round, programmes }: FooterStatistics,
): boolean {
  if (footers.some(({ start }) => start === footer.end + 1)) return true;
  if (programmes.has(footer)) return true;
  if (round || !isRound(footer)) return false;
  return footers.some(
    (other) => other !== footer && !ends.has(other.end) && isRound(other) && Math.abs(other.end - footer.end) <= near,
  );
}

/** Times that stand near each other, grow from one to the next and close no post for certain, where there are enough in a row. */
function programmesIn(footers: readonly Footer[], ends: ReadonlySet<number>): ReadonlySet<Footer> {
  const found = new Set<Footer>();
  let row: Footer[] = [];
  for (const footer of footers) {
    const last = row.at(-1);
    const goesOn = last !== undefined && clockOf(last) < clockOf(footer) && footer.end - last.end <= near;
    if (ends.has(footer.end) || !isBare(footer.metadata)) row = [];
    else row = goesOn ? [...row, footer] : [footer];
    if (row.length >= fewestOfProgramme) for (const own of row) found.add(own);
  }
  return found;
}

function isBare({ views, editedMark, signature }: PostMetadata): boolean {
  return views === undefined && editedMark === undefined && signature === undefined;
}

function isRound(footer: Footer): boolean {
  return Number(clockOf(footer).slice(3)) % 5 === 0;
}

/** `HH:MM`; empty where the footer has none. */
function clockOf({ metadata: { clock = "" } }: Footer): string {
  return clock;
}
