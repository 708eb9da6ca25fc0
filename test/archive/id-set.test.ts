import fc from "fast-check";
import { expect, test } from "vitest";
import { IdSet } from "../../src/archive/id-set.ts";

const id = fc.string({
  unit: fc.constantFrom(..."0123456789abcdefghijklmnopqrstuvwxyz"),
  minLength: 10,
  maxLength: 10,
});

test("a set of ids holds what a set of texts holds, in the order of the alphabet", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 3000 }), fc.array(id), (ids, others) => {
      const [set, plain] = [IdSet.of(ids), new Set(ids)];
      expect([...set]).toEqual([...plain].sort());
      expect(set.size).toBe(plain.size);
      for (const each of [...ids, ...others]) expect(set.has(each)).toBe(plain.has(each));
    }),
    { numRuns: 50 },
  );
  const ends = ["0000000000", "zzzzzzzzzz", "0000000001"];
  expect([...IdSet.of(ends)]).toEqual([...ends].sort());
});
