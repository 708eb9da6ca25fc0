// Written by scripts/lab/fit-boundaries.ts from previews whose posts are known; do not edit by hand.

/** How well post boundaries of previews were found by models that saw nothing of their channels. */
export interface BoundaryAccuracy {
  /** What was held out: groups of channels, or whole languages. */
  readonly heldOut: "channels" | "languages";
  /** Month of the measurement, `2026-11`. */
  readonly month: string;
  readonly pages: number;
  readonly channels: number;
  /** F1 of the starts of posts, as a mean over pages and on the worst page; share of posts right to the line. */
  readonly mean: number;
  readonly lowest: number;
  readonly exact: number;
  /** Of the starts with a probability of 0.9 and more, the share that is right; the same on the worst third of the pages. */
  readonly sure: number;
  readonly sureOnWorst: number;
}

/** The measurements in use, a row each. */
// biome-ignore format: one row a measurement reads as a table
export const boundaryAccuracy: readonly BoundaryAccuracy[] = [
  { heldOut: "channels", month: "2026-11", channels: 25, pages: 27, mean: 0.971, lowest: 0.77, exact: 0.937, sure: 0.995, sureOnWorst: 0.987 },
];
