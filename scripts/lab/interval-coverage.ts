// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.
import type { ChannelCoverage } from "./calibrate.ts";

/** What intervals by each tail hold of channels with known days, a row a channel: the tails in use were chosen by it. */
// biome-ignore format: one row a channel reads as a table
export const intervalCoverage: readonly ChannelCoverage[] = [
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 2.0858, covered: [1.8788,1.9448,1.9808,2.0018,2.0217,2.0372] }, wide: { weight: 4.9142, covered: [4.4655,4.5383,4.5867,4.645,4.6959,4.7558] } },
  { narrow: { weight: 0.8622, covered: [0.7243,0.7243,0.7243,0.7243,0.7243,0.7243] }, wide: { weight: 4.1378, covered: [3.621,3.74,3.7742,3.8036,3.8436,3.894] } },
  { narrow: { weight: 0.0798, covered: [0.0071,0.0071,0.0071,0.0071,0.0071,0.0071] }, wide: { weight: 3.9202, covered: [3.9129,3.9129,3.9129,3.9129,3.9129,3.9129] } },
  { narrow: { weight: 2.6902, covered: [2.6902,2.6902,2.6902,2.6902,2.6902,2.6902] }, wide: { weight: 1.3098, covered: [1.3098,1.3098,1.3098,1.3098,1.3098,1.3098] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [0.9125,0.9025,0.935,0.98,0.99,1] } },
  { narrow: { weight: 0.2172, covered: [0.1992,0.1992,0.1992,0.1992,0.1992,0.1992] }, wide: { weight: 5.7828, covered: [5.7494,5.7661,5.7661,5.7101,5.7101,5.7101] } },
  { narrow: { weight: 1.7134, covered: [1.0873,1.102,1.1133,1.1147,1.1254,1.1304] }, wide: { weight: 5.2866, covered: [4.39,4.544,4.3279,4.3876,4.4626,4.7593] } },
  { narrow: { weight: 0.3807, covered: [0.3807,0.3807,0.3807,0.3807,0.3807,0.3807] }, wide: { weight: 1.9843, covered: [1.9843,1.9843,1.9843,1.9843,1.9843,1.9843] } },
  { narrow: { weight: 4.605, covered: [4.581,4.5962,4.6027,4.6027,4.6027,4.6027] }, wide: { weight: 0.395, covered: [0.395,0.395,0.395,0.395,0.395,0.395] } },
  { narrow: { weight: 0.0075, covered: [0.0075,0.0075,0.0075,0.0075,0.0075,0.0075] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 6.9957, covered: [6.9056,6.959,6.959,6.993,6.9944,6.9944] }, wide: { weight: 0.0043, covered: [0.0043,0.0043,0.0043,0.0043,0.0043,0.0043] } },
  { narrow: { weight: 4.2957, covered: [4.256,4.2638,4.2718,4.2773,4.2788,4.2788] }, wide: { weight: 2.7043, covered: [2.7043,2.7043,2.7043,2.7043,2.7043,2.7043] } },
  { narrow: { weight: 0.0094, covered: [0.0094,0.0094,0.0094,0.0094,0.0094,0.0094] }, wide: { weight: 0.9906, covered: [0.969,0.9744,0.9812,0.9852,0.9906,0.9906] } },
  { narrow: { weight: 1.11, covered: [1.11,1.11,1.11,1.11,1.11,1.11] }, wide: { weight: 0.89, covered: [0.89,0.89,0.89,0.89,0.89,0.89] } },
  { narrow: { weight: 1.84, covered: [1.84,1.84,1.84,1.84,1.84,1.84] }, wide: { weight: 0.16, covered: [0.16,0.16,0.16,0.16,0.16,0.16] } },
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
