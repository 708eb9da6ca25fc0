import type { PostMetadata, Views } from "../../model/post.ts";
import { headingDay } from "../../text/heading-day.ts";
import { literalPattern } from "../../text/literal.ts";
import { anyCount, gluedCount, inFigures, printedCount, roundedCount, undirected } from "../../text/printed-count.ts";
import type { FooterWords } from "./metadata-words.ts";

/** Reads the lines of footers, in the words of some languages. Whether a line is one, `metadata.ts` judges by the page. */
export interface FooterReader {
  /** What a line that ends in a clock time says: `10:23`, `Ada, edited 10:23`, `12.3K views Ada, 10:23`. */
  readonly footerOf: (line: string) => PostMetadata | undefined;
  /** The number of views that a line can be, with its word or without: `12.3K views`, `1 view`, `12.3K`, `812`, `👁 12,4 тыс.` */
  readonly viewsOf: (line: string) => Views | undefined;
  /** Whether a number of views says that it is one. A bare number may be anything. */
  readonly namesViews: (line: string) => boolean;
  /** Whether a line is no more than the word for an edited post. */
  readonly isEditedMark: (line: string) => boolean;
  /** Whether a line is no more than the word behind a number of views. */
  readonly isViewsWord: (line: string) => boolean;
}

/** Makes what reads the footers of pages in these words. */
export function footerReader(words: readonly FooterWords[]): FooterReader {
  const { footer, views, named, edited, viewsWord } = patternsFor(words);
  return {
    footerOf: (line) => metadataIn(line, footer),
    viewsOf: (line) => {
      const shown = undirected(line);
      return isShort(shown) && views.test(inFigures(shown)) ? viewsIn(shown) : undefined;
    },
    namesViews: (line) => {
      const shown = undirected(line);
      return isShort(shown) && named.test(inFigures(shown));
    },
    isEditedMark: (line) => edited.test(undirected(line)),
    isViewsWord: (line) => viewsWord.test(undirected(line)),
  };
}

/** The clock time at the end of a line, whatever stands before it; `HH:MM`. */
export function clockAtEnd(line: string): { readonly clock: string; readonly before: string } | undefined {
  const shown = undirected(line);
  const match = lastClock.exec(inFigures(shown));
  const told = clockOf(match?.groups?.clock ?? "", match?.groups?.half);
  return match === null || told === undefined ? undefined : { clock: told, before: shown.slice(0, match.index) };
}

const half = String.raw`(?:\s?(?<half>[ap])\.?m\.?)?`;
const lastClock = new RegExp(`(?<![\\d:])(?<clock>\\d\\d?:\\d\\d)${half}$`, "iu");

function patternsFor(words: readonly FooterWords[]) {
  const viewsWord = oneOf(words.flatMap((own) => own.views));
  const editedWord = oneOf(words.flatMap((own) => own.edited));
  const named = `${eye}\\s*${anyCount}|(?:${eye}\\s*)?(?:${anyCount}\\s*|${gluedCount})(?:${viewsWord})|(?:${viewsWord}):?\\s*${anyCount}`;
  const bare = `${anyCount}(?=\\s+(?:(?:${editedWord})\\s+)?(?:\\d\\d:\\d\\d|\\d\\d?:\\d\\d\\s?[ap]\\.?m\\.?)$)`;
  const footer = [
    `(?:(?<views>${named}|${roundedCount}(?=\\s)|${bare})[\\s·•|,]*)?`,
    String.raw`(?:(?<signature>\S.{0,63}?),\s*)?`,
    `(?<edited>(?:${editedWord})[\\s·•|,]*)?`,
    String.raw`(?<clock>\d\d?:\d\d)${half}`,
  ];
  return {
    footer: new RegExp(`^${footer.join("")}$`, "diu"),
    views: new RegExp(`^(?:${named}|${anyCount})$`, "iu"),
    named: new RegExp(`^(?:${named})$`, "iu"),
    edited: new RegExp(`^(?:,\\s*)?\\(?(?:${editedWord})\\)?$`, "iu"),
    viewsWord: new RegExp(`^(?:${viewsWord})$`, "iu"),
  };
}

const eye = String.raw`👁(?:\uFE0F?\u200D🗨)?\uFE0F?`;
const countIn = new RegExp(`${gluedCount}|${anyCount}`, "iu");

function metadataIn(line: string, pattern: RegExp): PostMetadata | undefined {
  const shown = undirected(line);
  const text = inFigures(shown);
  // Cheap look first: almost no line ends so.
  if (!/\d:\d\d(?:\s?[ap]\.?m\.?)?$/iu.test(text)) return undefined;
  const match = pattern.exec(text);
  const { edited, clock = "", half: part } = match?.groups ?? {};
  const told = clockOf(clock, part);
  if (told === undefined) return undefined;
  const printed = (name: string): string | undefined => {
    const [start, end] = match?.indices?.groups?.[name] ?? [];
    return start === undefined ? undefined : shown.slice(start, end);
  };
  const views = viewsIn(printed("views") ?? "");
  const signature = printed("signature")?.replace(/\s+/gu, " ");
  // `12 Oct, 17:05` is signed by nobody: it heads a post, or is its author's.
  if (signature !== undefined && headingDay(signature) !== undefined) return undefined;
  return {
    ...(views === undefined ? {} : { views }),
    ...(signature === undefined ? {} : { signature }),
    clock: told,
    ...(edited === undefined ? {} : { editedMark: true }),
  };
}

/** No number of views with its word is longer. */
function isShort(text: string): boolean {
  return text.length <= 40 && /\p{Nd}/u.test(text);
}

function viewsIn(shown: string): Views | undefined {
  const found = countIn.exec(inFigures(shown));
  return found === null ? undefined : printedCount(shown.slice(found.index, found.index + found[0].length));
}

/** Half-days count from 12; without one the hour has two figures, as `1:05` is the length of a video. */
function clockOf(clock: string, part: string | undefined): string | undefined {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  if (part === undefined) return clock.length === 5 && hour < 24 && minute < 60 ? clock : undefined;
  if (hour < 1 || hour > 12 || minute > 59) return undefined;
  const whole = (hour % 12) + (/^p/iu.test(part) ? 12 : 0);
  return `${String(whole).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function oneOf(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .map(literalPattern)
    .join("|");
}
