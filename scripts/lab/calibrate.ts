import { dateByTails } from "../../src/dating/date.ts";
import type { LagTable } from "../../src/dating/solver/lag-shape.ts";
import { tellingPosts } from "../../src/dating/solver/solve.ts";
import { fewDays, kindOfWidth, plainTail, type Tails } from "../../src/dating/solver/tails.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";
import type { KnownChannel } from "./known-channels.ts";
import { datesOf, windowsOf } from "./stretches.ts";

/** The tails that can be chosen, the narrowest intervals first. None claims much more than the chain does, whose own intervals of 90 % leave out 0.05 on either side. */
const candidates = [0.055, 0.04, 0.03, 0.022, 0.016, 0.012] as const;

/** Share of true days that intervals of a kind hold on the mean over channels, and least on any one: more than is promised, for a channel to come may be worse than the worst known. */
const promise = 0.9;
const promiseOnEach = 0.85;

/** Where no candidate keeps the promise on the mean, one does that holds almost as much as any: what is missed lies elsewhere. */
const almost = 0.015;

/** A channel speaks for itself where it has this many windows' worth of posts of a kind. */
const enough = 0.3;

/** Of one channel and kind of interval: windows' worth of posts, and how much of them each candidate's intervals hold. */
export interface Tally {
  readonly weight: number;
  readonly covered: readonly number[];
}

/** What intervals hold of one channel. */
export type ChannelCoverage = Readonly<Record<keyof Tails, Tally>>;

/**
 * Dates windows of a channel by a table of lags that was fitted without it. Posts of one window err together: windows are blocks that count alike,
 * however long they are.
 */
export function coverageOf(channels: readonly KnownChannel[], lags: LagTable): ChannelCoverage {
  const tallies = { narrow: emptyTally(), wide: emptyTally() };
  for (const window of channels.flatMap(windowsOf)) {
    const request = datesOf(window);
    // The wide intervals of such a dump have a tail of their own, which is set.
    const namesFew =
      tellingPosts(
        request.posts.map(({ evidence = [] }) => evidence),
        [],
      ) <= fewDays;
    const results = dateByTails(
      request,
      lags,
      [plainTail, ...candidates].map((tail) => ({ narrow: tail, wide: tail })),
    );
    const share = 1 / window.posts.length;
    for (const [post, { day }] of window.posts.entries()) {
      const [plain, ...said] = results.flatMap(({ datings }) => datings[post] ?? []);
      const kind = kindOfWidth(plain === undefined ? 0 : daysIn(plain));
      if (namesFew && kind === "wide") continue;
      const tally = tallies[kind];
      tally.weight += share;
      for (const [place, { earliest, latest }] of said.entries())
        if (earliest <= day && day <= latest) tally.covered[place] = (tally.covered[place] ?? 0) + share;
    }
  }
  return tallies;
}

/**
 * Conformal calibration by blocks: of each kind the narrowest intervals that keep their promise on the mean over channels and on each of them. A channel
 * of which even the widest miss too much errs by days misread, and is not asked.
 *
 * What else is known of a post at hand (how dense the named days around it are and how far off the nearest lies, the share of posts that name one) was
 * tried: misses differ between channels, and hardly with any of these but for dumps that name hardly a day (`tailOfFewDays`). A tail for each of eight
 * classes of width did worse on channels held out than two: it followed the few channels that each class had.
 */
export function calibrate(channels: readonly ChannelCoverage[]): Tails {
  return { narrow: tailFor("narrow", channels), wide: tailFor("wide", channels) };
}

function tailFor(kind: keyof Tails, channels: readonly ChannelCoverage[]): number {
  const shares = channels.flatMap(({ [kind]: { weight, covered } }) =>
    weight < enough ? [] : [covered.map((held) => held / weight)],
  );
  const asked = shares.filter((own) => (own.at(-1) ?? 0) >= promiseOnEach);
  const means = candidates.map((_, place) => shares.reduce((sum, own) => sum + (own[place] ?? 0), 0) / shares.length);
  const least = Math.min(promise, Math.max(...means) - almost);
  const kept = candidates.find(
    (_, place) => (means[place] ?? 0) >= least && asked.every((own) => (own[place] ?? 0) >= promiseOnEach),
  );
  return kept ?? candidates[0];
}

function emptyTally(): { weight: number; readonly covered: number[] } {
  return { weight: 0, covered: candidates.map(() => 0) };
}

function daysIn({ earliest, latest }: { readonly earliest: Day; readonly latest: Day }): number {
  return dayNumber(latest) - dayNumber(earliest) + 1;
}
