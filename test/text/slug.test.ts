import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slugOf } from "../../src/text/slug.ts";

describe("slugOf()", () => {
  test("keeps letters and digits of any script, parted by single hyphens", () => {
    expect(slugOf("Harbour Gazette 🇺🇦")).toBe("harbour-gazette");
    expect(slugOf("Вісник_гавані — 2025")).toBe("вісник-гавані-2025");
    expect(slugOf("海港晨报")).toBe("海港晨报");
    expect(slugOf("ＡＢＣ")).toBe("abc");
  });

  test("a name without letters and digits has none", () => {
    for (const none of ["", "🌊", "../..", " - ", "___"]) expect(slugOf(none)).toBe("");
  });

  test("no name leads out of a folder, and every slug is its own slug", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom("../../x", "/etc/passwd", "C:\\x", "a\u0000b", "CON.", ".git"),
        ),
        (name) => {
          const slug = slugOf(name);
          expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*$/u);
          expect([...slug].length).toBeLessThanOrEqual(60);
          expect(slugOf(slug)).toBe(slug);
        },
      ),
    );
  });
});
