import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { annotatedDumps } from "../../scripts/lab/annotated-dumps.ts";
import { boundaryScore } from "../../scripts/lab/boundary-score.ts";

test("annotatedDumps() gives each post its first line, all its lines and those of its text", () => {
  const folder = mkdtempSync(join(tmpdir(), "annotated-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const none = { copy: [], placeholder: [], reactions: null, forwarded_line: null, reply_quote: null, lang: "en" };
  const posts = [
    { ...none, full: [2, 3], forwarded_line: 1, reactions: 5, copy: [[3, 4]], date: { best: "2025-03-01" } },
    { ...none, full: [6], date: { best: "2025-03-02" } },
  ];
  writeFileSync(join(folder, "quay-news-b.tme.txt"), "Forwarded from Pier\nFog.\nRain.\nRain.\n👍1\nSun.\n");
  writeFileSync(join(folder, "quay-news-b.tme.gold.json"), JSON.stringify({ order: "asc", posts }));
  writeFileSync(join(folder, "quay-news-b.tme.yml"), "retrieved: 2025-03-04\n");
  writeFileSync(join(folder, "other.tme.txt"), "Not annotated.\n");
  expect(annotatedDumps(folder, "mirror")).toEqual([]);
  expect(annotatedDumps(folder)).toMatchObject([
    {
      ...{ name: "quay-news-b.tme", channel: "quay-news", kind: "tme", isOldestFirst: true, retrieved: "2025-03-04" },
      posts: [
        { first: 1, lines: new Set([1, 2, 3, 4, 5]), textLines: [2, 3], language: "en", day: "2025-03-01" },
        { first: 6, lines: new Set([6]), textLines: [6] },
      ],
    },
  ]);
});

test("boundaryScore() counts starts once, and a post as right where it starts and ends as it should", () => {
  expect(boundaryScore([1, 9, 5], [1, 5, 9])).toEqual({ f1: 1, exact: 1 });
  // The first post ends too late, the last one starts too early.
  expect(boundaryScore([1, 8], [1, 5, 9])).toEqual({ f1: 2 / 5, exact: 0 });
  expect(boundaryScore([1, 5], [1, 5, 9])).toEqual({ f1: 4 / 5, exact: 1 / 3 });
  const starts = fc.uniqueArray(fc.nat(60), { minLength: 1 });
  fc.assert(
    fc.property(starts, starts, (found, known) => {
      const { f1, exact } = boundaryScore(found, known);
      expect(f1).toBe(boundaryScore(known, found).f1);
      expect(exact === 1 && found.length === known.length).toBe(f1 === 1);
    }),
  );
});
