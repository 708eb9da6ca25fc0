import { expect, test } from "vitest";
import { type ChannelCoverage, calibrate } from "../../scripts/lab/calibrate.ts";
import { intervalCoverage } from "../../scripts/lab/interval-coverage.ts";
import { tailsInUse } from "../../src/dating/solver/tails-in-use.ts";

/** A channel whose wide intervals hold so many of its days, by each tail from the one of the narrowest on. */
function channel(...wide: readonly number[]): ChannelCoverage {
  const covered = Array.from({ length: 6 }, (_, place) => wide[place] ?? wide.at(-1) ?? 0);
  return { narrow: { weight: 0, covered: covered.map(() => 0) }, wide: { weight: 1, covered } };
}

test("the tails in use are those that the measured channels calibrate", () => {
  expect(intervalCoverage.length).toBeGreaterThan(20);
  expect(calibrate(intervalCoverage)).toEqual(tailsInUse);
});

test("the narrowest intervals are taken that keep the promise on the mean and on each channel", () => {
  expect(calibrate([channel(0.95), channel(0.95)]).wide).toBe(0.055);
  expect(calibrate([channel(0.8, 0.9), channel(0.95)]).wide).toBe(0.04);
  expect(calibrate([channel(0.7, 0.75, 0.85), channel(1), channel(1)]).wide).toBe(0.03);
});

test("a channel that the widest intervals miss does not widen those of all others", () => {
  expect(calibrate([channel(0.3, 0.35), ...Array.from({ length: 9 }, () => channel(0.99))]).wide).toBe(0.055);
});
