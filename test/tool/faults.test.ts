import { expect, onTestFinished, test } from "vitest";
import { faultsAt, newTrial } from "../../scripts/lab/fault-trial.ts";

// All calls are tried by `scripts/lab/faults.ts`; here some of each half, and the last ones, which put the site in place.
test.each([
  ["import", "kill"],
  ["import", "full"],
  ["build", "kill"],
] as const)(
  "%s, with a fault (%s) before a call, leaves what the next run makes whole",
  { timeout: 400_000 },
  async (command, kind) => {
    const trial = await newTrial(command);
    onTestFinished(trial.close);
    expect(trial.calls).toBeGreaterThan(50);
    const points = [Math.floor(trial.calls / 2), trial.calls - 8, trial.calls - 1];
    for (const at of points) expect(await faultsAt(trial, { at, kind })).toEqual([]);
  },
);
