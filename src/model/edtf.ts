import type { Day } from "./day.ts";

/**
 * One day out of those from the first to the last, in EDTF level 2 (ISO 8601-2, § 9): `[2025-02-03..2025-02-04]`. The interval `2025-02-03/2025-02-04`
 * would say that a post took both days.
 */
export function oneDayWithin(earliest: Day, latest: Day): string {
  return `[${earliest}..${latest}]`;
}

/** An expression as files have it: archives made before wrote one day out of several as the interval of them all. */
export function edtfInFile(written: string): string {
  return written.replace(/^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/u, "[$1..$2]");
}
