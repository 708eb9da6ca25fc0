import type { Rhythm } from "./rhythm.ts";

/**
 * A hidden chain of days, one a post, that never runs backwards. `weights` tells how well a post's own words fit the days from `first` on
 * (counted from the first day of the axis; 1 = says nothing); `undefined` where the post says nothing at all.
 */
export interface Chain {
  readonly length: number;
  /** Days on the axis. */
  readonly days: number;
  readonly rhythm: Rhythm;
  readonly weights: (post: number, first: number, count: number) => Float64Array | undefined;
  /** Weights of the last post's day, over the whole axis. */
  readonly end: Float64Array;
  /** Chances below this share of the highest are forgotten at the rims; smaller is slower and surer. */
  readonly forget: number;
}

/** The chances of the days of one post: `chances[i]` belongs to day `first + i` of the axis. They add up to 1. */
export interface DayChances {
  readonly first: number;
  readonly chances: Float64Array;
}

/** Chances by rate and slot: `values[rate × width + i]` belongs to slot `first + i`. */
interface Belief {
  readonly first: number;
  readonly width: number;
  readonly values: Float64Array;
}

/** Beliefs are kept at every so many posts and worked out again in between, so that memory stays small. */
const block = 128;

/** How far, in days, one step looks ahead: far where the post names a day, since it may follow a long silence. */
const farSight = 400;
const nearSight = 12;

/** Logarithm of the likelihood of all evidence, given the chain. */
export function likelihood(chain: Chain): number {
  let log = 0;
  let belief = start(chain);
  log += belief.log;
  for (let post = 1; post < chain.length; post++) {
    belief = step(chain, belief.belief, post);
    log += belief.log;
  }
  return log;
}

/** Chances of each post's days, by the forward-backward algorithm, handed over from the last post to the first. */
export function smooth(chain: Chain, tell: (post: number, chances: DayChances) => void): number {
  const kept: Belief[] = [];
  let log = 0;
  let current = start(chain);
  log += current.log;
  kept.push(current.belief);
  for (let post = 1; post < chain.length; post++) {
    current = step(chain, current.belief, post);
    log += current.log;
    if (post % block === 0) kept.push(current.belief);
  }
  let later: Belief | undefined;
  for (let first = (kept.length - 1) * block; first >= 0; first -= block) {
    const beliefs = [kept[first / block] ?? current.belief];
    for (let post = first + 1; post < Math.min(chain.length, first + block); post++) {
      beliefs.push(step(chain, beliefs[post - first - 1] ?? current.belief, post).belief);
    }
    for (let post = first + beliefs.length - 1; post >= first; post--) {
      const belief = beliefs[post - first] ?? current.belief;
      later = stepBack(chain, belief, later, post);
      tell(post, chancesOf(chain, belief, later));
    }
  }
  return log;
}

function start(chain: Chain): { readonly belief: Belief; readonly log: number } {
  const { shares, slotsPerDay } = chain.rhythm;
  const width = chain.days * slotsPerDay;
  const values = new Float64Array(shares.length * width);
  for (const [rate, share] of shares.entries()) values.fill(share / width, rate * width, (rate + 1) * width);
  return settle(chain, { first: 0, width, values }, 0);
}

/** One post on: time passes, then the post's own words weigh in. */
function step(chain: Chain, from: Belief, post: number): { readonly belief: Belief; readonly log: number } {
  const { shares, passing, pause, pausing, slotsPerDay } = chain.rhythm;
  const sight = chain.weights(post, 0, 0) === undefined && post < chain.length - 1 ? nearSight : farSight;
  const width = Math.min(chain.days * slotsPerDay - from.first, from.width + sight * slotsPerDay);
  const values = new Float64Array(shares.length * width);
  const total = totalOf(from);
  const source = change(chain.rhythm, from, "ahead");
  for (const [rate, share] of shares.entries()) {
    const pass = passing[rate] ?? 0;
    const origin = rate * from.width;
    const target = rate * width;
    const gone = pause * share;
    let held = 0;
    let paused = 0;
    for (let i = 0; i < width; i++) {
      if (i < from.width) {
        const all = total[i] ?? 0;
        held = (1 - pass) * (source[origin + i] ?? 0) + pass * held;
        paused = (1 - pausing) * gone * all + pausing * paused;
      } else {
        held *= pass;
        paused *= pausing;
      }
      values[target + i] = (1 - pause) * held + paused;
    }
  }
  return settle(chain, { first: from.first, width, values }, post);
}

/** Values by rate after the rates have had a chance to change; backwards, what each rate can become. */
function change({ changes }: Rhythm, { values, width }: Belief, direction: "ahead" | "back"): Float64Array {
  const changed = new Float64Array(values.length);
  for (let from = 0; from < changes.length; from++) {
    let stays = 1;
    for (const to of [from - 1, from + 1]) {
      const chance = changes[from]?.[to] ?? 0;
      if (chance === 0) continue;
      stays -= chance;
      const source = (direction === "ahead" ? from : to) * width;
      const target = (direction === "ahead" ? to : from) * width;
      for (let i = 0; i < width; i++) changed[target + i] = (changed[target + i] ?? 0) + chance * (values[source + i] ?? 0);
    }
    const own = from * width;
    for (let i = 0; i < width; i++) changed[own + i] = (changed[own + i] ?? 0) + stays * (values[own + i] ?? 0);
  }
  return changed;
}

function totalOf({ values, width }: Belief): Float64Array {
  const total = new Float64Array(width);
  for (let start = 0; start < values.length; start += width) {
    for (let i = 0; i < width; i++) total[i] = (total[i] ?? 0) + (values[start + i] ?? 0);
  }
  return total;
}

/** Weighs a belief by the post's own words, brings it to the sum 1 and forgets its rims. */
function settle(chain: Chain, belief: Belief, post: number): { readonly belief: Belief; readonly log: number } {
  const { slotsPerDay } = chain.rhythm;
  weigh(chain, belief, post);
  const total = totalOf(belief);
  let sum = 0;
  let highest = 0;
  for (const value of total) {
    sum += value;
    if (value > highest) highest = value;
  }
  if (sum === 0) throw new Error(`Cannot date post ${post}: no day is left for it`);
  const floor = highest * chain.forget;
  let from = 0;
  while ((total[from] ?? 0) < floor) from++;
  let to = total.length;
  while ((total[to - 1] ?? 0) < floor) to--;
  from -= (belief.first + from) % slotsPerDay;
  to = Math.min(total.length, to + ((slotsPerDay - ((belief.first + to) % slotsPerDay)) % slotsPerDay));
  const width = to - from;
  const rates = belief.values.length / belief.width;
  const values = new Float64Array(rates * width);
  for (let rate = 0; rate < rates; rate++) {
    for (let i = 0; i < width; i++)
      values[rate * width + i] = (belief.values[rate * belief.width + from + i] ?? 0) / sum;
  }
  return { belief: { first: belief.first + from, width, values }, log: Math.log(sum) };
}

function weigh(chain: Chain, belief: Belief, post: number): void {
  const { slotsPerDay } = chain.rhythm;
  const firstDay = belief.first / slotsPerDay;
  const days = belief.width / slotsPerDay;
  const weights = chain.weights(post, firstDay, days);
  const isLast = post === chain.length - 1;
  if (!weights && !isLast) return;
  for (let start = 0; start < belief.values.length; start += belief.width) {
    for (let day = 0; day < days; day++) {
      const weight = (weights?.[day] ?? 1) * (isLast ? (chain.end[firstDay + day] ?? 0) : 1);
      for (let i = start + day * slotsPerDay; i < start + (day + 1) * slotsPerDay; i++) {
        belief.values[i] = (belief.values[i] ?? 0) * weight;
      }
    }
  }
}

/** What the posts after one say of its slots, over the slots of its own belief; 1 everywhere for the last post. */
function stepBack(chain: Chain, belief: Belief, later: Belief | undefined, post: number): Belief {
  const { shares, passing, pause, pausing } = chain.rhythm;
  const { first, width } = belief;
  const values = new Float64Array(shares.length * width);
  if (!later) return { first, width, values: values.fill(1) };
  const next: Belief = { ...later, values: later.values.slice() };
  weigh(chain, next, post + 1);
  const shift = next.first - first;
  const span = Math.max(width, shift + next.width);
  const resumed = new Float64Array(width);
  for (const [rate, share] of shares.entries()) {
    const pass = passing[rate] ?? 0;
    let held = 0;
    let paused = 0;
    for (let i = span - 1; i >= 0; i--) {
      const place = i - shift;
      const value = place >= 0 && place < next.width ? (next.values[rate * next.width + place] ?? 0) : 0;
      held = (1 - pass) * value + pass * held;
      paused = (1 - pausing) * value + pausing * paused;
      if (i >= width) continue;
      values[rate * width + i] = held;
      resumed[i] = (resumed[i] ?? 0) + share * paused;
    }
  }
  const changed = change(chain.rhythm, { first, width, values }, "back");
  let highest = 0;
  for (let at = 0; at < changed.length; at++) {
    const value = (1 - pause) * (changed[at] ?? 0) + pause * (resumed[at % width] ?? 0);
    changed[at] = value;
    if (value > highest) highest = value;
  }
  for (let at = 0; at < changed.length; at++) changed[at] = (changed[at] ?? 0) / highest;
  return { first, width, values: changed };
}

function chancesOf(chain: Chain, belief: Belief, later: Belief): DayChances {
  const { slotsPerDay } = chain.rhythm;
  const chances = new Float64Array(belief.width / slotsPerDay);
  let sum = 0;
  for (let start = 0; start < belief.values.length; start += belief.width) {
    for (let i = 0; i < belief.width; i++) {
      const both = (belief.values[start + i] ?? 0) * (later.values[start + i] ?? 0);
      const day = Math.floor(i / slotsPerDay);
      chances[day] = (chances[day] ?? 0) + both;
      sum += both;
    }
  }
  for (let day = 0; day < chances.length; day++) chances[day] = (chances[day] ?? 0) / sum;
  return { first: belief.first / slotsPerDay, chances };
}
