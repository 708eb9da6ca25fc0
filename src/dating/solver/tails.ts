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

/**
 * So few posts that name a day leave the rate of a channel open, and with it the days of all posts together: those of a slow channel lie outside of an interval all
 * at once. Wide intervals of such a dump reach farther.
 */
export const fewDays = 3;

/** Posts of a dump from which on that matters: the windows that it was seen on have so many at the least, and in shorter dumps the named days tell enough. */
export const leastPosts = 20;

/** The same where one of these days is to come: how long before it a channel tells of it is the least known of all distances. Set by hand. */
export const leastPostsAnnounced = 8;

/**
 * The tail of those intervals. It is set and not calibrated: one channel in fourteen decides on it, and what is chosen without it fails it. By this one the
 * intervals of each known channel that names so few days hold four days in five, of windows captured at once or months later.
 */
export const tailOfFewDays = 0.016;

/** The tail of an interval that is so many days wide by `plainTail`. */
export function tailOf(tails: Tails, days: number, namesFew: boolean): number {
  const kind = kindOfWidth(days);
  return kind === "wide" && namesFew ? Math.min(tailOfFewDays, tails.wide) : tails[kind];
}
