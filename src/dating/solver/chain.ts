import { type Belief, rowOf, settle, weigh } from "./belief.ts";
import type { Rhythm } from "./rhythm.ts";
import { inTurn, lend, type Memory, takeBack } from "./scratch.ts";
import { pass, passBack } from "./transition.ts";

/**
 * A hidden chain of days, one a step, that never runs backwards. A step is a post, or the last of several posts that name no day.
 * Days are counted from the first of the axis.
 */
export interface Chain {
  readonly length: number;
  /** Days on the axis. */
  readonly days: number;
  readonly rhythm: Rhythm;
  /** Posts from the step before to this one. */
  readonly posts: (step: number) => number;
  /** How well a step's own words fit the days from `first` on: 1 says nothing; `undefined` where the post names no day. */
  readonly weights: (step: number, first: number, count: number) => Float64Array | undefined;
  /** Weights of the last step's day, over the whole axis, by rate. */
  readonly end: readonly Float64Array[];
  /** Days, first and last, between which a step is known to lie. */
  readonly window: (step: number) => readonly [first: number, last: number];
  /** Days, first and last, that a step is known to lie between from outside its text. */
  readonly fact: (step: number) => readonly [first: number, last: number] | undefined;
  /** Midnights that surely lie between the step before and this one. */
  readonly midnights: (step: number) => number;
  /** The slot of its day that a step lies in by its clock time; `undefined` where it has none. */
  readonly slot: (step: number) => number | undefined;
  /** Chances below this share of the highest are forgotten at the rims; smaller is slower and surer. */
  readonly forget: number;
}

/** The chances of the days of one step: `chances[i]` belongs to day `first + i` of the axis. They add up to 1. */
export interface DayChances {
  readonly first: number;
  readonly chances: Float64Array;
}

/**
 * Beyond so many values, beliefs are kept at the first step of each block alone and worked out again in between: memory that is touched for the first
 * time costs more than to reckon its values once more.
 */
const mostValues = 1_000_000;

/** Steps to a block of a chain of so many: of the beliefs at the first steps of all blocks and of those of one block there are about as many. */
function stepsToBlock(length: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(length)));
}

/** How many days a step looks ahead, for each post it passes. */
const sight = 12;

/** How many days a step looks ahead for a day that its own words speak for: it may follow a long silence. */
const farSight = 400;
const speaksFor = 3;

/** What a chain believes of each step by all steps before it. */
export interface Forwards {
  /** Beliefs of the first steps of each block. */
  readonly blocks: readonly (readonly Belief[])[];
  /** Logarithm of the likelihood of all evidence, given the chain. */
  readonly log: number;
}

/** The first half of the forward-backward algorithm. */
export function forwards(chain: Chain): Forwards {
  const block = stepsToBlock(chain.length);
  let current = begin(chain);
  const blocks: Belief[][] = [[current.belief]];
  let { log } = current;
  let values = current.belief.values.length;
  for (let step = 1; step < chain.length; step++) {
    const isKept = step % block === 0 || values < mostValues;
    current = advance(chain, current.belief, step, isKept ? lend : passingBy);
    log += current.log;
    values += current.belief.values.length;
    if (step % block === 0) blocks.push([current.belief]);
    else if (isKept) blocks.at(-1)?.push(current.belief);
  }
  return { blocks, log };
}

/** Memory for a belief that the next step alone looks at. */
function passingBy(length: number): Float64Array {
  return inTurn("along", length);
}

/** Ends the use of beliefs that are not needed for a second half. */
export function forget({ blocks }: Forwards): void {
  for (const { values } of blocks.flat()) takeBack(values);
}

/** Chances of each step's days by the forward-backward algorithm, told from the last step to the first. The beliefs of the first half are used up. */
export function smooth(chain: Chain, { blocks }: Forwards, tell: (step: number, chances: DayChances) => void): void {
  const block = stepsToBlock(chain.length);
  let later: Belief | undefined;
  for (const [place, known] of [...blocks.entries()].reverse()) {
    const first = place * block;
    const beliefs = [...known];
    for (let step = first + beliefs.length; step < Math.min(chain.length, first + block); step++) {
      const before = beliefs.at(-1);
      if (before !== undefined) beliefs.push(advance(chain, before, step, lend).belief);
    }
    for (const [offset, own] of [...beliefs.entries()].reverse()) {
      later = retreat(chain, own, later, first + offset);
      tell(first + offset, chancesOf(own, later, chain.rhythm.slotsPerDay));
      takeBack(own.values);
    }
  }
}

function begin(chain: Chain): Moved {
  const { shares, slotsPerDay } = chain.rhythm;
  const [firstDay, last] = chain.window(0);
  const width = (last - firstDay + 1) * slotsPerDay;
  const values = lend(shares.length * width);
  for (const [rate, share] of shares.entries()) values.fill(share / width, rate * width, (rate + 1) * width);
  const belief = { first: firstDay * slotsPerDay, width, values };
  const first = settled(chain, belief, 0, chain.weights(0, firstDay, last - firstDay + 1), lend);
  takeBack(values);
  return first;
}

interface Moved {
  readonly belief: Belief;
  /** Logarithm of the likelihood of the step's words, given all before. */
  readonly log: number;
}

/** One step on: time passes, then the step's own words weigh in. */
function advance(chain: Chain, from: Belief, step: number, memory: Memory): Moved {
  const { slotsPerDay } = chain.rhythm;
  const first = from.first / slotsPerDay;
  const days = from.width / slotsPerDay;
  // A step's window ends no earlier than that of the step before: what is left of a belief always fits in.
  const open = Math.min(chain.days, Math.max(chain.window(step)[1] + 1, first + days)) - first;
  const toFact = (chain.fact(step)?.[1] ?? -1) + 1 - first - days;
  // A look from afar may have crossed a silence of years in one step that this look takes in many: it reaches the window all the same.
  const toWindow = chain.window(step)[0] + sight - first - days;
  const near = Math.max(sight * chain.posts(step), toWindow);
  const weights = chain.weights(step, first, Math.min(open, days + Math.max(farSight, toFact, near)));
  const ahead = Math.max(near, step === chain.length - 1 ? farSight : lastSpokenFor(weights) - days);
  const width = Math.min(open, days + ahead) * slotsPerDay;
  const belief = pass(chain.rhythm, from, chain.posts(step), width, chain.midnights(step));
  return settled(chain, belief, step, weights, memory);
}

/** How many days reach to the last one that a step's words speak for. */
function lastSpokenFor(weights: Float64Array | undefined): number {
  let last = weights?.length ?? 0;
  while (last > 0 && (weights?.[last - 1] ?? 0) < speaksFor) last--;
  return last;
}

function settled(chain: Chain, belief: Belief, step: number, weights: Float64Array | undefined, memory: Memory): Moved {
  weighAll(chain, belief, step, weights);
  const { belief: own, sum } = settle(belief, chain.forget, chain.rhythm.slotsPerDay, memory);
  return { belief: own, log: Math.log(sum) };
}

/** What a slot is worth that a post's clock time denies. */
const offClock = 1e-6;

function weighAll(chain: Chain, belief: Belief, step: number, weights: Float64Array | undefined): void {
  const { slotsPerDay } = chain.rhythm;
  if (weights) weigh(belief, weights, slotsPerDay);
  const slot = chain.slot(step);
  for (let i = 0; slot !== undefined && i < belief.values.length; i++)
    if (i % slotsPerDay !== slot) belief.values[i] = offClock * (belief.values[i] ?? 0);
  const [earliest] = chain.window(step);
  const tooEarly = Math.min(belief.width, earliest * slotsPerDay - belief.first);
  for (let start = 0; tooEarly > 0 && start < belief.values.length; start += belief.width)
    belief.values.fill(0, start, start + tooEarly);
  if (step !== chain.length - 1) return;
  for (const [rate, end] of chain.end.entries()) {
    const own = belief.values.subarray(rate * belief.width, (rate + 1) * belief.width);
    weigh({ ...belief, values: own }, end.subarray(belief.first / slotsPerDay), slotsPerDay);
  }
}

/** What the steps after one say of its slots; 1 everywhere for the last. `later`, what they say of the next step's, is used up. */
function retreat(chain: Chain, own: Belief, later: Belief | undefined, step: number): Belief {
  const { first, width } = own;
  if (!later) return { first, width, values: inTurn("back", own.values.length).fill(1) };
  const { slotsPerDay } = chain.rhythm;
  weighAll(chain, later, step + 1, chain.weights(step + 1, later.first / slotsPerDay, later.width / slotsPerDay));
  return passBack(chain.rhythm, later, chain.posts(step + 1), first, width, chain.midnights(step + 1));
}

function chancesOf(belief: Belief, later: Belief, slotsPerDay: number): DayChances {
  const chances = new Float64Array(belief.width / slotsPerDay);
  for (let rate = 0; rate * belief.width < belief.values.length; rate++) {
    const [own, told] = [rowOf(belief, rate), rowOf(later, rate)];
    if (slotsPerDay === 1) addProducts(chances, own, told);
    else addProductsOfSlots(chances, own, told, slotsPerDay);
  }
  let sum = 0;
  for (let day = 0; day < chances.length; day++) sum += chances[day] ?? 0;
  for (let day = 0; day < chances.length; day++) chances[day] = (chances[day] ?? 0) / sum;
  return { first: belief.first / slotsPerDay, chances };
}

function addProducts(chances: Float64Array, values: Float64Array, later: Float64Array): void {
  for (let day = 0; day < chances.length; day++)
    chances[day] = (chances[day] ?? 0) + (values[day] ?? 0) * (later[day] ?? 0);
}

/** Adds the products of both values of each slot to the chance of its day. */
function addProductsOfSlots(
  chances: Float64Array,
  values: Float64Array,
  later: Float64Array,
  slotsPerDay: number,
): void {
  let at = 0;
  for (let day = 0; day < chances.length; day++) {
    let chance = chances[day] ?? 0;
    for (let slot = 0; slot < slotsPerDay; slot++, at++) chance += (values[at] ?? 0) * (later[at] ?? 0);
    chances[day] = chance;
  }
}
