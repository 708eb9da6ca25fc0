import { expect, test } from "vitest";
import { structuredDate } from "../../src/site/dating.ts";
import { inferred, stated } from "./fixture.ts";

test("structuredDate() says a day of publication only where it is a fact", () => {
  expect(structuredDate(stated("2025-02-05"))).toEqual({ datePublished: "2025-02-05" });
  const { best } = stated("2025-02-05");
  expect(structuredDate({ best, earliest: best, latest: best, basis: "given", edtf: best })).toEqual({
    datePublished: "2025-02-05",
  });
  expect(structuredDate(inferred("2025-02-05", 0))).toEqual({ temporalCoverage: "2025-02-05/2025-02-05" });
  expect(structuredDate(inferred("2025-02-05", 2))).toEqual({ temporalCoverage: "2025-02-03/2025-02-07" });
});
