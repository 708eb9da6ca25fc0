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
  { stretch: "pages", channels: 26, method: "scrollback", posts: 16300, exact: 0.2862, within1: 0.4956, within3: 0.673, within7: 0.8338, meanError: 9.8002, covered: 0.9561, meanWidth: 77.1608 },
  { stretch: "pages", channels: 26, method: "capture", posts: 16300, exact: 0.1, within1: 0.2204, within3: 0.3692, within7: 0.6945, meanError: 15.0776 },
  { stretch: "pages", channels: 26, method: "named", posts: 16300, exact: 0.1416, within1: 0.2699, within3: 0.4178, within7: 0.6902, meanError: 164.6228 },
  { stretch: "pages", channels: 26, method: "isotonic", posts: 16300, exact: 0.2025, within1: 0.3877, within3: 0.5768, within7: 0.7289, meanError: 242.6016 },
  { stretch: "wholes", channels: 14, method: "scrollback", posts: 15763, exact: 0.2817, within1: 0.4799, within3: 0.6513, within7: 0.7772, meanError: 17.6008, covered: 0.9632, meanWidth: 254.5502 },
  { stretch: "wholes", channels: 14, method: "capture", posts: 15763, exact: 0.0344, within1: 0.0878, within3: 0.1034, within7: 0.1367, meanError: 285.6021 },
  { stretch: "wholes", channels: 14, method: "named", posts: 15763, exact: 0.094, within1: 0.1683, within3: 0.1883, within7: 0.2228, meanError: 430.3723 },
  { stretch: "wholes", channels: 14, method: "isotonic", posts: 15763, exact: 0.1613, within1: 0.3354, within3: 0.4218, within7: 0.4933, meanError: 306.0201 },
];
