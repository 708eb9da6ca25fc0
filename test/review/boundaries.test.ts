import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { madeDump, madeKinds } from "../../scripts/lab/made-dumps.ts";
import { PageMemory } from "../../src/dialects/boundaries/page-memory.ts";
import { correlation, signsOf } from "../../src/dialects/boundaries/teaching.ts";
import type { Parsed } from "../../src/dialects/kinds/dialect.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";
import { askedNext, type BoundaryQuestion, boundaryDoubts } from "../../src/review/boundaries.ts";
import { line } from "../dialects/real-looking-lines.ts";
import { page, starts } from "./kestrel-bay.ts";

const sourceOf = (text: string) => readSource(new TextEncoder().encode(text), "kestrel.txt");

function parsed(text: string, start: ReadonlySet<number>, join: ReadonlySet<number>): Parsed {
  const source = sourceOf(text);
  return recognise(source).dialect.parse(source, { start, join, asked: new Set([...start, ...join]) });
}

function startsOf({ drafts }: Parsed): readonly number[] {
  return drafts.map((draft) => draft.lines[0]?.line ?? 0);
}

/** Lines that a person sees above and below the place that is asked. */
const inSight = 8;

/** Wrong places by the number of answers, until there are none: a person answers what is asked, and what is wrong in sight of it. */
function reviewed(text: string, gold: ReadonlySet<number>): readonly number[] {
  let asked: number | undefined;
  const [start, join] = [new Set<number>(), new Set<number>()];
  const wrong: number[] = [];
  for (;;) {
    const now = parsed(text, start, join);
    const found = new Set(startsOf(now));
    const faults = [...new Set([...gold, ...found])].filter((each) => gold.has(each) !== found.has(each));
    wrong.push(faults.length);
    const near = faults.find((each) => asked !== undefined && Math.abs(each - asked) <= inSight);
    if (near !== undefined) {
      (gold.has(near) ? start : join).add(near);
      continue;
    }
    const [next] = boundaryDoubts(now, { start, join }).questions;
    if (wrong.at(-1) === 0 || next === undefined) return wrong;
    asked = next.line;
    (gold.has(asked) ? start : join).add(asked);
  }
}

describe("the review of boundaries", () => {
  test("a page that the judge gets wrong is right after a few answers", () => {
    const wrong = reviewed(page, new Set(starts));
    expect(wrong[0]).toBeGreaterThan(4);
    expect(wrong.at(-1)).toBe(0);
    expect(wrong.length - 1).toBeLessThan(starts.length);
  });

  test("an answer teaches places that look the same", () => {
    const [, riga = 0] = starts;
    const before = parsed(page, new Set(), new Set());
    const after = parsed(page, new Set([riga]), new Set());
    const chanceAt = (now: Parsed, at: number): number =>
      now.judged?.chances[now.judged.tokens.findIndex((token) => token.first === at)] ?? 0;
    for (const alike of [starts[2], starts[3], starts[14]])
      expect(chanceAt(after, alike ?? 0)).toBeGreaterThan(chanceAt(before, alike ?? 0));
  });

  test("places are as much alike as they look, and one that nothing is known of is like none, itself neither", () => {
    const none = new Int32Array(0);
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 20 }), (lines) => {
        const signs = [...signsOf(tokensOf(sourceOf(`Fog\n${lines.join("\n")}`))).values()];
        for (const own of signs) {
          expect(correlation(own, own)).toBeCloseTo(1);
          for (const other of signs) expect(correlation(own, other)).toBe(correlation(other, own));
          expect(correlation(own, none)).toBeLessThan(0.1);
        }
        expect(correlation(none, none)).toBeLessThan(0.1);
      }),
    );
  });

  test("no answer moves what another has settled, on pages of any lines", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 3, maxLength: 30 }),
        fc.infiniteStream(fc.boolean()),
        (lines, answers) => {
          const text = ["Kestrel Bay", "12 subscribers", "Download Telegram", ...lines].join("\n");
          const [start, join] = [new Set<number>(), new Set<number>()];
          for (let round = 0; round < 8; round += 1) {
            const now = parsed(text, start, join);
            const found = new Set(startsOf(now));
            for (const each of start) expect(found.has(each)).toBe(true);
            for (const each of join) expect(found.has(each)).toBe(false);
            const [next] = boundaryDoubts(now, { start, join }).questions;
            if (next === undefined) break;
            (answers.next().value ? start : join).add(next.line);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(
    madeKinds,
  )("a page of 1,000 lines, %s, is judged anew, and its questions ordered, in less than 100 ms", (kind) => {
    const source = sourceOf(madeDump(kind, 1000));
    const { dialect } = recognise(source);
    const memory = new PageMemory();
    const texts = (dialect.parse(source, { start: new Set(), join: new Set() }).judged?.tokens ?? []).filter(
      (token) => token.kind === "text",
    );
    const times = Array.from({ length: 12 }, (_, round) => {
      const answered = texts.slice(0, 10 + round * 20);
      const hints = { start: new Set(answered.map(({ first }) => first)), join: new Set<number>(), memory };
      const since = process.cpuUsage();
      boundaryDoubts(dialect.parse(source, hints), hints);
      return process.cpuUsage(since).user / 1000;
    });
    // Processor time, since others share the machine; the least, since the collector of garbage comes when it likes.
    expect(Math.min(...times)).toBeLessThan(100);
  });

  test("a page that is judged again is judged as if it were the first time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.constant("")), { minLength: 3, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(40), fc.boolean()), { maxLength: 6 }),
        (lines, answers) => {
          const source = sourceOf(["Fog", ...lines].join("\n"));
          const { dialect } = recognise(source);
          const memory = new PageMemory();
          const [start, join] = [new Set<number>(), new Set<number>()];
          for (const [at, isStart] of answers) {
            (isStart ? start : join).add(at + 1);
            const again = dialect.parse(source, { start, join, memory });
            expect(again).toEqual(dialect.parse(source, { start, join }));
            expect(boundaryDoubts(again, { start, join, memory })).toEqual(boundaryDoubts(again, { start, join }));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("askedNext()", () => {
  const question = (line: number, chance: number): BoundaryQuestion => {
    return { line, above: line - 1, chance, isStart: chance >= 0.5, worth: 1, alike: [] };
  };

  test("asks alone what is likely wrong, and otherwise the most doubtful places beside it, in the order of the page", () => {
    const sure = [question(30, 0.9), question(9, 0.92), question(50, 0.1), question(20, 0.95), question(40, 0.02)];
    expect(askedNext(sure).map(({ line }) => line)).toEqual([9, 20, 30, 50]);
    expect(askedNext([question(5, 0.55), ...sure]).map(({ line }) => line)).toEqual([5, 9]);
    expect(askedNext([question(5, 0.5), question(7, 0.4)]).map(({ line }) => line)).toEqual([5]);
    expect(askedNext([])).toEqual([]);
  });
});
