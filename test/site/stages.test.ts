import { expect, test } from "vitest";
import { Stages } from "../../scripts/site/stages.ts";

test("stages are measured in the order of their ends, those that fail too", async () => {
  const stages = new Stages(false);
  const slow = stages.run("slow", async (tell) => {
    await new Promise((done) => setTimeout(done, 30));
    tell(2);
    return "done";
  });
  await expect(
    stages.run("failing", () => {
      throw new Error("the disk is full");
    }),
  ).rejects.toThrow("the disk is full");
  expect(await slow).toBe("done");
  expect(stages.reports.map(({ name }) => name)).toEqual(["failing", "slow"]);
  // A timer may ring a little early.
  expect(stages.reports[1]?.seconds).toBeGreaterThan(0.025);
  for (const { peakMemory } of stages.reports) expect(peakMemory).toBeGreaterThan(1e6);
});
