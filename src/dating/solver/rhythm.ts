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
  readonly pauses: readonly [short: Pause, long: Pause];
}

interface Pause {
  readonly chance: number;
  readonly goesOn: number;
}

/** The rates that a channel may post at, in posts a day, evenly apart by ratio. */
export const postingRates = [200, 90, 40, 18, 8, 3.6, 1.6, 0.7, 0.3, 0.12] as const;

/**
 * How common each rate is: a bell over the logarithms of rates. The 26 channels with known days, from one post in five days to four hundred a day, have
 * their middle at 8 posts a day and a spread of 0.7 decades; both are taken a little wider, for they are few. When every rate was as common as any other,
 * a page without a day in its words was spread over months, and one misread day drew all of it a year back.
 */
const middleRate = 10;
const spreadOfRates = 1;

function shareOf(rate: number): number {
  return Math.exp(-0.5 * (Math.log10(rate / middleRate) / spreadOfRates) ** 2);
}

/** Chances after a post, and mean lengths in days: a channel rests for a week, or falls silent for most of a year. */
const shortPause = { chance: 0.001, mean: 8 };
const longPause = { chance: 0.0001, mean: 250 };

/**
 * Chance that a rate changes, either way: a channel changes its pace from season to season, so that the chance is one for each day and grows with
 * the days that pass between two posts; a little is left for each post. It is the same there and back, so that time has no direction: a run between
 * two known days is no likelier to start slowly than to end so. Chosen on known channels, by how well intervals between days 100 and 300 posts apart
 * hold the days between.
 */
const changeADay = 0.01;
const changeAPost = 0.0002;

function changeBetween(rate: number, other: number): number {
  return Math.min(0.4, changeAPost + changeADay / Math.sqrt(rate * other)) / 2;
}

/** The rhythm in time of so many slots to a day: more slots are truer and slower. */
export function rhythmIn(slotsPerDay: number): Rhythm {
  const all = postingRates.reduce((sum, rate) => sum + shareOf(rate), 0);
  return {
    slotsPerDay,
    passing: postingRates.map((postsPerDay) => passingFor(slotsPerDay / postsPerDay)),
    shares: postingRates.map((rate) => shareOf(rate) / all),
    changes: postingRates.map((rate, row) =>
      postingRates.map((other, column) => (Math.abs(row - column) === 1 ? changeBetween(rate, other) : 0)),
    ),
    pauses: [pauseIn(slotsPerDay, shortPause), pauseIn(slotsPerDay, longPause)],
  };
}

function pauseIn(slotsPerDay: number, { chance, mean }: typeof shortPause): Pause {
  return { chance, goesOn: passingFor(mean * slotsPerDay) };
}

/** The geometric distribution over 0, 1, 2, … with this mean passes a slot with the chance mean / (1 + mean). */
function passingFor(mean: number): number {
  return mean / (1 + mean);
}
