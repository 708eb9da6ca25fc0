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
  { stretch: "pages", channels: 26, method: "scrollback", posts: 16300, exact: 0.2591, within1: 0.5014, within3: 0.7004, within7: 0.8909, meanError: 9.1232, covered: 0.9595, meanWidth: 77.6134 },
  { stretch: "pages", channels: 26, method: "capture", posts: 16300, exact: 0.0135, within1: 0.0739, within3: 0.1928, within7: 0.5875, meanError: 16.9504 },
  { stretch: "pages", channels: 26, method: "named", posts: 16300, exact: 0.0597, within1: 0.1348, within3: 0.2602, within7: 0.6001, meanError: 166.2051 },
  { stretch: "pages", channels: 26, method: "isotonic", posts: 16300, exact: 0.1417, within1: 0.2969, within3: 0.4828, within7: 0.6944, meanError: 243.355 },
  { stretch: "wholes", channels: 14, method: "scrollback", posts: 15763, exact: 0.2853, within1: 0.4849, within3: 0.6492, within7: 0.783, meanError: 16.0122, covered: 0.9619, meanWidth: 170.2904 },
  { stretch: "wholes", channels: 14, method: "capture", posts: 15763, exact: 0.0344, within1: 0.0878, within3: 0.1034, within7: 0.1367, meanError: 285.6021 },
  { stretch: "wholes", channels: 14, method: "named", posts: 15763, exact: 0.096, within1: 0.1725, within3: 0.1942, within7: 0.2277, meanError: 430.0981 },
  { stretch: "wholes", channels: 14, method: "isotonic", posts: 15763, exact: 0.166, within1: 0.3526, within3: 0.4582, within7: 0.5367, meanError: 300.7326 },
];
