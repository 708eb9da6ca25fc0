import type { Day } from "../../model/day.ts";
import type { Basis } from "../../model/post.ts";

/**
 * What is known of a post's day from outside its text: by a person's hand, from an export, or from the same post elsewhere. It holds
 * against all evidence and dates the post's neighbours too.
 */
export interface Constraint {
  /** The day to be said; where absent, the solver finds the best one between the other two. */
  readonly best?: Day;
  readonly earliest?: Day;
  readonly latest?: Day;
  /** The rationale to be said; where absent, the post's own. */
  readonly basis?: Basis;
  readonly evidence?: string;
}

/** The days that a post is known to lie between, both counted, as days since 1970-01-01. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** Whether days known from outside are a single one. Between those of a longer span none is likelier than another, so that it tells its neighbours none. */
export function tellsOneDay(span: DaySpan | undefined): boolean {
  return span !== undefined && span.first === span.last;
}

/** How much likelier a known day is than any other. Not boundless: facts that contradict the order must not leave a post without a day. */
export const weightOfConstraint = 1e12;
