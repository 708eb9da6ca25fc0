import { type Belief, totalOf } from "./belief.ts";
import type { Rhythm } from "./rhythm.ts";

/**
 * What time does to a belief between one post and a later one, `posts` posts on. Time passes in three ways: the rate may change to a neighbour,
 * slots pass by the geometric law of the rate, and now and then there is a pause, after which the rate is drawn anew.
 */
export function pass(rhythm: Rhythm, from: Belief, posts: number, width: number): Belief {
  const { shares } = rhythm;
  const goesOn = 1 - chanceOfPause(rhythm, posts);

  const values = new Float64Array(shares.length * width);
  const source = change(rhythm, from, posts, "ahead");
  const resumed = new Float64Array(width);
  const total = totalOf(from);
  const paused = new Float64Array(width);
  for (const pause of rhythm.pauses) {
    paused.fill(0);
    paused.set(total);
    linger(paused, 0, width, pause.goesOn);
    addTo(resumed, paused, among(pause.chance, posts));
  }
  for (const [rate, share] of shares.entries()) {
    const start = rate * width;
    values.set(source.subarray(rate * from.width, (rate + 1) * from.width), start);
    for (const chance of passings(rhythm, rate, posts)) linger(values, start, width, chance);
    for (let i = 0; i < width; i++) {
      values[start + i] = goesOn * (values[start + i] ?? 0) + share * (resumed[i] ?? 0);
    }
  }
  return { first: from.first, width, values };
}

/** The same, seen backwards: how well each slot of a belief explains what comes `posts` posts later. */
export function passBack(rhythm: Rhythm, later: Belief, posts: number, first: number, width: number): Belief {
  const { shares } = rhythm;
  const goesOn = 1 - chanceOfPause(rhythm, posts);
  const shift = later.first - first;
  const span = Math.max(width, shift + later.width);

  const values = new Float64Array(shares.length * width);
  const shared = new Float64Array(span);
  const own = new Float64Array(span);
  for (const [rate, share] of shares.entries()) {
    own.fill(0);
    own.set(later.values.subarray(rate * later.width, (rate + 1) * later.width), shift);
    for (let i = shift; i < shift + later.width; i++) shared[i] = (shared[i] ?? 0) + share * (own[i] ?? 0);
    for (const chance of passings(rhythm, rate, posts)) lingerBack(own, chance);
    values.set(own.subarray(0, width), rate * width);
  }
  const resumed = new Float64Array(span);
  for (const pause of rhythm.pauses) {
    own.set(shared);
    lingerBack(own, pause.goesOn);
    addTo(resumed, own, among(pause.chance, posts));
  }
  const changed = change(rhythm, { first, width, values }, posts, "back");
  let highest = 0;
  for (let at = 0; at < changed.length; at++) {
    const value = goesOn * (changed[at] ?? 0) + (resumed[at % width] ?? 0);
    changed[at] = value;
    if (value > highest) highest = value;
  }
  for (let at = 0; at < changed.length; at++) changed[at] = (changed[at] ?? 0) / highest;
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

/** Spreads values over later slots: with this chance each goes on to the next slot, and from there again. */
function linger(values: Float64Array, start: number, width: number, chance: number): void {
  let held = 0;
  for (let i = start; i < start + width; i++) {
    held = (1 - chance) * (values[i] ?? 0) + chance * held;
    if (held < nothing) held = 0;
    values[i] = held;
  }
}

function lingerBack(values: Float64Array, chance: number): void {
  let held = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    held = (1 - chance) * (values[i] ?? 0) + chance * held;
    if (held < nothing) held = 0;
    values[i] = held;
  }
}

/** Values by rate after the rates have had a chance to change; backwards, before it. */
function change(
  { changes }: Rhythm,
  { values, width }: Belief,
  posts: number,
  direction: "ahead" | "back",
): Float64Array {
  const changed = new Float64Array(values.length);
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
