/**
 * Boosted decision trees as one table of numbers. A tree is a run of nodes; a node is three numbers: which feature it asks (-1 for a leaf), the
 * threshold (a leaf's value), and the place of the node for `>`; the node for `≤` is the next one.
 */
export interface Trees {
  readonly base: number;
  readonly roots: ArrayLike<number>;
  readonly feature: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** The same trees in arrays of their own kind of number, which are asked a third faster. */
export function packed({ base, roots, feature, value, high }: Trees): Trees {
  return {
    base,
    roots: Int32Array.from(roots),
    feature: Int32Array.from(feature),
    value: Float64Array.from(value),
    high: Int32Array.from(high),
  };
}

/** The log-odds that trees give to a row of features: the base and the sum of the leaves that the row falls into. */
export function treesScore(trees: Trees, row: ArrayLike<number>): number {
  const { roots, feature, value, high } = trees;
  let sum = trees.base;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] as number;
    for (let asked = feature[node] as number; asked >= 0; asked = feature[node] as number) {
      node = (row[asked] as number) <= (value[node] as number) ? node + 1 : (high[node] as number);
    }
    sum += value[node] as number;
  }
  return sum;
}
