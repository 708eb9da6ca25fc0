import { type Day, dayFromNumber, dayNumber } from "../../model/day.ts";
import type { Evidence } from "../expressions/evidence.ts";
import type { EvidenceKind } from "../expressions/evidence-kinds.ts";
import { spanNearest } from "./lags.ts";
import type { Solved } from "./solve.ts";

/** Kinds of days that have come when a post names them, and how many days before the post's own they lie at the least. */
export const leastSince: Readonly<Partial<Record<EvidenceKind, number>>> = {
  dateline: 0,
  today: 0,
  yesterday: 1,
  signature: 0,
  "past-lead": 0,
  address: 0,
  "past-body": 0,
};

/** Farther ahead of its post's interval than this, a day was misread or stands for another year. */
const farAhead = 200;

/**
 * Holds posts, in the order of time, to what they report: no post is published before an event that it tells of as past, nor is any post after
 * it. Where the other posts leave no room for that, the word of the post is overruled and the days stay as they are.
 */
export function holdToFloors(days: readonly Solved[], evidence: readonly (readonly Evidence[])[]): readonly Solved[] {
  let [best, earliest] = [days[0]?.best, days[0]?.earliest];
  return days.map((day, post): Solved => {
    const floors = floorsOf(evidence[post] ?? [], day);
    best = latestOf([best, day.best, ...floors.map((floor) => floor.day)]);
    earliest = latestOf([earliest, day.earliest, ...floors.filter(({ isSure }) => isSure).map((floor) => floor.day)]);
    return { ...day, best: best ?? day.best, earliest: earliest ?? day.earliest };
  });
}

interface Floor {
  readonly day: Day;
  /** Whether the year is said, or is none of several that the interval leaves open. */
  readonly isSure: boolean;
}

/** The days that have come by a post's own words, of those that its interval leaves open. */
function floorsOf(own: readonly Evidence[], { best, earliest, latest }: Solved): readonly Floor[] {
  const last = dayNumber(latest);
  const isOneYear = dayNumber(best) - dayNumber(earliest) <= farAhead;
  return own.flatMap(({ kind, expression }): readonly Floor[] => {
    const least = leastSince[kind];
    if (least === undefined || expression.kind !== "days" || expression.precision !== "day") return [];
    // Which month is meant the chain has weighed already.
    if (expression.anyMonth !== undefined) return [];
    const span = spanNearest(expression, dayNumber(best));
    const isStated = expression.first.year !== undefined;
    // A day before the best one bounds the interval alone, and only where nothing but its own year can be meant.
    if (span === undefined || (span.last < dayNumber(best) && !isStated)) return [];
    // Of a row of days, or of those that a moon's day may be, the first has come at the least.
    const floor = span.first + least;
    if (span.first - dayNumber(best) > farAhead || floor > last) return [];
    return [{ day: dayFromNumber(floor), isSure: isOneYear || isStated }];
  });
}

function latestOf(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce(
    (latest, day) => (latest === undefined || (day !== undefined && day > latest) ? day : latest),
    undefined,
  );
}
