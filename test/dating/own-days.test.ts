import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { holdOwnDays, type Step, shareOfLateDays } from "../../src/dating/solver/own-days.ts";

function shareIn(...days: readonly number[]): number {
  return shareOfLateDays(days.map((day) => evidenceOf(`Fog (Marsh Harbour, March ${day}, 2025)`)));
}

describe("shareOfLateDays()", () => {
  test("says nothing of a single day, and trusts days the more, the more of them never run back", () => {
    expect([shareIn(4), shareIn(4, 5), shareIn(4, 5, 9, 9)]).toEqual([1, 1 / 2, 1 / 4]);
  });

  test("is the same however far apart the days lie", () => {
    expect(shareIn(1, 2, 3, 4)).toBe(shareIn(1, 1, 20, 29));
  });

  test("counts days that run back behind one that had come", () => {
    expect(shareIn(4, 3, 6, 5)).toBe(1);
    expect(shareIn(1, 2, 3, 4, 5, 6, 7, 6, 9)).toBeCloseTo(6 / 9);
  });
});

test("holdOwnDays() holds a day between those of its neighbours, and none that one of them denies", () => {
  const step = (best: number, named?: number): Step => ({
    days: [best, best, best],
    named,
    held: undefined,
    isTelling: true,
  });
  const heldIn = (...steps: readonly Step[]): readonly (number | undefined)[] =>
    holdOwnDays(steps, 0.2).map(({ held }) => held);
  expect(heldIn(step(3), step(8, 5), step(8))).toEqual([undefined, 5, undefined]);
  expect(heldIn(step(6), step(8, 5), step(8))).toEqual([undefined, undefined, undefined]);
  expect(holdOwnDays([step(8, 5)], 0.8)[0]?.held).toBeUndefined();
});
