import { readFileSync } from "node:fs";
import { join } from "node:path";
import { interpolate, wcagContrast } from "culori";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentFrom, backgrounds, leastContrast } from "../../src/site/model/accent.ts";

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

test("the backgrounds that accents are measured against are those of the style sheet", () => {
  for (const scheme of ["light", "dark"] as const) {
    expect(backgrounds[scheme].colours).toEqual([property("paper")[scheme], property("sheet")[scheme]]);
  }
});

test("whatever colour is chosen, its accents can be read on every background", () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const accent = accentFrom(colour);
      for (const scheme of ["light", "dark"] as const) {
        for (const paper of backgrounds[scheme].colours) {
          expect(wcagContrast(accent?.[scheme] ?? "", paper)).toBeGreaterThanOrEqual(leastContrast);
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
        // The style sheet mixes 48 % of the accent with the paper.
        const tint = interpolate([property("paper")[scheme], accent?.[scheme] ?? ""], "oklab")(0.48);
        expect(wcagContrast(property("ink")[scheme], tint)).toBeGreaterThanOrEqual(leastContrast);
      }
    }),
  );
});

test("the style sheet's own colours can be read on every background", () => {
  for (const scheme of ["light", "dark"] as const) {
    for (const name of ["ink", "quiet", "accent"]) {
      for (const paper of backgrounds[scheme].colours) {
        expect(wcagContrast(property(name)[scheme], paper)).toBeGreaterThanOrEqual(leastContrast);
      }
    }
  }
});

test("a colour that can be read stays as it is", () => {
  expect(accentFrom("#8a2a1c")?.light).toBe("#8a2a1c");
  expect(accentFrom("#eda08c")?.dark).toBe("#eda08c");
});

test.each([
  "#fff",
  "#8A2A1C",
  "rgb(138, 42, 28)",
  "hsl(0 100% 50%)",
  "oklch(50% 0.1 20)",
  "lab(1000 1000 1000)",
  "teal",
])("%s is a colour", (text) => {
  expect(accentFrom(text)).toEqual({ light: expect.stringMatching(/^#[\da-f]{6}$/u), dark: expect.any(String) });
});

test.each([
  "red;}",
  "#12345",
  "#8a2a1c80",
  "transparent",
  "var(--x)",
  "url(x)",
  "",
  "burgundy",
])("%s is none", (text) => {
  expect(accentFrom(text)).toBeUndefined();
});
