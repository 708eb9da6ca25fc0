import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unfinishedEnding, writeLasting } from "../../scripts/storage/write-whole.ts";
import { folderWith } from "../import/content-folder.ts";

test("half a file that a killed command left does not stand in the way of the whole one", () => {
  const folder = folderWith({ [`quay.yml${unfinishedEnding}`]: "chan" });
  writeLasting(join(folder, "quay.yml"), "channel: Quay\n");
  expect(readFileSync(join(folder, "quay.yml"), "utf8")).toBe("channel: Quay\n");
  expect(readdirSync(folder)).toEqual(["quay.yml"]);
});
