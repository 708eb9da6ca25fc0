import { type Belief, totalOf } from "./belief.ts";
import type { Rhythm } from "./rhythm.ts";

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
  const { values } = belief;
  let highest = 0;
  for (const value of values) if (value > highest) highest = value;
  for (let at = 0; highest > 0 && at < values.length; at++) values[at] = (values[at] ?? 0) / highest;
  return belief;
}

/** Time passing with no word about midnights; where `day` gives the slots of a day, only the ways that stay within one. */
function passOnce(rhythm: Rhythm, from: Belief, posts: number, width: number, day?: number): Belief {
  const { shares } = rhythm;
  const goesOn = 1 - chanceOfPause(rhythm, posts);

  const values = new Float64Array(shares.length * width);
  const source = change(rhythm, from, posts, "ahead", buffer("changed", from.values.length));
  const resumed = buffer("resumed", width).fill(0);
  const total = totalOf(from, buffer("total", from.width));
  const paused = buffer("paused", width);
  for (const pause of rhythm.pauses) {
    paused.fill(0);
    paused.set(total);
    linger(paused, 0, width, pause.goesOn, day);
    addTo(resumed, paused, among(pause.chance, posts));
  }
  for (const [rate, share] of shares.entries()) {
    const start = rate * width;
    values.set(source.subarray(rate * from.width, (rate + 1) * from.width), start);
    for (const chance of passings(rhythm, rate, posts)) linger(values, start, width, chance, day);
    for (let i = 0; i < width; i++) {
      values[start + i] = goesOn * (values[start + i] ?? 0) + share * (resumed[i] ?? 0);
    }
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

  const values = buffer("unchanged", shares.length * width);
  const shared = buffer("shared", span).fill(0);
  const own = buffer("own", span);
  for (const [rate, share] of shares.entries()) {
    own.fill(0);
    own.set(later.values.subarray(rate * later.width, (rate + 1) * later.width), shift);
    for (let i = shift; i < shift + later.width; i++) shared[i] = (shared[i] ?? 0) + share * (own[i] ?? 0);
    for (const chance of passings(rhythm, rate, posts)) lingerBack(own, chance, day);
    values.set(own.subarray(0, width), rate * width);
  }
  const resumed = buffer("resumed", span).fill(0);
  for (const pause of rhythm.pauses) {
    own.set(shared);
    lingerBack(own, pause.goesOn, day);
    addTo(resumed, own, among(pause.chance, posts));
  }
  const changed = change(rhythm, { first, width, values }, posts, "back", new Float64Array(values.length));
  for (let at = 0; at < changed.length; at++) changed[at] = goesOn * (changed[at] ?? 0) + (resumed[at % width] ?? 0);
  return { first, width, values: changed };
}

function chanceOfPause({ pauses }: Rhythm, posts: number): number {
  return pauses.reduce((sum, { chance }) => sum + among(chance, posts), 0);
}

/** Chance that something of this chance happens among so many posts. */
function among(chance: number, posts: number): number {
  return 1 - (1 - chance) ** posts;
}

function addTo(sum: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + factor * (values[i] ?? 0);
}

/** Many posts at once pass as the sum of a few geometric laws with the same mean: near enough to the sum of them all. */
const fewLaws = 3;

function passings({ passing }: Rhythm, rate: number, posts: number): readonly number[] {
  const chance = passing[rate] ?? 0;
  if (posts === 1) return [chance];
  const laws = Math.min(posts, fewLaws);
  const mean = ((chance / (1 - chance)) * posts) / laws;
  return new Array<number>(laws).fill(mean / (1 + mean));
}

/** Processors reckon with numbers near the end of their range a hundred times more slowly; these are far too small to matter. */
const nothing = 1e-150;

/**
 * Spreads values over later slots: with this chance each goes on to the next slot, and from there again. What would leave its day, of so
 * many slots, is dropped; without a word about days the whole width is one.
 */
function linger(values: Float64Array, start: number, width: number, chance: number, day = width): void {
  for (let from = start; from < start + width; from += day) {
    let held = 0;
    for (let i = from; i < from + day; i++) {
      held = (1 - chance) * (values[i] ?? 0) + chance * held;
      if (held < nothing) held = 0;
      values[i] = held;
    }
  }
}

function lingerBack(values: Float64Array, chance: number, day = values.length): void {
  for (let end = values.length; end > 0; end -= day) {
    let held = 0;
    for (let i = end - 1; i >= end - day; i--) {
      held = (1 - chance) * (values[i] ?? 0) + chance * held;
      if (held < nothing) held = 0;
      values[i] = held;
    }
  }
}

const buffers = new Map<Scratch, Float64Array>();

/** What a step needs for itself alone, by the names of `passOnce()` and `passBackOnce()`. */
type Scratch = "changed" | "resumed" | "total" | "paused" | "unchanged" | "shared" | "own";

/** Memory that is used again at the next step, since a long dump takes a hundred thousand of them; it holds the values of the last use. */
function buffer(name: Scratch, length: number): Float64Array {
  let held = buffers.get(name);
  if (held === undefined || held.length < length) {
    held = new Float64Array(2 * length);
    buffers.set(name, held);
  }
  return held.subarray(0, length);
}

/** Values by rate after the rates have had a chance to change; backwards, before it. They are written to `changed`. */
function change(
  { changes }: Rhythm,
  { values, width }: Belief,
  posts: number,
  direction: "ahead" | "back",
  changed: Float64Array,
): Float64Array {
  const chance = (from: number, to: number): number => Math.min(0.4, (changes[from]?.[to] ?? 0) * posts);
  for (let rate = 0; rate < changes.length; rate++) {
    const [down, up] =
      direction === "ahead"
        ? [chance(rate - 1, rate), chance(rate + 1, rate)]
        : [chance(rate, rate - 1), chance(rate, rate + 1)];
    const stays = 1 - chance(rate, rate - 1) - chance(rate, rate + 1);
    const own = rate * width;
    for (let i = own; i < own + width; i++) {
      const slower = down === 0 ? 0 : down * (values[i - width] ?? 0);
      const faster = up === 0 ? 0 : up * (values[i + width] ?? 0);
      changed[i] = stays * (values[i] ?? 0) + slower + faster;
    }
  }
  return changed;
}
