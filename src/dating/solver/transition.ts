import { type Belief, copyShare, highestOf, totalOf } from "./belief.ts";
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
  const resumed = afterPauses(rhythm, from, posts, width, day);
  const values = inTurn("ahead", shares.length * width);
  for (const [rate, share] of shares.entries()) {
    const row = values.subarray(rate * width, (rate + 1) * width);
    change(rhythm, from, posts, "ahead", rate, row);
    row.fill(0, from.width);
    linger(row, passing(rhythm, rate, posts), day);
    addTo(row, goesOn, resumed, share);
  }
  return { first: from.first, width, values };
}

/** What is left of a belief, over all rates, where a pause begins, by the slots that it may end in. */
function afterPauses(rhythm: Rhythm, from: Belief, posts: number, width: number, day: number): Float64Array {
  const total = totalOf(from, scratch("total", from.width));
  const resumed = scratch("resumed", width).fill(0);
  const paused = scratch("own", width);
  for (const pause of rhythm.pauses) {
    paused.fill(0, from.width);
    paused.set(total);
    linger(paused, { chance: pause.goesOn, laws: 1 }, day);
    addTo(resumed, 1, paused, among(pause.chance, posts));
  }
  return resumed;
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
  const shared = scratch("shared", span).fill(0);
  const own = scratch("own", span);
  for (const [rate, share] of shares.entries()) {
    own.fill(0, 0, shift).fill(0, shift + later.width);
    own.set(later.values.subarray(rate * later.width, (rate + 1) * later.width), shift);
    addTo(shared, 1, own, share);
    linger(own, passing(rhythm, rate, posts), day, -1);
    unchanged.set(own.subarray(0, width), rate * width);
  }
  const resumed = scratch("resumed", span).fill(0);
  for (const pause of rhythm.pauses) {
    own.set(shared);
    linger(own, { chance: pause.goesOn, laws: 1 }, day, -1);
    addTo(resumed, 1, own, among(pause.chance, posts));
  }
  const values = inTurn("back", shares.length * width);
  for (const rate of shares.keys()) {
    const row = values.subarray(rate * width, (rate + 1) * width);
    change(rhythm, { first, width, values: unchanged }, posts, "back", rate, row);
    addTo(row, goesOn, resumed, 1);
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

function addTo(sum: Float64Array, ownShare: number, values: Float64Array, share: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = ownShare * (sum[i] ?? 0) + share * (values[i] ?? 0);
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

/**
 * Spreads values over later slots, or with a step of -1 over earlier ones: by each law, with its chance each goes on to the next slot, and from there again. What would leave its day, of so
 * many slots, is dropped; without a word about days all slots are of one. The laws are taken in one go: each waits for what it held a slot before, so
 * that three take hardly longer than one.
 */
function linger(values: Float64Array, { chance, laws }: Passing, day = values.length, step: 1 | -1 = 1): void {
  const stays = 1 - chance;
  let first = 0;
  let second = 0;
  let third = 0;
  let left = day;
  let i = step === 1 ? 0 : values.length - 1;
  for (let slots = values.length; slots > 0; slots--) {
    if (left === 0) {
      first = second = third = 0;
      left = day;
    }
    left--;
    first = kept(stays * (values[i] ?? 0) + chance * first);
    second = laws > 1 ? kept(stays * first + chance * second) : first;
    third = laws > 2 ? kept(stays * second + chance * third) : second;
    values[i] = third;
    i += step;
  }
}

/** Values of one rate after the rates have had a chance to change; backwards, before it. They are written to the beginning of `row`. */
function change(
  { changes }: Rhythm,
  { values, width }: Belief,
  posts: number,
  direction: "ahead" | "back",
  rate: number,
  row: Float64Array,
): void {
  const chance = (from: number, to: number): number => Math.min(0.4, (changes[from]?.[to] ?? 0) * posts);
  const [down, up] =
    direction === "ahead"
      ? [chance(rate - 1, rate), chance(rate + 1, rate)]
      : [chance(rate, rate - 1), chance(rate, rate + 1)];
  const stays = 1 - chance(rate, rate - 1) - chance(rate, rate + 1);
  const own = rate * width;
  // The slowest and the fastest rate have one neighbour.
  const slower = down === 0 ? own : own - width;
  const faster = up === 0 ? own : own + width;
  for (let i = 0; i < width; i++)
    row[i] = stays * (values[own + i] ?? 0) + down * (values[slower + i] ?? 0) + up * (values[faster + i] ?? 0);
}
