import type { EvidenceKind } from "../expressions/evidence-kinds.ts";

/**
 * Buckets of distance in days between a post and a day it names, by their outer edges: 0, 1, …, 7, 8–10, 11–14 and so on.
 * The table has them twice, mirrored around 0: first the days named ahead of time, farthest first, then the day itself, then days past.
 */
export const nearEdges = [0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 31, 61, 122, 300] as const;

/** Buckets of distance from the nearest return of a day named with a year farther off than the near buckets go. */
export const farEdges = [0, 1, 3, 7, 21, 61, 183] as const;

/** Probabilities that add up to 1 over `near` and `far` together. */
export interface LagRow {
  readonly near: readonly number[];
  readonly far: readonly number[];
}

/** What was learnt of channels: how far posts lie from the days that they name, as probabilities by kind of expression. */
export interface LagTable {
  readonly days: Readonly<Partial<Record<EvidenceKind, LagRow>>>;
  /** How many days after the named weekday a post comes, 0 to 6. */
  readonly weekdays: Readonly<Partial<Record<EvidenceKind, readonly number[]>>>;
}

/** Place of a lag in `near`; the middle one holds lag 0. Lags beyond the last edge go to the outermost buckets. */
export function nearBucket(lag: number): number {
  const size = Math.abs(lag);
  const found = nearEdges.findIndex((upTo) => size <= upTo);
  const edge = found === -1 ? nearEdges.length - 1 : found;
  return nearEdges.length - 1 + (lag < 0 ? -edge : edge);
}

/** Days in a bucket of `near`. */
export function nearWidth(bucket: number): number {
  const edge = Math.abs(bucket - (nearEdges.length - 1));
  return edge === 0 ? 1 : (nearEdges[edge] ?? 0) - (nearEdges[edge - 1] ?? 0);
}

/** Place of a distance in `far`. */
export function farBucket(distance: number): number {
  const bucket = farEdges.findIndex((upTo) => Math.abs(distance) <= upTo);
  return bucket === -1 ? farEdges.length - 1 : bucket;
}

/** Days in a bucket of `far`, on both sides. */
export function farWidth(bucket: number): number {
  const upTo = farEdges[bucket] ?? 0;
  return bucket === 0 ? 2 * upTo + 1 : 2 * (upTo - (farEdges[bucket - 1] ?? 0));
}
