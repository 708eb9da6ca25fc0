import { headingDay } from "../../text/heading-day.ts";
import { nameKey } from "../../text/name-key.ts";
import type { Token } from "../lines/tokens.ts";

/** A name over a message: the places of its first and last token. */
export interface Opener {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  /** `HH:MM`. */
  readonly clock?: string;
  /** How it is written, name and figures masked: names of one text have one shape. */
  readonly shape: string;
}

/** The least share of names over messages that show how such names are written and parted here. */
const leastShare = 0.9;

/**
 * Those of the lines of one shape, in the order of the page, that stand over messages. A text can end in a time of day, or in a colon, as a name does.
 *
 *     Ada Fenn 18:10
 *     Not yet. Again at 09:30
 *
 * Names recur. One that stands over one text alone is a name where it is written like the others, is no longer, and its time runs on from the name above
 * to the name below; without a time it is text. A line that has a name right above or below it is text unless its name stands elsewhere over a text.
 * In doubt a line is text, so that no message loses its words.
 */
export function headsAmong(tokens: readonly Token[], lines: readonly Opener[]): readonly Opener[] {
  const recurring = recurringAmong(tokens, lines);
  const [sample] = recurring;
  if (sample === undefined) return [];
  const known = new Set(recurring.map(keyOf));
  if (sample.clock === undefined) return lines.filter((line) => known.has(keyOf(line)));
  const isAlike = likenessTo(recurring);
  const runsOn = orderOf(tokens, recurring);
  const sure = new Set(
    [...byNameOf(recurring)].flatMap(([key, own]) => (own.every(isAlike) || own.every(runsOn) ? [key] : [])),
  );
  const possible = lines.filter((line) => sure.has(keyOf(line)) || (!known.has(keyOf(line)) && isAlike(line)));
  const runsOnBySure = orderOf(
    tokens,
    recurring.filter((line) => sure.has(keyOf(line))),
  );
  const areParted = partedShare(tokens, recurring) >= leastShare;
  const { isOverText, isBelowAnother } = neighbourhood(tokens, possible);
  for (const line of possible) {
    if (sure.has(keyOf(line)) || !isOverText(line) || isBelowAnother(line)) continue;
    if (isFullFive(line) || !runsOnBySure(line)) continue;
    if (!areParted || isParted(tokens, line)) sure.add(keyOf(line));
  }
  return possible.filter((line) => sure.has(keyOf(line)));
}

/** Which share of names, those on top and right below a day aside, have a blank line above; 0 where there are none. */
export function partedShare(tokens: readonly Token[], openers: readonly Opener[]): number {
  const below = openers.filter(({ first }) => first > 0 && !isDay(tokens[first - 1]));
  return below.length === 0 ? 0 : below.filter((opener) => isParted(tokens, opener)).length / below.length;
}

/** Whether a token is a day and nothing else. */
export function isDay(token: Token | undefined): boolean {
  return token?.kind === "text" && headingDay(token.text) !== undefined;
}

/** Whether the time of a name is a full five minutes, as those that people agree on are; one in five of messages is. */
function isFullFive({ clock = "1" }: Opener): boolean {
  return Number(clock.slice(-1)) % 5 === 0;
}

function keyOf({ name }: Opener): string {
  return nameKey(name);
}

function isParted(tokens: readonly Token[], { first }: Opener): boolean {
  return first === 0 || isDay(tokens[first - 1]) || (tokens[first]?.gap ?? 0) > 0;
}

/** The lines whose name stands at several times, often or over a text, and not always right below another such line. */
function recurringAmong(tokens: readonly Token[], lines: readonly Opener[]): readonly Opener[] {
  const { isOverText, isBelowAnother } = neighbourhood(tokens, lines);
  // One name over everything may stand at one time of each day.
  const recurs = ([one, ...others]: readonly Opener[]): boolean =>
    others.some(({ clock }) => clock === undefined || clock !== one?.clock) ||
    (others.length >= fewestDaily && others.length + 1 === lines.length);
  const isOver = (own: readonly Opener[]): boolean =>
    (own.length >= often || own.some(isOverText)) && !own.every(isBelowAnother);
  const found = [...byNameOf(lines).values()].filter((own) => recurs(own) && isOver(own));
  return found.flat().sort((one, other) => one.first - other.first);
}

const often = 3;
const fewestDaily = 4;

function byNameOf(lines: readonly Opener[]): ReadonlyMap<string, readonly Opener[]> {
  const byName = new Map<string, Opener[]>();
  for (const line of lines) {
    const own = byName.get(keyOf(line)) ?? [];
    byName.set(keyOf(line), own);
    own.push(line);
  }
  return byName;
}

interface Neighbourhood {
  /** Whether a line has text below it before the next such line. */
  readonly isOverText: (line: Opener) => boolean;
  /** Whether another such line stands right above. */
  readonly isBelowAnother: (line: Opener) => boolean;
}

function neighbourhood(tokens: readonly Token[], lines: readonly Opener[]): Neighbourhood {
  const [firsts, lasts] = [new Set(lines.map(({ first }) => first)), new Set(lines.map(({ last }) => last))];
  const isEmpty = (last: number): boolean => firsts.has(last + 1) || (isDay(tokens[last + 1]) && firsts.has(last + 2));
  return {
    isOverText: ({ last }) => last + 1 < tokens.length && !isEmpty(last),
    isBelowAnother: ({ first }) => lasts.has(first - 1),
  };
}

/** Tells of names whether they are written as those are that recur: no longer, with large letters where these have them, no sentence ending inside. */
function likenessTo(recurring: readonly Opener[]): (line: Opener) => boolean {
  const names = recurring.map(({ name }) => name);
  const areLarge = names.filter(isLarge).length >= names.length * leastShare;
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
  const mostWords = names.reduce((most, name) => Math.max(most, name.split(/\s+/u).length), 0);
  return ({ name }) => {
    if (endsSentence.test(name) || (areLarge && !isLarge(name))) return false;
    const hasCase = name.toLowerCase() !== name.toUpperCase();
    if (name.split(/\s+/u).length > Math.max(mostWords, areLarge && hasCase ? 2 : 1)) return false;
    return name.length <= longest * 1.5 + (hasCase ? 8 : 1);
  };
}

const endsSentence = /[.!?…:;,]\s|[!?…。！？।؟]/u;

/** Whether neither the first nor the last word of a name, what stands in brackets aside, begins with a small letter. */
function isLarge(name: string): boolean {
  const words = name.replace(/\s*[(（].*$/u, "").split(/\s+/u);
  return [words[0], words.at(-1)].every((word = "") => !/^\P{L}*\p{Ll}/u.test(word));
}

/** Tells of lines whether their time lies between those of the names above and below them, in the order in which most names run. */
function orderOf(tokens: readonly Token[], names: readonly Opener[]): (line: Opener) => boolean {
  const { above, below, days } = surroundings(tokens, names);
  const steps = names.map((name) => minutesOf(name) - minutesOf(above[name.first] ?? name));
  const isForwards = steps.filter((step) => step > 0).length >= steps.filter((step) => step < 0).length;
  const hasDays = isForwards && names.some(({ first }) => isDay(tokens[first - 1]));
  return (line) => {
    const [last, next] = [above[line.first], below[line.first]];
    // Within a day no time comes before an earlier one.
    const isLater = (one: Opener, other: Opener): boolean =>
      minutesOf(one) <= minutesOf(other) || days[one.first] !== days[other.first];
    if (hasDays) return (last === undefined || isLater(last, line)) && (next === undefined || isLater(line, next));
    if (last === undefined || next === undefined) return true;
    const [from, to] = isForwards ? [last, next] : [next, last];
    return aroundTheClock(minutesOf(line) - minutesOf(from)) <= aroundTheClock(minutesOf(to) - minutesOf(from));
  };
}

interface Surroundings {
  /** By token, the name above it and the name below it. */
  readonly above: readonly (Opener | undefined)[];
  readonly below: readonly (Opener | undefined)[];
  /** By token, how many days stand above it. */
  readonly days: readonly number[];
}

function surroundings(tokens: readonly Token[], names: readonly Opener[]): Surroundings {
  const byPlace = new Map(names.map((name) => [name.first, name]));
  let [last, next]: (Opener | undefined)[] = [];
  let told = 0;
  const above = tokens.map((_, at) => {
    const own = last;
    last = byPlace.get(at) ?? last;
    return own;
  });
  const below = tokens.map(() => next);
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    below[at] = next;
    next = byPlace.get(at) ?? next;
  }
  const days = tokens.map((token) => {
    told += isDay(token) ? 1 : 0;
    return told;
  });
  return { above, below, days };
}

function minutesOf({ clock = "" }: Opener): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

function aroundTheClock(minutes: number): number {
  return ((minutes % 1440) + 1440) % 1440;
}
