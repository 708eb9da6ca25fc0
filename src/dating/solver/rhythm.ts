/**
 * How the hidden time moves from one post to the next. Time runs in slots, some to a day, so that days with many posts come out nearly equal.
 * A channel posts at one of a few rates and changes its rate now and then; rarely, it pauses. Nothing is fitted to a dump: the rate is hidden
 * like the days are, so that short dumps stay humble and long ones are read by their own rhythm.
 */
export interface Rhythm {
  readonly slotsPerDay: number;
  /** Chance, per slot, that the next post is not in it, by rate: the geometric distribution of slots between posts. */
  readonly passing: readonly number[];
  /** How common each rate is among channels. */
  readonly shares: readonly number[];
  /** Chance, after a post, to go from one rate to another; a row a rate. Rates change to a neighbour only. */
  readonly changes: readonly (readonly number[])[];
  /** Pauses, short and long: the chance of each after a post, and the chance per slot that it goes on. */
  readonly pauses: readonly { readonly chance: number; readonly goesOn: number }[];
}

/** The rates that a channel may post at, in posts a day. */
export const postingRates = [200, 60, 25, 10, 4, 1.5, 0.4, 0.08] as const;

/** Chances after a post, and mean lengths in days: a channel rests for a week, or falls silent for most of a year. */
const pauses = [
  { chance: 0.0005, mean: 8 },
  { chance: 0.00005, mean: 250 },
] as const;

/** Chance that a rate changes after a post, either way. */
const change = 0.012;

/** The rhythm in time of so many slots to a day, by how common each of `postingRates` is: more slots are truer and slower. */
export function rhythmIn(slotsPerDay: number, shares: readonly number[]): Rhythm {
  return {
    slotsPerDay,
    passing: postingRates.map((postsPerDay) => passingFor(slotsPerDay / postsPerDay)),
    shares,
    changes: shares.map((from, row) => shares.map((to, column) => chanceOfChange(from, to, row - column))),
    pauses: pauses.map(({ chance, mean }) => ({ chance, goesOn: passingFor(mean * slotsPerDay) })),
  };
}

/** The geometric distribution over 0, 1, 2, … with this mean passes a slot with the chance mean / (1 + mean). */
function passingFor(mean: number): number {
  return mean / (1 + mean);
}

/** Neighbouring rates change into each other so that their shares stay as they are (Metropolis's rule). */
function chanceOfChange(from: number, to: number, distance: number): number {
  return Math.abs(distance) === 1 ? (change / 2) * Math.min(1, to / from) : 0;
}
