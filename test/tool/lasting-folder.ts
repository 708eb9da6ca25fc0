import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** Makes a folder for all tests of a file and removes it behind the last of them. */
export function lastingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
