import type { PostMetadata } from "../../model/post.ts";
import { learnedFooterWords } from "./learned-metadata-words.ts";
import { clockAtEnd, type FooterReader, footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import type { Token } from "./tokens.ts";

/**
 * Joins the lines that a page prints at the foot of each post (views, signature, `edited`, clock time) into tokens of kind `footer`. Most
 * extractors drop them, and a text may hold a line such as `10:30` of its own: they are believed only where the page bears them out as a habit.
 *
 *     Fog until noon.
 *     👍12❤3
 *     12.3K views
 *     Ada, edited 10:23
 *     ^^^^^^^^^^^^^^^^^ behind reactions, and behind views
 */
export function withFooters(tokens: readonly Token[]): readonly Token[] {
  const learned = learnedFooterWords(tokens, inTables);
  const reader = learned.length === 0 ? inTables : footerReader([...footerWords, ...learned]);
  const clocked = clockedFeet(tokens, reader);
  const clockedHabit = habitOf(tokens, clocked);
  const feet = clockedHabit === undefined ? clocklessFeet(tokens, reader) : clocked;
  const habit = clockedHabit ?? clocklessHabit(tokens, feet);
  if (habit === undefined) return tokens;
  const byStart = new Map(
    feet.filter((foot) => isBelieved(foot, feet, habit, tokens)).map((foot) => [foot.start, foot]),
  );
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const foot = byStart.get(at);
    joined.push(
      foot === undefined
        ? token
        : { ...token, kind: "footer", last: tokens[foot.end]?.last ?? token.last, footer: foot.footer },
    );
    at = foot?.end ?? at;
  }
  return joined;
}

const inTables = footerReader(footerWords);

/** Lines that could be a footer, as indices of the first token and of the last. */
interface Foot {
  readonly start: number;
  readonly end: number;
  readonly footer: PostMetadata;
  /** Whether its views say that they are views. */
  readonly named: boolean;
}

/** What ends in a clock time, with the views and the word for an edited post that stand right above. */
function clockedFeet(tokens: readonly Token[], reader: FooterReader): readonly Foot[] {
  const { footerOf, isEditedMark, viewsOf, namesViews } = reader;
  const tellsViews = ({ text }: Token): boolean => namesViews(text) || viewsOf(text)?.printed !== undefined;
  /** A name with a line of its own: nothing but that it stands between views and time tells it from text. */
  const isSigned = (line: Token, at: number): boolean =>
    isName(line.text) && above(tokens, at, tellsViews) !== undefined;
  return tokens.flatMap((token, end): Foot[] => {
    const footer = isText(token) ? (footerOf(token.text) ?? unreadFooter(tokens, end, reader)) : undefined;
    if (footer === undefined) return [];
    if (footer.views !== undefined) return [{ start: end, end, footer, named: true }];
    const edited = above(tokens, end, ({ text }) => isEditedMark(text));
    const signed = footer.signature === undefined ? above(tokens, edited ?? end, isSigned) : undefined;
    const viewed = above(tokens, signed ?? edited ?? end, ({ text }) => viewsOf(text) !== undefined);
    const views = viewsOf(tokens[viewed ?? -1]?.text ?? "");
    const name = tokens[signed ?? -1]?.text.trim();
    return [
      {
        start: viewed ?? signed ?? edited ?? end,
        end,
        footer: {
          ...(views === undefined ? {} : { views }),
          ...(name === undefined ? {} : { signature: name }),
          ...footer,
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

/** Numbers of views of footers whose clock time got lost. */
function clocklessFeet(tokens: readonly Token[], { viewsOf, namesViews }: FooterReader): readonly Foot[] {
  return tokens.flatMap((token, at): Foot[] => {
    const views = isText(token) && token.tight ? viewsOf(token.text) : undefined;
    if (views === undefined || (!namesViews(token.text) && views.printed === undefined)) return [];
    return [{ start: at, end: at, footer: { views }, named: namesViews(token.text) }];
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
interface Habit {
  readonly ends: ReadonlySet<number>;
  readonly viewed: boolean;
  readonly round: boolean;
  readonly parted: boolean;
  /** Times that may be those of a programme that an author wrote. */
  readonly programmes: ReadonlySet<Foot>;
}

/** Footers that make a habit, and the share of the sure ends of posts that have one. */
const fewest = 3;
const nearlyAll = 0.9;

function habitOf(tokens: readonly Token[], feet: readonly Foot[]): Habit | undefined {
  if (feet.length < fewest) return undefined;
  const ends = endsOf(tokens, feet);
  const held = feet.filter(({ end }) => ends.has(end));
  const viewed = feet.filter(isViewed);
  if (held.length < nearlyAll * ends.size || Math.max(held.length, viewed.length) < fewest) return undefined;
  const judged = held.length < fewest ? viewed : held;
  return {
    ends: new Set([...ends, tokens.length - 1]),
    viewed: judged.filter(isViewed).length >= nearlyAll * judged.length,
    round: judged.filter(isRound).length * 2 > judged.length,
    parted: judged.filter(({ end }) => tokens[end + 1]?.tight !== true).length >= nearlyAll * judged.length,
    programmes: programmesIn(feet, ends),
  };
}

/**
 * Without clock times a habit is harder to bear out: footers stand where posts surely end, or the page itself ends with one and several name their
 * views. A list inside a text counts views as well.
 */
function clocklessHabit(tokens: readonly Token[], feet: readonly Foot[]): Habit | undefined {
  const ends = endsOf(tokens, feet);
  const held = feet.filter(({ end }) => ends.has(end));
  const named = feet.filter((foot) => foot.named);
  const atEnd = feet.at(-1)?.end === tokens.length - 1 && named.length >= fewest;
  const enough = (atEnd || held.length >= fewest) && held.length >= nearlyAll * ends.size;
  return enough ? { ends, viewed: true, round: false, parted: false, programmes: new Set() } : undefined;
}

function isViewed({ footer }: Foot): boolean {
  return footer.views !== undefined;
}

/** The last tokens of posts that end for certain: behind reactions, before a forwarded line and before a service line. */
function endsOf(tokens: readonly Token[], feet: readonly Foot[]): ReadonlySet<number> {
  const byStart = new Map(feet.map((foot) => [foot.start, foot.end]));
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
  return kind === "forwarded" || kind === "via" || kind === "whole";
}

function isBelieved(foot: Foot, feet: readonly Foot[], habit: Habit, tokens: readonly Token[]): boolean {
  const { footer, end } = foot;
  if (habit.viewed || isViewed(foot)) return isViewed(foot);
  if (footer.editedMark === true || habit.ends.has(end)) return true;
  const { signature } = footer;
  if (signature !== undefined) return feet.filter((other) => other.footer.signature === signature).length > 1;
  // A time of day with its words right below it heads a line of a programme: `09:15` / `Opening`.
  if (habit.parted && tokens[end + 1]?.tight === true) return false;
  return !looksLikeTimetable(foot, feet, habit);
}

/** How near each other the lines of a timetable stand, in tokens. */
const near = 3;

/** So many times near each other that grow from one to the next are more than posts without reactions mostly make. */
const fewestOfProgramme = 3;

/**
 * Bare clock times right under each other, and full five minutes near each other on a page whose posts come at any minute, may be a
 * timetable that an author wrote, and so may a row of times that grow, near each other, at no sure end: in doubt they are text.
 */
function looksLikeTimetable(foot: Foot, feet: readonly Foot[], { ends, round, programmes }: Habit): boolean {
  if (feet.some(({ start }) => start === foot.end + 1)) return true;
  if (programmes.has(foot)) return true;
  if (round || !isRound(foot)) return false;
  return feet.some(
    (other) => other !== foot && !ends.has(other.end) && isRound(other) && Math.abs(other.end - foot.end) <= near,
  );
}

/** Times that stand near each other, grow from one to the next and close no post for certain, where there are enough in a row. */
function programmesIn(feet: readonly Foot[], ends: ReadonlySet<number>): ReadonlySet<Foot> {
  const found = new Set<Foot>();
  let row: Foot[] = [];
  for (const foot of feet) {
    const last = row.at(-1);
    const goesOn = last !== undefined && clockOf(last) < clockOf(foot) && foot.end - last.end <= near;
    if (ends.has(foot.end) || !isBare(foot.footer)) row = [];
    else row = goesOn ? [...row, foot] : [foot];
    if (row.length >= fewestOfProgramme) for (const own of row) found.add(own);
  }
  return found;
}

function isBare({ views, editedMark, signature }: PostMetadata): boolean {
  return views === undefined && editedMark === undefined && signature === undefined;
}

function isRound(foot: Foot): boolean {
  return Number(clockOf(foot).slice(3)) % 5 === 0;
}

/** `HH:MM`; empty where the footer has none. */
function clockOf({ footer: { clock = "" } }: Foot): string {
  return clock;
}
