import { describe, expect, test } from "vitest";
import { dialects } from "../../src/dialects/kinds/registry.ts";
import { cases, dialectOf, expectationOf, record, resultOf } from "./case-folders.ts";

/** `UPDATE=1` writes expectations down, on a person's own machine only. */
const recording = process.env.UPDATE === "1" && !process.env.CI;

for (const dialect of dialects) {
  describe(`the ${dialect.name} dialect`, () => {
    test.each(cases.filter((own) => own.dialect === dialect.name))("$name", (own) => {
      const expected = expectationOf(own);
      const claim = expected?.claim ?? "";
      expect(claim, `${own.folder}/expected.json: write what the case claims as "claim", in one sentence`).toMatch(
        /\.$/u,
      );
      const found = resultOf(own);
      if (recording) record(own, claim, found);
      else expect({ claim, ...found }).toEqual(expected);
    });
  });
}

test("every dialect has fixtures, and every fixture folder is a dialect's", () => {
  const folders = new Set(cases.map((own) => own.dialect));
  expect([...folders].sort()).toEqual(dialects.map((dialect) => dialect.name).sort());
});

test("every case is recognised as the dialect whose folder it lies in", () => {
  expect(cases.map((own) => ({ ...own, found: dialectOf(own) }))).toEqual(
    cases.map((own) => ({ ...own, found: own.dialect })),
  );
});
