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
  /** A line through the named days and the capture day: of all lines through two of them, the one of the median slope. */
  readonly line: readonly Day[];
}

/** Dates posts, oldest first, by four simpler rules. */
export function baselinesOf(texts: readonly string[], captured: Day): Baselines {
  const capture = dayNumber(captured);
  const named = texts.map((text) => namedDay(text, capture));
  return {
    capture: texts.map(() => captured),
    named: named.map((day) => dayFromNumber(day ?? capture)),
    isotonic: interpolate(named, capture).map(dayFromNumber),
    line: lineThrough(named, capture).map(dayFromNumber),
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

/** So many named days are enough for a line. */
const mostPoints = 200;

/** Theil and Sen's line, none of it after the capture (Sen, “Estimates of the Regression Coefficient Based on Kendall's Tau”, 1968). */
function lineThrough(named: readonly (number | undefined)[], capture: number): readonly number[] {
  const all = [...named.entries(), [named.length - 1, capture] as const].flatMap(([place, day]) =>
    day === undefined ? [] : [{ place, day }],
  );
  const points = all.filter((_, index) => index % Math.ceil(all.length / mostPoints) === 0);
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).flatMap((other) => {
      return other.place > one.place ? [(other.day - one.day) / (other.place - one.place)] : [];
    }),
  );
  const slope = Math.max(0, middle(slopes));
  const start = middle(points.map(({ place, day }) => day - slope * place));
  return named.map((_, place) => Math.min(capture, Math.round(start + slope * place)));
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[(values.length - 1) >> 1] ?? 0;
}
