import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinFrontMatter, partFrontMatter } from "../../src/markdown/front-matter.ts";
import { anyLine, anyText } from "../archive/post-arbitrary.ts";

describe("joinFrontMatter() and partFrontMatter()", () => {
  test("what was joined is parted again, to the letter", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), fc.oneof(anyLine, fc.integer(), fc.boolean())),
        anyText,
        (data, body) => {
          // An empty mapping is no front matter; a post never has one.
          const full = { id: "x", ...data };
          expect(partFrontMatter(joinFrontMatter(full, body))).toEqual({ data: full, body });
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a blank of any kind at the end of the last value is kept", () => {
    for (const blank of ["\u2000", "\u3000", "\u00a0", "\ufeff"]) {
      const data = { id: "x", name: `Pier${blank}` };
      expect(partFrontMatter(joinFrontMatter(data, "Fog."))).toEqual({ data, body: "Fog." });
    }
  });

  test("a day stays text and a no stays a word", () => {
    expect(partFrontMatter("---\nday: 2025-02-04\nanswer: no\nnumber: 007\n---\n").data).toEqual({
      day: "2025-02-04",
      answer: "no",
      number: 7,
    });
  });

  test("a program or another notation between the lines is refused, and never run", () => {
    for (const language of ["js", "javascript", "json", "coffee", "cson", "toml"]) {
      expect(() => partFrontMatter(`---${language}\n{ "id": "x" }\n---\nfog\n`), language).toThrow();
    }
  });

  test("a broken file stays broken when it is read again", () => {
    const broken = "---\ntitle: [fog\n---\nfog\n";
    expect(() => partFrontMatter(broken)).toThrow();
    expect(() => partFrontMatter(broken)).toThrow();
  });
});
