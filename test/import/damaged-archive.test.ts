import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
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
  ["a truncated post", undefined, (text: string) => text.slice(0, 60), /posts\/.+\.md": .+/u],
  [
    "a truncated address",
    "permalinks.jsonl",
    (text: string) => text.slice(0, -4),
    /permalinks\.jsonl:\d+: .+; take the file back/u,
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
