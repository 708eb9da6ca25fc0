// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.
import type { Score } from "./score.ts";

/** How near dates came, as a mean over channels that each were dated by what was learnt from the others alone. */
export interface Accuracy extends Score {
  /** Pages of 60 posts, or channels of more than a thousand posts each as a whole. */
  readonly stretch: "pages" | "wholes";
  readonly channels: number;
  /** The program, or a simpler rule: the capture day for all, the named day as it stands, an isotonic fit of the named days. */
  readonly method: "scrollback" | "capture" | "named" | "isotonic";
}

/** The means by stretch and method, a row each. */
// biome-ignore format: one row a method reads as a table
export const accuracy: readonly Accuracy[] = [
  { stretch: "pages", channels: 26, method: "scrollback", posts: 16300, exact: 0.2641, within1: 0.4969, within3: 0.6575, within7: 0.7984, meanError: 11.3391, covered: 0.9689, meanWidth: 145.4411 },
  { stretch: "pages", channels: 26, method: "capture", posts: 16300, exact: 0.1, within1: 0.2204, within3: 0.3692, within7: 0.6945, meanError: 15.0776 },
  { stretch: "pages", channels: 26, method: "named", posts: 16300, exact: 0.1391, within1: 0.2628, within3: 0.4103, within7: 0.6827, meanError: 164.4946 },
  { stretch: "pages", channels: 26, method: "isotonic", posts: 16300, exact: 0.1966, within1: 0.3712, within3: 0.5549, within7: 0.7071, meanError: 245.6568 },
  { stretch: "wholes", channels: 14, method: "scrollback", posts: 15763, exact: 0.2801, within1: 0.4301, within3: 0.5527, within7: 0.6764, meanError: 72.6809, covered: 0.901, meanWidth: 326.993 },
  { stretch: "wholes", channels: 14, method: "capture", posts: 15763, exact: 0.0344, within1: 0.0878, within3: 0.1034, within7: 0.1367, meanError: 285.6021 },
  { stretch: "wholes", channels: 14, method: "named", posts: 15763, exact: 0.089, within1: 0.1543, within3: 0.1735, within7: 0.2069, meanError: 442.1213 },
  { stretch: "wholes", channels: 14, method: "isotonic", posts: 15763, exact: 0.1481, within1: 0.3005, within3: 0.377, within7: 0.448, meanError: 331.1409 },
];
