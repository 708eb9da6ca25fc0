import { type Memory, scratch } from "./scratch.ts";

/** Chances by rate and slot: `values[rate × width + i]` belongs to slot `first + i`. Belief begins and ends with whole days. */
export interface Belief {
  readonly first: number;
  readonly width: number;
  readonly values: Float64Array;
}

/** Values by slot, over all rates, written to `total`. */
export function totalOf({ values, width }: Belief, total: Float64Array): Float64Array {
  total.fill(0);
  for (let start = 0; start < values.length; start += width) addTo(total, values.subarray(start, start + width));
  return total;
}

/** The values of one rate. */
export function rowOf({ values, width }: Belief, rate: number): Float64Array {
  return values.subarray(rate * width, (rate + 1) * width);
}

/** Brings a belief to the sum 1 and forgets its rims below a share of its highest slot; tells what the sum was. */
export function settle(
  belief: Belief,
  forget: number,
  slotsPerDay: number,
  memory: Memory,
): { readonly belief: Belief; readonly sum: number } {
  const total = totalOf(belief, scratch("total", belief.width));
  const sum = sumOf(total);
  if (!(sum > 0)) throw new RangeError("Cannot date the posts: no day is left for one of them");
  const floor = highestOf(total) * forget;
  let from = 0;
  while ((total[from] ?? 0) < floor) from++;
  let to = total.length;
  while ((total[to - 1] ?? 0) < floor) to--;
  from -= from % slotsPerDay;
  to = Math.ceil(to / slotsPerDay) * slotsPerDay;
  const width = to - from;
  const rates = belief.values.length / belief.width;
  const share = 1 / sum;
  const values = memory(rates * width);
  for (let rate = 0; rate < rates; rate++) {
    const source = rate * belief.width + from;
    copyShare(belief.values.subarray(source, source + width), share, values.subarray(rate * width));
  }
  return { belief: { first: belief.first + from, width, values }, sum };
}

/** Multiplies a belief by weights of its days, the first of which is the first of the belief. */
export function weigh({ width, values }: Belief, weights: Float64Array, slotsPerDay: number): void {
  const days = width / slotsPerDay;
  for (let at = 0; at < values.length; ) {
    for (let day = 0; day < days; day++) {
      const weight = weights[day] ?? 0;
      for (let slot = 0; slot < slotsPerDay; slot++, at++) values[at] = (values[at] ?? 0) * weight;
    }
  }
}

// Loops over slots stand in functions of their own: within a longer one the engine gives up its faster code at the end of each.

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0);
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}

/** The highest of values that are none below zero. */
export function highestOf(values: Float64Array): number {
  let highest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value > highest) highest = value;
  }
  return highest;
}

/** Writes a share of each value to `into`, which may be the values themselves. */
export function copyShare(values: Float64Array, share: number, into: Float64Array): void {
  for (let i = 0; i < values.length; i++) into[i] = share * (values[i] ?? 0);
}
