import type { Trees } from "../../src/dialects/boundaries/trees.ts";
import { randomFrom } from "./made-dumps.ts";

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

/** What is learnt: by row its answer and its weight; a row without weight takes no part. */
export interface Examples {
  readonly answers: readonly boolean[];
  readonly weights: readonly number[];
}

const bins = 48;

/** Features by columns, each value as the bin that it falls into; bin b holds values above edge b−1 and up to edge b. */
export interface Binned {
  readonly edges: readonly (readonly number[])[];
  readonly columns: readonly Uint8Array[];
}

/** Sorts the values of rows into bins, once for all that is learnt from them. */
export function binned(rows: readonly Float64Array[]): Binned {
  const edges = Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => edgesOf(rows, at));
  const columns = edges.map((own, at) => Uint8Array.from(rows, (row) => binOf(own, row[at] ?? 0)));
  return { edges, columns };
}

/**
 * Boosted trees for the logistic loss, by histograms: second-order steps as in XGBoost (Chen and Guestrin 2016). The same examples and `seed` give
 * the same trees.
 */
export function boost(table: Binned, examples: Examples, options: BoostOptions, seed = 1): Trees {
  return new Grower(table, examples, options, seed).trees();
}

/** A split of a node's rows: those up to a bin of a feature, and the rest. */
interface Split {
  readonly feature: number;
  readonly bin: number;
}

class Grower {
  private readonly random: () => number;
  private readonly odds: Float64Array;
  private readonly gradient: Float64Array;
  private readonly curve: Float64Array;
  private readonly base: number;
  private readonly grown = {
    roots: [] as number[],
    feature: [] as number[],
    value: [] as number[],
    high: [] as number[],
  };
  /** Of each node that splits, the bin that it splits at. */
  private readonly splitBins: number[] = [];
  /** Rows of the tree that grows, those of a node side by side. */
  private own = new Int32Array();
  private asked: readonly number[] = [];

  constructor(
    private readonly table: Binned,
    private readonly examples: Examples,
    private readonly options: BoostOptions,
    seed: number,
  ) {
    const { answers, weights } = examples;
    this.random = randomFrom(seed);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const ayes = weights.reduce((sum, weight, at) => sum + (answers[at] ? weight : 0), 0);
    this.base = Math.log((ayes + 1) / (total - ayes + 1));
    this.odds = new Float64Array(answers.length).fill(this.base);
    this.gradient = new Float64Array(answers.length);
    this.curve = new Float64Array(answers.length);
  }

  trees(): Trees {
    const known = Int32Array.from(this.odds.keys()).filter((row) => (this.examples.weights[row] ?? 0) > 0);
    for (let tree = 0; tree < this.options.trees; tree += 1) {
      this.derive();
      this.own = known.filter(() => this.random() < this.options.rows);
      this.asked = this.table.columns.flatMap((_, at) => (this.random() < this.options.features ? [at] : []));
      const root = this.grown.feature.length;
      this.grown.roots.push(root);
      this.grow(0, this.own.length, this.histogram(0, this.own.length), this.options.depth);
      for (const row of known) this.odds[row] = (this.odds[row] as number) + this.leafOf(root, row);
    }
    return { base: this.base, ...this.grown };
  }

  private derive(): void {
    const { answers, weights } = this.examples;
    for (let at = 0; at < this.odds.length; at += 1) {
      const chance = 1 / (1 + Math.exp(-(this.odds[at] as number)));
      const weight = weights[at] as number;
      this.gradient[at] = ((answers[at] ? 1 : 0) - chance) * weight;
      this.curve[at] = Math.max(1e-6, chance * (1 - chance)) * weight;
    }
  }

  /** Sums of the first and second derivative, in turn, by asked feature and bin. */
  private histogram(from: number, to: number): Float64Array {
    const { own, gradient, curve, table } = this;
    const sums = new Float64Array(this.asked.length * bins * 2);
    for (const [place, feature] of this.asked.entries()) {
      const column = table.columns[feature] as Uint8Array;
      const offset = place * bins * 2;
      for (let at = from; at < to; at += 1) {
        const row = own[at] as number;
        const cell = offset + 2 * (column[row] as number);
        sums[cell] = (sums[cell] as number) + (gradient[row] as number);
        sums[cell + 1] = (sums[cell + 1] as number) + (curve[row] as number);
      }
    }
    return sums;
  }

  private grow(from: number, to: number, sums: Float64Array, depth: number): void {
    const { grown, options, table } = this;
    const node = grown.feature.length;
    let [g, h] = [0, 0];
    for (let at = from; at < to; at += 1) {
      g += this.gradient[this.own[at] as number] as number;
      h += this.curve[this.own[at] as number] as number;
    }
    const split = depth === 0 ? undefined : this.bestSplit(sums, g, h);
    grown.feature.push(split?.feature ?? -1);
    grown.value.push(
      split === undefined ? (options.pace * g) / (h + options.ridge) : (table.edges[split.feature]?.[split.bin] ?? 0),
    );
    grown.high.push(0);
    this.splitBins.push(split?.bin ?? 0);
    if (split === undefined) return;
    const middle = this.part(from, to, split);
    const [low, high] = depth === 1 ? [sums, sums] : this.bothHistograms(from, middle, to, sums);
    this.grow(from, middle, low, depth - 1);
    grown.high[node] = grown.feature.length;
    this.grow(middle, to, high, depth - 1);
  }

  /** The smaller side is counted, the other is what is left of the whole. */
  private bothHistograms(
    from: number,
    middle: number,
    to: number,
    sums: Float64Array,
  ): readonly [Float64Array, Float64Array] {
    const lowIsSmaller = middle - from < to - middle;
    const counted = lowIsSmaller ? this.histogram(from, middle) : this.histogram(middle, to);
    for (let cell = 0; cell < sums.length; cell += 1) sums[cell] = (sums[cell] as number) - (counted[cell] as number);
    return lowIsSmaller ? [counted, sums] : [sums, counted];
  }

  /** Puts the rows up to the split first; returns where the others begin. */
  private part(from: number, to: number, { feature, bin }: Split): number {
    const column = this.table.columns[feature] as Uint8Array;
    const above: number[] = [];
    let place = from;
    for (let at = from; at < to; at += 1) {
      const row = this.own[at] as number;
      if ((column[row] as number) > bin) above.push(row);
      else {
        this.own[place] = row;
        place += 1;
      }
    }
    this.own.set(above, place);
    return place;
  }

  private bestSplit(sums: Float64Array, g: number, h: number): Split | undefined {
    const { ridge, least } = this.options;
    let best = leastGain;
    let found: Split | undefined;
    const parent = (g * g) / (h + ridge);
    for (const [place, feature] of this.asked.entries()) {
      const size = (this.table.edges[feature]?.length ?? 0) + 1;
      const offset = place * bins * 2;
      let [lowG, lowH] = [0, 0];
      for (let bin = 0; bin < size - 1; bin += 1) {
        lowG += sums[offset + 2 * bin] as number;
        lowH += sums[offset + 2 * bin + 1] as number;
        if (lowH < least || h - lowH < least) continue;
        const gain = (lowG * lowG) / (lowH + ridge) + ((g - lowG) * (g - lowG)) / (h - lowH + ridge) - parent;
        if (gain <= best) continue;
        best = gain;
        found = { feature, bin };
      }
    }
    return found;
  }

  private leafOf(root: number, at: number): number {
    const { feature, value, high } = this.grown;
    let node = root;
    for (let asked = feature[node] as number; asked >= 0; asked = feature[node] as number) {
      const bin = (this.table.columns[asked] as Uint8Array)[at] as number;
      node = bin <= (this.splitBins[node] as number) ? node + 1 : (high[node] as number);
    }
    return value[node] as number;
  }
}

/** What a split must gain in likelihood to be made. */
const leastGain = 0.05;

/** The upper edges of a feature's bins but the last: values that part the rows about evenly. */
function edgesOf(rows: readonly Float64Array[], at: number): readonly number[] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  const values = new Float64Array(Math.ceil(rows.length / step));
  for (let place = 0; place < values.length; place += 1) values[place] = rows[place * step]?.[at] ?? 0;
  values.sort();
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
