import type { Foot, Views } from "../post.ts";
import { anyCount, inFigures, printedCount, roundedCount, undirected } from "../text/printed-count.ts";
import { footerWords } from "./footer-words.ts";

/** What a line that ends in a clock time says, as the foot of a post: `10:23`, `Ada, edited 10:23`, `12.3K views Ada, 10:23`. */
export function footerOf(line: string): Foot | undefined {
  const shown = undirected(line);
  const text = inFigures(shown);
  // Cheap look first: almost no line ends so.
  if (!/\d:\d\d(?:\s?[ap]\.?m\.?)?$/iu.test(text)) return undefined;
  const match = footerLine.exec(text);
  const { edited, clock = "", half } = match?.groups ?? {};
  const told = clockOf(clock, half);
  if (told === undefined) return undefined;
  const printed = (name: string): string | undefined => {
    const [start, end] = match?.indices?.groups?.[name] ?? [];
    return start === undefined ? undefined : shown.slice(start, end);
  };
  const views = viewsIn(printed("views") ?? "");
  const signature = printed("signature")?.replace(/\s+/gu, " ");
  return {
    ...(views === undefined ? {} : { views }),
    ...(signature === undefined ? {} : { signature }),
    clock: told,
    ...(edited === undefined ? {} : { editedMark: true }),
  };
}

/** The number of views that a line can be, with its word or without: `12.3K views`, `1 view`, `12.3K`, `812`, `👁 12,4 тыс.` */
export function viewsOf(line: string): Views | undefined {
  const shown = undirected(line);
  return isShort(shown) && viewsLine.test(inFigures(shown)) ? viewsIn(shown) : undefined;
}

/** Whether a number of views says that it is one. A bare number may be anything. */
export function namesViews(line: string): boolean {
  const text = inFigures(undirected(line));
  return isShort(text) && namedViews.test(text);
}

/** Whether a number of views is rounded, as few numbers in texts are: `12.3K`. */
export function isRounded(line: string): boolean {
  return viewsOf(line)?.printed !== undefined;
}

/** Whether a line is no more than the word for an edited post. */
export function isEditedMark(line: string): boolean {
  return editedLine.test(undirected(line));
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
function clockOf(clock: string, half: string | undefined): string | undefined {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  if (half === undefined) return clock.length === 5 && hour < 24 && minute < 60 ? clock : undefined;
  if (hour < 1 || hour > 12 || minute > 59) return undefined;
  const whole = (hour % 12) + (/^p/iu.test(half) ? 12 : 0);
  return `${String(whole).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const viewsWord = oneOf(footerWords.flatMap(({ views }) => views));
const editedWord = oneOf(footerWords.flatMap(({ edited }) => edited));
const eye = String.raw`👁(?:\uFE0F?\u200D🗨)?\uFE0F?`;
const named = `${eye}\\s*${anyCount}|${anyCount}\\s*(?:${viewsWord})|(?:${viewsWord}):?\\s*${anyCount}`;

const footerLine = new RegExp(
  `^(?:(?<views>${named}|${roundedCount}(?=\\s)|${anyCount}(?=\\s+(?:(?:${editedWord})\\s+)?\\d\\d:\\d\\d$))[\\s·•|,]*)?` +
    `(?:(?<signature>\\S.{0,63}?),\\s*)?(?<edited>(?:${editedWord})[\\s·•|,]+)?(?<clock>\\d\\d?:\\d\\d)(?:\\s?(?<half>[ap])\\.?m\\.?)?$`,
  "diu",
);
const viewsLine = new RegExp(`^(?:${named}|${anyCount})$`, "iu");
const namedViews = new RegExp(`^(?:${named})$`, "iu");
const editedLine = new RegExp(`^\\(?(?:${editedWord})\\)?$`, "iu");
const countIn = new RegExp(anyCount, "iu");

function oneOf(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/\./gu, "\\."))
    .join("|");
}
