/**
 * Boosted decision trees as one table of numbers. A tree is a run of nodes; a node is three numbers: which feature it asks (-1 for a leaf), the
 * threshold (a leaf's value), and the place of the node for `>`; the node for `≤` is the next one.
 */
export interface Trees {
  readonly base: number;
  readonly roots: readonly number[];
  readonly feature: readonly number[];
  readonly value: readonly number[];
  readonly high: readonly number[];
}

/** The log-odds that trees give to a row of features: the base and the sum of the leaves that the row falls into. */
export function treesScore(trees: Trees, row: ArrayLike<number>): number {
  const { feature, value, high } = trees;
  let sum = trees.base;
  for (const root of trees.roots) {
    let node = root;
    for (let asked = feature[node] ?? -1; asked >= 0; asked = feature[node] ?? -1) {
      node = ((row[asked] ?? 0) <= (value[node] ?? 0) ? node + 1 : high[node]) ?? 0;
    }
    sum += value[node] ?? 0;
  }
  return sum;
}
