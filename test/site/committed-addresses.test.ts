import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadArchive } from "../../scripts/storage/load-archive.ts";
import { permalinksFile } from "../../scripts/storage/permalinks.ts";
import { withPages } from "../../src/archive/permalinks.ts";

const content = join(import.meta.dirname, "..", "..", "content");

test("a build of the committed posts tells no address that is not committed", () => {
  const file = permalinksFile(content);
  const text = readFileSync(file, "utf8");
  const { addresses } = loadArchive(content, new Map());
  expect(addresses.length).toBeGreaterThan(100);
  expect(withPages(text, file, addresses).slice(text.length)).toBe("");
});
