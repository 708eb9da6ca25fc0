// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.
import type { ChannelCoverage } from "./calibrate.ts";

/** What intervals by each tail hold of channels with known days, a row a channel: the tails in use were chosen by it. */
// biome-ignore format: one row a channel reads as a table
export const intervalCoverage: readonly ChannelCoverage[] = [
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 2.079, covered: [1.896,1.9535,1.9831,1.9963,2.0162,2.0303] }, wide: { weight: 4.921, covered: [4.4869,4.5604,4.5942,4.6525,4.7027,4.7626] } },
  { narrow: { weight: 0.8608, covered: [0.7243,0.7243,0.7243,0.7243,0.7243,0.7243] }, wide: { weight: 4.1392, covered: [3.6095,3.7451,3.7788,3.8078,3.8492,3.8977] } },
  { narrow: { weight: 0.0827, covered: [0.01,0.01,0.01,0.01,0.01,0.01] }, wide: { weight: 3.9173, covered: [3.91,3.91,3.91,3.91,3.91,3.91] } },
  { narrow: { weight: 2.6023, covered: [2.6023,2.6023,2.6023,2.6023,2.6023,2.6023] }, wide: { weight: 1.3977, covered: [1.3977,1.3977,1.3977,1.3977,1.3977,1.3977] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [0.9125,0.9025,0.935,0.98,0.9875,0.9975] } },
  { narrow: { weight: 0.1912, covered: [0.1692,0.1759,0.1772,0.1772,0.1772,0.1772] }, wide: { weight: 5.8088, covered: [5.7868,5.7888,5.7888,5.7328,5.7328,5.7328] } },
  { narrow: { weight: 1.6545, covered: [1.0534,1.0725,1.1074,1.1088,1.1145,1.1145] }, wide: { weight: 5.3455, covered: [4.3847,4.5839,4.6588,4.7271,4.7971,4.8888] } },
  { narrow: { weight: 0.4036, covered: [0.4036,0.4036,0.4036,0.4036,0.4036,0.4036] }, wide: { weight: 1.9814, covered: [1.9814,1.9814,1.9814,1.9814,1.9814,1.9814] } },
  { narrow: { weight: 4.605, covered: [4.5764,4.5934,4.6027,4.6027,4.6027,4.6027] }, wide: { weight: 0.395, covered: [0.395,0.395,0.395,0.395,0.395,0.395] } },
  { narrow: { weight: 0.0075, covered: [0.0075,0.0075,0.0075,0.0075,0.0075,0.0075] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 6.9957, covered: [6.9056,6.9584,6.959,6.993,6.9944,6.9755] }, wide: { weight: 0.0043, covered: [0.0043,0.0043,0.0043,0.0043,0.0043,0.0043] } },
  { narrow: { weight: 4.2795, covered: [4.2378,4.2404,4.2556,4.2611,4.2626,4.2626] }, wide: { weight: 2.7205, covered: [2.7205,2.7205,2.7205,2.7205,2.7205,2.7205] } },
  { narrow: { weight: 0.0094, covered: [0.0094,0.0094,0.0094,0.0094,0.0094,0.0094] }, wide: { weight: 0.9906, covered: [0.969,0.9744,0.9812,0.9852,0.9906,0.9906] } },
  { narrow: { weight: 1.05, covered: [1.05,1.05,1.05,1.05,1.05,1.05] }, wide: { weight: 0.95, covered: [0.95,0.95,0.95,0.95,0.95,0.95] } },
  { narrow: { weight: 1.88, covered: [1.88,1.88,1.88,1.88,1.88,1.88] }, wide: { weight: 0.12, covered: [0.12,0.12,0.12,0.12,0.12,0.12] } },
  { narrow: { weight: 1.32, covered: [1.32,1.32,1.32,1.32,1.32,1.32] }, wide: { weight: 0.68, covered: [0.68,0.68,0.68,0.68,0.68,0.68] } },
  { narrow: { weight: 0.1, covered: [0.1,0.1,0.1,0.1,0.1,0.1] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.16, covered: [0.16,0.16,0.16,0.16,0.16,0.16] }, wide: { weight: 0.84, covered: [0.84,0.84,0.84,0.84,0.84,0.84] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 2, covered: [1.93,1.93,1.93,1.93,1.93,1.93] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0.15, covered: [0.15,0.15,0.15,0.15,0.15,0.15] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.36, covered: [1.36,1.36,1.36,1.36,1.36,1.36] }, wide: { weight: 0, covered: [0,0,0,0,0,0] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 1, covered: [1,1,1,1,1,1] } },
  { narrow: { weight: 1.75, covered: [0.55,0.55,0.625,0.625,0.625,0.675] }, wide: { weight: 0.25, covered: [0,0,0,0,0,0] } },
];
