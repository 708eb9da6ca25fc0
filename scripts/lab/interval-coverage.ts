// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.
import type { ChannelCoverage } from "./calibrate.ts";

/** What intervals by each tail hold of channels with known days, a row a channel: the tails in use were chosen by it. */
// biome-ignore format: one row a channel reads as a table
export const intervalCoverage: readonly ChannelCoverage[] = [
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 2.0819, covered: [1.8953,1.9578,1.9867,1.9992,2.0191,2.0332] }, wide: { weight: 4.9181, covered: [4.4897,4.5561,4.5913,4.6503,4.6998,4.7597] } },
  { narrow: { weight: 0.8608, covered: [0.7243,0.7243,0.7243,0.7243,0.7243,0.7243] }, wide: { weight: 4.1392, covered: [3.606,3.7414,3.7768,3.8078,3.8473,3.8971] } },
  { narrow: { weight: 0.078, covered: [0.01,0.01,0.01,0.01,0.01,0.01] }, wide: { weight: 3.922, covered: [3.91,3.91,3.91,3.91,3.91,3.91] } },
  { narrow: { weight: 2.6023, covered: [2.6023,2.6023,2.6023,2.6023,2.6023,2.6023] }, wide: { weight: 1.3977, covered: [1.3977,1.3977,1.3977,1.3977,1.3977,1.3977] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [0.9175,0.9025,0.935,0.98,0.9875,1] } },
  { narrow: { weight: 0.1961, covered: [0.1721,0.1794,0.1801,0.1801,0.1801,0.1801] }, wide: { weight: 5.8039, covered: [5.7839,5.7859,5.7859,5.7299,5.7299,5.7299] } },
  { narrow: { weight: 1.5692, covered: [0.9759,0.9943,1.0242,1.0342,1.0342,1.0342] }, wide: { weight: 5.4308, covered: [4.5031,4.6656,4.7391,4.8074,4.8824,4.9908] } },
  { narrow: { weight: 0.3886, covered: [0.3886,0.3886,0.3886,0.3886,0.3886,0.3886] }, wide: { weight: 1.9814, covered: [1.9814,1.9814,1.9814,1.9814,1.9814,1.9814] } },
  { narrow: { weight: 4.61, covered: [4.5814,4.5984,4.6077,4.6077,4.6077,4.6077] }, wide: { weight: 0.39, covered: [0.39,0.39,0.39,0.39,0.39,0.39] } },
  { narrow: { weight: 0.0075, covered: [0.0075,0.0075,0.0075,0.0075,0.0075,0.0075] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 6.9957, covered: [6.9056,6.9584,6.959,6.993,6.9944,6.9755] }, wide: { weight: 0.0043, covered: [0.0043,0.0043,0.0043,0.0043,0.0043,0.0043] } },
  { narrow: { weight: 4.2745, covered: [4.2328,4.2369,4.2481,4.2561,4.2576,4.2576] }, wide: { weight: 2.7255, covered: [2.7255,2.7255,2.7255,2.7255,2.7255,2.7255] } },
  { narrow: { weight: 0.0094, covered: [0.0094,0.0094,0.0094,0.0094,0.0094,0.0094] }, wide: { weight: 0.9906, covered: [0.969,0.9744,0.9812,0.9852,0.9906,0.9906] } },
  { narrow: { weight: 1.05, covered: [1.05,1.05,1.05,1.05,1.05,1.05] }, wide: { weight: 0.95, covered: [0.95,0.95,0.95,0.95,0.95,0.95] } },
  { narrow: { weight: 1.88, covered: [1.88,1.88,1.88,1.88,1.88,1.88] }, wide: { weight: 0.12, covered: [0.12,0.12,0.12,0.12,0.12,0.12] } },
  { narrow: { weight: 1.3, covered: [1.3,1.3,1.3,1.3,1.3,1.3] }, wide: { weight: 0.7, covered: [0.7,0.7,0.7,0.7,0.7,0.7] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.16, covered: [0.16,0.16,0.16,0.16,0.16,0.16] }, wide: { weight: 0.84, covered: [0.84,0.84,0.84,0.84,0.84,0.84] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 2, covered: [1.93,1.93,1.93,1.93,1.93,1.93] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.15, covered: [0.15,0.15,0.15,0.15,0.15,0.15] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.36, covered: [1.36,1.36,1.36,1.36,1.36,1.36] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.75, covered: [0.55,0.55,0.625,0.625,0.625,0.675] }, wide: { weight: 0.25, covered: [0,0,0,0,0,0] } },
];
