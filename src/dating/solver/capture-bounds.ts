import type { Weights } from "./weights.ts";

/** What captures of a channel tell of the day of a post, as days since 1970-01-01. */
export interface CaptureBounds {
  /** The first capture that shows it. */
  readonly shown?: number;
  /** The last capture that shows the post before it and ends there. */
  readonly unseen?: number;
}

/** How fit a day after the first capture that shows a post is for it: none but where its own words, or many others, say that the capture day is wrong. */
const afterShown = 1e-4;

/**
 * How fit a day before a capture is for the first post that it does not show. Mostly a page is captured as it stands, and whatever is below its end
 * was published later; but it may show an old part of the channel.
 */
const beforeUnseen = 0.05;

/** Weights of posts by their words and by the captures that show them, or do not. */
export function withCaptures(weights: Weights, bounds: readonly (CaptureBounds | undefined)[]): Weights {
  return (post, first, count) => {
    const own = weights(post, first, count);
    const { shown, unseen } = bounds[post] ?? {};
    if (shown === undefined && unseen === undefined) return own;
    const all = own === undefined ? new Float64Array(count).fill(1) : Float64Array.from(own);
    for (let i = 0; i < count; i++) {
      const day = first + i;
      if (shown !== undefined && day > shown) all[i] = (all[i] ?? 0) * afterShown;
      if (unseen !== undefined && day < unseen) all[i] = (all[i] ?? 0) * beforeUnseen;
    }
    return all;
  };
}

/** The bounds that the order of posts does not imply: of posts that the same captures show, the last one holds the others. In the order of time. */
export function tellingBounds(bounds: readonly (CaptureBounds | undefined)[]): readonly (CaptureBounds | undefined)[] {
  let next = Number.POSITIVE_INFINITY;
  return bounds
    .toReversed()
    .map((own): CaptureBounds | undefined => {
      const { shown = Number.POSITIVE_INFINITY, unseen } = own ?? {};
      const holds = shown < next;
      next = Math.min(next, shown);
      const told = { ...(holds ? { shown } : {}), ...(unseen === undefined ? {} : { unseen }) };
      return Object.keys(told).length === 0 ? undefined : told;
    })
    .toReversed();
}
