import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { readPermalinksOf } from "../../scripts/storage/permalinks.ts";
import { readPostFiles } from "../../scripts/storage/post-files.ts";
import { filesIn, folderWith, importInto, page } from "./content-folder.ts";

/** A page of posts that dashes part. */
export function pageOf(posts: readonly string[]): string {
  return `${posts.join("\n\n-----\n\n")}\n`;
}

const harbour = pageOf(
  Array.from(
    { length: 6 },
    (_, index) => `The ferry sailed on March ${index + 1}, 2025.\nBerth ${index + 1} was free.`,
  ),
);
const quay = pageOf([
  "The crane was sold on April 2, 2025.",
  "The quay is closed. #Quay",
  "The quay is open since April 9, 2025.",
]);

/** An archive that was imported once, and whose next import has everything to do: posts to make, to move, to join, to part and to take out. */
export function archiveWithWork(): { readonly content: string; readonly dump: string; readonly store: string } {
  const home = folderWith({
    "content/dumps/marsh.txt": page,
    "content/dumps/marsh.yml": "retrieved: 2025-03-12\n",
    "content/dumps/harbour.txt": harbour,
    "content/dumps/harbour.yml": "channel: Harbour\nretrieved: 2025-03-12\n",
    "outside/quay.txt": quay,
    "outside/quay.yml": "channel: Quay\nretrieved: 2025-04-12\n",
  });
  const content = join(home, "content");
  importInto(content);
  writeFileSync(join(content, "dumps/marsh.yml"), "retrieved: 2025-03-12\nboundaries: { start: [7], join: [11] }\n");
  writeFileSync(join(content, "dumps/harbour.yml"), "channel: Harbour\nhandle: harbour_news\nretrieved: 2025-03-12\n");
  return { content, dump: join(home, "outside/quay.txt"), store: join(home, "store") };
}

/** A copy of a content folder, removed after the test. */
export function copyOf(content: string): string {
  const copy = join(folderWith(), "content");
  mkdirSync(copy, { recursive: true });
  cpSync(content, copy, { recursive: true });
  return copy;
}

/**
 * What holds of an archive at every moment of an import, however it ended: each file can be read, each id has one post, and every word that
 * the archive held before it still holds.
 */
export function expectWhole(content: string, before: string): void {
  const now = readPostFiles(join(content, "posts")).files;
  const ids = now.map((file) => file.post.id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(now.filter((file) => file.edited)).toEqual([]);
  const old = readPostFiles(join(before, "posts")).files;
  const words = (files: typeof now) => new Set(files.flatMap((file) => file.post.text.split("\n")));
  const held = words(now);
  expect([...words(old)].filter((line) => line !== "" && !held.has(line))).toEqual([]);

  const permalinks = readPermalinksOf(content);
  expect(ids.filter((id) => !permalinks.posts.has(id))).toEqual([]);
  const lost = [...permalinks.posts].filter(([id, fate]) => fate.kind === "post" && !ids.includes(id));
  // Addresses are told first: those without a post yet are the ones that the import was about to write.
  expect(lost.map(([id]) => id).filter((id) => readPermalinksOf(before).posts.has(id))).toEqual([]);
  expect(readFileSync(join(content, "permalinks.jsonl"), "utf8")).toMatch(/\n$/u);
  expect(() => JSON.parse(readFileSync(join(content, "ledger.json"), "utf8"))).not.toThrow();
  if (existsSync(join(content, "dumps/quay.txt"))) {
    expect(filesIn(content)).toMatchObject({
      "dumps/quay.txt": quay,
      "dumps/quay.yml": "channel: Quay\nretrieved: 2025-04-12\n",
    });
  }
}
