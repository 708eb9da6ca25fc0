import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reportLines } from "../../scripts/commands/print-import.ts";
import { readLedger } from "../../scripts/storage/ledger-file.ts";
import { storeFolder } from "../../scripts/storage/store.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

const posts = (content: string) =>
  Object.entries(filesIn(content)).filter(([path]) => path.startsWith("posts/") || path === "permalinks.jsonl");

function rename(content: string, from: string, to: string): void {
  renameSync(join(content, "dumps", from), join(content, "dumps", to));
}

test.each([
  "with",
  "without",
])("a dump that was renamed is as if it had always had its name (%s a store)", async (how) => {
  const content = folderWith({ "dumps/marsh.txt": page, "dumps/bell.txt": page.replace("The fog has gone.", "Rain.") });
  const store = how === "with" ? { store: storeFolder(content) } : {};
  importInto(content, store);
  const before = posts(content);
  rename(content, "marsh.txt", 'reed\'s "bank".txt');
  const report = importInto(content, store);
  expect(report.renamed).toEqual([{ from: "marsh.txt", to: 'reed\'s "bank".txt' }]);
  expect(reportLines(report, (channel) => channel)).toContain(
    'reed\'s "bank".txt: renamed from "marsh.txt"; its posts cite the new name',
  );
  expect(posts(content).map(([path]) => path)).toEqual(before.map(([path]) => path));
  expect(JSON.stringify(posts(content))).not.toContain("marsh.txt");
  expect(readLedger(content).dumps.map(({ file }) => file)).toEqual(["bell.txt", 'reed\'s "bank".txt']);
  expect((await verifyArchive(content)).findings).toEqual([]);
  const again = importInto(content, store);
  expect([again.renamed, again.written]).toEqual([[], 0]);
  rename(content, 'reed\'s "bank".txt', "marsh.txt");
  importInto(content, store);
  expect(posts(content)).toEqual(before);
});

test("a post that a person edited cites the new name, and keeps what the person wrote", async () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  importInto(content);
  const [path = "", dated = ""] = postsIn(content);
  const edited = readFileSync(join(content, path), "utf8")
    .replace("Fog on", "Mist on")
    .replace("---\n", "---\n# mine\n");
  writeFileSync(join(content, path), edited);
  const answered = readFileSync(join(content, dated), "utf8").replace(/^date: .*$/mu, "date: 2025-02-04");
  writeFileSync(join(content, dated), answered);
  rename(content, "marsh.txt", "reed.txt");
  importInto(content);
  expect(readFileSync(join(content, path), "utf8")).toBe(edited.replace("file: marsh.txt", 'file: "reed.txt"'));
  expect(JSON.stringify(posts(content))).not.toContain("marsh.txt");
  expect((await verifyArchive(content)).findings.filter(({ kind }) => kind === "damage")).toEqual([]);
});

test("a dump whose page names no channel keeps the ids of its posts, whose channel is called after its name", () => {
  const content = folderWith({ "dumps/marsh.txt": "Fog, February 3, 2025\n\nRain\n\nSun, February 7, 2025\n" });
  importInto(content);
  const before = postsIn(content);
  rename(content, "marsh.txt", "reed.txt");
  const report = importInto(content);
  expect(report.changes).toMatchObject({ new: 0, gone: 0 });
  expect(postsIn(content)).toEqual(before.map((path) => path.replace("unidentified-marsh", "unidentified-reed")));
});

test("of copies nobody can tell which was renamed, so they stay as they are, and so does what was removed on purpose", () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  importInto(content);
  writeFileSync(join(content, "dumps/one.txt"), page);
  rename(content, "marsh.txt", "two.txt");
  expect(importInto(content).renamed).toEqual([]);
  const other = folderWith({ "dumps/marsh.txt": page });
  importInto(other);
  writeFileSync(join(other, "dumps/copy.txt"), page);
  expect(importInto(other).renamed).toEqual([]);
  expect(readLedger(other).dumps).toHaveLength(2);
  expect(existsSync(join(other, "dumps/marsh.txt"))).toBe(true);
});
