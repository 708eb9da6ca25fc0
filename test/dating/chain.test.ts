import { describe, expect, test } from "vitest";
import { type Chain, type DayChances, forget, forwards, smooth } from "../../src/dating/solver/chain.ts";
import { postingRates, rhythmIn } from "../../src/dating/solver/rhythm.ts";

const days = 3000;

/** Four posts: the first on the first day, and the last two after years of silence; `weights` are those of their words. */
function chainOver(silence: number, weights: Chain["weights"], posts = 1): Chain {
  return {
    length: 4,
    days,
    rhythm: rhythmIn(1),
    posts: () => posts,
    weights,
    end: postingRates.map(() => new Float64Array(days).fill(1)),
    window: (step) => (step === 0 ? [0, 0] : [step < 2 ? 0 : silence, days - 1]),
    fact: () => undefined,
    midnights: () => 0,
    slot: () => undefined,
    forget: 1e-7,
  };
}

/** The chances of each step's days. */
function smoothed(chain: Chain): ReadonlyMap<number, DayChances> {
  const found = new Map<number, DayChances>();
  smooth(chain, forwards(chain), (step, chances) => found.set(step, chances));
  return found;
}

describe("smooth()", () => {
  const silent = (): undefined => undefined;
  const humble = (_step: number, _first: number, count: number): Float64Array => new Float64Array(count).fill(0.5);
  test.each([
    ["without words", silent],
    ["with words that tell nothing", humble],
  ])("reaches a window that begins after years of silence, %s", (_name, weights) => {
    const found = smoothed(chainOver(2500, weights));
    const { first, chances } = found.get(2) ?? { first: 0, chances: new Float64Array() };
    expect(first).toBeGreaterThanOrEqual(2500);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
  });

  test("forgets no day that many posts may have passed, whatever words say of days nearer by", () => {
    const weights = (_step: number, _from: number, count: number): Float64Array => new Float64Array(count).fill(1);
    const found = smoothed(chainOver(0, weights, 100));
    const second = found.get(1);
    expect((second?.first ?? 0) + (second?.chances.length ?? 0)).toBeGreaterThan(600);
  });
});

describe("forwards()", () => {
  const length = 300;
  /** A chain of many posts whose words tell of no day but those of the last one. */
  const long: Chain = {
    ...chainOver(0, (step, first, count) => {
      if (step < length - 1) return undefined;
      return Float64Array.from({ length: count }, (_, place) => (first + place === 2000 ? 1e9 : 1));
    }),
    length,
    window: () => [0, days - 1],
  };

  test("keeps few of the beliefs of a long chain over many days: memory that is new costs more than to reckon them again", () => {
    const found = forwards(long);
    const kept = found.blocks.flat().reduce((sum, { values }) => sum + values.length, 0);
    const all = length * days * postingRates.length;
    forget(found);
    expect(kept).toBeLessThan(all / 5);
  });

  test("leaves nothing out for that: every step has its chances, and no day runs back", () => {
    const found = smoothed(long);
    const means = Array.from({ length }, (_, step) => {
      const { first, chances } = found.get(step) ?? { first: Number.NaN, chances: new Float64Array() };
      return chances.reduce((sum, chance, place) => sum + chance * (first + place), 0);
    });
    expect(means.every((mean, step) => step === 0 || mean >= (means[step - 1] ?? 0) - 1e-6)).toBe(true);
    expect(means.at(-1)).toBeCloseTo(2000, 1);
    expect(means[0]).toBeLessThan(2000);
  });
});
