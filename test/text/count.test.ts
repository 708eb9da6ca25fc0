import { expect, test } from "vitest";
import { countOf } from "../../src/text/count.ts";

test.each([
  ["3", 3],
  ["999", 999],
  ["1K", 1_000],
  ["2.49K", 2_490],
  ["1.005K", 1_005],
  ["53.6K", 53_600],
  ["1.2M", 1_200_000],
  ["0", 0],
])("countOf() reads %s as %d", (printed, count) => {
  expect(countOf(printed)).toBe(count);
});
