// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.
import type { ChannelCoverage } from "./calibrate.ts";

/** What intervals by each tail hold of channels with known days, a row a channel: the tails in use were chosen by it. */
// biome-ignore format: one row a channel reads as a table
export const intervalCoverage: readonly ChannelCoverage[] = [
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 6, covered: [5.91,5.93,5.945,5.99,6,6] } },
  { narrow: { weight: 2.0858, covered: [1.8788,1.9448,1.9808,2.0018,2.0217,2.0372] }, wide: { weight: 4.9142, covered: [4.462,4.539,4.5867,4.645,4.6792,4.7391] } },
  { narrow: { weight: 0.8622, covered: [0.7243,0.7243,0.7243,0.7243,0.7243,0.7243] }, wide: { weight: 6.1378, covered: [5.6021,5.7016,5.759,5.7825,5.8125,5.8512] } },
  { narrow: { weight: 0.0742, covered: [0.0029,0.0029,0.0029,0.0029,0.0029,0.0029] }, wide: { weight: 6.9258, covered: [6.9171,6.9171,6.9171,6.9171,6.9171,6.9171] } },
  { narrow: { weight: 2.6735, covered: [2.6735,2.6735,2.6735,2.6735,2.6735,2.6735] }, wide: { weight: 1.3265, covered: [1.3265,1.3265,1.3265,1.3265,1.3265,1.3265] } },
  { narrow: { weight: 0.0167, covered: [0.0167,0.0167,0.0167,0.0167,0.0167,0.0167] }, wide: { weight: 5.9833, covered: [3.9275,4.5425,5.2917,5.5508,5.7533,5.8383] } },
  { narrow: { weight: 0.1549, covered: [0.1369,0.1369,0.1369,0.1369,0.1369,0.1369] }, wide: { weight: 6.8451, covered: [6.8118,6.8285,6.8285,6.7725,6.7725,6.7725] } },
  { narrow: { weight: 1.6957, covered: [1.0488,1.0678,1.0756,1.077,1.0827,1.0877] }, wide: { weight: 5.3043, covered: [4.3899,4.5519,4.3644,4.437,4.4953,4.8253] } },
  { narrow: { weight: 0.4314, covered: [0.4314,0.4314,0.4314,0.4314,0.4314,0.4314] }, wide: { weight: 6.5686, covered: [6.4786,6.5036,6.5286,6.5686,6.5686,6.5686] } },
  { narrow: { weight: 4.7, covered: [4.6769,4.6941,4.6977,4.6977,4.6977,4.6977] }, wide: { weight: 2.3, covered: [2.3,2.3,2.3,2.3,2.3,2.3] } },
  { narrow: { weight: 0.0025, covered: [0.0025,0.0025,0.0025,0.0025,0.0025,0.0025] }, wide: { weight: 5.9975, covered: [5.9325,5.9425,5.9575,5.9975,5.9975,5.9975] } },
  { narrow: { weight: 6.9957, covered: [6.9056,6.9584,6.959,6.993,6.9944,6.9944] }, wide: { weight: 0.0043, covered: [0.0043,0.0043,0.0043,0.0043,0.0043,0.0043] } },
  { narrow: { weight: 4.3354, covered: [4.2776,4.3034,4.3139,4.3169,4.3184,4.3184] }, wide: { weight: 2.6646, covered: [2.6646,2.6646,2.6646,2.6646,2.6646,2.6646] } },
  { narrow: { weight: 0.0094, covered: [0.0094,0.0094,0.0094,0.0094,0.0094,0.0094] }, wide: { weight: 5.9906, covered: [5.969,5.9771,5.9812,5.9879,5.9906,5.9906] } },
  { narrow: { weight: 1.13, covered: [1.13,1.13,1.13,1.13,1.13,1.13] }, wide: { weight: 0.87, covered: [0.87,0.87,0.87,0.87,0.87,0.87] } },
  { narrow: { weight: 1.86, covered: [1.86,1.86,1.86,1.86,1.86,1.86] }, wide: { weight: 0.14, covered: [0.14,0.14,0.14,0.14,0.14,0.14] } },
  { narrow: { weight: 1.32, covered: [1.32,1.32,1.32,1.32,1.32,1.32] }, wide: { weight: 0.68, covered: [0.68,0.68,0.68,0.68,0.68,0.68] } },
  { narrow: { weight: 0.05, covered: [0.05,0.05,0.05,0.05,0.05,0.05] }, wide: { weight: 1.95, covered: [1.95,1.95,1.95,1.95,1.95,1.95] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 2, covered: [2,2,2,2,2,2] } },
  { narrow: { weight: 0.14, covered: [0.14,0.14,0.14,0.14,0.14,0.14] }, wide: { weight: 1.86, covered: [1.86,1.86,1.86,1.86,1.86,1.86] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 2, covered: [2,2,2,2,2,2] } },
  { narrow: { weight: 1.92, covered: [1.85,1.85,1.85,1.85,1.85,1.85] }, wide: { weight: 0.08, covered: [0.08,0.08,0.08,0.08,0.08,0.08] } },
  { narrow: { weight: 0.1, covered: [0.1,0.1,0.1,0.1,0.1,0.1] }, wide: { weight: 1.9, covered: [1.9,1.9,1.9,1.9,1.9,1.9] } },
  { narrow: { weight: 1.34, covered: [1.34,1.34,1.34,1.34,1.34,1.34] }, wide: { weight: 0.66, covered: [0.66,0.66,0.66,0.66,0.66,0.66] } },
  { narrow: { weight: 0, covered: [0,0,0,0,0,0] }, wide: { weight: 2, covered: [2,2,2,2,2,2] } },
  { narrow: { weight: 1.75, covered: [0.55,0.575,0.625,0.625,0.625,0.675] }, wide: { weight: 0.25, covered: [0,0,0,0,0,0] } },
];
