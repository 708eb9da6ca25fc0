import type { Trees } from "../../src/dialects/boundaries/trees.ts";

/** How trees are grown. */
export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  /** Share of its step that each tree takes. */
  readonly pace: number;
  /** Shares of rows and of features that each tree sees. */
  readonly rows: number;
  readonly features: number;
  /** Pull of leaves towards zero, in weight of rows, and the least weight of rows (as second derivative) on either side of a split. */
  readonly ridge: number;
  readonly least: number;
}

/** Rows with their answers and weights. */
export interface Examples {
  readonly rows: readonly Float64Array[];
  readonly answers: readonly boolean[];
  readonly weights: readonly number[];
}

const bins = 48;

/**
 * Boosted trees for the logistic loss, by histograms: second-order steps as in XGBoost (Chen and Guestrin 2016). The same examples and `seed` give
 * the same trees.
 */
export function boost({ rows, answers, weights }: Examples, options: BoostOptions, seed = 1): Trees {
  const count = rows.length;
  const width = rows[0]?.length ?? 0;
  const random = randomFrom(seed);
  const edges = Array.from({ length: width }, (_, at) => edgesOf(rows, at));
  const columns = edges.map((own, at) => Uint8Array.from(rows, (row) => binOf(own, row[at] ?? 0)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ayes = weights.reduce((sum, weight, at) => sum + (answers[at] ? weight : 0), 0);
  const base = Math.log((ayes + 1) / (total - ayes + 1));
  const odds = new Float64Array(count).fill(base);
  const grown = { roots: [] as number[], feature: [] as number[], value: [] as number[], high: [] as number[] };
  const gradient = new Float64Array(count);
  const curve = new Float64Array(count);
  const sumG = new Float64Array(bins);
  const sumH = new Float64Array(bins);
  for (let tree = 0; tree < options.trees; tree += 1) {
    for (let at = 0; at < count; at += 1) {
      const chance = 1 / (1 + Math.exp(-(odds[at] ?? 0)));
      const weight = weights[at] ?? 0;
      gradient[at] = ((answers[at] ? 1 : 0) - chance) * weight;
      curve[at] = Math.max(1e-6, chance * (1 - chance)) * weight;
    }
    const seen: number[] = [];
    for (let at = 0; at < count; at += 1) if (random() < options.rows) seen.push(at);
    const asked: number[] = [];
    for (let at = 0; at < width; at += 1) if (random() < options.features) asked.push(at);
    grown.roots.push(grow(Int32Array.from(seen), asked, options.depth));
    const root = grown.roots.at(-1) ?? 0;
    for (let at = 0; at < count; at += 1) odds[at] = (odds[at] ?? 0) + leafOf(root, at);
  }
  return { base, ...grown };

  function leafOf(root: number, at: number): number {
    let node = root;
    for (let feature = grown.feature[node] ?? -1; feature >= 0; feature = grown.feature[node] ?? -1) {
      const bin = columns[feature]?.[at] ?? 0;
      const threshold = grown.value[node] ?? 0;
      node = ((edges[feature]?.[bin - 1] ?? Number.NEGATIVE_INFINITY) < threshold ? node + 1 : grown.high[node]) ?? 0;
    }
    return grown.value[node] ?? 0;
  }

  function grow(own: Int32Array, asked: readonly number[], depth: number): number {
    const node = grown.feature.length;
    grown.feature.push(-1);
    grown.value.push(0);
    grown.high.push(0);
    let g = 0;
    let h = 0;
    for (const at of own) {
      g += gradient[at] ?? 0;
      h += curve[at] ?? 0;
    }
    const split = depth === 0 ? undefined : bestSplit(own, asked, g, h);
    if (split === undefined) {
      grown.value[node] = (options.pace * g) / (h + options.ridge);
      return node;
    }
    const column = columns[split.feature] ?? new Uint8Array();
    const below = own.filter((at) => (column[at] ?? 0) <= split.bin);
    const above = own.filter((at) => (column[at] ?? 0) > split.bin);
    grown.feature[node] = split.feature;
    // Bin b holds values above edge b−1 and up to edge b.
    grown.value[node] = edges[split.feature]?.[split.bin] ?? 0;
    grow(below, asked, depth - 1);
    grown.high[node] = grow(above, asked, depth - 1);
    return node;
  }

  function bestSplit(own: Int32Array, asked: readonly number[], g: number, h: number) {
    let best = 0.05;
    let found: { readonly feature: number; readonly bin: number } | undefined;
    const parent = (g * g) / (h + options.ridge);
    for (const feature of asked) {
      const column = columns[feature];
      const size = (edges[feature]?.length ?? 0) + 1;
      if (column === undefined || size < 2) continue;
      sumG.fill(0);
      sumH.fill(0);
      for (let place = 0; place < own.length; place += 1) {
        const at = own[place] as number;
        const bin = column[at] as number;
        sumG[bin] = (sumG[bin] as number) + (gradient[at] as number);
        sumH[bin] = (sumH[bin] as number) + (curve[at] as number);
      }
      let lowG = 0;
      let lowH = 0;
      for (let bin = 0; bin < size - 1; bin += 1) {
        lowG += sumG[bin] ?? 0;
        lowH += sumH[bin] ?? 0;
        if (lowH < options.least || h - lowH < options.least) continue;
        const gain =
          (lowG * lowG) / (lowH + options.ridge) + ((g - lowG) * (g - lowG)) / (h - lowH + options.ridge) - parent;
        if (gain <= best) continue;
        best = gain;
        found = { feature, bin };
      }
    }
    return found;
  }
}

/** The upper edges of a feature's bins but the last: values that part the rows about evenly. */
function edgesOf(rows: readonly Float64Array[], at: number): readonly number[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const values: number[] = [];
  for (let row = 0; row < rows.length; row += step) values.push(rows[row]?.[at] ?? 0);
  values.sort((one, other) => one - other);
  const distinct = [...new Set(values)];
  if (distinct.length <= bins)
    return distinct.slice(0, -1).map((value, place) => (value + (distinct[place + 1] ?? value)) / 2);
  const edges = new Set<number>();
  for (let bin = 1; bin < bins; bin += 1) edges.add(values[Math.floor((bin * values.length) / bins)] ?? 0);
  return [...edges]
    .map((value) => Math.fround(value))
    .sort((one, other) => one - other)
    .slice(0, bins - 1);
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
