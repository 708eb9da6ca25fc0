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
  { stretch: "pages", channels: 16, method: "scrollback", posts: 7490, exact: 0.2949, within1: 0.5437, within3: 0.744, within7: 0.962, meanError: 2.2695, covered: 0.9149, meanWidth: 11.3946 },
  { stretch: "pages", channels: 16, method: "capture", posts: 7490, exact: 0.0448, within1: 0.1534, within3: 0.3297, within7: 0.7706, meanError: 5.9569 },
  { stretch: "pages", channels: 16, method: "named", posts: 7490, exact: 0.0905, within1: 0.1996, within3: 0.3737, within7: 0.7352, meanError: 241.9113 },
  { stretch: "pages", channels: 16, method: "isotonic", posts: 7490, exact: 0.169, within1: 0.3553, within3: 0.5808, within7: 0.7663, meanError: 143.9455 },
  { stretch: "wholes", channels: 4, method: "scrollback", posts: 6930, exact: 0.4397, within1: 0.6502, within3: 0.781, within7: 0.9137, meanError: 3.0857, covered: 0.8822, meanWidth: 10.5846 },
  { stretch: "wholes", channels: 4, method: "capture", posts: 6930, exact: 0.0049, within1: 0.0086, within3: 0.0146, within7: 0.0496, meanError: 107.1317 },
  { stretch: "wholes", channels: 4, method: "named", posts: 6930, exact: 0.1142, within1: 0.1225, within3: 0.1317, within7: 0.1682, meanError: 643.1825 },
  { stretch: "wholes", channels: 4, method: "isotonic", posts: 6930, exact: 0.1729, within1: 0.2625, within3: 0.323, within7: 0.4064, meanError: 137.2188 },
];
