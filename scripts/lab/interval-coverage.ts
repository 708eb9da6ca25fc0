// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.
import type { ChannelCoverage } from "./calibrate.ts";

/** What intervals by each tail hold of channels with known days, a row a channel: the tails in use were chosen by it. */
// biome-ignore format: one row a channel reads as a table
export const intervalCoverage: readonly ChannelCoverage[] = [
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 2.0858, covered: [1.8788,1.9448,1.9808,2.0018,2.0217,2.0372] }, wide: { weight: 4.9142, covered: [4.4655,4.5383,4.5867,4.645,4.6959,4.7558] } },
  { narrow: { weight: 0.8622, covered: [0.7243,0.7243,0.7243,0.7243,0.7243,0.7243] }, wide: { weight: 4.1378, covered: [3.6227,3.7416,3.7742,3.8006,3.8416,3.893] } },
  { narrow: { weight: 0.0798, covered: [0.0071,0.0071,0.0071,0.0071,0.0071,0.0071] }, wide: { weight: 3.9202, covered: [3.9129,3.9129,3.9129,3.9129,3.9129,3.9129] } },
  { narrow: { weight: 2.6902, covered: [2.6902,2.6902,2.6902,2.6902,2.6902,2.6902] }, wide: { weight: 1.3098, covered: [1.3098,1.3098,1.3098,1.3098,1.3098,1.3098] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [0.9125,0.9025,0.935,0.98,0.99,1] } },
  { narrow: { weight: 0.192, covered: [0.178,0.178,0.178,0.178,0.178,0.178] }, wide: { weight: 5.808, covered: [5.7707,5.7873,5.7873,5.7313,5.7313,5.7313] } },
  { narrow: { weight: 1.6957, covered: [1.0708,1.0878,1.0956,1.097,1.1027,1.1127] }, wide: { weight: 5.3043, covered: [4.398,4.5574,4.3608,4.4053,4.7453,4.6923] } },
  { narrow: { weight: 0.3807, covered: [0.3807,0.3807,0.3807,0.3807,0.3807,0.3807] }, wide: { weight: 1.9843, covered: [1.9843,1.9843,1.9843,1.9843,1.9843,1.9843] } },
  { narrow: { weight: 4.6, covered: [4.5769,4.5941,4.5977,4.5977,4.5977,4.5977] }, wide: { weight: 0.4, covered: [0.4,0.4,0.4,0.4,0.4,0.4] } },
  { narrow: { weight: 0.0075, covered: [0.0075,0.0075,0.0075,0.0075,0.0075,0.0075] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 6.9957, covered: [6.9056,6.9584,6.959,6.993,6.9944,6.9944] }, wide: { weight: 0.0043, covered: [0.0043,0.0043,0.0043,0.0043,0.0043,0.0043] } },
  { narrow: { weight: 4.3683, covered: [4.3106,4.3369,4.3478,4.3503,4.3513,4.3513] }, wide: { weight: 2.6317, covered: [2.6317,2.6317,2.6317,2.6317,2.6317,2.6317] } },
  { narrow: { weight: 0.0094, covered: [0.0094,0.0094,0.0094,0.0094,0.0094,0.0094] }, wide: { weight: 0.9906, covered: [0.969,0.9744,0.9812,0.9852,0.9906,0.9906] } },
  { narrow: { weight: 1.11, covered: [1.11,1.11,1.11,1.11,1.11,1.11] }, wide: { weight: 0.89, covered: [0.89,0.89,0.89,0.89,0.89,0.89] } },
  { narrow: { weight: 1.86, covered: [1.86,1.86,1.86,1.86,1.86,1.86] }, wide: { weight: 0.14, covered: [0.14,0.14,0.14,0.14,0.14,0.14] } },
  { narrow: { weight: 1.32, covered: [1.32,1.32,1.32,1.32,1.32,1.32] }, wide: { weight: 0.68, covered: [0.68,0.68,0.68,0.68,0.68,0.68] } },
  { narrow: { weight: 0.1, covered: [0.1,0.1,0.1,0.1,0.1,0.1] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.16, covered: [0.16,0.16,0.16,0.16,0.16,0.16] }, wide: { weight: 0.84, covered: [0.84,0.84,0.84,0.84,0.84,0.84] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 2, covered: [1.93,1.93,1.93,1.93,1.93,1.93] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.15, covered: [0.15,0.15,0.15,0.15,0.15,0.15] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.36, covered: [1.36,1.36,1.36,1.36,1.36,1.36] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.75, covered: [0.55,0.575,0.625,0.625,0.625,0.675] }, wide: { weight: 0.25, covered: [0,0,0,0,0,0] } },
];
