import { type Day, dayNumber, dayOf } from "../../model/day.ts";
import { highest, lowest } from "../../model/extremes.ts";
import type { Evidence } from "../expressions/evidence.ts";
import type { DaySpan } from "./constraint.ts";
import { spansBetween } from "./lags.ts";

/** The days a dump can lie on, and what is known of its last post. Days are numbers since 1970-01-01. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
  /** What the last day rests on. */
  readonly basis: "capture" | "today" | "stated-years" | "nothing";
  /** How fit a day is for the last post of the dump, in a channel that posts so often; only ratios count. */
  readonly weightOfLast: (day: number, postsPerDay: number) => number;
}

/** Telegram's channels began on this day. */
export const channelsBegan = dayNumber("2015-09-22" as Day);

/** Where nothing at all tells the time, a dump is held to be no later than this. */
const lastResort = dayNumber("2030-12-31" as Day);

/** A dump whose texts state their year may still be later than the last year they state. */
const slackAfterStated = 400;

/** Kinds of evidence that outweigh a capture day: the post itself says when it was written. */
const kindsOverCapture: ReadonlySet<string> = new Set(["dateline", "signature", "today"]);

/** A capture day may be wrong by a slip of the year; a post's own day farther after it is a slip of the post. */
const mostAfterCapture = 400;

/**
 * Mostly a page is captured as it stands, and ends as long ago as the channel has been silent; but a capture may also show an old page.
 * Shares of captures of the page as it stands, and of mean distances in days of the others.
 */
const asItStands = 0.45;
const afterLastPost = [
  { share: 0.33, mean: 4 },
  { share: 0.14, mean: 20 },
  { share: 0.08, mean: 200 },
] as const;

/**
 * No post lies so many days before the capture and before every day that is named: `afterLastPost` leaves such a day a chance below 1e-15, and each of
 * them would be weighed for each post.
 */
const mostBeforeCapture = 20 * 365;

/** How fit a day after the capture is for the last post. */
const afterCapture = 0.01;

/** Days that a channel is silent besides the time between two posts: a night. */
const night = 0.4;

/** Where only the day of the import is known, the dump may be months or many years old. */
const beforeToday = [
  { share: 0.1, mean: 20 },
  { share: 0.2, mean: 200 },
  { share: 0.7, mean: 2500 },
] as const;

/**
 * How long after the last day that its posts state with a year a dump may still run, without more doubt and beyond that on the mean, in days. The more
 * posts state a year, the less likely is it that none states one of the dump's own time: with the chance 1 / (`yearsUnsaid` + posts) they say nothing.
 */
const slackAfterYear = 60;
const meanAfterYear = 200;
const yearsUnsaid = 4;

/** The range of a dump: up to its capture day if known, else to the day of the import, else to the last year its posts state or the last day known of them, else to a day far ahead. */
export function dayRangeOf(
  evidence: readonly (readonly Evidence[])[],
  known: readonly DaySpan[],
  retrieved: Day | undefined,
  today: Day | undefined,
): DayRange {
  if (retrieved !== undefined) {
    const capture = dayNumber(retrieved);
    const named = lastDays(evidence.flat()).filter((day) => day >= channelsBegan);
    const began = Math.max(channelsBegan, lowest(capture, named) - mostBeforeCapture);
    return {
      first: lowest(
        Math.min(began, capture),
        known.map(({ first }) => first),
      ),
      last: highest(capture, [...known.map(({ last }) => last), ...ownDaysUpTo(capture + mostAfterCapture, evidence)]),
      basis: "capture",
      // A post after the capture is a contradiction that only its own dateline can win.
      weightOfLast: (day, postsPerDay) => {
        if (day > capture) return afterCapture;
        const silence = { share: asItStands, mean: night + 1 / postsPerDay };
        return fall([silence, ...afterLastPost], capture - day);
      },
    };
  }
  const first = lowest(
    channelsBegan,
    known.map((span) => span.first),
  );
  if (today !== undefined) {
    // A dump that is there was captured by today.
    const last = Math.max(channelsBegan, dayNumber(today));
    const years = evidence
      .map((own) => lastDays(own).filter((day) => day >= channelsBegan && day <= last))
      .filter((own) => own.length > 0);
    const stated = highest(0, years.flat());
    const unsaid = years.length === 0 ? 1 : 1 / (yearsUnsaid + years.length);
    return {
      first,
      last: highest(last, [...known.map((span) => span.last), ...ownDaysUpTo(last + mostAfterCapture, evidence)]),
      basis: "today",
      weightOfLast: (day) => {
        const silence = Math.max(0, day - stated - slackAfterYear);
        const age = day > last ? afterCapture : fall(beforeToday, last - day);
        return age * (unsaid + (1 - unsaid) * Math.exp(-silence / meanAfterYear));
      },
    };
  }
  const named = lastDays(evidence.flat()).filter((day) => day >= channelsBegan && day < channelsBegan + 40 * 366);
  const stated = [...named, ...known.map((span) => span.last)];
  if (stated.length > 0) {
    const last = highest(Number.NEGATIVE_INFINITY, stated) + slackAfterStated;
    return { first, last, basis: "stated-years", weightOfLast: () => 1 };
  }
  return { first: channelsBegan, last: lastResort, basis: "nothing", weightOfLast: () => 1 };
}

/** The days up to a last one that posts give as their own with a year. */
function ownDaysUpTo(last: number, evidence: readonly (readonly Evidence[])[]): readonly number[] {
  return lastDays(evidence.flat().filter(outweighsCapture)).filter((day) => day <= last);
}

/** Whether a post's own dateline says that it is later than the capture; only with a stated year. */
function outweighsCapture({ kind, expression }: Evidence): boolean {
  return kindsOverCapture.has(kind) && expression.kind === "days" && expression.first.year !== undefined;
}

function lastDays(evidence: readonly Evidence[]): number[] {
  return evidence.flatMap(({ expression }) =>
    expression.kind === "days" &&
    expression.first.year !== undefined &&
    dayOf(expression.first.year, 1, 1) !== undefined
      ? spansBetween(expression, 0, 0).map(({ last }) => last)
      : [],
  );
}

function fall(parts: readonly { readonly share: number; readonly mean: number }[], distance: number): number {
  return parts.reduce(
    (sum, { share, mean }) => sum + share * (1 - Math.exp(-1 / mean)) * Math.exp(-distance / mean),
    0,
  );
}
