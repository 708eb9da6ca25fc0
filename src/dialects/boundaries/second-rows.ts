import type { Token } from "../lines/tokens.ts";
import type { LineClasses } from "./line-classes.ts";
import { absent } from "./line-traits.ts";
import type { PageCounts } from "./page-counts.ts";

/** A page whose candidates were judged once. */
export interface JudgedOnce {
  readonly tokens: readonly Token[];
  readonly classes: LineClasses;
  /** The candidates: their places, what was known of each, and the log-odds that it was given. */
  readonly places: readonly number[];
  readonly first: readonly Float64Array[];
  readonly odds: readonly number[];
  readonly page: PageCounts;
}

/**
 * What the model is told when it judges a page again: how often lines of each kind were found to start and to end posts elsewhere on the page, how
 * long the posts are that were found, what was found right above and below, and how well this reading fits the page's first and last line.
 */
export function* secondRows(judged: JudgedOnce): Generator<Float64Array> {
  const { tokens, classes, places, first, odds, page } = judged;
  const chances = odds.map((value) => 1 / (1 + Math.exp(-value)));
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
  const ranks = ranksOf(odds);
  const expected = page.sureStarts + mean * chances.length;
  const meanCharacters = page.charactersBetween(0, tokens.length) / Math.max(1, expected);
  const meanLines = tokens.length / Math.max(1, expected);
  const grains = classes.of.map((own, grain) => new ClassShares(own, classes.sizes[grain] ?? 0, judged, chances));
  const chanceAt = chancesByLine(judged, chances);
  const startBefore = edges(chanceAt, 1);
  const startBehind = edges(chanceAt, -1);
  const lengths = new LineLengths(chanceAt);
  const opener = page.openers[0] ?? 0;
  const closer = page.closers.at(-1) ?? 0;
  // How this reading sees lines like the page's first and last: a reading that is out of step sees no starts at the one, no ends at the other.
  const edge = [2, 3, 4].flatMap((grain) => [
    ...(grains[grain]?.ofNext(opener, 1, mean) ?? []),
    ...(grains[grain]?.ofAbove(closer, 1, mean) ?? []),
  ]);
  for (const [at, place] of places.entries()) {
    const chance = chances[at] ?? 0;
    const from = startBefore[place - 1] ?? 0;
    const to = startBehind[place + 1] ?? tokens.length;
    const byClass = grains.flatMap((shares) => [
      ...shares.ofNext(place, chance, mean),
      ...shares.ofAbove(place - 1, chance, mean),
      ...shares.ofPair(place, chance, mean),
    ]);
    const neighbour = (step: number): readonly number[] => {
      const other = places[at + step];
      return other === undefined ? [absent, 30] : [odds[at + step] ?? 0, Math.min(30, Math.abs(other - place))];
    };
    yield joined(first[at] ?? new Float64Array(), [
      odds[at] ?? 0,
      ranks[at] ?? 0,
      mean,
      ...neighbour(-1),
      ...neighbour(1),
      ...neighbour(-2),
      ...neighbour(2),
      Math.log2((1 + page.charactersBetween(from, place)) / (1 + meanCharacters)),
      Math.log2((1 + page.charactersBetween(place, to)) / (1 + meanCharacters)),
      (place - from) / meanLines,
      (to - place) / meanLines,
      Math.log2(1 + meanCharacters),
      meanLines,
      ...byClass,
      ...[-3, -2, -1, 1, 2, 3].map((step) => chanceAt[place + step] ?? absent),
      ...lengths.numbers(from, place, to),
      ...edge,
    ]);
  }
}

function ranksOf(odds: readonly number[]): Float64Array {
  const ranks = new Float64Array(odds.length);
  for (const [rank, at] of odds
    .map((_, at) => at)
    .sort((one, other) => (odds[one] ?? 0) - (odds[other] ?? 0))
    .entries())
    ranks[at] = rank / odds.length;
  return ranks;
}

function joined(first: Float64Array, more: readonly number[]): Float64Array {
  const row = new Float64Array(first.length + more.length);
  row.set(first);
  row.set(more, first.length);
  return row;
}

/** Of each class of lines at one grain, the sum of chances over its lines and how many they are; lines that surely open or close a post count too. */
class ClassShares {
  /** By the class of the line that would start a post, of the line above it, and of both. */
  private readonly next: Sums;
  private readonly above: Sums;
  private readonly pairs = new Map<number, { sum: number; count: number }>();

  constructor(
    private readonly own: Int32Array,
    private readonly size: number,
    { places, page }: JudgedOnce,
    chances: readonly number[],
  ) {
    this.next = new Sums(size);
    this.above = new Sums(size);
    for (const [at, place] of places.entries()) {
      const chance = chances[at] ?? 0;
      this.next.add(own[place] as number, chance);
      this.above.add(own[place - 1] as number, chance);
      const pair = this.pairs.get(this.pairAt(place));
      if (pair === undefined) this.pairs.set(this.pairAt(place), { sum: chance, count: 1 });
      else {
        pair.sum += chance;
        pair.count += 1;
      }
    }
    for (const place of page.openers) this.next.add(own[place] as number, 1);
    for (const place of page.closers) this.above.add(own[place] as number, 1);
  }

  private pairAt(place: number): number {
    return (this.own[place - 1] as number) * this.size + (this.own[place] as number);
  }

  ofNext(place: number, chance: number, mean: number): readonly number[] {
    return this.next.without(this.own[place] as number, chance, mean);
  }

  ofAbove(place: number, chance: number, mean: number): readonly number[] {
    return this.above.without(this.own[place] as number, chance, mean);
  }

  ofPair(place: number, chance: number, mean: number): readonly number[] {
    const { sum, count } = this.pairs.get(this.pairAt(place)) ?? { sum: chance, count: 1 };
    return othersOf(sum, count, chance, mean);
  }
}

class Sums {
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;

  constructor(size: number) {
    this.sums = new Float64Array(size);
    this.counts = new Float64Array(size);
  }

  add(at: number, chance: number): void {
    this.sums[at] = (this.sums[at] as number) + chance;
    this.counts[at] = (this.counts[at] as number) + 1;
  }

  without(at: number, chance: number, mean: number): readonly number[] {
    const count = this.counts[at] as number;
    return count === 0 ? [mean, 0] : othersOf(this.sums[at] as number, count, chance, mean);
  }
}

/** The mean chance of the others of a class, drawn to the page's mean, and how many they are (log₂). */
function othersOf(sum: number, count: number, chance: number, mean: number): readonly number[] {
  return [(sum - chance + mean) / count, Math.log2(count)];
}

/** For each token the chance that a post starts at it. */
function chancesByLine({ tokens, places, page }: JudgedOnce, chances: readonly number[]): Float64Array {
  const found = Float64Array.from(tokens, (_, place) => Number(page.startsAt(place)));
  for (const [at, place] of places.entries()) found[place] = Math.max(found[place] ?? 0, chances[at] ?? 0);
  return found;
}

/** For each token the nearest place at or before it (`step` 1) or at or behind it (-1) at which a post starts, surely or by its chance. */
function edges(chances: Float64Array, step: 1 | -1): Int32Array {
  const { length } = chances;
  const found = new Int32Array(length + 2).fill(step === 1 ? 0 : length);
  for (let offset = 0; offset < length; offset += 1) {
    const place = step === 1 ? offset : length - 1 - offset;
    found[place] = (chances[place] ?? 0) > 0.5 ? place : (found[place - step] ?? 0);
  }
  return found;
}

const longestCounted = 24;

/** How many lines the posts have that were found, as shares; longer ones count as one. */
class LineLengths {
  private readonly counts = new Float64Array(longestCounted + 1);
  private readonly all: number;

  constructor(chances: Float64Array) {
    let from = 0;
    let posts = 0;
    for (let place = 1; place <= chances.length; place += 1) {
      if (place < chances.length && (chances[place] ?? 0) <= 0.5) continue;
      const size = Math.min(longestCounted, place - from);
      this.counts[size] = (this.counts[size] ?? 0) + 1;
      posts += 1;
      from = place;
    }
    this.all = posts;
  }

  /** Log of the smoothed share of posts of this many lines. */
  private share(lines: number): number {
    return Math.log(((this.counts[Math.min(longestCounted, lines)] ?? 0) + 0.5) / (this.all + 0.5 * longestCounted));
  }

  /** How usual the two posts are that a start makes, the one that it parts, and what it gains. */
  numbers(from: number, place: number, to: number): readonly number[] {
    const [above, below, whole] = [this.share(place - from), this.share(to - place), this.share(to - from)];
    return [above, below, whole, above + below - whole];
  }
}
