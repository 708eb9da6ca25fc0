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
import { readStoredPost } from "../src/markdown/post-file.ts";

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

/** Carries out a plan: first everything new, each file whole or not at all, then what is no more. */
export function carryOut(plan: Plan, folder: string): void {
  for (const [path, text] of plan.write) writeWhole(join(folder, path), text);
  for (const path of plan.remove) {
    rmSync(join(folder, path));
    removeIfEmpty(dirname(join(folder, path)), folder);
  }
}

/** Writes a file beside its place and moves it there, so that nobody ever sees half of it. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function removeIfEmpty(folder: string, root: string): void {
  if (folder === root || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeIfEmpty(dirname(folder), root);
}
