import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { growthOf, leastGrowth, mostExponent } from "../../scripts/lab/growth.ts";
import { nastyUnits, readers } from "../../scripts/lab/readers.ts";

/** Folders of what reads texts that people give. */
const folders = ["text", "read", "dialects", "markdown", "site/search"].map((name) => join("src", name));

/** Exported functions of one text that need no measuring, and why. */
const exempt: Readonly<Record<string, string>> = {
  countOf: "reads a count that a pattern found",
  ...{ monthNumber: "looks a name of a month up", monthBeginning: "as monthNumber", isNoteWord: "looks a label up" },
  nameOfFolder: "reads a slug of sixty signs",
  literalPattern: "replaces single signs",
  isBlank: "is the engine's own trim",
  isMediaType: "looks a type up",
  isShown: "looks a type up",
  isPacked: "reads the name of a file",
  isEncoding: "reads a value of a sidecar",
  fieldRolesOf: "looks a name of a field up",
  saysUtc: "reads a name of a field",
  writesDayFirst: "reads a name of a field",
  isHandle: "reads a word of 32 signs at most",
  botNameIn: "reads a word of 33 signs at most",
  isTelegramHost: "reads a word of 45 signs at most",
  readPost: "as readStoredPost",
  readStoredPost: "partFrontMatter and fingerprintIn are its parts",
  idIn: "takes the end of a path",
  ...{ wantedIn: "reads an address", mostApart: "reads a word of a question", firstDay: "reads a day" },
  ...{
    slavicStems: "reads one word",
    closedStems: "reads one word",
    englishStem: "reads one word",
    arabicStems: "reads one word",
    fold: "reads one word",
  },
  baseLanguage: "reads a tag of a language",
  clausesIn: "reads a question that its own reader typed; searchWords and phraseOf are its parts",
};

describe("no reader takes more than linear time", () => {
  test("every exported reader of texts is measured", () => {
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    );
    const found = files
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^export function (\w+)\(\w+: string\)/gmu)])
      .map(([, name = ""]) => name);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((name) => !(name in readers) && !(name in exempt))).toEqual([]);
    expect(
      Object.keys(exempt).filter((name) => !found.includes(name) && name !== "readPost" && name !== "readStoredPost"),
    ).toEqual([]);
  });

  test("a reader that takes more is found out", { timeout: 300_000 }, () => {
    const spaces = (text: string): boolean => /\s+$/u.test(text);
    expect(growthOf(spaces, " a").exponent ?? 0).toBeLessThanOrEqual(mostExponent);
    expect(growthOf((text) => spaces(`${text}.`), " ", 0).exponent).toBeGreaterThan(1.7);
  });

  // The laboratory tries all units; dating has a test of its own.
  const units = nastyUnits.filter((_, place) => place % 2 === 0);
  test.each(Object.entries(readers).filter(([name]) => name !== "evidenceOf"))(
    "%s",
    { timeout: 300_000 },
    (_, read) => {
      const bad = units.filter((unit) => (leastGrowth(read, unit).exponent ?? 0) > mostExponent);
      expect(bad).toEqual([]);
    },
  );
});
