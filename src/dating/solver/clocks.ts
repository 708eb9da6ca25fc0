/** The clock times of posts in the order of time, and what they say of the days between them. */
export interface Clocks {
  /** Whether any post has a time. */
  readonly areTold: boolean;
  /** Midnights that surely lie between two posts: so often the clock runs back from one post to the next that has a time. */
  readonly midnights: (earlier: number, later: number) => number;
  /** Which of `slotsPerDay` equal parts of its day a post lies in; undefined where it has no time. */
  readonly slotOf: (post: number, slotsPerDay: number) => number | undefined;
}

const minutesPerDay = 24 * 60;

/** Reads clock times `HH:MM`, one for each post in the order of time; undefined where a post has none. */
export function readClocks(times: readonly (string | undefined)[]): Clocks {
  const minutes = times.map((time) =>
    time === undefined ? undefined : 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5)),
  );
  const areTold = minutes.some((minute) => minute !== undefined);
  return {
    areTold,
    midnights: (earlier, later) => {
      let count = 0;
      let last: number | undefined;
      for (let post = earlier; areTold && post <= later; post++) {
        const minute = minutes[post];
        if (minute === undefined) continue;
        if (last !== undefined && minute < last) count++;
        last = minute;
      }
      return count;
    },
    slotOf: (post, slotsPerDay) => {
      const minute = minutes[post];
      return minute === undefined ? undefined : Math.floor((minute * slotsPerDay) / minutesPerDay);
    },
  };
}
