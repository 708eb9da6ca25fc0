// Written by scripts/dating-report.ts from channels with known days; do not edit by hand.
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
  { stretch: "pages", channels: 16, method: "scrollback", posts: 7490, exact: 0.2776, within1: 0.584, within3: 0.7994, within7: 0.9798, meanError: 1.9828, covered: 0.9534, meanWidth: 19.6804 },
  { stretch: "pages", channels: 16, method: "capture", posts: 7490, exact: 0.0448, within1: 0.1534, within3: 0.3297, within7: 0.7706, meanError: 5.9569 },
  { stretch: "pages", channels: 16, method: "named", posts: 7490, exact: 0.0879, within1: 0.197, within3: 0.3712, within7: 0.7352, meanError: 241.919 },
  { stretch: "pages", channels: 16, method: "isotonic", posts: 7490, exact: 0.1689, within1: 0.3555, within3: 0.5812, within7: 0.7666, meanError: 143.9429 },
  { stretch: "wholes", channels: 4, method: "scrollback", posts: 6930, exact: 0.4445, within1: 0.6352, within3: 0.7467, within7: 0.851, meanError: 3.4355, covered: 0.9241, meanWidth: 12.3513 },
  { stretch: "wholes", channels: 4, method: "capture", posts: 6930, exact: 0.0049, within1: 0.0086, within3: 0.0146, within7: 0.0496, meanError: 107.1317 },
  { stretch: "wholes", channels: 4, method: "named", posts: 6930, exact: 0.1139, within1: 0.1222, within3: 0.1314, within7: 0.1679, meanError: 643.2271 },
  { stretch: "wholes", channels: 4, method: "isotonic", posts: 6930, exact: 0.1724, within1: 0.2625, within3: 0.3398, within7: 0.4206, meanError: 136.5232 },
];
