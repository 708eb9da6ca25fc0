import { expect, test } from "vitest";
import { oddFiles } from "../../scripts/lab/odd-inputs.ts";
import { outcomeOf } from "../../scripts/lab/search-trust.ts";

// The laboratory searches on with other seeds: scripts/lab/search-trust.ts. Time is looked at there, since a busy machine is slow at anything.
test.each([
  ["dumps", 2000],
  ["exports", 500],
] as const)("no odd %s break a promise", { timeout: 600_000 }, (kind, count) => {
  for (let seed = 1; seed <= count; seed += 1) {
    const broken = outcomeOf(kind, seed).broken.filter((told) => !/ took \d+ ms /u.test(told));
    expect(broken, `npx tsx scripts/lab/search-trust.ts ${kind} 1 ${seed}`).toEqual([]);
  }
});

test("odd inputs are the same for the same seed, and unlike for others", () => {
  expect(oddFiles("dumps", 7)).toEqual(oddFiles("dumps", 7));
  expect(oddFiles("dumps", 7)).not.toEqual(oddFiles("dumps", 8));
});
