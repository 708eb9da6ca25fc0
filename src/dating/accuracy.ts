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
  { stretch: "pages", channels: 26, method: "scrollback", posts: 16300, exact: 0.2536, within1: 0.4939, within3: 0.687, within7: 0.88, meanError: 9.4487, covered: 0.9593, meanWidth: 79.5323 },
  { stretch: "pages", channels: 26, method: "capture", posts: 16300, exact: 0.0135, within1: 0.0739, within3: 0.1928, within7: 0.5875, meanError: 16.9504 },
  { stretch: "pages", channels: 26, method: "named", posts: 16300, exact: 0.0586, within1: 0.1325, within3: 0.2572, within7: 0.5976, meanError: 166.261 },
  { stretch: "pages", channels: 26, method: "isotonic", posts: 16300, exact: 0.1402, within1: 0.2927, within3: 0.4756, within7: 0.6862, meanError: 243.4887 },
  { stretch: "wholes", channels: 14, method: "scrollback", posts: 15763, exact: 0.2799, within1: 0.4697, within3: 0.6224, within7: 0.7415, meanError: 19.1623, covered: 0.9627, meanWidth: 276.0475 },
  { stretch: "wholes", channels: 14, method: "capture", posts: 15763, exact: 0.0344, within1: 0.0878, within3: 0.1034, within7: 0.1367, meanError: 285.6021 },
  { stretch: "wholes", channels: 14, method: "named", posts: 15763, exact: 0.094, within1: 0.1683, within3: 0.1883, within7: 0.2228, meanError: 430.3723 },
  { stretch: "wholes", channels: 14, method: "isotonic", posts: 15763, exact: 0.1613, within1: 0.3354, within3: 0.4218, within7: 0.4933, meanError: 306.0201 },
];
