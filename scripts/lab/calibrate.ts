import { dateByTails } from "../../src/dating/date.ts";
import type { LagTable } from "../../src/dating/solver/lag-shape.ts";
import { classOf, evenTails, plainTail, type Tails, widths } from "../../src/dating/solver/tails.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";
import type { KnownChannel } from "./known-channels.ts";
import { datesOf, windowsOf } from "./stretches.ts";

/** What can be chosen, the narrowest first. The first is the one that classes are told by. */
const candidates = [plainTail, 0.09, 0.07, 0.055, 0.04, 0.03, 0.022, 0.016, 0.012, 0.008] as const;

/** Share of true days that the intervals of a class hold on the mean over channels, and least on one channel with enough of them. */
const promise = 0.92;
const promiseOnEach = 0.8;

/** A channel speaks for itself where it has this many windows' worth of posts in a class. */
const enough = 0.3;

/** Where no candidate keeps the promise, the narrowest is taken that holds almost as much as any: what is missed lies elsewhere. */
const almost = 0.015;

/** What a class next to one counts for it: few channels have posts in all, and what is right for one is nearly right for its neighbours. */
const weightOfNeighbour = 0.5;

/** What intervals hold of one channel, by class of width. */
export interface ChannelCoverage {
  readonly name: string;
  readonly tallies: readonly Tally[];
}

/** Dates windows of each channel by a table of lags that `fitWithout` fits without it. Posts of one window err together: windows count alike, however long they are. */
export function coverageOf(
  channels: readonly KnownChannel[],
  fitWithout: (name: string) => LagTable,
): readonly ChannelCoverage[] {
  const names = [...new Set(channels.map(({ name }) => name))];
  return names.map((name) => {
    const own = channels.filter((channel) => channel.name === name);
    return { name, tallies: tallyOf(own.flatMap(windowsOf), fitWithout(name)) };
  });
}

/** Conformal calibration by class of width: of each class the narrowest intervals that keep their promise on these channels. */
export function calibrate(channels: readonly ChannelCoverage[]): Tails {
  return widths.map((_, width) => {
    const heard = channels.map(({ tallies }) => pooled(tallies, width)).filter(({ weight }) => weight > 0);
    const total = heard.reduce((sum, { weight }) => sum + weight, 0);
    const alone = heard.filter(({ weight }) => weight >= enough);
    const held = candidates.map((_tail, place) => heard.reduce((sum, { covered }) => sum + (covered[place] ?? 0), 0));
    const kept = candidates.findIndex(
      (_tail, place) =>
        (held[place] ?? 0) >= promise * total &&
        alone.every(({ covered, weight }) => (covered[place] ?? 0) >= promiseOnEach * weight),
    );
    const most = Math.max(...held);
    const nearly = held.findIndex((one) => one >= most - almost * total);
    return candidates[kept === -1 ? nearly : kept] ?? plainTail;
  });
}

function pooled(tallies: readonly Tally[], width: number): Tally {
  const parts = [
    [width, 1],
    [width - 1, weightOfNeighbour],
    [width + 1, weightOfNeighbour],
  ] as const;
  const of = (value: (tally: Tally) => number): number =>
    parts.reduce((sum, [place, share]) => sum + share * (tallies[place] ? value(tallies[place]) : 0), 0);
  return {
    weight: of(({ weight }) => weight),
    covered: candidates.map((_tail, place) => of(({ covered }) => covered[place] ?? 0)),
  };
}

/** Of one channel and class: windows' worth of posts, and how much of them each candidate's interval holds. */
export interface Tally {
  weight: number;
  readonly covered: number[];
}

function tallyOf(windows: readonly KnownChannel[], lags: LagTable): readonly Tally[] {
  const tallies = widths.map((): Tally => ({ weight: 0, covered: candidates.map(() => 0) }));
  for (const window of windows) {
    const results = dateByTails(datesOf(window), lags, candidates.map(evenTails));
    const share = 1 / window.posts.length;
    for (const [post, { day }] of window.posts.entries()) {
      const plain = results[0]?.datings[post];
      const tally = plain && tallies[classOf(daysIn(plain))];
      if (!tally) continue;
      tally.weight += share;
      for (const [place, { datings }] of results.entries()) {
        const said = datings[post];
        if (said && said.earliest <= day && day <= said.latest)
          tally.covered[place] = (tally.covered[place] ?? 0) + share;
      }
    }
  }
  return tallies;
}

function daysIn({ earliest, latest }: { readonly earliest: Day; readonly latest: Day }): number {
  return dayNumber(latest) - dayNumber(earliest) + 1;
}
