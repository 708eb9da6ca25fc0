// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.
import type { ChannelCoverage } from "./calibrate.ts";

/** What intervals by each tail hold of channels with known days, a row a channel: the tails in use were chosen by it. */
// biome-ignore format: one row a channel reads as a table
export const intervalCoverage: readonly ChannelCoverage[] = [
  { narrow: { weight: 0.0196, covered: [0.0196,0.0196,0.0196,0.0196,0.0196,0.0196] }, wide: { weight: 0.9804, covered: [0.9804,0.9804,0.9804,0.9804,0.9804,0.9804] } },
  { narrow: { weight: 2.0655, covered: [1.8882,1.933,1.9605,1.9808,2.0014,2.0169] }, wide: { weight: 4.9345, covered: [4.4767,4.5264,4.5929,4.6504,4.6931,4.753] } },
  { narrow: { weight: 0.8608, covered: [0.7243,0.7243,0.7243,0.7243,0.7243,0.7243] }, wide: { weight: 4.1392, covered: [3.5887,3.731,3.7773,3.8078,3.8487,3.8971] } },
  { narrow: { weight: 0.084, covered: [0.01,0.01,0.01,0.01,0.01,0.01] }, wide: { weight: 3.916, covered: [3.91,3.91,3.91,3.91,3.91,3.91] } },
  { narrow: { weight: 3.4573, covered: [3.3815,3.4361,3.4573,3.4573,3.4573,3.4573] }, wide: { weight: 0.5427, covered: [0.5427,0.5427,0.5427,0.5427,0.5427,0.5427] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [0.92,0.92,0.925,0.96,1,0.9975] } },
  { narrow: { weight: 0.1961, covered: [0.1721,0.1788,0.1801,0.1801,0.1801,0.1801] }, wide: { weight: 5.8039, covered: [5.7839,5.7859,5.7859,5.7299,5.7299,5.7299] } },
  { narrow: { weight: 1.6509, covered: [1.0498,1.0639,1.0988,1.1038,1.1109,1.1109] }, wide: { weight: 5.3491, covered: [4.4006,4.5925,4.6624,4.7308,4.8058,4.8974] } },
  { narrow: { weight: 0.3664, covered: [0.3664,0.3664,0.3664,0.3664,0.3664,0.3664] }, wide: { weight: 1.9786, covered: [1.9786,1.9786,1.9786,1.9786,1.9786,1.9786] } },
  { narrow: { weight: 4.605, covered: [4.5755,4.5934,4.6027,4.6027,4.6027,4.6027] }, wide: { weight: 0.395, covered: [0.395,0.395,0.395,0.395,0.395,0.395] } },
  { narrow: { weight: 0.0075, covered: [0.0075,0.0075,0.0075,0.0075,0.0075,0.0075] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 6.9957, covered: [6.9056,6.9584,6.959,6.9597,6.9944,6.9755] }, wide: { weight: 0.0043, covered: [0.0043,0.0043,0.0043,0.0043,0.0043,0.0043] } },
  { narrow: { weight: 4.3069, covered: [4.2677,4.2727,4.2835,4.2885,4.29,4.29] }, wide: { weight: 2.6931, covered: [2.6931,2.6931,2.6931,2.6931,2.6931,2.6931] } },
  { narrow: { weight: 0.0094, covered: [0.0094,0.0094,0.0094,0.0094,0.0094,0.0094] }, wide: { weight: 0.9906, covered: [0.969,0.9744,0.9812,0.9852,0.9906,0.9906] } },
  { narrow: { weight: 0.96, covered: [0.96,0.96,0.96,0.96,0.96,0.96] }, wide: { weight: 1.04, covered: [1.04,1.04,1.04,1.04,1.04,1.04] } },
  { narrow: { weight: 1.88, covered: [1.88,1.88,1.88,1.88,1.88,1.88] }, wide: { weight: 0.12, covered: [0.12,0.12,0.12,0.12,0.12,0.12] } },
  { narrow: { weight: 1.32, covered: [1.32,1.32,1.32,1.32,1.32,1.32] }, wide: { weight: 0.68, covered: [0.68,0.68,0.68,0.68,0.68,0.68] } },
  { narrow: { weight: 0.1, covered: [0.1,0.1,0.1,0.1,0.1,0.1] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.14, covered: [0.14,0.14,0.14,0.14,0.14,0.14] }, wide: { weight: 0.86, covered: [0.86,0.86,0.86,0.86,0.86,0.86] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 2, covered: [1.93,1.93,1.93,1.93,1.93,1.93] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.15, covered: [0.15,0.15,0.15,0.15,0.15,0.15] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.38, covered: [1.38,1.38,1.38,1.38,1.38,1.38] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.7, covered: [0.55,0.6,0.6,0.625,0.625,0.675] }, wide: { weight: 0.3, covered: [0,0,0,0,0,0] } },
];
