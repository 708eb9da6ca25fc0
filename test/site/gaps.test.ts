import { expect, test } from "vitest";
import type { Dating } from "../../src/model/post.ts";
import { gapsOf, longestGaps } from "../../src/site/analysis/gaps.ts";
import { render as renderHome } from "../../templates/index.11ty.tsx";
import { render } from "../../templates/timeline.11ty.tsx";
import { archiveOf, inferred, postWith, stated } from "./fixture.ts";

function pagesDated(datings: readonly Dating[]) {
  return archiveOf(datings.map((dating, index) => postWith({ id: `gap000000${index}`, dating }))).posts;
}

test("a gap is the days between two posts, neither of them counted", () => {
  expect(gapsOf(pagesDated([stated("2024-02-01"), stated("2024-03-01")]))).toEqual([
    { first: "2024-02-02", last: "2024-02-29", days: 28 },
  ]);
});

test("a silence shorter than a fortnight is not told", () => {
  expect(gapsOf(pagesDated([stated("2025-02-01"), stated("2025-02-15")]))).toEqual([]);
  expect(gapsOf(pagesDated([stated("2025-02-01"), stated("2025-02-16")]))).toHaveLength(1);
});

test("a gap begins where the intervals around it end", () => {
  expect(gapsOf(pagesDated([inferred("2025-01-01", 3), inferred("2025-02-01", 2)]))).toEqual([
    { first: "2025-01-05", last: "2025-01-29", days: 25 },
  ]);
});

test("a wide interval closes every gap that it reaches over", () => {
  const around = [stated("2025-01-01"), inferred("2025-02-15", 50), stated("2025-04-01")];
  expect(gapsOf(pagesDated(around))).toEqual([]);
});

test("one post and none have no gap", () => {
  expect(gapsOf(pagesDated([stated("2025-01-01")]))).toEqual([]);
  expect(gapsOf([])).toEqual([]);
});

test("the timeline lists the gaps of the archive, and its home page the longest", () => {
  const archive = archiveOf(
    ["2025-01-01", "2025-02-01", "2025-06-01"].map((day, at) =>
      postWith({ id: `gap000000${at}`, dating: stated(day) }),
    ),
  );
  const timeline = render({ archive });
  expect(timeline).toMatch(/2 February – 31 May 2025.*119 days.*2–31 January 2025.*30 days/su);
  expect(timeline).toContain("It may be in the channel or in what was captured.");
  expect(renderHome({ archive }).replace(/<[^>]+>/gu, "")).toContain("Longest gap 2 February – 31 May 2025 (119 days)");
  expect(renderHome({ archive: archiveOf([postWith({ id: "gap0000009" })]) })).not.toContain("Longest gap");
});

test("the longest gaps come first", () => {
  const gaps = gapsOf(pagesDated(["2025-01-01", "2025-02-01", "2025-06-01", "2025-07-15"].map(stated)));
  expect(longestGaps(gaps, 2).map(({ days }) => days)).toEqual([119, 43]);
});
