import { describe, expect, test } from "vitest";
import { inTurn, lend, takeBack } from "../../src/dating/solver/scratch.ts";

describe("lend()", () => {
  test("lends no memory twice that is in use, however much is given back meanwhile", () => {
    const inUse = new Map<Float64Array, number>();
    for (let turn = 0; turn < 400; turn++) {
      const own = lend(1 + ((turn * 48_271) % 300_000)).fill(turn);
      inUse.set(own, turn);
      const [oldest] = inUse.keys();
      if (turn % 3 > 0 && oldest !== undefined && oldest !== own) {
        inUse.delete(oldest);
        takeBack(oldest);
      }
    }
    const damaged = [...inUse].filter(([values, turn]) => values.some((value) => value !== turn));
    expect(inUse.size).toBeGreaterThan(10);
    expect(damaged).toEqual([]);
  });

  test("lends the memory again that was given back", () => {
    const before = lend(900_000);
    takeBack(before);
    const after = [lend(900_000), lend(900_000)];
    expect(after.some(({ buffer }) => buffer === before.buffer)).toBe(true);
    for (const one of after) takeBack(one);
  });
});

test("inTurn() keeps what the last three steps of a direction left, whatever the other direction does", () => {
  const left = [1, 2, 3].map((value) => inTurn("back", 100).fill(value));
  for (const value of [7, 8, 9, 10, 11]) inTurn("ahead", 200).fill(value);
  expect(left.map((values) => values[99])).toEqual([1, 2, 3]);
});
