import type { Candidates } from "../../model/dating-audit.ts";
import { type Day, dayFromNumber } from "../../model/day.ts";
import type { Order } from "../../model/ledger.ts";
import type { Evidence } from "../expressions/evidence.ts";
import { daysInQuestion } from "./candidates.ts";
import { type CaptureBounds, tellingBounds, withCaptures } from "./capture-bounds.ts";
import { type Chain, type DayChances, type Forwards, forget, forwards, smooth } from "./chain.ts";
import { type Clocks, readClocks } from "./clocks.ts";
import { type DaySpan, tellsOneDay } from "./constraint.ts";
import { type Likelihood, spansBetween } from "./lags.ts";
import { daysWithHeld, holdOwnDays, ownDayOf, type Step, shareOfLateDays, type ThreeDays } from "./own-days.ts";
import type { DayRange } from "./range.ts";
import { postingRates, rhythmIn } from "./rhythm.ts";
import { type Patience, statesOf } from "./states.ts";
import { fewDays, leastPosts, leastPostsAnnounced, plainTail, type Tails, tailOf } from "./tails.ts";
import { type Weights, weightsOf } from "./weights.ts";

/** Day and 90 % interval of a post. */
export interface Solved {
  readonly best: Day;
  readonly earliest: Day;
  readonly latest: Day;
}

/** What was learnt of other channels. */
export interface Learnt {
  readonly likelihoods: Likelihood;
}

/** What is asked of the solver. Lists have one element a post, in the dump's order. */
export interface SolveRequest {
  /** The days that posts name. */
  readonly evidence: readonly (readonly Evidence[])[];
  /** What is known of the posts' days from outside their texts. */
  readonly constraints: readonly (DaySpan | undefined)[];
  /** What captures of the channel tell, where there are several. */
  readonly captures: readonly (CaptureBounds | undefined)[];
  /** Clock times `HH:MM` of the posts that have one. */
  readonly times: readonly (string | undefined)[];
  readonly range: DayRange;
  /** Inferred where absent. */
  readonly order: Order | undefined;
  readonly learnt: Learnt;
  /** A solution for each. */
  readonly tails: readonly Tails[];
}

/** The days found for a dump, one for each post, and the order of time they were found in. */
export interface Solution {
  /** In the order of the dump. */
  readonly days: readonly Solved[];
  /**
   * What comes into question for each post; absent where one day is all but certain, where very many come into question, and for posts at which the
   * chain does not stop: their days follow from those of the posts around them.
   */
  readonly candidates: readonly (Candidates | undefined)[];
  readonly order: Order;
}

/** Most dumps show the oldest post first, as Telegram's pages do: the other order must fit better by this much (natural logarithm). */
const habitOfOrder = 1.5;

/**
 * Finds the days that fit all evidence and all known days at once and never run backwards in time; one solution for each way of reading intervals
 * off the chances. Intervals reach as far as they must, so that neither of their ends runs backwards.
 */
export function solve(request: SolveRequest): readonly Solution[] {
  const { order, tails } = request;
  const { down, up } = bothWays(request);
  const { settled, first } =
    order === undefined ? inferOrder(down, up, coarsePass) : { settled: order, first: undefined };
  if (settled === "oldest-first") return daysBy(down, tails, first).map((found) => ({ ...found, order: settled }));
  return daysBy(up, tails, first).map(({ days, candidates }) => ({
    days: days.toReversed(),
    candidates: candidates.toReversed(),
    order: settled,
  }));
}

/** The posts of a request in the order of the dump, and the other way round. */
function bothWays(request: Omit<SolveRequest, "tails">): { readonly down: Problem; readonly up: Problem } {
  const { evidence, constraints, captures, times, range, learnt } = request;
  const end = weightsOfLast(range);
  return {
    down: problem({ evidence, constraints, captures, clocks: readClocks(times), range, end }, learnt),
    up: problem(
      {
        evidence: evidence.toReversed(),
        constraints: constraints.toReversed(),
        captures: captures.toReversed(),
        clocks: readClocks(times.toReversed()),
        range,
        end,
      },
      learnt,
    ),
  };
}

/** A short dump of so many slots takes longer to be looked at than to be looked at from afar first. */
const fewSlots = 300_000;

/**
 * Whether a look from afar, for a tenth of the work of a close one, leaves a post open over so many days that a close look would leave it open over half as
 * many at the least. It is worth its while, and taken, where few posts of a short dump name a day, so that very many days come into question for each.
 */
export function leavesOpenFromAfar(request: Omit<SolveRequest, "tails">, days: number): boolean {
  const { evidence, constraints, order } = request;
  const isWorthIt = slotsOf(request) > fewSlots && !isLong(request) && tellingPosts(evidence, constraints) <= fewDays;
  if (!isWorthIt) return false;
  const { down, up } = bothWays(request);
  const { chain, forwards: found } =
    order === undefined ? inferOrder(down, up, passFromAfar).first : passFromAfar(order === "oldest-first" ? down : up);
  let widest = 0;
  smooth(chain, found, (_step, chances) => {
    const [from, to] = shortest(chances, 1 - 2 * plainTail);
    widest = Math.max(widest, to - from);
  });
  return widest > days;
}

/** Posts in the order of time, and what is known of them. */
interface Problem {
  readonly evidence: readonly (readonly Evidence[])[];
  readonly constraints: readonly (DaySpan | undefined)[];
  readonly captures: readonly (CaptureBounds | undefined)[];
  readonly clocks: Clocks;
  /** See `shareOfLateDays`. */
  readonly shareLate: number;
  readonly weights: Weights;
  readonly range: DayRange;
  /** Weights of the last post's day, by rate. */
  readonly end: readonly Float64Array[];
  /** Whether no more posts than `fewDays` name a day or are known to lie on one. */
  readonly namesFew: boolean;
}

function problem(
  told: Pick<Problem, "evidence" | "constraints" | "captures" | "clocks" | "range" | "end">,
  learnt: Learnt,
): Problem {
  const { evidence, constraints } = told;
  const shareLate = shareOfLateDays(evidence);
  const captures = tellingBounds(told.captures);
  return {
    ...told,
    captures,
    shareLate,
    weights: withCaptures(weightsOf(evidence, constraints, shareLate, learnt.likelihoods), captures),
    namesFew:
      evidence.length >= (evidence.some(announces) ? leastPostsAnnounced : leastPosts) &&
      tellingPosts(evidence, constraints) <= fewDays,
  };
}

function weightsOfLast(range: DayRange): Problem["end"] {
  return postingRates.map((postsPerDay) => {
    const weights = new Float64Array(range.last - range.first + 1);
    for (let day = 0; day < weights.length; day++) weights[day] = range.weightOfLast(range.first + day, postsPerDay);
    return weights;
  });
}

/** Whether a post names a day to come. */
function announces(own: readonly Evidence[]): boolean {
  return own.some(({ kind, expression }) => expression.kind === "days" && announced.has(kind));
}

const announced: ReadonlySet<Evidence["kind"]> = new Set(["to-come-lead", "to-come-body", "until"]);

/** How many posts name a day, a month or a year, or are known from outside their texts. */
export function tellingPosts(
  evidence: readonly (readonly Evidence[])[],
  constraints: readonly (DaySpan | undefined)[],
): number {
  return evidence.reduce((count, own, post) => {
    const tells = own.some(({ expression }) => expression.kind === "days") || tellsOneDay(constraints[post]);
    return count + (tells ? 1 : 0);
  }, 0);
}

/** Days on the axis of a problem: from the first to the last of its range. */
function daysIn({ range }: Pick<Problem, "range">): number {
  return range.last - range.first + 1;
}

/** The order that fits better, and the first look at the posts in it. */
function inferOrder(
  down: Problem,
  up: Problem,
  look: (problem: Problem) => Pass,
): { readonly settled: Order; readonly first: Pass } {
  const [ahead, back] = [look(down), look(up)];
  const isUp = back.forwards.log - ahead.forwards.log > habitOfOrder;
  forget(isUp ? ahead.forwards : back.forwards);
  return isUp ? { settled: "newest-first", first: back } : { settled: "oldest-first", first: ahead };
}

/** What is known of posts from outside their texts; a chain stops at each that has any. */
function knownIn({ constraints, captures }: Problem): readonly unknown[] {
  return constraints.map((one, post) => one ?? captures[post]);
}

interface Pass {
  readonly steps: readonly number[];
  readonly chain: Chain;
  readonly forwards: Forwards;
}

/**
 * A dump up to this long is looked at once, closely. A longer one is first looked at from afar, which tells where to look closely: its capture day may lie
 * years from its posts, and all days between would be weighed for each of them.
 */
const longDump = 100;

/** So many slots a short dump may have: more than one has that is captured before 2030. */
const mostSlotsOfShort = 2_200_000;

/** So many days a short dump may lie on, from the first channels to 2040: where days decades apart come into question, the hour of a day says nothing. */
const mostDaysOfShort = 25 * 365;

function isLong(problem: Pick<Problem, "evidence" | "range">): boolean {
  const [posts, days] = [problem.evidence.length, daysIn(problem)];
  return posts > longDump || days > mostDaysOfShort || slotsOf(problem) > mostSlotsOfShort;
}

/** Slots that a close look at a short dump weighs at the most. */
function slotsOf(problem: Pick<Problem, "evidence" | "range">): number {
  return problem.evidence.length * daysIn(problem) * 4;
}

function coarsePass(problem: Problem): Pass {
  return isLong(problem) ? passFromAfar(problem) : passOver(problem, { telling: longDump, silent: longDump }, 4);
}

function passFromAfar(problem: Problem): Pass {
  return passOver(problem, stopsFromAfar, 1);
}

function passOver(problem: Problem, patience: Patience, slotsPerDay: number): Pass {
  const steps = statesOf(problem.evidence, knownIn(problem), patience);
  const chain = chainOf(problem, steps, slotsPerDay, 1e-12, () => [0, daysIn(problem) - 1]);
  return { steps, chain, forwards: forwards(chain) };
}

/** What a first look leaves open beyond these chances is left out of the second, but for a margin of days. */
const leftOut = 5e-4;
const margin = 15;

/** A look at each post that names a day, between the days that a look from afar found for the posts around it. */
function finePass(problem: Problem, { steps, chain, forwards: before }: Pass): Pass {
  const found = new Array<readonly number[]>(steps.length);
  smooth(chain, before, (step, chances) => {
    found[step] = [quantile(chances, leftOut), quantile(chances, 1 - leftOut)];
  });
  const open = found.reduce((sum, [first = 0, last = 0]) => sum + last - first + 1, 0) / found.length;
  const { slotsPerDay, patience } = sharpnessFor(open, problem.evidence.length);
  const all = statesOf(problem.evidence, knownIn(problem), patience);
  let near = 0;
  const windows = all.map((post): readonly [number, number] => {
    while ((steps[near] ?? 0) < post) near++;
    const earliest = found[(steps[near] ?? 0) === post ? near : near - 1]?.[0] ?? 0;
    return [Math.max(0, earliest - margin), Math.min(chain.days - 1, (found[near]?.[1] ?? 0) + margin)];
  });
  const fine = chainOf(problem, all, slotsPerDay, 1e-7, (step) => windows[step] ?? [0, chain.days - 1]);
  return { steps: all, chain: fine, forwards: forwards(fine) };
}

/** A dump up to this long is looked at by the quarters of a day, one of more posts by halves. */
const mostByQuarters = 5000;

/** A look from afar stops at so many posts that name a day, and at so many that do not. */
const stopsFromAfar: Patience = { telling: 250, silent: 50 };
/** A close look stops at all that name a day and at so many that do not, unless that comes to more slots than it may weigh. */
const silentStops = 500;
const mostSlots = 1_000_000;

/**
 * How closely a dump of so many posts is looked at, given the days that a look from afar leaves open for a post: where it leaves years, the hour of a day
 * says nothing, and to stop at every post would take minutes.
 */
function sharpnessFor(open: number, posts: number): { readonly slotsPerDay: number; readonly patience: Patience } {
  const most = posts > mostByQuarters ? 2 : 4;
  const slotsPerDay = [4, 2].find((slots) => slots <= most && posts * open * slots <= mostSlots) ?? 1;
  const stops = (2 * mostSlots) / (slotsPerDay * open);
  return {
    slotsPerDay,
    patience: {
      telling: Math.max(stopsFromAfar.telling, stops),
      silent: Math.max(stopsFromAfar.silent, Math.min(silentStops, stops / 4)),
    },
  };
}

function chainOf(
  problem: Problem,
  steps: readonly number[],
  slotsPerDay: number,
  forget: number,
  window: Chain["window"],
): Chain {
  return {
    length: steps.length,
    days: daysIn(problem),
    rhythm: rhythmIn(slotsPerDay),
    posts: (step) => (steps[step] ?? 0) - (steps[step - 1] ?? 0),
    weights: (step, first, count) => problem.weights(steps[step] ?? 0, problem.range.first + first, count),
    window,
    fact: (step) => {
      const span = problem.constraints[steps[step] ?? 0];
      return span && [span.first - problem.range.first, span.last - problem.range.first];
    },
    midnights: (step) => problem.clocks.midnights(steps[step - 1] ?? 0, steps[step] ?? 0),
    slot: (step) => problem.clocks.slotOf(steps[step] ?? 0, slotsPerDay),
    end: problem.end,
    forget,
  };
}

/**
 * What a day's own chance is worth against the mean error that it brings: the median errs least and the likeliest day is most often
 * right, and between the two lies a day that does well by both. Chosen on held-out channels: exact days gain, the mean error stays.
 */
const priceOfError = 0.5;

/** A day that a post gives as its own is its best day, unless another is so many times as likely. */
const outweighsOwn = 1.5;

/** And unless the post is likelier to lie farther from it than this many days: then the day was misread or is not the post's own. */
const late = 7;

/** Earliest, best and latest day of a post. The interval is the shortest that leaves out twice its tail, and holds the best day. */
function threeDays(chances: DayChances, tails: Tails, namesFew: boolean): ThreeDays {
  const [from, to] = shortest(chances, 1 - 2 * plainTail);
  const [earliest, latest] = shortest(chances, 1 - 2 * tailOf(tails, to - from + 1, namesFew));
  const best = bestDay(chances);
  return [Math.min(earliest, best), best, Math.max(latest, best)];
}

/**
 * The first and the last day of the shortest run of days that have at least this share of the chances, and of several as short the likeliest: the
 * interval of highest density (Gelman et al., “Bayesian Data Analysis”, § 2.3). Between quantiles that leave out as much on either side, an interval
 * of years could end a day before the capture, where the chances are highest.
 */
function shortest({ first, chances }: DayChances, share: number): readonly [first: number, last: number] {
  let start = 0;
  let end = chances.length - 1;
  let most = 0;
  let from = 0;
  let held = 0;
  for (let to = 0; to < chances.length; to++) {
    held += chances[to] ?? 0;
    for (let rim = chances[from] ?? 0; from < to && held - rim >= share; rim = chances[from] ?? 0) {
      held -= rim;
      from++;
    }
    const shorter = end - start - (to - from);
    if (held >= share && (shorter > 0 || (shorter === 0 && held > most))) {
      start = from;
      end = to;
      most = held;
    }
  }
  return [first + start, first + end];
}

/** The day nearest to the likeliest one that a post gives as its own, and how many times as likely the likeliest is. */
function ownDayIn(
  { evidence, range }: Problem,
  post: number,
  { first, chances }: DayChances,
): { readonly day: number; readonly timesAsLikely: number; readonly near: number } | undefined {
  const own = ownDayOf(evidence[post]);
  if (own === undefined) return undefined;
  const highest = Math.max(...chances);
  const likeliest = first + chances.indexOf(highest);
  const days = spansBetween(own, range.first, range.last)
    .filter((span) => span.last >= range.first && span.first <= range.last)
    .map((span) => Math.min(span.last - range.first, Math.max(span.first - range.first, likeliest)));
  const [day] = days.toSorted((one, other) => Math.abs(one - likeliest) - Math.abs(other - likeliest));
  if (day === undefined) return undefined;
  const near = chances
    .subarray(Math.max(0, day - first - late), Math.max(0, day - first + late + 1))
    .reduce((sum, chance) => sum + chance, 0);
  return { day, timesAsLikely: highest / (chances[day - first] ?? 0), near };
}

function bestDay({ first, chances }: DayChances): number {
  let error = 0;
  for (let day = 0; day < chances.length; day++) error += (chances[day] ?? 0) * day;
  let passed = 0;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let day = 0; day < chances.length; day++) {
    const chance = chances[day] ?? 0;
    const worth = chance - priceOfError * error;
    if (worth > most) {
      most = worth;
      best = day;
    }
    // One day on, all that has passed errs by a day more, and all that is to come by a day less.
    passed += chance;
    error += 2 * passed - 1;
  }
  return first + likelierNear(chances, best);
}

/** Half a year, in days: within it, a day and month stands once. */
const halfYear = 183;

/** How many times as likely a day must be for the best day to move to it. */
const farLikelier = 4;

/**
 * Where the year is open, the day that errs least may lie between two years, on a day that no text speaks for: then the likeliest day within half a
 * year of it. Where half the chances and more lie within that time, the day itself.
 */
function likelierNear(chances: Float64Array, day: number): number {
  const from = Math.max(0, day - halfYear);
  const near = chances.subarray(from, day + halfYear + 1);
  if (near.reduce((sum, chance) => sum + chance, 0) >= 0.5) return day;
  const highest = near.reduce((most, chance) => Math.max(most, chance), 0);
  return highest < farLikelier * (chances[day] ?? 0) ? day : from + near.indexOf(highest);
}

/** Days of posts in the order of time, by each reading. */
function daysBy(
  problem: Problem,
  tails: readonly Tails[],
  first = coarsePass(problem),
): readonly Omit<Solution, "order">[] {
  const { steps, chain, forwards: before } = isLong(problem) ? finePass(problem, first) : first;
  const found = tails.map(() => new Array<Step>(steps.length));
  const candidates = new Array<Candidates | undefined>(problem.evidence.length).fill(undefined);
  smooth(chain, before, (step, chances) => {
    const post = steps[step] ?? 0;
    const own = ownDayIn(problem, post, chances);
    candidates[post] = daysInQuestion(chances, problem.range.first);
    for (const [place, byWidth] of tails.entries()) {
      (found[place] ?? [])[step] = {
        days: threeDays(chances, byWidth, problem.namesFew),
        named: own?.day,
        held: own !== undefined && own.timesAsLikely <= outweighsOwn && own.near >= 0.5 ? own.day : undefined,
        isTelling: (problem.evidence[post] ?? []).length > 0 || tellsOneDay(problem.constraints[post]),
      };
    }
  });
  return found.map((own) => ({ days: inOrder(problem, steps, stateDays(problem, chain, own)), candidates }));
}

/** Days of the states: own days are held to, and clock times count from them. */
function stateDays(problem: Problem, chain: Chain, found: readonly Step[]): readonly ThreeDays[] {
  const settled = holdOwnDays(found, problem.shareLate);
  const own = settled.map((step) => step.held);
  const days = [...daysWithHeld(settled)];
  const isAnchored = own.some((day) => day !== undefined) || problem.constraints.some(tellsOneDay);
  if (problem.clocks.areTold && isAnchored) {
    // What a post's own words tell of its day counts for more than a clock does.
    const anchors = settled.map(({ held, isTelling }, step) => held ?? (isTelling ? days[step]?.[1] : undefined));
    const held = heldTo(chain, anchors);
    smooth(held, forwards(held), (step, chances) => {
      if (anchors[step] !== undefined) return;
      const [earliest, , latest] = days[step] ?? [0, 0, 0];
      days[step] = [earliest, Math.min(latest, Math.max(earliest, likeliestDay(chances))), latest];
    });
  }
  return givingWay(days, own);
}

/** Days of all posts from those of the states, never running backwards. */
function inOrder({ range, clocks }: Problem, steps: readonly number[], days: readonly ThreeDays[]): readonly Solved[] {
  const floor = [0, 0, 0];
  return spread(steps, days, clocks).map((read) => {
    // Rounding may move a quantile by a day where two days are as good; the order holds all the same.
    for (const [place, day] of read.entries()) floor[place] = Math.max(floor[place] ?? 0, day);
    const [earliest, best, latest] = floor.map((day) => dayFromNumber(range.first + day)) as [Day, Day, Day];
    return { best, earliest, latest };
  });
}

function likeliestDay({ first, chances }: DayChances): number {
  return first + chances.indexOf(Math.max(...chances));
}

/** How much likelier a day is that is held to than any other. */
const timesLikelier = 1e9;

/**
 * The chain with the posts whose words tell of a day held to these days. Clock times tell from post to post where a midnight lies, so
 * the best days of the others are counted from a day that is held, and do not share in the doubt about it.
 */
function heldTo(chain: Chain, anchors: readonly (number | undefined)[]): Chain {
  return {
    ...chain,
    weights: (step, first, count) => {
      const day = anchors[step];
      if (day === undefined) return chain.weights(step, first, count);
      const weights = new Float64Array(count).fill(1);
      if (day >= first && day < first + count) weights[day - first] = timesLikelier;
      return weights;
    },
  };
}

/** Best days that are only likely give way to a day that a later post gives as its own. */
function givingWay(read: readonly ThreeDays[], own: readonly (number | undefined)[]): readonly ThreeDays[] {
  let cap = Number.POSITIVE_INFINITY;
  return read
    .toReversed()
    .map(([earliest, best, latest], place): ThreeDays => {
      const day = own[read.length - 1 - place];
      if (day !== undefined) cap = Math.min(cap, best);
      return [earliest, day === undefined ? Math.max(earliest, Math.min(best, cap)) : best, latest];
    })
    .toReversed();
}

/** The first day by which at least this share of the chances has passed. */
function quantile({ first, chances }: DayChances, share: number): number {
  let sum = 0;
  for (let day = 0; day < chances.length; day++) {
    sum += chances[day] ?? 0;
    if (sum >= share) return first + day;
  }
  return first + chances.length - 1;
}

/**
 * Days of all posts from those of the steps: posts between two steps lie evenly between their days, but for the midnights that clock times tell
 * of, which lie where the clock runs back.
 */
function spread(
  steps: readonly number[],
  read: readonly ThreeDays[],
  { midnights }: Clocks,
): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [];
  for (const [step, post] of steps.entries()) {
    const own = read[step] ?? [0, 0, 0];
    const before: readonly number[] = read[step - 1] ?? own;
    const from = steps[step - 1] ?? post - 1;
    const nights = midnights(Math.max(0, from), post);
    for (let i = 1; i <= post - from; i++) {
      const passed = midnights(Math.max(0, from), from + i);
      all.push(
        own.map((day, place) => {
          const first = before[place] ?? day;
          const [surely, rest] = day - first >= nights ? [passed, day - first - nights] : [0, day - first];
          return first + surely + Math.round((rest * i) / (post - from));
        }),
      );
    }
  }
  return all;
}
