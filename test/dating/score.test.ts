import { expect, test } from "vitest";
import { baselinesOf } from "../../scripts/lab/baselines.ts";
import { meanOf, medianOf, scoreOf } from "../../scripts/lab/score.ts";
import { accuracy } from "../../src/dating/accuracy.ts";
import { type Day, parseDay } from "../../src/model/day.ts";

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`Cannot read day "${text}"`);
  return parsed;
}

test("scoreOf() counts hits, distances and intervals", () => {
  const [third, fifth, ninth] = ["2024-05-03", "2024-05-05", "2024-05-09"].map(day) as [Day, Day, Day];
  const score = scoreOf([
    { truth: third, best: third, earliest: third, latest: third },
    { truth: ninth, best: fifth, earliest: third, latest: fifth },
  ]);
  expect(score).toEqual({
    posts: 2,
    exact: 0.5,
    within1: 0.5,
    within3: 0.5,
    within7: 1,
    meanError: 2,
    covered: 0.5,
    meanWidth: 2,
  });
  expect(scoreOf([{ truth: third, best: third }]).covered).toBeUndefined();
  expect(() => scoreOf([])).toThrow("no post has a known day");
});

test("meanOf() gives each channel the same weight, however long it is", () => {
  const [one, other] = [day("2024-05-03"), day("2024-05-04")];
  const right = scoreOf(Array.from({ length: 9 }, () => ({ truth: one, best: one })));
  const wrong = scoreOf([{ truth: one, best: other }]);
  expect(meanOf([right, wrong])).toMatchObject({ posts: 10, exact: 0.5, meanError: 0.5 });
});

test("medianOf() is not moved by one odd channel", () => {
  const [one, far] = [day("2024-05-03"), day("2029-05-04")];
  const right = scoreOf([{ truth: one, best: one, earliest: one, latest: one }]);
  const wrong = scoreOf([{ truth: one, best: far, earliest: far, latest: far }]);
  expect(medianOf([right, wrong, right])).toMatchObject({ posts: 3, exact: 1, meanError: 0, covered: 1 });
  expect(medianOf([right, wrong])).toMatchObject({ exact: 0.5, covered: 0.5 });
});

test("baselinesOf() takes the capture day, the named day, and the named days put in order", () => {
  const texts = [
    "no day",
    "On May 8, 2024, it rained.",
    "On May 2, 2024, it rained.",
    "no day",
    "On May 10, 2024, it rained.",
  ];
  const { capture, named, isotonic } = baselinesOf(texts, day("2024-05-20"));
  expect(capture).toEqual(texts.map(() => "2024-05-20"));
  expect(named).toEqual(["2024-05-20", "2024-05-08", "2024-05-02", "2024-05-20", "2024-05-10"]);
  expect(isotonic).toEqual(["2024-05-02", "2024-05-02", "2024-05-02", "2024-05-06", "2024-05-10"]);
});

test("the kept accuracy beats every simpler rule, and its intervals hold what they promise", () => {
  for (const stretch of ["pages", "wholes"] as const) {
    const rows = accuracy.filter((row) => row.stretch === stretch);
    const own = rows.find(({ method }) => method === "scrollback");
    expect(rows.length).toBe(4);
    expect(own?.covered).toBeGreaterThan(0.88);
    for (const other of rows.filter((row) => row !== own)) {
      expect(own?.exact).toBeGreaterThan(other.exact);
      expect(own?.meanError).toBeLessThan(other.meanError);
    }
    const isotonic = rows.find(({ method }) => method === "isotonic");
    expect(own?.meanError).toBeLessThanOrEqual((isotonic?.meanError ?? 0) / 2);
  }
});
