import { describe, expect, test } from "vitest";
import { lineAgreement } from "../../src/dialects/boundaries/line-agreement.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";

/** What is added at each line, 1-based, of a page whose lines have these odds; lines without any are not asked. */
function added(lines: readonly (readonly [text: string, odds?: number])[], sure: readonly number[] = []): number[] {
  const tokens = tokensOf(readSource(Buffer.from(lines.map(([text]) => text).join("\n")), "page.txt"));
  const odds = new Map(lines.flatMap(([, own], place) => (own === undefined ? [] : [[place, own] as const])));
  const find = lineAgreement(tokens, { odds, sure: (place) => sure.includes(place) });
  return tokens.map((_, place) => Math.round(find(place) * 100) / 100);
}

const greeting = "Dear parents! 🔔";

describe("lineAgreement()", () => {
  test("the page's first line, where it recurs, opens posts at its other places too", () => {
    const found = added([
      [greeting],
      ["The lists are open until Friday.", -3],
      [greeting, 2],
      ["Bring warm clothes.", -3],
      [greeting, -0.5],
      ["The hall is closed.", -3],
    ]);
    expect(found[2]).toBeGreaterThan(0);
    expect(found[4]).toBeGreaterThan(0.5);
    expect([found[1], found[3], found[5]]).toEqual([0, 0, 0]);
  });

  test("what stands below a line that closes posts elsewhere starts one", () => {
    const closing = "The headmistress";
    const found = added([
      ["Uniforms are blue."],
      [closing, -3],
      ["The canteen was inspected.", 3],
      [closing, -3],
      ["The pool reopens.", 3],
      [closing, -3],
      ["Snow: no lessons.", -0.2],
    ]);
    expect(found[6]).toBeGreaterThan(0);
    expect([found[1], found[3], found[5]]).toEqual([0, 0, 0]);
  });

  test("nothing is added to a line that recurs inside posts, or that stands twice", () => {
    const inside = added([
      ["Report of the day"],
      ["Subscribe below", -3],
      ["A second report", 3],
      ["Subscribe below", -1],
      ["A third report", 3],
      ["Subscribe below", 1],
    ]);
    expect([inside[1], inside[3], inside[5]]).toEqual([0, 0, 0]);
    expect(added([[greeting], ["The lists are open.", -3], [greeting, -0.5], ["Bring clothes.", -3]])).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test("a place where no post can start speaks against the line's other places", () => {
    const rows: readonly (readonly [string, number?])[] = [["Agenda"], ["1. Roofs", -3], ["Vote", 0.4], ["Noted.", -3]];
    const more: readonly (readonly [string, number?])[] = [["Vote", 0.4], ["Noted.", -3], ["Vote"], ["Closed.", -3]];
    expect(added([...rows, ...more])[2]).toBe(0);
    expect(added([...rows, ...more], [6])[2]).toBeGreaterThan(0);
  });

  test("a place that something else settles stays settled", () => {
    const lines: readonly (readonly [string, number?])[] = [[greeting], ["Bring clothes.", -3], [greeting, 3]];
    const found = added([...lines, [greeting, -20], ["The hall is closed.", -3]]);
    expect((found[3] ?? 0) - 20).toBeLessThan(-5);
  });

  test("figures do not tell lines apart", () => {
    const found = added([
      ["Round 1"],
      ["A draw.", -3],
      ["Round 2", 1],
      ["A win.", -3],
      ["Round 3", -0.5],
      ["A loss.", -3],
    ]);
    expect(found[4]).toBeGreaterThan(0);
  });
});
