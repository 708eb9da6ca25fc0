/**
 * Half the chance, by the chain, that the true day lies outside of an interval: of one that is narrow by itself, and of a wide one. Where words pin a day
 * down, what intervals miss are days misread, which no tail of the chain reaches; where it reckons from days far off, the chain is not careful enough.
 */
export interface Tails {
  readonly narrow: number;
  readonly wide: number;
}

/** The tail that intervals are told to be narrow by. */
export const plainTail = 0.11;

/** The kind of an interval by `plainTail`, of so many days. */
export function kindOfWidth(days: number): keyof Tails {
  return days <= 4 ? "narrow" : "wide";
}
