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
const promiseOnEach = 0.75;

/** A channel speaks for itself where it has this many windows' worth of posts in a class. */
const enough = 0.3;

/**
 * Conformal calibration by class of width: of each class the narrowest intervals that keep their promise on channels, each dated by a table of
 * lags that `fitWithout` fits without it. Windows of a channel count alike, however long they are: posts of one window err together.
 */
export function calibrate(channels: readonly KnownChannel[], fitWithout: (name: string) => LagTable): Tails {
  const names = [...new Set(channels.map(({ name }) => name))];
  const tallies = names.map((name) =>
    tallyOf(channels.filter((channel) => channel.name === name).flatMap(windowsOf), fitWithout(name)),
  );
  return widths.map((_, width) => {
    const detected = tallies.flatMap((tally) => tally[width] ?? []).filter(({ weight }) => weight > 0);
    const total = detected.reduce((sum, { weight }) => sum + weight, 0);
    const kept = candidates.findIndex((_tail, place) => {
      const held = detected.reduce((sum, { covered }) => sum + (covered[place] ?? 0), 0);
      const alone = detected.filter(({ weight }) => weight >= enough);
      return (
        held >= promise * total && alone.every(({ covered, weight }) => (covered[place] ?? 0) >= promiseOnEach * weight)
      );
    });
    return candidates[kept === -1 ? candidates.length - 1 : kept] ?? plainTail;
  });
}

/** Of one channel and class: windows' worth of posts, and how much of them each candidate's interval holds. */
interface Tally {
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
