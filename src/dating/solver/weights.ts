import type { Evidence } from "../expressions/evidence.ts";
import { type DaySpan, weightOfConstraint } from "./constraint.ts";
import { background, type Likelihood } from "./lags.ts";
import { comeKinds, holdToOwnDay, ownDayOf } from "./own-days.ts";

/** Readings are not independent of each other: these exponents keep a chorus from drowning doubt. Chosen by coverage on held-out channels. */
const weightOfFirst = 0.8;
const weightOfFurther = 0.6;
const weightOfRepeated = 0.6;

/**
 * Kinds of days that lie as far off as a channel likes. A channel that announces one event early announces others early as well, so that they bear
 * each other out less than days of what has happened do.
 */
const weightOfLoose = 0.8;
const looseKinds = /^(?:to-come|mention|until|month|year|address)/;

/**
 * Announcements and days only named count for less where hardly a post around tells a day that had come: nothing corrects them there, and three
 * announcements in a hundred posts drew all of those to the days of the events. On 14 channels held out whole, by `weightOfLoose` instead the mean error
 * is 22 days instead of 18, and the intervals of the channel that they hold least hold 71 instead of 86 percent of days; by this weight for all loose
 * kinds everywhere the mean error is 27 days.
 */
const weightOfAnnounced = 0.65;
const announcedKinds = /^(?:to-come|mention|until)/;
const reachOfCome = 50;
const enoughCome = 3;

/** How many posts back a day counts as repeated. */
const reachOfRepeats = 6;

/** Reports of what happened on one day mostly are of different events where they stand so near to each other. */
const reachOfOneDay = 30;

/** How well the words of a post fit the days from `first` on, as a multiple of what no words at all would say. */
export type Weights = (post: number, first: number, count: number) => Float64Array | undefined;

/**
 * The weights of a dump's posts, each from the days it names and the days it is known to lie between; `undefined` where there are none.
 * `shareLate` is that of `shareOfLateDays`.
 */
export function weightsOf(
  evidence: readonly (readonly Evidence[])[],
  known: readonly (DaySpan | undefined)[],
  shareLate: number,
  likelihoods: Likelihood,
): Weights {
  const powers = powersOf(evidence);
  const doubt = doubtIn(evidence);
  const reckoned = (post: number, first: number, count: number): Float64Array | undefined => {
    const own = evidence[post] ?? [];
    const fact = known[post];
    if (own.length === 0 && !fact) return undefined;
    const ownDay = ownDayOf(own);
    const weights = new Float64Array(count).fill(1);
    if (fact) weights.fill(weightOfConstraint, Math.max(0, fact.first - first), Math.max(0, fact.last + 1 - first));
    const chances = new Float64Array(count);
    for (const [place, { kind, expression }] of own.entries()) {
      likelihoods(kind, expression, first, chances);
      if (place === 0 && ownDay !== undefined) holdToOwnDay(ownDay, 1 - shareLate, first, chances);
      const power = powers[post]?.[place] ?? 0;
      let [before, factor] = [Number.NaN, 1];
      for (let i = 0; i < count; i++) {
        const chance = chances[i] ?? 0;
        // Most days are as likely as the one before.
        if (chance !== before) factor = (doubt + (1 - doubt) * (chance / background)) ** power;
        before = chance;
        weights[i] = (weights[i] ?? 0) * factor;
      }
    }
    return weights;
  };
  const kept = new Map<number, { readonly first: number; readonly weights: Float64Array | undefined }>();
  return (post, first, count) => {
    const known = kept.get(post);
    if (known && (!known.weights || (known.first <= first && first + count <= known.first + known.weights.length)))
      return known.weights?.subarray(first - known.first, first - known.first + count);
    const weights = reckoned(post, first, count);
    if (kept.size >= mostKept) kept.clear();
    kept.set(post, { first, weights });
    return weights;
  };
}

/** A chain asks for a post's weights several times over; those of so many posts are kept. */
const mostKept = 1000;

/**
 * How much each day named by each post counts: less after others of the post. The posts that name the day of one event speak with one voice: how far they
 * lie from that day hangs on how long the event is spoken of, and not on each post anew.
 */
function powersOf(evidence: readonly (readonly Evidence[])[]): readonly (readonly number[])[] {
  const keys = evidence.map((own) => own.map(({ expression }) => JSON.stringify(expression)));
  const weekdays = weightsOfWeekdays(evidence);
  const come = [0];
  for (const own of evidence) come.push((come.at(-1) ?? 0) + (own.some(({ kind }) => comeKinds.has(kind)) ? 1 : 0));
  const times = new Map<string, number>();
  for (const [post, own] of keys.entries())
    for (const [place, key] of own.entries())
      if (isOfEvent(evidence[post]?.[place])) times.set(key, (times.get(key) ?? 0) + 1);
  return keys.map((own, post) => {
    const before = new Set(keys.slice(Math.max(0, post - reachOfRepeats), post).flat());
    return own.map((key, place) => {
      const one = evidence[post]?.[place];
      const kind = one?.kind ?? "";
      const isUncorrected = announcedKinds.test(kind) && comeAround(post) < enoughCome;
      const loose = isUncorrected ? weightOfAnnounced : looseKinds.test(kind) ? weightOfLoose : 1;
      const all = times.get(key) ?? 1;
      const nearby = before.has(key) ? weightOfRepeated : 1;
      const repeated = !isOfEvent(one)
        ? nearby
        : one?.kind === "past-lead"
          ? nearby / (1 + farFrom(post, key, all))
          : 1 / all;
      const theme = one?.expression.kind === "weekday" ? (weekdays[one.expression.weekday] ?? 1) : 1;
      return weightOfFirst * loose * theme * weightOfFurther ** place * repeated;
    });
  });

  /** Posts around one that tell a day that had come. */
  function comeAround(post: number): number {
    const [from, to] = [Math.max(0, post - reachOfCome), Math.min(evidence.length, post + reachOfCome + 1)];
    return (come[to] ?? 0) - (come[from] ?? 0);
  }

  /** Of so many posts that name a day, how many stand far from one of them. */
  function farFrom(post: number, key: string, all: number): number {
    if (all === 1) return 0;
    const near = keys.slice(Math.max(0, post - reachOfOneDay), post + reachOfOneDay + 1);
    return Math.max(0, all - near.filter((own) => own.includes(key)).length);
  }
}

/** Whether a day is that of an event, which posts come back to however long before and after, and not the day of the post itself. */
function isOfEvent(one: Evidence | undefined): boolean {
  return one?.expression.kind === "days" && eventKinds.test(one.kind);
}

const eventKinds = /^(?:to-come|mention|past|until|since|month|year|address|anniversary|observance)/;

/**
 * What each weekday, 1 to 7, counts. A weekday that a dump names more often than its turn is what the channel writes about, be it a day of
 * prayer or of sale, and says little of when it writes.
 */
function weightsOfWeekdays(evidence: readonly (readonly Evidence[])[]): readonly number[] {
  const counts = new Array<number>(8).fill(weekdaysBelieved);
  for (const { expression } of evidence.flat())
    if (expression.kind === "weekday") counts[expression.weekday] = (counts[expression.weekday] ?? 0) + 1;
  const all = counts.slice(1).reduce((sum, count) => sum + count, 0);
  return counts.map((count) => Math.min(1, all / 7 / count));
}

/** Each weekday is held to have been named so often before any is seen. */
const weekdaysBelieved = 1;

/** How much more of the evidence is in doubt where a dump names no days at all, and the share of naming posts by which most of that has gone. */
const mostDoubt = 0.1;
const shareOfTrust = 0.05;

/** Share of a dump's evidence that says nothing of the post's day. The fewer posts name one, the more of those that do are chance: an old page quoted, a figure misread. */
function doubtIn(evidence: readonly (readonly Evidence[])[]): number {
  const withDays = evidence.filter((own) => own.some(({ expression: { kind } }) => kind === "days")).length;
  return mostDoubt * Math.exp(-withDays / Math.max(1, evidence.length) / shareOfTrust);
}
