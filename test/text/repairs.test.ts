import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mend } from "../../src/text/repairs.ts";

describe("mend()", () => {
  test.each([
    ["the log noscriptd “Fog”", "the log titled “Fog”"],
    ["with subnoscripts", "with subtitles"],
    ["he is ennoscriptd to it", "he is entitled to it"],
    ["Noscriptd and NOSCRIPTD", "Titled and TITLED"],
  ])("%s → %s", (broken, mended) => {
    const { text, repairs } = mend(broken);
    expect(text).toBe(mended);
    for (const repair of repairs) {
      expect(repair.rule).toBe("repair/noscript");
      expect(broken).toContain(repair.from);
      expect(mended).toContain(repair.to);
    }
    expect(repairs).not.toHaveLength(0);
  });

  test("a word that can be meant stays", () => {
    for (const line of ["use <noscript> here", "two noscripts", "no script", "titled", ""]) {
      expect(mend(line)).toEqual({ text: line, repairs: [] });
    }
  });

  test("a line without damage comes back as it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (line) => mend(line).text === line));
  });
});
