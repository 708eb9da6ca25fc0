import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shortcomings } from "../../scripts/commands/build.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

const settings =
  "title: Marsh Radio\ndescription: Fog on the estuary\nbaseUrl: https://marsh.example/\nlanguage: en\ncolors:\n  light: { canvas: [";

/** An archive of one page in which one file is damaged, and that file's path. */
function damagedArchive(path: string | undefined, damage: (text: string) => string): string {
  const content = folderWith({ "dumps/marsh.txt": page });
  importInto(content);
  const file = join(content, path ?? postsIn(content)[0] ?? "");
  writeFileSync(file, damage(path === "site.yml" ? settings : readFileSync(file, "utf8")));
  return content;
}

describe.each([
  [
    "a truncated ledger",
    "ledger.json",
    (text: string) => text.slice(0, 40),
    /ledger\.json": .+\(line \d+.*; restore it/u,
  ],
  ["an empty ledger", "ledger.json", () => "", /ledger\.json": .+\(line 1\); restore it/u],
  [
    "a ledger of something else",
    "ledger.json",
    () => '{"dumps":[null]}',
    /ledger\.json": it lists no dumps.+; restore it/u,
  ],
  [
    "a truncated address",
    "permalinks.jsonl",
    (text: string) => text.slice(0, -4),
    /permalinks\.jsonl:\d+: .+; restore the file/u,
  ],
  ["truncated settings", "site.yml", (text: string) => text, /site\.yml": line \d+: .+; correct/u],
])("an import into an archive with %s", (_, path, damage, message) => {
  test.each([
    "a dump that is named",
    "no dump that is named",
  ])("and %s ends in one line and writes nothing", (named) => {
    const content = damagedArchive(path, damage);
    const other = join(folderWith({ "new.txt": page.replace("Marsh Radio", "Dune Radio") }), "new.txt");
    const before = filesIn(content);
    const run = (): unknown => importInto(content, named.startsWith("no ") ? {} : { dumps: [other] });
    expect(run).toThrow(message);
    expect(run).toThrow(/^Cannot [^\n]+$/u);
    expect(filesIn(content)).toEqual(before);
  });
});

describe("a post file that cannot be read", () => {
  const three = `${page}The last bell.\n👍1\n`;
  const later = page.replace("Marsh Radio", "Dune Radio").replace("@marsh_radio", "@dune_radio");

  test.each([
    ["a truncated one", (text: string) => text.slice(0, 60)],
    ["an empty one", () => ""],
    ["one that is no text", () => "\uD83D\u0000"],
    ["one with an impossible value", (text: string) => text.replace(/^language: .*$/mu, "language: [7]")],
    ["one with a number beyond all numbers", (text: string) => text.replace(/👍 4/u, "👍 4e400")],
    [
      "one with the marks of a merge",
      (text: string) => text.replace(/^(date: .*)$/mu, "<<<<<<< ours\n$1\n=======\n$1 \n>>>>>>> theirs"),
    ],
    ["one without its lines", (text: string) => text.replace(/^ {2}lines: .*\n/mu, "")],
  ])("%s is named, left alone, and stops no other", async (_, damage) => {
    const first = folderWith({ "dumps/marsh.txt": three });
    importInto(first);
    const whole = filesIn(first);
    const damaged = postsIn(first).filter((path) => damage(whole[path] ?? "") !== whole[path]);
    expect(damaged.length).toBeGreaterThan(0);
    for (const path of damaged) {
      const content = folderWith({ ...whole, [path]: damage(whole[path] ?? "") });
      const before = filesIn(content);
      expect(importInto(content)).toMatchObject({ written: 0, removed: 0, added: 0, failures: [] });
      expect(filesIn(content)).toEqual(before);

      const { broken } = importInto(content, { dumps: [join(folderWith({ "dune.txt": later }), "dune.txt")] });
      expect(broken).toEqual([
        expect.stringMatching(
          /^Cannot read post "[^\n]+": [^\n]+(?:, or delete it and import again|; run scrollback repair)$/u,
        ),
      ]);
      expect(broken[0]).toContain(path);
      expect(postsIn(content)).toHaveLength(postsIn(first).length + 3);
      expect(filesIn(content)[path]).toBe(before[path]);
      const { findings } = await verifyArchive(content);
      expect(findings).toEqual([{ kind: "damage", file: path, reason: broken[0] }]);

      rmSync(join(content, path));
      importInto(content);
      expect(filesIn(content)[path]).toBe(whole[path]);
    }
  });

  test("keeps its id where its own lines now end elsewhere", () => {
    const content = folderWith({ "dumps/marsh.txt": three });
    importInto(content);
    const path = postsIn(content)[0] ?? "";
    const text = readFileSync(join(content, path), "utf8");
    // A person changed the words: no new reading would make this id again.
    const id = "0123456789";
    const own = path.replace(/.{10}\.md$/u, `${id}.md`);
    writeFileSync(join(content, own), text.replace(/^id: .*$/mu, `id: ${id}\nfog: true`));
    rmSync(join(content, path));
    expect(importInto(content)).toMatchObject({ added: 0, written: 0, broken: [expect.stringContaining(own)] });
  });

  test.each([
    ["a name of its own", (path: string) => path.replace(/[^/]+$/u, "x y.md"), (text: string) => text],
    ["a name of its own and no id", (path: string) => path.replace(/[^/]+$/u, "notes.md"), () => "A note.\n"],
    ["no folder", () => "posts/notes.md", () => "A note.\n"],
    ["the name of a copy", (path: string) => path.replace(".md", "-copy.md"), (text: string) => text],
  ])("with %s is named, and no other post is lost", (_, moved, damage) => {
    const messages = ["Fog", "Bell"].map((text, at) => ({
      ...{ id: at + 1, type: "message", date_unixtime: `${1_738_663_200 + at}`, text },
    }));
    const result = JSON.stringify({ name: "Bell", type: "public_channel", messages }, undefined, 1);
    for (const longFrom of [2, 20_000]) {
      for (const isCopy of [true, false]) {
        const content = folderWith({ "dumps/bell.json": result });
        importInto(content, { longFrom });
        const path = postsIn(content)[0] ?? "";
        const text = readFileSync(join(content, path), "utf8");
        if (!isCopy) rmSync(join(content, path));
        writeFileSync(join(content, moved(path)), damage(text.replace("---\n", "---\nfog: true\n")));
        const before = filesIn(content);
        const report = importInto(content, { longFrom });
        expect(report).toMatchObject({ posts: 2, removed: 0, broken: [expect.stringContaining(moved(path))] });
        const after = filesIn(content);
        for (const [file, old] of Object.entries(before)) expect(after[file], file).toBe(old);
        const isKnown = damage("id: 0").startsWith("id");
        expect(postsIn(content)).toHaveLength(isKnown && !isCopy ? 2 : 3);
        expect(importInto(content, { longFrom })).toMatchObject({ written: 0, removed: 0 });
        expect(filesIn(content)).toEqual(after);
      }
    }
  });

  test("is told by a build, and so is a dump", () => {
    expect(shortcomings({ failures: [], broken: [] })).toEqual([]);
    expect(shortcomings({ failures: ["Cannot read dump"], broken: ["Cannot read post"] })).toEqual([
      "1 dump could not be read; the site shows what was imported before",
      "1 post missing from the site, because the files cannot be read",
    ]);
  });

  test("of a long export is left alone as well", () => {
    const messages = [1, 2, 3].map((id) => ({
      id,
      type: "message",
      date_unixtime: `${1_738_663_200 + id}`,
      text: `Bell ${id}`,
    }));
    const content = folderWith({
      "dumps/bell.json": JSON.stringify({ name: "Bell", type: "public_channel", messages }, undefined, 1),
    });
    importInto(content, { longFrom: 2 });
    const path = postsIn(content)[1] ?? "";
    writeFileSync(
      join(content, path),
      (filesIn(content)[path] ?? "").replace("Bell", "Bell: [").replace("---", "---\n: :"),
    );
    const before = filesIn(content);
    expect(importInto(content, { longFrom: 2 })).toMatchObject({
      added: 0,
      written: 0,
      broken: [expect.stringContaining(path)],
    });
    expect(filesIn(content)).toEqual(before);
  });
});
