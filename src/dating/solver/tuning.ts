/** How the days of posts are read off the chances that a chain finds for them. */
export interface Reading {
  /**
   * Chance by the chain that the true day lies before the interval, and after it. The chain is more careful than it need be: with the
   * chance in use, nine of ten intervals hold the true day on channels that it was not chosen on.
   */
  readonly tail: number;
  /** A day that a post gives as its own is its best day, unless another is so many times as likely. */
  readonly timesAsLikely: number;
}

/** What no count tells, and is chosen by how well channels are dated whose days are known (scripts/lab/choose-tuning.ts). */
export interface Tuning extends Reading {
  /**
   * Exponent on days of events that are announced or only mentioned. They lie as far off as a channel likes: a channel that announces one
   * early announces others early as well, so that they bear each other out less than days of what has happened do.
   */
  readonly weightOfLoose: number;
}

/**
 * What can be chosen; where two choices do as well, the first is taken. Channels with known days hardly tell one `timesAsLikely` from another; the
 * first is the one that agrees best with people who dated posts by reading them.
 */
export const choices = {
  tail: [0.05, 0.07, 0.09, 0.11, 0.13, 0.15],
  timesAsLikely: [2.5, 1, 6],
  weightOfLoose: [0.6, 0.8],
} as const;
