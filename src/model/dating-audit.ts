import { addDays, type Day } from "./day.ts";
import type { Dating } from "./post.ts";

/** A post to be audited: its text and the date it has. */
export interface AuditedPost {
  readonly id: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly dating: Dating;
}

/**
 * What was made of a day that a post names: the date rests on it; it bears the date out; it was overruled, since it is given as the post's own or
 * as past and the date denies it; it is the day of an event that a post before has named; or it says nothing of when the post was written.
 */
export type DayOutcome = "basis" | "agrees" | "overruled" | "repeat" | "unused";

/** A day that a post names, at the time nearest to its date that the words can mean. */
export interface NamedDay {
  readonly words: string;
  /** Place in the post's text. */
  readonly offset: number;
  readonly outcome: DayOutcome;
  /** First and last day that the words name; absent for weekdays. */
  readonly first?: Day;
  readonly last?: Day;
}

/** How the date of a post came about, for readers and editors. */
export interface DatingAudit {
  readonly id: string;
  /** The days that the post names, in the order of its text. */
  readonly days: readonly NamedDay[];
  /** The nearest posts before and after in the order of time whose date rests on words of their own or on a fact: the date lies between theirs. */
  readonly before?: string;
  readonly after?: string;
  /** Posts between those two, this one counted: the more, the less the order tells. */
  readonly between: number;
  /** Days in the interval. */
  readonly width: number;
}

/** Audits posts of one dump, which are given in the order of time, each by its place when it is asked for. */
export type Auditor = (posts: readonly AuditedPost[]) => (place: number) => DatingAudit | undefined;

/** The days that come into question for a post, and how likely each is. */
export interface Candidates {
  readonly first: Day;
  /** The chances of the days from `first` on, in whole percent. */
  readonly percents: readonly number[];
}

/** `2025-02-07 62 25 9`: the days that come into question, as the ledger keeps them; empty where there are none. */
export function candidatesText(candidates: Candidates | undefined): string {
  return candidates === undefined ? "" : [candidates.first, ...candidates.percents].join(" ");
}

/** A day that came into question, with its chance in whole percent. */
export interface CandidateDay {
  readonly day: Day;
  readonly percent: number;
}

/** By how many times, and by how many percent, the chance of a day must be above that of the best estimate to be told beside it. */
const clearly = { times: 1.5, percent: 5 };

/**
 * The day that is likeliest by itself, where it is clearly likelier than the day that was chosen. A day is chosen for the small error that is
 * expected of it, or since other posts rule the likeliest out: it is not always the top of the chances.
 */
export function likelierDay(days: readonly CandidateDay[], best: Day): CandidateDay | undefined {
  const own = days.find(({ day }) => day === best)?.percent ?? 0;
  const top = days.reduce<CandidateDay | undefined>(
    (one, other) => (one && one.percent >= other.percent ? one : other),
    undefined,
  );
  return top && top.percent >= own * clearly.times && top.percent >= own + clearly.percent ? top : undefined;
}

/** Each day that `candidatesText` wrote, with its chance in percent; none of an empty text. */
export function candidateDays(text: string): readonly CandidateDay[] {
  const [first, ...percents] = text.split(" ");
  return percents.map((percent, days) => ({ day: addDays(first as Day, days), percent: Number(percent) }));
}
