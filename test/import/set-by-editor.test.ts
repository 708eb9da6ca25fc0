import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPost } from "../../src/markdown/post-file.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

/** A content folder with the page, and the name of the file of the post with these words. */
function imported(words: string): { readonly content: string; readonly file: () => string } {
  const content = folderWith({
    "dumps/marsh.txt": page.replace("The bell was rung on February 5, 2025.", "The bell."),
  });
  importInto(content);
  const file = (): string =>
    join(content, postsIn(content).find((name) => readFileSync(join(content, name), "utf8").includes(words)) ?? "");
  return { content, file };
}

function change(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

const textAt = (content: string, name: string): string => readFileSync(join(content, name), "utf8");

const ofHands = (content: string) =>
  importInto(content)
    .notices.filter(({ rule }) => rule.startsWith("posts/"))
    .map(({ reason }) => reason);

describe("what an editor set", () => {
  test("a date is taken up by the next import, stays through the next three, and no import warns of it", () => {
    const { content, file } = imported("The bell.");
    change(file(), /^date: .*$/mu, "date: 2025-02-20");
    expect(ofHands(content)).toEqual([]);
    const after = filesIn(content);
    for (let time = 0; time < 3; time += 1) expect(ofHands(content)).toEqual([]);
    expect(filesIn(content)).toEqual(after);
    const best = "2025-02-20";
    const post = readPost(readFileSync(file(), "utf8"), "bell");
    expect(post.dating).toEqual({ best, earliest: best, latest: best, basis: "given", edtf: best });
    expect(post.correctedByHand).toBeUndefined();
  });

  test("a date is taken up where the day of the import was all that bounded it", () => {
    const content = folderWith({ "dumps/pier.txt": "The boat came.\n\n-----\n\nThe mole.\n\n-----\n\nFog again.\n" });
    importInto(content);
    const path = (): string =>
      join(content, postsIn(content).find((name) => textAt(content, name).includes("mole")) ?? "");
    expect(readFileSync(path(), "utf8")).toMatch(/^ {2}imported: /mu);
    change(path(), /^date: .*$/mu, "date: 2025-03-21");
    expect(ofHands(content)).toEqual([]);
    expect(readPost(readFileSync(path(), "utf8"), "mole").dating).toMatchObject({ edtf: "2025-03-21", basis: "given" });
  });

  test("a date is set a second time, and nothing is said of other fields", () => {
    const { content, file } = imported("The bell.");
    for (const best of ["2025-02-20", "2025-02-12"]) {
      change(file(), /^date: .*$/mu, `date: ${best}`);
      expect(ofHands(content)).toEqual([]);
      expect(readPost(readFileSync(file(), "utf8"), "bell").dating).toMatchObject({ best, basis: "given" });
    }
  });

  test("an inferred date is confirmed with a name and a day", () => {
    const { content, file } = imported("The bell.");
    const { earliest, latest, basis } = readPost(readFileSync(file(), "utf8"), "bell").dating;
    expect([earliest === latest, basis]).toEqual([false, "neighbours"]);
    change(
      file(),
      /^ {2}earliest: .*\n {2}latest: .*\n {2}basis: .*$/mu,
      "  earliest: 2025-02-03\n  latest: 2025-02-03\n  basis: given\n  by: Ada\n  on: 2026-11-29",
    );
    change(file(), /^date: .*$/mu, "date: 2025-02-03");
    expect(ofHands(content)).toEqual([]);
    expect(ofHands(content)).toEqual([]);
    expect(readPost(readFileSync(file(), "utf8"), "bell").dating).toEqual({
      best: "2025-02-03",
      earliest: "2025-02-03",
      latest: "2025-02-03",
      basis: "given",
      edtf: "2025-02-03",
      by: "Ada",
      on: "2026-11-29",
    });
  });

  test("a bound holds, and the day inside it is found anew by each import", () => {
    const { content, file } = imported("The bell.");
    change(file(), /^ {2}basis: .*$/mu, "  basis: given\n  given: 2025-02-04/..");
    expect(ofHands(content)).toEqual([]);
    const { dating } = readPost(readFileSync(file(), "utf8"), "bell");
    expect(dating).toMatchObject({ basis: "given", given: "2025-02-04/.." });
    expect(dating.earliest >= "2025-02-04").toBe(true);
    expect(ofHands(content)).toEqual([]);
    expect(readPost(readFileSync(file(), "utf8"), "bell").dating).toEqual(dating);
  });

  test("a date that is set again is taken up beside a new capture of its post, whatever that shows", () => {
    const { content, file } = imported("The bell.");
    change(file(), /^date: .*$/mu, "date: 2025-02-20");
    ofHands(content);
    change(file(), /^date: .*$/mu, "date: 2025-02-12");
    writeFileSync(
      join(content, "dumps/later.txt"),
      page.replace("The bell was rung on February 5, 2025.", "The bell.").replace("👍2", "👍7"),
    );
    expect(ofHands(content)).toEqual([]);
    const post = readPost(readFileSync(file(), "utf8"), "bell");
    expect(readFileSync(file(), "utf8")).toContain("date: 2025-02-12\nedtf: 2025-02-12\n");
    expect(post).toMatchObject({ dating: { basis: "given", earliest: "2025-02-12" }, alsoIn: [{}] });
    expect(post.correctedByHand).toBeUndefined();
  });

  test("a comment in a post's file stays, beside the date that was set", () => {
    const { content, file } = imported("The bell.");
    change(file(), /^date: .*$/mu, "# The harbour master's diary says so.\ndate: 2025-02-20");
    const text = readFileSync(file(), "utf8");
    expect(ofHands(content)).toEqual([]);
    expect(readFileSync(file(), "utf8")).toBe(text);
  });

  test("a withdrawn post warns of nothing", () => {
    const { content, file } = imported("The bell.");
    change(file(), /^id: /mu, "withdrawn: at its author's request\nid: ");
    for (let time = 0; time < 3; time += 1) expect(ofHands(content)).toEqual([]);
    expect(readPost(readFileSync(file(), "utf8"), "bell").withdrawn).toBe("at its author's request");
  });

  test("another hand edit beside a date is told, and the date is not named", () => {
    const { content, file } = imported("The bell.");
    change(file(), /^date: .*$/mu, "date: 2025-02-20");
    change(file(), /\nThe bell\.\n/u, "\nThe great bell.\n");
    expect(ofHands(content)).toEqual([
      "edited by hand (text), so it was kept as it is; import with --force to overwrite it",
    ]);
  });

  test("a boundary says who set it and when", () => {
    const { content } = imported("The bell.");
    writeFileSync(
      join(content, "dumps/marsh.yml"),
      "channel: Marsh Radio\nboundaries:\n  start:\n    - { line: 7, by: Ada, on: 2026-11-29, note: Two reports. }\n",
    );
    expect(ofHands(content)).toEqual([]);
    const set = postsIn(content)
      .map((name) => readPost(readFileSync(join(content, name), "utf8"), name))
      .filter(({ boundary }) => boundary.kind === "set");
    expect(set.map(({ boundary, source }) => [boundary, source.lines[0]?.[0]])).toEqual([
      [{ kind: "set", by: "Ada", on: "2026-11-29", note: "Two reports." }, 7],
    ]);
  });
});

describe("a date that an editor gave", () => {
  const head = "Kiln Quay\n@kiln_quay\n802 subscribers\nDownload Telegram\n";
  const first = [
    "Fog over the kiln all morning.",
    "The old crane was painted green\nand the ladder was mended.",
    "A seal sleeps on the slip.",
    "Nobody knows where the lantern went.",
    "Soup is served at the net loft.",
  ];
  const later = [
    "The old crane was painted green\nand the ladder was mended by noon.",
    "A seal sleeps on the slip.",
    "Nobody knows where the lantern went.",
    "Soup is served at the net loft.",
    "The tide table is out.",
    "Two oars were found.",
  ];
  const preview = (texts: readonly string[]): string => `${head}${texts.map((text) => `${text}\n👍3\n`).join("")}`;
  const give = (content: string, words: string): void => {
    const name = postsIn(content).find((own) => textAt(content, own).includes(words)) ?? "";
    change(join(content, name), /^date: .*$/mu, "date: 2025-02-12");
    importInto(content);
  };

  test("dates a later capture of its post in the same import, also where that has other words", () => {
    const content = folderWith({ "dumps/a.txt": preview(first), "dumps/a.yml": "retrieved: 2025-03-07\n" });
    importInto(content);
    give(content, "old crane");
    writeFileSync(join(content, "dumps/b.txt"), preview(later));
    writeFileSync(join(content, "dumps/b.yml"), "retrieved: 2025-03-21\n");
    importInto(content);
    const crane = postsIn(content).find((own) => textAt(content, own).includes("by noon")) ?? "";
    expect(readPost(textAt(content, crane), crane)).toMatchObject({
      dating: { basis: "given", best: "2025-02-12" },
      source: { file: "b.txt" },
      alsoIn: [{ file: "a.txt" }],
    });
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
  });

  test("is that of one post where its lines are parted, the one that has most of them", () => {
    const joined = first.toSpliced(1, 1, "The old crane was painted green\n\nand the ladder was mended\nby noon.");
    const content = folderWith({ "dumps/a.txt": preview(joined), "dumps/a.yml": "retrieved: 2025-03-07\n" });
    importInto(content);
    give(content, "old crane");
    writeFileSync(join(content, "dumps/a.yml"), "retrieved: 2025-03-07\nboundaries: { start: [9] }\n");
    importInto(content);
    const datings = postsIn(content).map((own) => readPost(textAt(content, own), own));
    const given = datings.filter(({ dating }) => dating.basis === "given");
    expect(given.map(({ text }) => text)).toEqual(["and the ladder was mended\nby noon."]);
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
  });
});
