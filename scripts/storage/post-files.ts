import { isUtf8 } from "node:buffer";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Plan, PostFile } from "../../src/archive/plan.ts";
import { idIn, readStoredPost } from "../../src/markdown/post-file.ts";
import { isRefusal, refused } from "./disk-errors.ts";
import { eachFileBelow, leadsOut } from "./files-below.ts";
import { writeWhole } from "./write-whole.ts";

/** Every post file below a folder, by path. Throws an Error that names the file that cannot be read. */
export function readPostFiles(folder: string): readonly PostFile[] {
  return postPathsIn(folder).map((path) => readPostFile(folder, path));
}

/** The paths of the post files below a folder, parted by `/`, in order. */
export function postPathsIn(folder: string): readonly string[] {
  return [...eachPostPath(folder)].sort();
}

/** The same, one after the other, in no order that counts. */
export function* eachPostPath(folder: string): Generator<string> {
  for (const name of eachFileBelow(folder, (each) => each.endsWith(".md"), refuseLink)) yield name.split(sep).join("/");
}

/** Without the posts behind it the archive would seem to have lost them. */
function refuseLink(link: string): never {
  throw new Error(`Cannot read posts: "${link}" is a link to a folder; put the folder itself there`);
}

/** One post file below a folder. Throws an Error that names the file and the reason. */
export function readPostFile(folder: string, path: string): PostFile {
  const file = join(folder, path);
  const text = textOf(file);
  return { path, text, ...readStoredPost(text, file) };
}

function textOf(file: string): string {
  const bytes = bytesOf(file);
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw new Error(`Cannot read post "${file}": not UTF-8 text; save it as UTF-8, or delete it and import again`);
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!isRefusal(error, "EISDIR")) throw refused("read post", file, error);
    throw new Error(`Cannot read post "${file}": it is a folder; move it away, and import again`);
  }
}

/** What a plan does to files, as JSON can hold it. Paths are below `content/posts`. */
export interface FileWork {
  /** Paths with the text to write there. */
  readonly write: readonly (readonly [path: string, text: string])[];
  /** Of files that are written, where they stood before. */
  readonly moved: readonly (readonly [path: string, from: string])[];
  readonly remove: readonly string[];
}

/** What is to be done so that files are as a plan says. */
export function fileWork({ write, remove }: Plan, stored: readonly PostFile[]): FileWork {
  const oldPaths = new Map(stored.map((file) => [file.post.id, file.path]));
  const leaving = new Set(remove);
  const moved = [...write.keys()].flatMap((path) => {
    const old = oldPaths.get(idIn(path));
    return old !== undefined && old !== path && leaving.has(old) ? [[path, old] as const] : [];
  });
  return { write: [...write], moved, remove };
}

/**
 * Writes files, each whole or not at all. A post that moves takes its old file along first, so that at every moment it has exactly one.
 */
export function writeFiles({ write, moved }: FileWork, folder: string): void {
  const from = new Map(moved);
  for (const below of new Set(write.map(([path]) => dirname(path)))) refuseWayOut(join(folder, below), folder);
  for (const [path, text] of write) {
    const old = from.get(path);
    if (old !== undefined) move(join(folder, old), join(folder, path));
    writeWhole(join(folder, path), text);
  }
}

/** Removes files, and the folders that become empty. */
export function removeFiles(paths: FileWork["remove"], folder: string): void {
  for (const path of paths) {
    remove(join(folder, path));
    removeIfEmpty(dirname(join(folder, path)), folder);
  }
}

/** A folder below may be a link: nothing is ever written through it. */
function refuseWayOut(path: string, folder: string): void {
  if (!existsSync(folder) || !leadsOut(path, folder)) return;
  throw new Error(`Cannot write into "${path}": a link leads out of "${folder}" there; put the folder itself there`);
}

function move(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  } catch (error) {
    throw refused("write", to, error);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw refused("remove", file, error);
  }
}

function removeIfEmpty(folder: string, root: string): void {
  if (folder === root || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeIfEmpty(dirname(folder), root);
}
