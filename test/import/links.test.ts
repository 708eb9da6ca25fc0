import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { filesIn, folderWith, importInto, page } from "./content-folder.ts";

test("links that run in a circle hinder no import", () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  symlinkSync("self", join(content, "dumps", "self"));
  symlinkSync("..", join(content, "dumps", "up"));
  expect(importInto(content).posts).toBe(3);
});

test.each([
  "dumps",
  "posts",
  "media",
])("a folder %s that is a link out of the archive is refused, and nothing is written there", async (name) => {
  const elsewhere = folderWith({ "marsh.txt": page });
  const content = folderWith(name === "dumps" ? { "site.yml": "" } : { "dumps/marsh.txt": page });
  rmSync(join(content, "site.yml"), { force: true });
  symlinkSync(elsewhere, join(content, name));
  expect(() => importInto(content)).toThrow(
    /^Cannot use ".*": it is a link that leads out of the archive; replace it with the folder itself$/u,
  );
  expect(Object.keys(filesIn(elsewhere))).toEqual(["marsh.txt"]);
  expect((await verifyArchive(content)).findings[0]).toMatchObject({ kind: "damage", file: name });
});
