/** A count as t.me prints it, rounded above 999: `2.49K` is 2490 and `1.2M` is 1,200,000. */
export function countOf(printed: string): number {
  const factor = printed.endsWith("M") ? 1_000_000 : printed.endsWith("K") ? 1_000 : 1;
  return Math.round(Number.parseFloat(printed) * factor);
}
