import { expect, onTestFinished, test } from "vitest";
import { faultsAt, newTrial, tellingCalls } from "../../scripts/lab/fault-trial.ts";

// All calls are tried by `scripts/lab/faults.ts`; here some of each half, and the last ones, which put the site in place.
test.each([
  ["import", "kill"],
  ["import", "full"],
  ["build", "kill"],
  ["review", "kill"],
  ["package", "full"],
] as const)(
  "%s, with a fault (%s) before a call, leaves what the next run makes whole",
  { timeout: 400_000 },
  async (command, kind) => {
    const trial = await newTrial(command);
    onTestFinished(trial.close);
    const calls = tellingCalls(trial, kind);
    expect(calls.length).toBeGreaterThan(25);
    for (const at of [calls[calls.length >> 1], calls.at(-8), calls.at(-1)])
      expect(await faultsAt(trial, { at: at ?? 0, kind })).toEqual([]);
  },
);
