import { type Belief, copyShare, highestOf, rowOf, totalOf } from "./belief.ts";
import type { Rhythm } from "./rhythm.ts";
import { inTurn, scratch } from "./scratch.ts";

/**
 * What time does to a belief between one post and a later one, `posts` posts on. Time passes in three ways: the rate may change to a neighbour,
 * slots pass by the geometric law of the rate, and now and then there is a pause, after which the rate is drawn anew. At least so many midnights lie between the two as `midnights` says.
 */
export function pass(rhythm: Rhythm, from: Belief, posts: number, width: number, midnights = 0): Belief {
  let belief = from;
  for (const own of stages(posts, midnights)) {
    const all = passOnce(rhythm, belief, own, width);
    belief = midnights === 0 ? all : acrossMidnight(all, passOnce(rhythm, belief, own, width, rhythm.slotsPerDay));
  }
  return belief;
}

/** The same, seen backwards: how well each slot of a belief explains what comes `posts` posts later. */
export function passBack(
  rhythm: Rhythm,
  later: Belief,
  posts: number,
  first: number,
  width: number,
  midnights = 0,
): Belief {
  const span = Math.max(width, later.first - first + later.width);
  const all = stages(posts, midnights);
  let belief = later;
  for (const [place, own] of [...all.entries()].reverse()) {
    const wide = place === 0 ? width : span;
    const free = passBackOnce(rhythm, belief, own, first, wide);
    belief = scaled(
      midnights === 0 ? free : acrossMidnight(free, passBackOnce(rhythm, belief, own, first, wide, rhythm.slotsPerDay)),
    );
  }
  return belief;
}

/** How many posts pass up to each midnight that surely lies between: evenly many, in one stage where there is none. */
function stages(posts: number, midnights: number): readonly number[] {
  const count = Math.max(1, midnights);
  return Array.from({ length: count }, (_, stage) =>
    Math.max(1, Math.floor(((stage + 1) * posts) / count) - Math.floor((stage * posts) / count)),
  );
}

/** What is left of the chance that two posts stand on one day though the clock ran back between them: a page can err. */
const clockErs = 1e-6;

/** Values below this are scaled up, so that many midnights on few days never leave nothing. */
const tooSmall = 1e-60;

/** Of all ways that time can pass, those that lead to another day: all ways without those that stay within the day. */
function acrossMidnight(all: Belief, within: Belief): Belief {
  let highest = 0;
  for (let at = 0; at < all.values.length; at++) {
    const value = Math.max(0, (all.values[at] ?? 0) - (1 - clockErs) * (within.values[at] ?? 0));
    all.values[at] = value;
    if (value > highest) highest = value;
  }
  return highest < tooSmall ? scaled(all) : all;
}

/** Brings the highest value to 1. */
function scaled(belief: Belief): Belief {
  const highest = highestOf(belief.values);
  if (highest > 0) copyShare(belief.values, 1 / highest, belief.values);
  return belief;
}

/** Time passing with no word about midnights; where `day` gives the slots of a day, only the ways that stay within one. */
function passOnce(rhythm: Rhythm, from: Belief, posts: number, width: number, day = width): Belief {
  const { shares } = rhythm;
  const goesOn = 1 - chanceOfPause(rhythm, posts);
  const total = totalOf(from, scratch("total", from.width));
  const resumed = resumeAhead(total, pausing(rhythm, posts), day, scratch("resumed", width));
  const values = inTurn("ahead", shares.length * width);
  for (const [rate, share] of shares.entries()) {
    const mixed = mixing(rhythm, from, posts, "ahead", rate);
    const row = values.subarray(rate * width, (rate + 1) * width);
    lingerAhead(mixed, passing(rhythm, rate, posts), day, { goesOn, resumed, share }, row);
  }
  return { first: from.first, width, values };
}

function passBackOnce(
  rhythm: Rhythm,
  later: Belief,
  posts: number,
  first: number,
  width: number,
  day?: number,
): Belief {
  const { shares } = rhythm;
  const goesOn = 1 - chanceOfPause(rhythm, posts);
  const shift = later.first - first;
  const span = Math.max(width, shift + later.width);

  const unchanged = scratch("unchanged", shares.length * width);
  const shared = scratch("shared", later.width).fill(0);
  for (const [rate, share] of shares.entries()) {
    const row = unchanged.subarray(rate * width, (rate + 1) * width);
    lingerBack(rowOf(later, rate), shift, passing(rhythm, rate, posts), day ?? span, share, shared, row);
  }
  const resumed = resumeBack(shared, shift, pausing(rhythm, posts), day ?? span, scratch("resumed", width));
  const values = inTurn("back", shares.length * width);
  for (const rate of shares.keys()) {
    const mixed = mixing(rhythm, { first, width, values: unchanged }, posts, "back", rate);
    mix(mixed, goesOn, resumed, values.subarray(rate * width, (rate + 1) * width));
  }
  return { first, width, values };
}

function chanceOfPause({ pauses }: Rhythm, posts: number): number {
  return pauses.reduce((sum, { chance }) => sum + among(chance, posts), 0);
}

/** Chance that something of this chance happens among so many posts. */
function among(chance: number, posts: number): number {
  return 1 - (1 - chance) ** posts;
}

/** Many posts at once pass as the sum of a few geometric laws with the same mean: near enough to the sum of them all. */
const fewLaws = 3;

/** So many geometric laws one after the other, of one to `fewLaws`: by each, a slot is passed with this chance. */
interface Passing {
  readonly chance: number;
  readonly laws: number;
}

function passing({ passing: chances }: Rhythm, rate: number, posts: number): Passing {
  const chance = chances[rate] ?? 0;
  if (posts === 1) return { chance, laws: 1 };
  const laws = Math.min(posts, fewLaws);
  const mean = ((chance / (1 - chance)) * posts) / laws;
  return { chance: mean / (1 + mean), laws };
}

/** Processors reckon with numbers near the end of their range a hundred times more slowly; these are far too small to matter. */
const nothing = 1e-150;

function kept(value: number): number {
  return value < nothing ? 0 : value;
}

/** Short and long pauses after some of so many posts: how likely each is, and the chance per slot that it goes on. */
interface Pausing {
  readonly short: number;
  readonly shortGoesOn: number;
  readonly long: number;
  readonly longGoesOn: number;
}

function pausing({ pauses: [short, long] }: Rhythm, posts: number): Pausing {
  return {
    short: among(short.chance, posts),
    shortGoesOn: short.goesOn,
    long: among(long.chance, posts),
    longGoesOn: long.goesOn,
  };
}

/** What values of one rate are made of where the rates had a chance to change: shares of its own and of those of its neighbours. */
interface Mixing {
  readonly own: Float64Array;
  readonly slower: Float64Array;
  readonly faster: Float64Array;
  readonly stays: number;
  readonly down: number;
  readonly up: number;
}

/** The mixing of one rate after the rates have had a chance to change; backwards, before it. */
function mixing({ changes }: Rhythm, from: Belief, posts: number, direction: "ahead" | "back", rate: number): Mixing {
  const chance = (from: number, to: number): number => Math.min(0.4, (changes[from]?.[to] ?? 0) * posts);
  const [down, up] =
    direction === "ahead"
      ? [chance(rate - 1, rate), chance(rate + 1, rate)]
      : [chance(rate, rate - 1), chance(rate, rate + 1)];
  const stays = 1 - chance(rate, rate - 1) - chance(rate, rate + 1);
  // The slowest and the fastest rate have one neighbour.
  const slower = rowOf(from, down === 0 ? rate : rate - 1);
  const faster = rowOf(from, up === 0 ? rate : rate + 1);
  return { own: rowOf(from, rate), slower, faster, stays, down, up };
}

/** What goes on without a pause, and `share` of what comes out of one in each slot. */
interface Resuming {
  readonly goesOn: number;
  readonly resumed: Float64Array;
  readonly share: number;
}

// Most of the work of dating are the loops that follow, over all slots of all rates. Each value is read once and written once; lists of one loop are read
// at one place, and what lies beyond the values that are known has a loop of its own: so the engine checks each place once.

/**
 * Values of one rate after the rates have changed, time has passed and pauses have ended, from those before. By each law, with its chance a value goes on to
 * the next slot, and from there again. What would leave its day, of so many slots, is dropped; without a word about days all slots are of one. The laws are
 * taken in one go: each waits for what it held a slot before, so that three take hardly longer than one.
 */
function lingerAhead(
  { own, slower, faster, stays: same, down, up }: Mixing,
  { chance, laws }: Passing,
  day: number,
  { goesOn, resumed, share }: Resuming,
  into: Float64Array,
): void {
  const stays = 1 - chance;
  for (let start = 0; start < into.length; start += day) {
    const end = Math.min(into.length, start + day);
    const known = Math.min(end, own.length);
    let first = 0;
    let second = 0;
    let third = 0;
    let i = start;
    for (; i < known; i++) {
      const value = same * (own[i] ?? 0) + down * (slower[i] ?? 0) + up * (faster[i] ?? 0);
      first = kept(stays * value + chance * first);
      second = laws > 1 ? kept(stays * first + chance * second) : first;
      third = laws > 2 ? kept(stays * second + chance * third) : second;
      into[i] = goesOn * third + share * (resumed[i] ?? 0);
    }
    for (; i < end; i++) {
      first = kept(chance * first);
      second = laws > 1 ? kept(stays * first + chance * second) : first;
      third = laws > 2 ? kept(stays * second + chance * third) : second;
      into[i] = goesOn * third + share * (resumed[i] ?? 0);
    }
  }
}

/**
 * The same backwards, before pauses and changes: values, the first of them `shift` slots on, are spread to earlier slots, and `share` of each is added
 * to what is explained by any rate.
 */
function lingerBack(
  values: Float64Array,
  shift: number,
  { chance, laws }: Passing,
  day: number,
  share: number,
  shared: Float64Array,
  into: Float64Array,
): void {
  const stays = 1 - chance;
  const there = into.subarray(shift, shift + values.length);
  into.fill(0, shift + there.length);
  let first = 0;
  let second = 0;
  let third = 0;
  for (let end = values.length; end > 0; end -= day) {
    const start = Math.max(0, end - day);
    first = second = third = 0;
    let i = end - 1;
    for (; i >= Math.max(start, there.length); i--) {
      const value = values[i] ?? 0;
      shared[i] = (shared[i] ?? 0) + share * value;
      first = kept(stays * value + chance * first);
      second = laws > 1 ? kept(stays * first + chance * second) : first;
      third = laws > 2 ? kept(stays * second + chance * third) : second;
    }
    for (; i >= start; i--) {
      const value = values[i] ?? 0;
      shared[i] = (shared[i] ?? 0) + share * value;
      first = kept(stays * value + chance * first);
      second = laws > 1 ? kept(stays * first + chance * second) : first;
      third = laws > 2 ? kept(stays * second + chance * third) : second;
      there[i] = third;
    }
  }
  if (day <= values.length) first = second = third = 0;
  for (let i = Math.min(shift, into.length) - 1; i >= 0; i--) {
    first = kept(chance * first);
    second = laws > 1 ? kept(stays * first + chance * second) : first;
    third = laws > 2 ? kept(stays * second + chance * third) : second;
    into[i] = third;
  }
}

/** Values of one rate before the rates had a chance to change and pauses to begin. */
function mix(
  { own, slower, faster, stays, down, up }: Mixing,
  goesOn: number,
  resumed: Float64Array,
  into: Float64Array,
): void {
  for (let i = 0; i < into.length; i++) {
    const value = stays * (own[i] ?? 0) + down * (slower[i] ?? 0) + up * (faster[i] ?? 0);
    into[i] = goesOn * value + (resumed[i] ?? 0);
  }
}

/** What comes out of pauses in each slot, of values over all rates where they begin. */
function resumeAhead(
  values: Float64Array,
  { short, shortGoesOn, long, longGoesOn }: Pausing,
  day: number,
  into: Float64Array,
): Float64Array {
  const [shortEnds, longEnds] = [1 - shortGoesOn, 1 - longGoesOn];
  for (let start = 0; start < into.length; start += day) {
    const end = Math.min(into.length, start + day);
    const known = Math.min(end, values.length);
    let inShort = 0;
    let inLong = 0;
    let i = start;
    for (; i < known; i++) {
      const value = values[i] ?? 0;
      inShort = kept(shortEnds * value + shortGoesOn * inShort);
      inLong = kept(longEnds * value + longGoesOn * inLong);
      into[i] = short * inShort + long * inLong;
    }
    for (; i < end; i++) {
      inShort = kept(shortGoesOn * inShort);
      inLong = kept(longGoesOn * inLong);
      into[i] = short * inShort + long * inLong;
    }
  }
  return into;
}

/** How well a pause from each slot on explains values, the first of them `shift` slots on. */
function resumeBack(
  values: Float64Array,
  shift: number,
  { short, shortGoesOn, long, longGoesOn }: Pausing,
  day: number,
  into: Float64Array,
): Float64Array {
  const [shortEnds, longEnds] = [1 - shortGoesOn, 1 - longGoesOn];
  const there = into.subarray(shift, shift + values.length);
  into.fill(0, shift + there.length);
  let inShort = 0;
  let inLong = 0;
  for (let end = values.length; end > 0; end -= day) {
    const start = Math.max(0, end - day);
    inShort = inLong = 0;
    for (let i = end - 1; i >= start; i--) {
      const value = values[i] ?? 0;
      inShort = kept(shortEnds * value + shortGoesOn * inShort);
      inLong = kept(longEnds * value + longGoesOn * inLong);
      if (i < there.length) there[i] = short * inShort + long * inLong;
    }
  }
  if (day <= values.length) inShort = inLong = 0;
  for (let i = Math.min(shift, into.length) - 1; i >= 0; i--) {
    inShort = kept(shortGoesOn * inShort);
    inLong = kept(longGoesOn * inLong);
    into[i] = short * inShort + long * inLong;
  }
  return into;
}
