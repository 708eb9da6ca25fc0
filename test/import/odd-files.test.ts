import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, openSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importAll } from "../../scripts/storage/import-all.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import type { Day } from "../../src/model/day.ts";
import { folderWith, page } from "./content-folder.ts";

/** Imports as the command does. */
const importing = (content: string, dumps: readonly string[] = []) =>
  importAll({ content, dumps, force: false, today: "2025-03-01" as Day });

test("pipes, circular links and a sidecar of a gigabyte cost themselves alone, each in a line", async () => {
  const content = folderWith({ "dumps/marsh.txt": page, "dumps/large.txt": "fog\n", "dumps/piped.txt": "sun\n" });
  const dumps = join(content, "dumps");
  for (const name of ["f.txt", "z.zip", "g.txt.gz", "w.warc", "piped.yml"]) execFileSync("mkfifo", [join(dumps, name)]);
  symlinkSync("loop.txt", join(dumps, "loop.txt"));
  symlinkSync("loop.zip", join(dumps, "loop.zip"));
  const large = openSync(join(dumps, "large.yml"), "w");
  ftruncateSync(large, 2 ** 30);
  closeSync(large);
  const { posts, failures } = await importing(content);
  expect(posts).toBe(3);
  expect(failures).toHaveLength(8);
  for (const failure of failures) expect(failure).toMatch(/^Cannot read [^\n]*"[^\n]+": [^\n]+; [^\n]+$/u);
  expect(failures.join("\n")).toMatch(/sidecar "large\.yml": it has more than 1 MB/u);
  expect(failures.filter((failure) => failure.includes("a pipe or a device"))).toHaveLength(5);
}, 30_000);

test("a pipe that is named is refused", async () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  const outside = folderWith();
  execFileSync("mkfifo", [join(outside, "f.txt")]);
  expect((await importing(content, [join(outside, "f.txt")])).failures).toEqual([
    expect.stringContaining("a pipe or a device"),
  ]);
}, 30_000);

test("a sidecar that nothing reads is named by import and verify, with what to do about it", async () => {
  const content = folderWith({
    "dumps/marsh.txt": page,
    "dumps/marsh.yml": "language: en\n",
    "dumps/bog/fen.yaml": "language: en\n",
    "dumps/bog/fen.txt": "fog\n",
    "dumps/mrash.yml": "language: en\n",
  });
  const told = (await importing(content)).notices.filter(({ rule }) => rule === "sidecar/alone");
  expect(told.map(({ file, reason }) => [file, reason])).toEqual([
    ["bog/fen.yaml", expect.stringMatching(/rename it to "fen\.yml"$/u)],
    ["mrash.yml", expect.stringMatching(/no dump has this name; rename the sidecar after its dump, or delete it$/u)],
  ]);
  const { findings } = await verifyArchive(content);
  expect(findings.map(({ kind, file }) => [kind, file])).toEqual([
    ["remark", "dumps/bog/fen.yaml"],
    ["remark", "dumps/mrash.yml"],
  ]);
}, 30_000);

test("a file among the dumps that may be meant as one is named, with what to do about it", async () => {
  const content = folderWith({
    "dumps/marsh.txt": page,
    "dumps/fen.md": page,
    "dumps/bog": page,
    "dumps/report.docx": "PK",
    "dumps/README.md": "What lies here.\n",
    "dumps/.gitkeep": "",
    "dumps/cover.jpg": "JFIF",
    "dumps/photos/notes.md": "Of a folder.\n",
  });
  const told = (await importing(content)).notices.filter(({ rule }) => rule === "dump/unread");
  expect(told.map(({ file, reason }) => [file, reason])).toEqual([
    ["bog", expect.stringMatching(/^not read: its name does not say what it is; call it NAME\.txt/u)],
    ["fen.md", "not read: its name does not say that it is a dump; if it is one, call it NAME.txt"],
    ["report.docx", "not read: it is a document; save it as plain text in UTF-8, as NAME.txt"],
  ]);
  const { findings } = await verifyArchive(content);
  expect(findings.map(({ kind, file }) => [kind, file])).toEqual([
    ["remark", "dumps/bog"],
    ["remark", "dumps/fen.md"],
    ["remark", "dumps/report.docx"],
  ]);
}, 30_000);
