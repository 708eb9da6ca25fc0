/** How well the starts of a page's posts were found. */
export interface BoundaryScore {
  /** F1 of the starts. */
  readonly f1: number;
  /** Share of the posts that start and end where they should. */
  readonly exact: number;
}

/** Scores starts of posts, as numbers of lines, by those that are known. A post ends where the next one starts. */
export function boundaryScore(found: Iterable<number>, known: Iterable<number>): BoundaryScore {
  const mine = inOrder(found);
  const gold = inOrder(known);
  const after = new Map(mine.map((line, at) => [line, mine[at + 1]]));
  const hits = gold.filter((line) => after.has(line));
  const right = gold.filter((line, at) => after.has(line) && after.get(line) === gold[at + 1]);
  return { f1: (2 * hits.length) / (mine.length + gold.length), exact: right.length / gold.length };
}

function inOrder(lines: Iterable<number>): readonly number[] {
  return [...new Set(lines)].sort((one, other) => one - other);
}
