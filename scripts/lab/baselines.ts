import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { lagOf } from "../../src/dating/solver/lags.ts";
import { type Day, dayFromNumber, dayNumber } from "../../src/model/day.ts";

/** What simpler rules say of the days of posts, to judge the solver by. */
export interface Baselines {
  /** The capture day for every post. */
  readonly capture: readonly Day[];
  /** The first day that a post names, as it stands, at the time nearest to the capture; the capture day where it names none. */
  readonly named: readonly Day[];
  /** The least-error days that never run backwards through the named ones, none after the capture; in between, evenly. */
  readonly isotonic: readonly Day[];
}

/** Dates posts, oldest first, by three simpler rules. */
export function baselinesOf(texts: readonly string[], captured: Day): Baselines {
  const capture = dayNumber(captured);
  const named = texts.map((text) => namedDay(text, capture));
  return {
    capture: texts.map(() => captured),
    named: named.map((day) => dayFromNumber(day ?? capture)),
    isotonic: interpolate(named, capture).map(dayFromNumber),
  };
}

function namedDay(text: string, capture: number): number | undefined {
  const first = evidenceOf(text)
    .filter(({ expression }) => expression.kind === "days" && expression.precision === "day")
    .reduce<ReturnType<typeof evidenceOf>[number] | undefined>(
      (best, one) => (best === undefined || one.offset < best.offset ? one : best),
      undefined,
    );
  return first?.expression.kind === "days" ? capture - lagOf(first.expression, capture) : undefined;
}

interface Block {
  readonly values: readonly number[];
  readonly median: number;
}

/**
 * Isotonic regression in L1 by pooling adjacent violators, each block at its median (Robertson, Wright and Dykstra, “Order Restricted
 * Statistical Inference”, 1988, § 1.2).
 */
function isotonic(values: readonly number[]): readonly number[] {
  const blocks: Block[] = [];
  for (const value of values) {
    let block: Block = { values: [value], median: value };
    for (let last = blocks.at(-1); last !== undefined && last.median > block.median; last = blocks.at(-1)) {
      blocks.pop();
      block = blockOf([...last.values, ...block.values]);
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ values: own, median }) => own.map(() => median));
}

function blockOf(values: readonly number[]): Block {
  const sorted = values.toSorted((one, other) => one - other);
  return { values: sorted, median: sorted[(sorted.length - 1) >> 1] ?? 0 };
}

function interpolate(named: readonly (number | undefined)[], capture: number): readonly number[] {
  const places = [...named.keys()].filter((place) => named[place] !== undefined);
  const fit = isotonic(places.map((place) => named[place] ?? 0)).map((day) => Math.min(day, capture));
  let next = 0;
  return named.map((_, place) => {
    while ((places[next] ?? Number.POSITIVE_INFINITY) < place) next++;
    const [before, after] = [fit[next - 1], fit[next]];
    if (after === undefined) return before ?? capture;
    if (before === undefined) return after;
    const [from = place, to = place] = [places[next - 1], places[next]];
    return Math.round(before + ((after - before) * (place - from)) / (to - from));
  });
}
