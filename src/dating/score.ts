/** How near dates come to the truth. */
export interface Score {
  readonly posts: number;
  /** Shares of posts, 0 to 1, dated to the day, and within so many days of it. */
  readonly exact: number;
  readonly within1: number;
  readonly within3: number;
  readonly within7: number;
  /** Mean distance in days. */
  readonly meanError: number;
  /** Share of posts whose true day lies in the interval, and its mean length in days, both ends counted; absent for baselines. */
  readonly covered?: number;
  readonly meanWidth?: number;
}
