/** The least of a number and others. A list may be of any length: `Math.min(...list)` fails on some hundred thousand. */
export function lowest(start: number, others: Iterable<number>): number {
  let least = start;
  for (const other of others) if (other < least) least = other;
  return least;
}

/** The greatest of a number and others, of which there may be any number. */
export function highest(start: number, others: Iterable<number>): number {
  let most = start;
  for (const other of others) if (other > most) most = other;
  return most;
}
