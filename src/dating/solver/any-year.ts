import type { Evidence } from "../expressions/evidence.ts";

/**
 * Whether days that posts name come back every year, or every week, and so leave the year to the range alone: none has a year, none falls on other days
 * of ours by more than one from year to year, and no weekday stands beside a day, which together would tell some years from others.
 */
export function fitsAnyYear(evidence: readonly (readonly Evidence[])[]): boolean {
  const named = evidence.flat().map(({ expression }) => expression);
  const days = named.flatMap((one) => (one.kind === "days" ? [one] : []));
  if (days.length > 0 && days.length < named.length) return false;
  return days.every(
    ({ first, weekday, lunar, feast }) =>
      first.year === undefined && weekday === undefined && lunar === undefined && feast === undefined,
  );
}
