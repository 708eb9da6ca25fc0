import { type Day, dayNumber } from "../../model/day.ts";
import type { DateExpression, Span } from "../expressions/date-expression.ts";
import type { Evidence } from "../expressions/evidence.ts";
import type { EvidenceKind } from "../expressions/evidence-kinds.ts";
import { lagOf, spansBetween, weekdayOf } from "./lags.ts";

type NamedDays = DateExpression & { readonly kind: "days" };

/** The day that a post gives as its own, by its dateline, signature or a word for the day of writing; `undefined` where its surest expression is another. */
export function ownDayOf([surest]: readonly Evidence[] = []): NamedDays | undefined {
  if (surest === undefined || !ownKinds.has(surest.kind)) return undefined;
  const { expression } = surest;
  return expression.kind === "days" && expression.precision === "day" ? expression : undefined;
}

const ownKinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(["dateline", "signature", "today"]);

/** Moves this share of a post's chances, by day from `first` on, to the day that it gives as its own. */
export function holdToOwnDay(own: NamedDays, share: number, first: number, chances: Float64Array): void {
  for (let i = 0; i < chances.length; i++) chances[i] = (1 - share) * (chances[i] ?? 0);
  for (const span of spansBetween(own, first, first + chances.length)) {
    if (own.weekday !== undefined && weekdayOf(span.first) !== own.weekday) continue;
    const each = share / (span.last - span.first + 1);
    for (let i = Math.max(0, span.first - first); i <= Math.min(chances.length - 1, span.last - first); i++)
      chances[i] = (chances[i] ?? 0) + each;
  }
}

/** Kinds of days that have come when the post is published. */
export const comeKinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([...ownKinds, "yesterday", "past-lead"]);

/** So many of the days that had come last are looked at. */
const reachOfComeDays = 6;

/** Days farther back than this are slips or posts of another time, and tell nothing of how late a channel posts. */
const farBack = 60;

/** Of own days that lie as far from their posts as those of other channels do, about one in so many is seen to run back. */
const lateForOneSeen = 5;

/**
 * Share of a dump's own days, 0 to 1, that must be held to lie as far from their posts as those of other channels do; the others are the days
 * of their posts. It is reckoned from those that run back behind a day that had come by a post before; where nothing can be compared it is 1.
 * Only the order of the days speaks here, and not how far apart they lie: how seldom a channel posts says nothing of how late.
 */
export function shareOfLateDays(evidence: readonly (readonly Evidence[])[]): number {
  let compared = 0;
  let late = 0;
  let come: readonly NamedDays[] = [];
  for (const own of evidence) {
    const day = ownDayOf(own);
    const back =
      day === undefined ? [] : come.map((earlier) => backFrom(earlier, day)).filter((days) => days <= farBack);
    if (back.length > 0) compared++;
    if (back.some((days) => days > 0)) late++;
    come = [...come, ...daysThatHaveCome(own)].slice(-reachOfComeDays);
  }
  return Math.min(1, (1 + lateForOneSeen * late) / (1 + compared));
}

function daysThatHaveCome(own: readonly Evidence[]): readonly NamedDays[] {
  return own.flatMap(({ kind, expression }) =>
    comeKinds.has(kind) && expression.kind === "days" && expression.precision === "day" ? [expression] : [],
  );
}

/** Days from a named day back to another, at the nearest times they can mean; below zero where the other is later. */
function backFrom(day: NamedDays, other: NamedDays): number {
  if (day.first.year === undefined && other.first.year !== undefined) return -backFrom(other, day);
  const [span] = spansBetween(day, leapYear.first, leapYear.last);
  return span === undefined ? Number.NaN : lagOf(other, span.first);
}

/** A year that has every day, for days that are named without one. */
const leapYear: Span = { first: dayNumber("2024-01-01" as Day), last: dayNumber("2024-12-31" as Day) };

/** Days of a post, counted on one axis; the best is none outside the interval. */
export type ThreeDays = readonly [earliest: number, best: number, latest: number];

/** What a chain found of a post. */
export interface Step {
  readonly days: ThreeDays;
  /** The day that the post gives as its own. */
  readonly named: number | undefined;
  /** The same, where it holds as the post's best day. */
  readonly held: number | undefined;
  /** Whether anything but its neighbours tells its day. */
  readonly isTelling: boolean;
}

/**
 * Holds posts, in the order of time, to days of their own that only the rhythm of the posts speaks against: no word does where such a day lies
 * between the days of those posts before and after it that tell any. A dump whose own days are late as often as not is left as it is.
 */
export function holdOwnDays(steps: readonly Step[], shareLate: number): readonly Step[] {
  if (shareLate > 0.5) return steps;
  // What holding one day frees, the next may need: once along the dump, once back.
  return mirrored(holdAlong(mirrored(holdAlong(steps))));
}

/** Farther from what the chain found, a post that names a day as its own was pinned, posted anew, or misread. */
const farOff = 20;

function holdAlong(steps: readonly Step[]): readonly Step[] {
  const ceilings = new Array<number>(steps.length);
  let [heldAfter, toldAfter] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [place, { days, named, held, isTelling }] of [...steps.entries()].reverse()) {
    ceilings[place] = Math.min(heldAfter, toldAfter);
    if (held !== undefined) heldAfter = Math.min(heldAfter, held);
    if (isTelling) toldAfter = held ?? days[named === undefined ? 1 : 2];
  }
  let [heldBefore, toldBefore] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return steps.map((step, place) => {
    const { days, named, isTelling } = step;
    const fits =
      named !== undefined &&
      named >= Math.max(heldBefore, toldBefore, days[0] - farOff) &&
      named <= Math.min(ceilings[place] ?? named, days[2] + farOff);
    const held = step.held ?? (fits ? named : undefined);
    if (held !== undefined) heldBefore = Math.max(heldBefore, held);
    if (isTelling) toldBefore = held ?? days[named === undefined ? 1 : 0];
    return { ...step, held };
  });
}

/** The same steps with time running the other way. */
function mirrored(steps: readonly Step[]): readonly Step[] {
  return steps.toReversed().map(({ days: [earliest, best, latest], named, held, isTelling }) => ({
    days: [-latest, -best, -earliest],
    named: named === undefined ? undefined : -named,
    held: held === undefined ? undefined : -held,
    isTelling,
  }));
}

/** The days of steps with the held ones as the best; intervals reach to them and, so that none runs backwards, along with them. */
export function daysWithHeld(steps: readonly Step[]): readonly ThreeDays[] {
  let latest = Number.NEGATIVE_INFINITY;
  const raised = steps.map(({ days, held }): ThreeDays => {
    latest = Math.max(latest, days[2], held ?? days[2]);
    return [Math.min(days[0], held ?? days[0]), held ?? days[1], latest];
  });
  let earliest = Number.POSITIVE_INFINITY;
  return raised
    .toReversed()
    .map((days): ThreeDays => {
      earliest = Math.min(earliest, days[0]);
      return [earliest, days[1], days[2]];
    })
    .toReversed();
}
