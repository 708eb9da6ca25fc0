import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/day.ts";
import type { Hints } from "../../src/dialects/dialect.ts";
import { dialects, recognise } from "../../src/dialects/registry.ts";
import { readDump } from "../../src/import.ts";
import { isBlank, lineAt, type SourceText } from "../../src/read/source-text.ts";
import { dump } from "./real-looking-lines.ts";

const today = "2030-01-01" as Day;

/** Any lines of a dump as a person's word, even a contradictory one. */
const dumpAndHints: fc.Arbitrary<readonly [SourceText, Hints]> = dump.chain((source) => {
  const lines = fc.uniqueArray(fc.integer({ min: 1, max: source.lines.length }), { maxLength: 3 });
  return fc
    .tuple(lines, lines)
    .map(([start, join]) => [source, { start: new Set(start), join: new Set(join) }] as const);
});

describe.each(dialects)("parse() of $name", (dialect) => {
  test("never throws, and owns no line twice, no blank line and no line that is not there", () => {
    fc.assert(
      fc.property(dumpAndHints, ([source, hints]) => {
        const owned = dialect.parse(source, hints).drafts.flatMap((draft) => draft.lines.map(({ line }) => line));
        expect(owned).toEqual([...new Set(owned)]);
        for (const line of owned) expect(isBlank(lineAt(source, line)), `line ${line}`).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test("the text of a post is made of exactly the lines that it owns as text", () => {
    fc.assert(
      fc.property(dumpAndHints, ([source, hints]) => {
        for (const { lines, text } of dialect.parse(source, hints).drafts) {
          const spoken = text.filter((line) => !isBlank(lineAt(source, line))).sort((one, other) => one - other);
          const owned = lines.filter(({ role }) => role === "text").map(({ line }) => line);
          expect(spoken).toEqual([...owned].sort((one, other) => one - other));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("what no post owns stands before the first post, behind the last, or is a ruler", () => {
    fc.assert(
      fc.property(dumpAndHints, ([source, hints]) => {
        const owned = new Set(
          dialect.parse(source, hints).drafts.flatMap((draft) => draft.lines.map(({ line }) => line)),
        );
        const [first, last] = [Math.min(...owned), Math.max(...owned)];
        for (const [index, text] of source.lines.entries()) {
          const line = index + 1;
          if (owned.has(line) || isBlank(text) || line < first || line > last) continue;
          expect(text.trim(), `line ${line}`).toMatch(/^(.)(?:\s*\1){2,}$/u);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("every post has a line", () => {
    fc.assert(
      fc.property(dump, (source) => {
        const { drafts } = dialect.parse(source, { start: new Set(), join: new Set() });
        expect(drafts.every((draft) => draft.lines.length > 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("a post starts where a person says so, and nowhere that a person says it does not", () => {
    fc.assert(
      fc.property(dump, fc.nat(), fc.boolean(), (source, seed, isStart) => {
        const free = dialect.parse(source, { start: new Set(), join: new Set() }).drafts;
        // Lines of text behind lines of text: at the marks themselves a page may know better.
        const candidates = free.flatMap(({ lines }) =>
          lines.flatMap(({ line, role }, index) =>
            index > 0 && role === "text" && lines[index - 1]?.role === "text" ? [line] : [],
          ),
        );
        const line = candidates[seed % Math.max(1, candidates.length)];
        if (line === undefined) return;
        const hints = { start: new Set(isStart ? [line] : []), join: new Set(isStart ? [] : [line]) };
        const starts = dialect.parse(source, hints).drafts.map((draft) => draft.lines[0]?.line);
        expect(starts.includes(line)).toBe(isStart);
      }),
      { numRuns: 100 },
    );
  });
});

// The dating, not the reading, is what takes time here.
describe("readDump()", { timeout: 120_000 }, () => {
  test("accounts for every line of every text, once", () => {
    fc.assert(
      fc.property(dump, (source) => {
        const { posts, report } = readDump({ source, sidecar: {}, today });
        const { roles, lines } = report;
        expect(Object.values(roles).reduce((sum, count) => sum + count, 0)).toBe(lines);
        expect(roles.blank).toBe(source.lines.filter(isBlank).length);
        expect(report.posts).toBe(posts.length);
        const inRanges = posts
          .flatMap((post) => post.source.lines)
          .flatMap(([first, last]) => source.lines.slice(first - 1, last))
          .filter((line) => !isBlank(line));
        expect(inRanges).toHaveLength(lines - roles.blank - roles.furniture);
      }),
      { numRuns: 60 },
    );
  });

  test("gives the same posts for the same text", () => {
    fc.assert(
      fc.property(dump, (source) => {
        expect(readDump({ source, sidecar: {}, today })).toEqual(readDump({ source, sidecar: {}, today }));
      }),
      { numRuns: 8 },
    );
  });

  test("numbers the posts of a dump from the oldest, each number once", () => {
    fc.assert(
      fc.property(dump, (source) => {
        const { posts, report } = readDump({ source, sidecar: {}, today });
        const numbers = posts.map((post) => post.source.sequence);
        if (report.order === "newest-first") numbers.reverse();
        expect(numbers).toEqual(posts.map((_, index) => index + 1));
      }),
      { numRuns: 20 },
    );
  });
});

test("recognise() always finds a dialect and says why, without explaining more than there is", () => {
  fc.assert(
    fc.property(dump, (source) => {
      const { dialect, evidence } = recognise(source);
      expect(dialects).toContain(dialect);
      expect(evidence).not.toBe("");
    }),
    { numRuns: 100 },
  );
});
