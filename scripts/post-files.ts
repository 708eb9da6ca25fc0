import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Plan, PostFile } from "../src/archive/plan.ts";
import { idIn, readStoredPost } from "../src/markdown/post-file.ts";

/** Every post file below a folder, by path. Throws an Error that names the file that cannot be read. */
export function readPostFiles(folder: string): readonly PostFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { path: name.split(sep).join("/"), text, ...readStoredPost(text, join(folder, name)) };
    });
}

/**
 * Writes what a plan writes, each file whole or not at all. A post that moves takes its old file along first, so that at every moment it has
 * exactly one.
 */
export function writePlanned(plan: Plan, stored: readonly PostFile[], folder: string): void {
  const oldPaths = new Map(stored.map((file) => [file.post.id, file.path]));
  const leaving = new Set(plan.remove);
  for (const [path, text] of plan.write) {
    const old = oldPaths.get(idIn(path));
    if (old !== undefined && old !== path && leaving.has(old)) move(join(folder, old), join(folder, path));
    writeWhole(join(folder, path), text);
  }
}

/** Removes what a plan removes, and the folders that become empty. */
export function removePlanned(plan: Plan, folder: string): void {
  for (const path of plan.remove) {
    rmSync(join(folder, path), { force: true });
    removeIfEmpty(dirname(join(folder, path)), folder);
  }
}

/** Removes what an import that was stopped left half written. */
export function removeDrafts(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(draftEnd)) rmSync(join(folder, name));
  }
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** Writes a file beside its place and moves it there, so that nobody ever sees half of it. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}${draftEnd}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** Ends the name of a file that is not finished. */
const draftEnd = ".tmp";

function removeIfEmpty(folder: string, root: string): void {
  if (folder === root || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeIfEmpty(dirname(folder), root);
}
