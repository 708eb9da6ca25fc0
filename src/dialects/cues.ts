import { isHashtagLine } from "../text/hashtags.ts";
import { leadingEmoji } from "./copies.ts";
import type { Unit } from "./units.ts";

/** A place between two units of a page: would a post start at `next`? */
export interface Seam {
  readonly previous: Unit;
  readonly next: Unit;
  /** The unit behind `next`, and the one before `previous`, where there are such. */
  readonly afterNext?: Unit;
  readonly beforePrevious?: Unit;
  readonly habits: LineHabits;
}

/** What the dump shows about its own lines. */
export interface LineHabits {
  /** Lines that recur with ever new lines right behind them: footers and sign-offs, by key. */
  readonly footers: ReadonlySet<string>;
  /** Share of seams with a blank line; a page poor in blank lines parts paragraphs by single newlines. */
  readonly blankShare: number;
  /** Emoji that open posts where the marks of the page leave no doubt. */
  readonly openers: ReadonlySet<string>;
}

/** One reason for or against a boundary. */
export interface Cue {
  readonly name: string;
  /** Log-odds for a boundary (against it where negative) when the cue holds. */
  readonly weight: number;
  holds(seam: Seam): boolean;
}

const openEnd = /[,;:–—\-(«“"„]$/u;
const closedEnd = /[.!?…»”"')\]。！？]$|\p{Extended_Pictographic}\uFE0F?$/u;
const bullet = /^(?:[•▪◾◼▫●○·*–—-]|\d{1,2}[.)])\s*\S/u;
const lowerStart = /^\p{Ll}/u;
const addressEnd = /https?:\/\/\S+$/u;
const shortLine = 60;
const veryShortLine = 30;

const text = (unit: Unit): string => unit.text.trim();
const isBullet = (unit: Unit): boolean => bullet.test(text(unit));
const blankBehind = (unit: Unit | undefined): boolean => unit !== undefined && unit.gap > 0;

/** The judgement on a seam between two lines of text: the sum of the cues that hold. Order means nothing here. */
export const cues: readonly Cue[] = [
  { name: "base", weight: 1, holds: () => true },
  // Inside posts of a page with blank lines, paragraphs are parted by them; a post's first line has none before it.
  { name: "blank line between", weight: -9, holds: ({ next }) => next.gap > 0 },
  { name: "footer before", weight: 4, holds: ({ previous, habits }) => habits.footers.has(previous.key) },
  { name: "footer next", weight: -3, holds: ({ next, habits }) => habits.footers.has(next.key) },
  { name: "closing hashtags", weight: 3, holds: ({ previous, next }) => closingTags(previous, next) },
  { name: "hashtag line next, alone in its paragraph", weight: 2, holds: (seam) => openingTags(seam) },
  { name: "hashtag lines in a row", weight: -4, holds: ({ previous, next }) => bothTags(previous, next) },
  { name: "headline: paragraph of one line next", weight: 1.5, holds: ({ afterNext }) => blankBehind(afterNext) },
  {
    name: "no blank line behind next",
    weight: -0.5,
    holds: ({ afterNext }) => afterNext !== undefined && afterNext.gap === 0,
  },
  { name: "previous is a paragraph of its own", weight: 0.7, holds: ({ previous }) => previous.gap > 0 },
  { name: "previous line in a run of lines", weight: -0.7, holds: ({ previous }) => previous.gap === 0 },
  { name: "list goes on", weight: -5, holds: ({ previous, next }) => isBullet(previous) && isBullet(next) },
  { name: "list starts", weight: -3, holds: ({ previous, next }) => !isBullet(previous) && isBullet(next) },
  { name: "same emoji at both starts", weight: -3, holds: ({ previous, next }) => sameEmoji(previous, next) },
  { name: "opener next", weight: 1.5, holds: ({ next, habits }) => habits.openers.has(leadingEmoji(next) ?? "") },
  { name: "emoji next", weight: 0.7, holds: ({ next }) => leadingEmoji(next) !== undefined },
  { name: "sentence left open", weight: -3.5, holds: ({ previous }) => openEnd.test(text(previous)) },
  { name: "colon", weight: -2, holds: ({ previous }) => text(previous).endsWith(":") },
  { name: "sentence closed", weight: 0.8, holds: ({ previous }) => closedEnd.test(text(previous)) },
  { name: "next goes on in lower case", weight: -3, holds: ({ next }) => lowerStart.test(text(next)) },
  { name: "two short lines", weight: -1.5, holds: ({ previous, next }) => isShort(previous) && isShort(next) },
  {
    name: "two very short lines",
    weight: -2,
    holds: ({ previous, next }) => isVeryShort(previous) && isVeryShort(next),
  },
  { name: "no word next", weight: -6, holds: ({ next }) => !/[\p{L}\p{N}]/u.test(text(next)) },
  { name: "short line next", weight: -0.5, holds: ({ next }) => isShort(next) },
  { name: "address ends previous", weight: 0.5, holds: ({ previous }) => addressEnd.test(text(previous)) },
  { name: "page poor in blank lines", weight: 1, holds: ({ habits }) => habits.blankShare < 0.1 },
];

/** Log-odds that a post starts at the seam. */
export function boundaryScore(seam: Seam): number {
  return cues.reduce((sum, cue) => (cue.holds(seam) ? sum + cue.weight : sum), 0);
}

/** Reads a dump's habits from its units: recurring lines, blank lines, and the emoji behind certain boundaries. */
export function lineHabitsOf(units: readonly Unit[]): LineHabits {
  const gaps = units.filter((unit) => unit.gap > 0).length;
  return {
    footers: footersOf(units),
    blankShare: units.length === 0 ? 0 : gaps / units.length,
    openers: openersOf(units),
  };
}

/** A line is a footer where it recurs and is followed, without a blank line, by lines that differ. */
function footersOf(units: readonly Unit[]): ReadonlySet<string> {
  const followers = new Map<string, { count: number; seen: Set<string>; close: number }>();
  for (const [index, unit] of units.entries()) {
    if (unit.kind !== "text") continue;
    const found = followers.get(unit.key) ?? { count: 0, seen: new Set<string>(), close: 0 };
    const next = units[index + 1];
    found.count += 1;
    found.seen.add(next?.key ?? "");
    if (next === undefined || next.gap === 0) found.close += 1;
    followers.set(unit.key, found);
  }
  const footers = [...followers].filter(
    ([, { count, seen, close }]) => count >= 2 && seen.size >= Math.max(2, count * 0.6) && close >= count * 0.8,
  );
  return new Set(footers.map(([key]) => key));
}

/** Emoji of the first lines behind marks that leave no doubt: forwarded marks and closing placeholders. */
function openersOf(units: readonly Unit[]): ReadonlySet<string> {
  const openers = new Set<string>();
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1]?.kind;
    if (unit.kind !== "text" || before === undefined || before === "text") continue;
    const emoji = leadingEmoji(unit);
    if (emoji !== undefined) openers.add(emoji);
  }
  return openers;
}

function closingTags(previous: Unit, next: Unit): boolean {
  return isHashtagLine(previous.text) && previous.gap > 0 && !isHashtagLine(next.text);
}

function openingTags({ next, afterNext }: Seam): boolean {
  return isHashtagLine(next.text) && blankBehind(afterNext);
}

function bothTags(previous: Unit, next: Unit): boolean {
  return isHashtagLine(previous.text) && isHashtagLine(next.text);
}

function sameEmoji(previous: Unit, next: Unit): boolean {
  const emoji = leadingEmoji(next);
  return emoji !== undefined && emoji === leadingEmoji(previous);
}

function isVeryShort(unit: Unit): boolean {
  return text(unit).length < veryShortLine;
}

function isShort(unit: Unit): boolean {
  return text(unit).length < shortLine;
}
