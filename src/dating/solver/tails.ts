/**
 * How the ends of intervals are read off the chances that a chain finds, a figure for each of `widths`: half the chance by the chain that the true day
 * lies outside of the interval. The chain is more careful than it need be where words pin a day down, and not careful enough where it
 * reckons from days far off; so the tails go by how wide its own interval is.
 */
export type Tails = readonly number[];

/** Days in an interval, up to and with so many, by `plainTail`; the last class has all that are wider. */
export const widths = [1, 2, 4, 8, 16, 40, 120, Number.POSITIVE_INFINITY] as const;

/** The tail that classes of width are told by. */
export const plainTail = 0.11;

/** The same tail whatever the width. */
export function evenTails(tail: number): Tails {
  return widths.map(() => tail);
}

/** The class of an interval of so many days. */
export function classOf(width: number): number {
  return widths.findIndex((upTo) => width <= upTo);
}
