import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { runImport } from "../../scripts/storage/import-folder.ts";
import type { ImportReport } from "../../scripts/storage/import-report.ts";
import type { Day } from "../../src/model/day.ts";

/** Makes a folder for one test, with these files in it, and removes it afterwards. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const home = mkdtempSync(join(tmpdir(), "scrollback-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  // Commands keep their readings beside the folder.
  const folder = join(home, "folder");
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Imports what lies in `content/dumps`, or these dumps, as on a given day. */
export function importInto(
  content: string,
  {
    dumps = [],
    force = false,
    today = "2025-03-01",
    ...rest
  }: {
    readonly dumps?: readonly string[];
    readonly force?: boolean;
    readonly today?: string;
    readonly store?: string;
    readonly longFrom?: number;
  } = {},
): ImportReport {
  return runImport({ content, dumps, force, today: today as Day, ...rest });
}

/** Every file below a folder with its text, by path. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

/** The paths of the posts in a content folder. */
export function postsIn(content: string): readonly string[] {
  return Object.keys(filesIn(content)).filter((path) => path.startsWith("posts/"));
}

/** A small t.me page of three posts with days in them. */
export const page = `Marsh Radio
@marsh_radio
802 subscribers
Download Telegram
Fog on the estuary (Marsh End, February 3, 2025)

Small boats should wait for the second bell. #Fog
👍4
The bell was rung on February 5, 2025.
👍2
The fog has gone.
👍9
`;
