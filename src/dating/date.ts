import type { Candidates } from "../model/dating-audit.ts";
import { type Day, dayFromNumber, dayNumber } from "../model/day.ts";
import type { Order } from "../model/ledger.ts";
import type { Dating } from "../model/post.ts";
import { edtfOf } from "./edtf.ts";
import { type Evidence, evidenceOf, longestRead } from "./expressions/evidence.ts";
import { withHabitualDatelines } from "./expressions/habitual-datelines.ts";
import type { DatingNotice } from "./notice.ts";
import { rationaleOf } from "./rationale.ts";
import { fitsAnyYear } from "./solver/any-year.ts";
import type { CaptureBounds } from "./solver/capture-bounds.ts";
import type { Constraint, DaySpan } from "./solver/constraint.ts";
import { contradictions } from "./solver/contradictions.ts";
import { withSharedEvents } from "./solver/event-coreference.ts";
import { holdToFloors } from "./solver/floors.ts";
import type { LagTable } from "./solver/lag-shape.ts";
import { lagTable } from "./solver/lag-table.ts";
import { type Likelihood, likelihoodOf } from "./solver/lags.ts";
import { type DayRange, dayRangeOf } from "./solver/range.ts";
import { leavesOpenFromAfar, type Solved, type SolveRequest, solve } from "./solver/solve.ts";
import type { Tails } from "./solver/tails.ts";
import { tailsInUse } from "./solver/tails-in-use.ts";

/** One post, by its best text. */
export interface Dateable {
  readonly text: string;
  readonly language: string;
  /** What is known of its day from outside its text. */
  readonly known?: Constraint;
  /** The first day on which a capture shows it, where several captures are dated together. */
  readonly shown?: Day;
  /** The last day on which a capture shows the post before it, and not this one. */
  readonly unseen?: Day;
  /** When on its day it was published: `HH:MM` by the page's own time zone. */
  readonly clock?: string;
  /** The days that its text names, where they have been read before. */
  readonly evidence?: readonly Evidence[];
}

/** The posts of one dump and what is known of their days from outside their texts. */
export interface DatingRequest {
  /** In the dump's order, top to bottom. */
  readonly posts: readonly Dateable[];
  /** From a sidecar or the dialect; inferred from the evidence where absent. */
  readonly order?: Order;
  /** The capture day: no post is later. */
  readonly retrieved?: Day;
  /** The day of the import, used where there is no capture day and the posts leave the year open: a dump was captured no later. */
  readonly today?: Day;
}

/** A day, an interval and a basis for every post, and what was settled on the way. */
export interface DatingResult {
  /** One for each post, in the dump's order. */
  readonly datings: readonly Dating[];
  /** The days that came into question for each post, in the dump's order; absent where `Solution` of the solver has none. */
  readonly candidates: readonly (Candidates | undefined)[];
  readonly order: Order;
  readonly orderInferred: boolean;
  /** Whether the day of the import had a part in the result; callers keep that day, so that a later import comes out the same. */
  readonly usedToday: boolean;
  readonly notices: readonly DatingNotice[];
}

/**
 * Dates the posts of one dump: reads the days they name, then finds the days that fit all of them at once and never run backwards.
 * Pure: the same request gives the same result at any time and in any time zone.
 */
export function datePosts(request: DatingRequest, lags: LagTable = lagTable, tails: Tails = tailsInUse): DatingResult {
  const [result] = dateByTails(request, lags, [tails]);
  if (result === undefined) throw new RangeError("Cannot date the posts: the solver gave no result");
  return result;
}

/** The same by several ways of reading intervals off the chances of days, a result for each, for the work of one. */
export function dateByTails(request: DatingRequest, lags: LagTable, tails: readonly Tails[]): readonly DatingResult[] {
  const texts = request.posts.map(({ text }) => text);
  const constraints = request.posts.map((post) => post.known);
  const read = request.posts.map(({ text, language, evidence: own }) => own ?? evidenceOf(text, language));
  const evidence = withSharedEvents(texts, withHabitualDatelines(texts, read, request.retrieved));
  const rangeUpTo = (today: Day | undefined): DayRange =>
    dayRangeOf(evidence, constraints.flatMap(closedSpan), request.retrieved, today);
  const { today } = request;
  if (today !== undefined && isSurelyOpen(request, rangeUpTo(undefined), evidence, today, lags))
    return dateWithin(rangeUpTo(today), request, evidence, lags, tails);
  const settled = dateWithin(rangeUpTo(undefined), request, evidence, lags, tails);
  const isOpen =
    today !== undefined && request.retrieved === undefined && leavesYearOpen(settled[0]?.datings ?? [], today);
  return isOpen ? dateWithin(rangeUpTo(today), request, evidence, lags, tails) : settled;
}

/** An interval of more days than this leaves the year of a post open; one year's doubt whether a post reports late does not. */
const mostSettled = 2 * 366;

/** A last post that is left no more years than so many at the end of a range lies beyond the day of the import. */
const yearsToEnd = 3;

/**
 * Whether `leavesYearOpen()` would say so of a close look, told without one. Days that come back every year fit each year of a range of fifteen as well as any
 * other, but for those that the order of the posts takes off its ends: where it leaves a post more than three years, no interval of nine chances in ten is
 * narrower than two; where it leaves no more, the last post lies beyond the day of the import. Else a look from afar tells.
 */
function isSurelyOpen(
  request: DatingRequest,
  range: DayRange,
  evidence: readonly (readonly Evidence[])[],
  today: Day,
  lags: LagTable,
): boolean {
  const { posts, retrieved } = request;
  if (posts.length === 0 || retrieved !== undefined) return false;
  const fitsAny =
    range.basis === "nothing" &&
    range.last - dayNumber(today) > yearsToEnd * 366 &&
    posts.every(({ known, shown, unseen }) => known === undefined && shown === undefined && unseen === undefined) &&
    fitsAnyYear(evidence);
  return fitsAny || leavesOpenFromAfar(askedOf(range, request, evidence, likelihoodOf(lags)), 2 * mostSettled);
}

/**
 * Whether the posts' own words leave open in which year they were published, or how far beyond the day of the import: then that day has a part. Where they
 * settle it, the result is the same on any day.
 */
function leavesYearOpen(datings: readonly Dating[], today: Day): boolean {
  return datings.some((dating) => dating.latest > today || leavesYears(dating));
}

/** Whether an interval is so wide that the year of a post is open. */
export function leavesYears({ earliest, latest }: Dating): boolean {
  return dayNumber(latest) - dayNumber(earliest) > mostSettled;
}

function dateWithin(
  range: DayRange,
  request: DatingRequest,
  evidence: readonly (readonly Evidence[])[],
  lags: LagTable,
  tails: readonly Tails[],
): readonly DatingResult[] {
  const constraints = request.posts.map((post) => post.known);
  const likelihoods = likelihoodOf(lags);
  const captures = request.posts.map(capturesOf);
  const tells =
    evidence.some((own) => own.length > 0) || [...constraints, ...captures].some((one) => one !== undefined);
  const solutions =
    tells || range.basis === "capture"
      ? solve({ ...askedOf(range, request, evidence, likelihoods), tails })
      : tails.map(() => ({
          days: request.posts.map(() => unknown(range)),
          candidates: request.posts.map(() => undefined),
          order: request.order ?? ("oldest-first" as const),
        }));
  const elsewhere = tells ? "neighbours" : range.basis === "capture" ? "capture" : "order";
  return solutions.map(({ days, candidates, order }) => {
    const held = inTime(holdToFloors(inTime(days, order), inTime(evidence, order)), order);
    const settled = settleConstraints(held, constraints, order);
    return {
      datings: settled.map((day, index) => {
        const told = constraints[index];
        const rationale = told?.basis ? told : rationaleOf(evidence[index] ?? [], day, likelihoods);
        const words = rationale?.evidence === undefined ? {} : { evidence: rationale.evidence };
        const claim = { ...day, basis: rationale?.basis ?? elsewhere, ...words };
        return { ...claim, edtf: edtfOf(claim) };
      }),
      candidates,
      order,
      orderInferred: request.order === undefined,
      usedToday: range.basis === "today",
      notices: [
        ...request.posts.flatMap(({ text }, index) => readInPart(text, index)),
        ...contradictions(
          evidence,
          settled,
          request.posts.map(({ shown }) => shown ?? request.retrieved),
        ),
      ],
    };
  });
}

/** What the solver is asked of a request within a range. */
function askedOf(
  range: DayRange,
  { posts, order }: DatingRequest,
  evidence: readonly (readonly Evidence[])[],
  likelihoods: Likelihood,
): Omit<SolveRequest, "tails"> {
  return {
    evidence,
    constraints: posts.map(({ known }) => known && spanOf(known, range)),
    captures: posts.map(capturesOf),
    times: posts.map(({ clock }) => clock),
    range,
    order,
    learnt: { likelihoods },
  };
}

/** A post so long that the days at its end are not looked for. */
function readInPart(text: string, index: number): readonly DatingNotice[] {
  if (text.length <= longestRead) return [];
  const reason = `The post has ${text.length} characters: dates are only looked for in its first ${longestRead}; if it is several posts, separate them with "boundaries" in the sidecar`;
  return [{ rule: "dating/long-post", index, reason }];
}

/** Posts, oldest first, or back in the order of the dump. */
function inTime<Item>(items: readonly Item[], order: Order): readonly Item[] {
  return order === "oldest-first" ? items : items.toReversed();
}

/** Nothing tells the day: it lies anywhere from the first channels to the range. */
function unknown(range: DayRange): Solved {
  const latest = dayFromNumber(range.last);
  return { best: latest, earliest: dayFromNumber(range.first), latest };
}

function capturesOf({ shown, unseen }: Dateable): CaptureBounds | undefined {
  if (shown === undefined && unseen === undefined) return undefined;
  return {
    ...(shown === undefined ? {} : { shown: dayNumber(shown) }),
    ...(unseen === undefined ? {} : { unseen: dayNumber(unseen) }),
  };
}

/** Known days reach to the end of the range where nobody says how far. */
function spanOf({ best, earliest, latest }: Constraint, range: DayRange): DaySpan {
  const [first, last] = [best ?? earliest, best ?? latest];
  return {
    first: first === undefined ? range.first : dayNumber(first),
    last: last === undefined ? range.last : dayNumber(last),
  };
}

function closedSpan(known: Constraint | undefined): readonly DaySpan[] {
  const [first, last] = [known?.best ?? known?.earliest, known?.best ?? known?.latest];
  return first === undefined || last === undefined ? [] : [{ first: dayNumber(first), last: dayNumber(last) }];
}

/**
 * A known day is said as it is known, even where the order denies it. The intervals of other posts are widened where they would run
 * backwards along it.
 */
function settleConstraints(
  days: readonly Solved[],
  known: readonly (Constraint | undefined)[],
  order: Order,
): readonly Solved[] {
  if (known.every((one) => one?.best === undefined)) return days;
  const said = days.map((day, index): Solved => {
    const { best, earliest, latest } = known[index] ?? {};
    return best === undefined ? day : { best, earliest: earliest ?? best, latest: latest ?? best };
  });
  const ordered = inTime(said, order);
  let latest = ordered[0]?.latest;
  const raised = ordered.map((day, index) => {
    if (latest === undefined || day.latest > latest) latest = day.latest;
    return isFixed(index) ? day : { ...day, latest };
  });
  let earliest = raised.at(-1)?.earliest;
  const widened = raised.toReversed().map((day, index) => {
    if (earliest === undefined || day.earliest < earliest) earliest = day.earliest;
    return isFixed(days.length - 1 - index) ? day : { ...day, earliest };
  });
  return inTime(widened.toReversed(), order);

  /** Whether a post, by its place in time, is said to lie on one day alone. */
  function isFixed(place: number): boolean {
    const own = known[order === "oldest-first" ? place : known.length - 1 - place];
    return own?.best !== undefined && (own.earliest ?? own.best) === (own.latest ?? own.best);
  }
}
