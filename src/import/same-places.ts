import { likeness } from "../archive/likeness.ts";
import type { CapturedLine } from "./captured-lines.ts";

/** A place between two lines of a capture. */
export interface SharedPlace {
  /** Which capture, counted from 0. */
  readonly capture: number;
  /** Which of its lines stands below the place, counted from 0; never the first. */
  readonly at: number;
}

/** A place as all captures show it, and what those say of it that show its lines apart. */
export interface PlaceInCaptures {
  /** In the order of the captures, one of each at the most. */
  readonly places: readonly SharedPlace[];
  /** Lines of other captures that tell whether a post starts at the place. */
  readonly beside: readonly SaidApart[];
}

/** Which of two captures was taken later, as far as that is known. */
export type IsLater = (one: number, other: number) => boolean;

/** What a capture says of a place although it does not show it: it shows the two lines apart from each other, or ends between them. */
export interface SaidApart {
  readonly capture: number;
  readonly isSure: boolean;
  /** Log-odds for a start, or against it. */
  readonly odds: number;
}

/** A page begins and ends with a whole post, unless somebody cut it there. Log-odds, set by hand. */
const edgeOdds = 3;

/**
 * Lines that one of two captures lacks are mostly whole posts that were deleted, or what was added at the end of one: a post ends above them and another
 * starts below. Log-odds, set by hand.
 */
const goneOdds = 2;

/** More lines that a capture lacks are not looked through. */
const mostGone = 60;

/** Two lines that are shorter together stand beside each other by chance. In letters of an alphabet. */
const shortestPair = 24;

/** From this share of words in common on, a line is another one that was edited. */
const sameLine = 0.5;

/**
 * The places that captures of one channel have in common: the same two lines right below each other, or one of them and the other as it was edited.
 * Where a pair of lines is short, or stands in one capture twice, the lines around it must be the same too.
 */
export function samePlaces(
  captures: readonly (readonly CapturedLine[])[],
  isLater: IsLater,
): readonly PlaceInCaptures[] {
  const unique = captures.map(placesOfUnique);
  const places = withEdits(byLines(captures), captures, unique);
  return places.map((own) => ({ places: own, beside: besideOf(own, { captures, unique, isLater }) }));
}

type Place = SharedPlace;

/** By the key of a line that a capture shows once, where. -1 where it shows it again. */
type UniqueLines = ReadonlyMap<string, number>;

function placesOfUnique(lines: readonly CapturedLine[]): UniqueLines {
  const places = new Map<string, number>();
  for (const [at, { key }] of lines.entries()) places.set(key, places.has(key) ? -1 : at);
  return places;
}

/** All places, those of the same lines together. */
function byLines(captures: readonly (readonly CapturedLine[])[]): readonly (readonly Place[])[] {
  const pair = (lines: readonly CapturedLine[], at: number): string => `${lines[at - 1]?.key}\n${lines[at]?.key}`;
  const wide = (lines: readonly CapturedLine[], at: number): string =>
    `${lines[at - 2]?.key}\n${pair(lines, at)}\n${lines[at + 1]?.key}`;
  const repeated = captures.map((lines) => repeatedIn(lines, pair));
  const isNarrow = (key: string): boolean => breadthOf(key) >= shortestPair && !repeated.some((own) => own.has(key));
  const groups = new Map<string, Place[]>();
  for (const [capture, lines] of captures.entries()) {
    const repeatedWide = repeatedIn(lines, wide);
    for (let at = 1; at < lines.length; at += 1) {
      const narrow = pair(lines, at);
      const far = wide(lines, at);
      const key = isNarrow(narrow) ? narrow : repeatedWide.has(far) ? `${capture} ${at}` : far;
      const group = groups.get(key);
      if (group) group.push({ capture, at });
      else groups.set(key, [{ capture, at }]);
    }
  }
  return [...groups.values()];
}

function repeatedIn(
  lines: readonly CapturedLine[],
  keyAt: (lines: readonly CapturedLine[], at: number) => string,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (let at = 1; at < lines.length; at += 1) {
    const key = keyAt(lines, at);
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

/** How many letters a text has; a sign of a script that writes words or syllables counts for three. */
function breadthOf(text: string): number {
  let breadth = 0;
  for (let at = 0; at < text.length; at += 1) breadth += text.charCodeAt(at) >= firstSyllable ? 3 : 1;
  return breadth;
}

const firstSyllable = 0x2e80;

/** Groups of places, those together that differ in one line which was edited. */
function withEdits(
  groups: readonly (readonly Place[])[],
  captures: readonly (readonly CapturedLine[])[],
  unique: readonly UniqueLines[],
): readonly (readonly Place[])[] {
  const joined = groups.map((group) => ({ places: [...group] }));
  const groupAt = captures.map((lines) => new Array<{ places: Place[] } | undefined>(lines.length));
  for (const group of joined) for (const { capture, at } of group.places) put(capture, at, group);
  const showing = new Map<string, number[]>();
  for (const [capture, own] of unique.entries())
    for (const [key, at] of own) if (at >= 0) showing.set(key, [...(showing.get(key) ?? []), capture]);
  for (const group of joined) {
    const [first] = group.places;
    if (first === undefined) continue;
    for (const side of [0, 1]) {
      const own = lineOf(first.capture, first.at - side);
      if (own === undefined || unique[first.capture]?.get(own.key) !== first.at - side) continue;
      for (const capture of showing.get(own.key) ?? []) {
        const at = (unique[capture]?.get(own.key) ?? -1) + side;
        const other = groupAt[capture]?.[at];
        if (other === undefined || other === group || !isEdited(first, { capture, at }, 1 - side)) continue;
        if (group.places.some((one) => other.places.some((each) => each.capture === one.capture))) continue;
        for (const place of other.places) put(place.capture, place.at, group);
        group.places.push(...other.places.splice(0));
      }
    }
  }
  return joined.flatMap(({ places }) =>
    places.length === 0 ? [] : [places.sort((one, other) => one.capture - other.capture)],
  );

  function put(capture: number, at: number, group: { places: Place[] }): void {
    const own = groupAt[capture];
    if (own !== undefined) own[at] = group;
  }

  function lineOf(capture: number, at: number): CapturedLine | undefined {
    return captures[capture]?.[at];
  }

  /** Whether the line below two places (`side` 0), or above them (1), is in each capture alone, and mostly the same. */
  function isEdited(one: Place, other: Place, side: number): boolean {
    const [mine, theirs] = [lineOf(one.capture, one.at - side), lineOf(other.capture, other.at - side)];
    if (mine === undefined || theirs === undefined) return false;
    if (unique[other.capture]?.has(mine.key) || unique[one.capture]?.has(theirs.key)) return false;
    return likeness(mine.key, theirs.key) >= sameLine;
  }
}

/** What captures say that do not show a place: each of its lines stands elsewhere in them, or is their first or last. */
function besideOf(places: readonly Place[], { captures, unique, isLater }: Captures): readonly SaidApart[] {
  const own = new Set(places.map(({ capture }) => capture));
  const [first] = places;
  const lines = captures[first?.capture ?? 0] ?? [];
  const at = first?.at ?? 0;
  const uniqueAt = (capture: number, place: number): number | undefined => {
    const key = lines[place]?.key ?? "";
    const isUnique = unique[first?.capture ?? 0]?.get(key) === place;
    const found = isUnique ? unique[capture]?.get(key) : -1;
    return found === -1 ? Number.NaN : found;
  };
  /** Whether a capture lacks all lines from a place up to one that it shows, or down to one, and shows what stands around them right below each other. */
  const isGone = (capture: number, from: number, step: 1 | -1, shown: number): boolean => {
    for (let offset = 0; offset < mostGone; offset += 1) {
      const found = uniqueAt(capture, from + step * offset);
      if (found !== undefined) return found === shown + step;
    }
    return false;
  };
  return captures.flatMap((others, capture): readonly SaidApart[] => {
    if (own.has(capture) || others.length === 0) return [];
    const [above, below] = [uniqueAt(capture, at - 1), uniqueAt(capture, at)];
    const isLast = places.every((place) => isLater(capture, place.capture));
    const areGone =
      isLast &&
      ((above !== undefined && below === undefined && isGone(capture, at, 1, above)) ||
        (below !== undefined && above === undefined && isGone(capture, at - 1, -1, below)));
    const said = saidBeside(others, { above, below, isLast, areGone });
    return said === undefined ? [] : [{ capture, ...said }];
  });
}

interface Captures {
  readonly captures: readonly (readonly CapturedLine[])[];
  readonly unique: readonly UniqueLines[];
  readonly isLater: IsLater;
}

/** Where two lines stand in a capture, if they do, and whether it was taken after all that show them together. */
interface Apart {
  readonly above: number | undefined;
  readonly below: number | undefined;
  readonly isLast: boolean;
  /** Whether one of them is of lines that it lacks between two that it shows right below each other. */
  readonly areGone: boolean;
}

/**
 * What a capture says of two lines that it does not show together. Where posts that stood between them are gone, the one must end and the other start. A
 * line that is gone from a later capture was a post of its own if the other ends or starts one there; one that is new may have been added to its post.
 */
function saidBeside(
  lines: readonly CapturedLine[],
  { above, below, isLast, areGone }: Apart,
): Omit<SaidApart, "capture"> | undefined {
  const edge = { isSure: false, odds: edgeOdds };
  if (above === undefined || below === undefined) {
    if (below === 0 || above === lines.length - 1) return edge;
    const next = lines[below ?? (above ?? -2) + 1];
    if (areGone) return { isSure: false, odds: Math.max(goneOdds, next?.margin ?? 0) };
    return isLast && next?.isStart === true ? { isSure: false, odds: next.margin } : undefined;
  }
  if (Number.isNaN(above) || Number.isNaN(below) || below === above + 1) return undefined;
  const [end, start] = [lines[above + 1], lines[below]];
  const isEnd = end === undefined || end.isStart;
  const isStart = below === 0 || start?.isStart === true;
  const isBelow = below > above;
  if (isEnd !== isStart) return isBelow ? { isSure: false, odds: goneOdds } : undefined;
  if (!isStart) {
    const isOne = lines[above]?.post === start?.post;
    if (!isOne) return isBelow ? { isSure: false, odds: goneOdds } : undefined;
    return { isSure: false, odds: Math.max(end?.margin ?? 0, start?.margin ?? 0) + (isBelow ? goneOdds : 0) };
  }
  const ends = end === undefined ? edge : { isSure: end.isSure, odds: end.margin };
  const starts = below === 0 || start === undefined ? edge : { isSure: start.isSure, odds: start.margin };
  return { isSure: ends.isSure && starts.isSure, odds: Math.min(ends.odds, starts.odds) };
}
