import { addDays, type Day, dayNumber, dayOf } from "../../model/day.ts";
import type { CalendarDay } from "./date-expression.ts";
import { dayStandingOf } from "./day-standing.ts";
import type { Evidence } from "./evidence.ts";
import type { EvidenceKind } from "./evidence-kinds.ts";

/** Fewer posts show no habit. */
const fewestPosts = 3;
/** The same of days on lines of their own, which may be those of events as well. */
const fewestLines = 5;

/** The least share of a dump's posts that begin with a day, and of steps between these days that run the same way. */
const leastShare = 0.6;
const leastSteady = 0.95;

/** How else a day at the beginning of a text is read, where nothing tells that its author dates all posts so. */
const readOtherwise: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  ...(["past-lead", "past-body", "to-come-lead", "to-come-body"] as const),
  ...(["mention-lead", "mention-body", "since", "until"] as const),
]);

/**
 * Where most posts of a dump begin with a day and these days run one way, their author dates posts so: the day is the post's own, whatever the words
 * behind it say it is. So is a day on a line of its own farther down, where several posts have one, these run one way and none lies after the capture.
 *
 *     11.02.2026: the ferry was late.
 *     12.02.2026: it left at noon.
 *     ^^^^^^^^^^
 *
 * Lists have one element a post, in the dump's order.
 * @param captured The day after which nothing was published, if it is known.
 */
export function withHabitualDatelines(
  texts: readonly string[],
  evidence: readonly (readonly Evidence[])[],
  captured?: Day,
): readonly (readonly Evidence[])[] {
  const opening = (own: readonly Evidence[], post: number): Evidence | undefined =>
    own.find((one) => opens(texts[post] ?? "", one));
  const onOwnLine = (own: readonly Evidence[], post: number): Evidence | undefined => {
    const [found, more] = own.filter((one) => hasOwnLine(texts[post] ?? "", one));
    return more === undefined && !own.some(({ kind }) => kind === "dateline" || kind === "signature")
      ? found
      : undefined;
  };
  const opened = asHabit(evidence, evidence.map(opening), Math.max(fewestPosts, leastShare * texts.length));
  if (opened !== undefined) return opened;
  const lines = evidence.map(onOwnLine);
  return lines.some((one) => isAfter(one, captured)) ? evidence : (asHabit(evidence, lines, fewestLines) ?? evidence);
}

/** The evidence with these days as their posts' own, if they are as many as this and run one way. */
function asHabit(
  evidence: readonly (readonly Evidence[])[],
  found: readonly (Evidence | undefined)[],
  fewest: number,
): readonly (readonly Evidence[])[] | undefined {
  const days = found.flatMap((one) => {
    const day = one === undefined ? undefined : dayOfOne(one);
    return day === undefined ? [] : [day];
  });
  if (days.length < fewest || !runOneWay(days)) return undefined;
  return evidence.map((own, post) => {
    const one = found[post];
    return one === undefined ? own : [asDateline(one), ...own.filter((other) => other !== one)];
  });
}

/** Whether a day, but for two words at the most, has a line of its own and is no field of an announcement. */
function hasOwnLine(text: string, one: Evidence): boolean {
  if (dayOfOne(one) === undefined) return false;
  const start = text.lastIndexOf("\n", one.offset - 1) + 1;
  const stop = text.indexOf("\n", one.offset + one.words.length);
  const end = stop === -1 ? text.length : stop;
  if (end - start > longestLine) return false;
  const rest = `${text.slice(start, one.offset)} ${text.slice(one.offset + one.words.length, end)}`;
  return (rest.match(/\p{L}+/gu) ?? []).length <= 2 && dayStandingOf(text, { start, end }) !== "field";
}

const longestLine = 60;

function isAfter(one: Evidence | undefined, captured: Day | undefined): boolean {
  const day = one === undefined ? undefined : dayOfOne(one);
  if (day?.year === undefined || captured === undefined) return false;
  return (dayOf(day.year, day.month, day.day) ?? "") > captured;
}

/** A day that opens its post, read as the post's own; kinds that are surer of what they say stay. */
export function asDateline(one: Evidence): Evidence {
  return readOtherwise.has(one.kind) ? { ...one, kind: "dateline" } : one;
}

/** Whether no letter and no figure stands before a day that is one day. */
function opens(text: string, one: Evidence): boolean {
  return isOneDay(one) && !/[\p{L}\p{N}]/u.test(text.slice(0, one.offset));
}

function isOneDay({ expression }: Evidence): boolean {
  if (expression.kind !== "days" || expression.precision !== "day" || expression.lunar !== undefined) return false;
  const { first, last } = expression;
  return first.month === last.month && first.day === last.day;
}

/** The day that is named. A day of a calendar that is reckoned is known but for a day on either side: then it is the middle one. */
function dayOfOne(one: Evidence): CalendarDay | undefined {
  const { expression } = one;
  if (expression.kind !== "days" || expression.precision !== "day" || expression.lunar !== undefined) return undefined;
  if (isOneDay(one)) return expression.first;
  const [from, to] = [expression.first, expression.last].map(({ year, month, day }) =>
    year === undefined ? undefined : dayOf(year, month, day),
  );
  if (from === undefined || to === undefined || dayNumber(to) - dayNumber(from) !== 2) return undefined;
  const [year, month, day] = addDays(from, 1).split("-").map(Number);
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
}

/** Whether days run one way and are not all the same; where a year is left out, January follows on December. */
function runOneWay(days: readonly CalendarDay[]): boolean {
  const steps = days.slice(1).map((day, at) => stepBetween(days[at] ?? day, day));
  const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
  return up + down > 0 && Math.max(up, down) >= leastSteady * (up + down);
}

function stepBetween(from: CalendarDay, to: CalendarDay): number {
  const within = (to.month - from.month) * 31 + to.day - from.day;
  if (from.year !== undefined && to.year !== undefined) return (to.year - from.year) * 372 + within;
  if (within < -186) return within + 372;
  return within > 186 ? within - 372 : within;
}
