import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect, Hints } from "../../src/dialects/kinds/dialect.ts";
import { doubledPreview } from "../../src/dialects/kinds/doubled-preview.ts";
import { preview } from "../../src/dialects/kinds/preview.ts";
import { dialects, recognise } from "../../src/dialects/kinds/registry.ts";
import { markOf } from "../../src/dialects/lines/marks.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { isBlank, lineAt, readSource, type SourceText } from "../../src/read/source-text.ts";
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

  test("the text of a post is made of exactly the lines that it owns as text or link preview", () => {
    fc.assert(
      fc.property(dumpAndHints, ([source, hints]) => {
        for (const { lines, text } of dialect.parse(source, hints).drafts) {
          const spoken = text.filter((line) => !isBlank(lineAt(source, line))).sort((one, other) => one - other);
          const owned = lines
            .filter(
              ({ line, role }) =>
                (role === "text" || role === "preview") && markOf(lineAt(source, line))?.name !== "view",
            )
            .map(({ line }) => line);
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
        const { drafts } = dialect.parse(source, noHints);
        expect(drafts.every((draft) => draft.lines.length > 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("a post starts where a person says that one does", () => {
    fc.assert(
      fc.property(dump, fc.nat(), (source, seed) => {
        const line = wordsBehindWords(source, dialect, seed, false);
        if (line === undefined) return;
        expect(startsOf(source, dialect, { start: new Set([line]), join: new Set() })).toContain(line);
      }),
      { numRuns: 100 },
    );
  });
});

describe.each(dialects.filter((dialect) => dialect !== doubledPreview))("parse() of $name", (dialect) => {
  test("no post starts where a person says that none does", () => {
    fc.assert(
      fc.property(dump, fc.nat(), (source, seed) => {
        const line = wordsBehindWords(source, dialect, seed, true);
        if (line === undefined) return;
        expect(startsOf(source, dialect, { start: new Set(), join: new Set([line]) })).not.toContain(line);
      }),
      { numRuns: 100 },
    );
  });
});

// Today the word is passed over where no second copy bears it out: two posts of one line stay two.
test("no post of a doubled page starts where a person says that none does", () => {
  const source = readSource(Buffer.from("The bell rang.\nNobody came.\n"), "pier.txt");
  expect(startsOf(source, doubledPreview, { start: new Set(), join: new Set([2]) })).toEqual([1]);
});

// Today the second line is owned as text and told by no text.
test("the VIEW IN TELEGRAM of a service line is a placeholder", () => {
  const source = readSource(Buffer.from("Channel created\nVIEW IN TELEGRAM\nThe last word.\n"), "pier.txt");
  const roles = preview.parse(source, noHints).drafts.flatMap((draft) => draft.lines.map(({ role }) => role));
  expect(roles[1]).toBe("placeholder");
});

const noHints: Hints = { start: new Set(), join: new Set() };

/** First lines of the posts that a dialect finds. */
function startsOf(source: SourceText, dialect: Dialect, hints: Hints): readonly (number | undefined)[] {
  return dialect.parse(source, hints).drafts.map((draft) => draft.lines[0]?.line);
}

/** Some line of words behind words at which a post starts, or does not; at the marks themselves a page may know better. */
function wordsBehindWords(source: SourceText, dialect: Dialect, seed: number, starts: boolean): number | undefined {
  const owned = dialect
    .parse(source, noHints)
    .drafts.flatMap((draft) => draft.lines.map(({ line }, index) => ({ line, isFirst: index === 0 })));
  const candidates = owned.filter(({ line, isFirst }, index) => {
    const previous = owned[index - 1]?.line;
    if (previous === undefined || isFirst !== starts) return false;
    const between = source.lines.slice(previous, line - 1);
    return between.every(isBlank) && isText(source, line) && isText(source, previous);
  });
  return candidates[seed % Math.max(1, candidates.length)]?.line;
}

/** Whether a line is words, which only a judgement parts from other words. */
function isText(source: SourceText, line: number): boolean {
  return /\p{L}/u.test(lineAt(source, line)) && markOf(lineAt(source, line)) === undefined;
}

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
