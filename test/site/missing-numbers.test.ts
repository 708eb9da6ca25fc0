import { expect, test } from "vitest";
import { tellingNumbers } from "../../src/site/model/missing-numbers.ts";
import { postWith } from "./fixture.ts";

/** Posts of these numbers, as one capture shows them. */
function capture(file: string, numbers: readonly number[]) {
  const { source } = postWith({ id: "x" });
  return numbers.map((number) => postWith({ id: `${file}${number}`, number, source: { ...source, file } }));
}

test("a number that one capture passes over is told", () => {
  expect(tellingNumbers(capture("a.json", [5, 6, 8, 9, 10]))).toEqual([[7, 7]]);
});

test("numbers between two captures are not told: nobody captured them", () => {
  expect(tellingNumbers([...capture("a.json", [1, 2, 3]), ...capture("b.json", [80, 81, 82])])).toEqual([]);
});

test("a number that another capture shows is not missing", () => {
  expect(tellingNumbers([...capture("a.json", [5, 6, 8, 9]), ...capture("b.json", [7, 8])])).toEqual([]);
});

test("a capture that leaves out most numbers says nothing by them", () => {
  expect(tellingNumbers(capture("a.html", [1, 12, 23, 24, 40]))).toEqual([]);
});

test("a capture may have more numbers than a call takes arguments", () => {
  const post = postWith({ id: "x" });
  const numbers = Array.from({ length: 150_000 }, (_, index) => (index < 99 ? index : index + 1));
  expect(tellingNumbers(numbers.map((number) => ({ ...post, number })))).toEqual([[99, 99]]);
});
