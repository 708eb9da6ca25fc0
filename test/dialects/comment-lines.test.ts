import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { commentWords } from "../../src/dialects/lines/comment-words.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "dialects", "plain", "web-app");
const copied = readFileSync(join(folder, "dump.txt"), "utf8");
const texts = ["The ferry is late.", "It left at noon.", "Fog again.", "Clear skies.", "The pier is shut."];

function textsIn(dump: string): readonly string[] {
  const source = readSource(new TextEncoder().encode(dump), "pier.txt");
  const { drafts } = recognise(source).dialect.parse(source, { start: new Set(), join: new Set() });
  return drafts.map(({ text }) => text.map((line) => source.lines[line - 1]).join(" / "));
}

/** Posts with a footer each, and a line below it. */
function under(lines: readonly string[]): string {
  return texts.flatMap((text, at) => [text, `${910 - at} views`, `1${at}:15`, lines[at] ?? []]).join("\n");
}

describe("lines that lead to comments", () => {
  test.each(commentWords)("are in no text in $language", ({ counted: [word = ""], asked: [ask = ""] }) => {
    const lines = [ask, `12 ${word}`, `1.2K ${word}`, ask, `3 ${word}`];
    expect(textsIn(under(lines))).toEqual(texts);
  });

  test("are in no text in languages that no table has", () => {
    expect(textsIn(under(["Zorp u blim", "4 zorpel", "12 zorpela", "Zorp u blim", "7 zorpel"]))).toEqual(texts);
  });

  test("are not an author's first lines, whether they count or recur", () => {
    const begun = ["3 boats left.", "Morning!", "7 boats left.", "Morning!"];
    const read = textsIn(under(begun)).join(" / ");
    for (const line of begun) expect(read).toContain(line);
    expect(textsIn(under(["", "12 comments"]).replaceAll("\n\n", "\n"))[2]).toBe("12 comments / Fog again.");
  });

  test("stay text where the page has no footers", () => {
    expect(textsIn(texts.flatMap((text) => [text, "12 comments", ""]).join("\n")).join(" / ")).toContain("12 comments");
  });
});

test("the web app's days date the posts below them, those told from the day of the page as well", () => {
  const source = readSource(new TextEncoder().encode(copied), "pier.txt");
  const told = readDump({ source, sidecar: { retrieved: "2026-03-12" as Day }, today: "2030-01-01" as Day });
  expect(told.posts.map(({ dating }) => dating.best)).toEqual([
    ...["2026-03-03", "2026-03-03", "2026-03-04", "2026-03-04"],
    ...["2026-03-11", "2026-03-11", "2026-03-12", "2026-03-12"],
  ]);
});
