import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentFrom, colourOf, contrast, grounds, leastContrast } from "../../src/site/model/accent.ts";

const sheet = readFileSync(join(import.meta.dirname, "..", "..", "templates", "assets", "style.css"), "utf8");

/** A custom property of the style sheet on light and on dark pages. */
function property(name: string): Readonly<Record<"light" | "dark", string>> {
  const found = new RegExp(`--${name}: light-dark\\((?<light>#\\w+), (?<dark>#\\w+)\\)`, "u").exec(sheet)?.groups;
  if (found?.light === undefined || found.dark === undefined) throw new Error(`style.css has no --${name}`);
  return { light: found.light, dark: found.dark };
}

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);

test("the grounds that accents are measured against are those of the style sheet", () => {
  for (const scheme of ["light", "dark"] as const) {
    expect(grounds[scheme].colours).toEqual([property("paper")[scheme], property("sheet")[scheme]]);
  }
});

test("whatever colour is chosen, its accents can be read on every ground", () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const accent = accentFrom(colour);
      for (const scheme of ["light", "dark"] as const) {
        for (const ground of grounds[scheme].colours) {
          expect(contrast(accent?.[scheme] ?? "", ground)).toBeGreaterThanOrEqual(leastContrast);
        }
      }
    }),
  );
});

test("text can be read on the strongest tint of any accent", () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const accent = accentFrom(colour);
      for (const scheme of ["light", "dark"] as const) {
        // The style sheet mixes 48 % of the accent with the paper; mixing light instead of OKLab errs by a little.
        const parts = [accent?.[scheme] ?? "", property("paper")[scheme]].map((each) => colourOf(each) ?? [0, 0, 0]);
        const tint = [0, 1, 2].map((channel) =>
          Math.round(255 * (0.48 * (parts[0]?.[channel] ?? 0) + 0.52 * (parts[1]?.[channel] ?? 0)))
            .toString(16)
            .padStart(2, "0"),
        );
        expect(contrast(property("ink")[scheme], `#${tint.join("")}`)).toBeGreaterThanOrEqual(leastContrast);
      }
    }),
  );
});

test("the style sheet's own colours can be read on every ground", () => {
  for (const scheme of ["light", "dark"] as const) {
    for (const name of ["ink", "quiet", "accent"]) {
      for (const ground of grounds[scheme].colours) {
        expect(contrast(property(name)[scheme], ground)).toBeGreaterThanOrEqual(leastContrast);
      }
    }
  }
});

test("a colour that can be read stays as it is", () => {
  expect(accentFrom("#8a2a1c")?.light).toBe("#8a2a1c");
  expect(accentFrom("#eda08c")?.dark).toBe("#eda08c");
});

test.each([
  ["#fff", [1, 1, 1]],
  ["#8A2A1C", [138 / 255, 42 / 255, 28 / 255]],
  ["rgb(138, 42, 28)", [138 / 255, 42 / 255, 28 / 255]],
  ["hsl(0 100% 50%)", [1, 0, 0]],
  ["hsl(120 100% 25%)", [0, 0.5, 0]],
])("%s is a colour", (text, colour) => {
  expect(colourOf(text)).toEqual(colour);
});

test.each(["red;}", "#12345", "var(--x)", "url(x)", "", "burgundy"])("%s is none", (text) => {
  expect(accentFrom(text)).toBeUndefined();
});
