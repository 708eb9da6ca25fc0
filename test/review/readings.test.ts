import { expect, test } from "vitest";
import { readingsAt } from "../../src/review/readings.ts";

const page = [
  "The ferry runs.",
  "",
  "Fog on the mole.",
  "",
  "",
  "  Lamps were lit.",
  "The bell rang.",
  "All is quiet.",
];

test("as one post, a place is shown with the blank lines that the page has there", () => {
  expect(readingsAt(page, 6)).toEqual({
    above: "The ferry runs.\n\nFog on the mole.",
    below: "Lamps were lit.\nThe bell rang.",
    together: "The ferry runs.\n\nFog on the mole.\n\n\nLamps were lit.\nThe bell rang.",
  });
  expect(readingsAt(page, 7).together).toBe("Fog on the mole.\n\n\nLamps were lit.\nThe bell rang.\nAll is quiet.");
});

test("at the ends of a page there is less to show, and long lines and gaps are cut", () => {
  expect(readingsAt(page, 1)).toMatchObject({ above: "", together: "The ferry runs.\n\nFog on the mole." });
  expect(readingsAt(page, 8)).toMatchObject({ below: "All is quiet." });
  expect(readingsAt(["a", ...Array.from({ length: 50 }, () => ""), "b"], 52).together).toBe("a\n\n\n\nb");
  expect(readingsAt(["a", "b".repeat(300)], 2).below).toBe(`${"b".repeat(240)}…`);
});
