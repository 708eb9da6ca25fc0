import { expect, test } from "vitest";
import { Stages } from "../../scripts/site/stages.ts";

test("stages are measured in the order of their ends, those that fail too", async () => {
  const stages = new Stages(false);
  let told = 0;
  const slow = stages.run("slow", async (tell) => {
    await new Promise((done) => setTimeout(done, 30));
    tell(2);
    told += 2;
    return "done";
  });
  await expect(
    stages.run("failing", () => {
      throw new Error("the disk is full");
    }),
  ).rejects.toThrow("the disk is full");
  expect(await slow).toBe("done");
  expect(told).toBe(2);
  expect(stages.reports.map(({ name }) => name)).toEqual(["failing", "slow"]);
  for (const { seconds, processorSeconds, peakMemory } of stages.reports) {
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(processorSeconds).toBeGreaterThanOrEqual(0);
    expect(peakMemory).toBeGreaterThan(1e6);
  }
});
