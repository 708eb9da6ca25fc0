import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, importInto, page } from "./content-folder.ts";

test("links that run in a circle hinder no import", () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  symlinkSync("self", join(content, "dumps", "self"));
  symlinkSync("..", join(content, "dumps", "up"));
  expect(importInto(content).posts).toBe(3);
});
