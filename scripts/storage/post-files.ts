import { isUtf8 } from "node:buffer";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { BrokenFile, Plan, PostFile } from "../../src/archive/plan.ts";
import { idIn, idSaidIn, readStoredPost, remainsOf } from "../../src/markdown/post-file.ts";
import { isRefusal, refused } from "./disk-errors.ts";
import { eachFileBelow, leadsOut } from "./files-below.ts";
import { type KnownBy, KnownPosts } from "./known-posts.ts";
import { Store, type StoreUse, storeFolder } from "./store.ts";
import { writeWhole } from "./write-whole.ts";

/** The posts of a folder, by path: the files that can be read, and those that cannot. */
export interface PostFolder {
  readonly files: readonly PostFile[];
  readonly broken: readonly BrokenFile[];
}

/** Reads every post file below a folder, or takes its post from those that are known. One that cannot be read never stops the others. */
export function readPostFiles(folder: string, known?: KnownPosts): PostFolder {
  const files: PostFile[] = [];
  const broken: BrokenFile[] = [];
  for (const path of eachPostPath(folder)) {
    const parse = (): PostFile | BrokenFile => readPostFile(folder, path);
    const read = known === undefined ? parse() : known.read(path, parse);
    if ("post" in read) files.push(read);
    else broken.push(read);
  }
  known?.save();
  const ids = new Set(files.map(({ post }) => post.id));
  return { files: files.sort(byPath), broken: broken.sort(byPath).map(withoutClaim(({ id }) => ids.has(id))) };
}

/** The posts of a content folder, with the help of its store. Reading alone leaves the disk as it is. */
export function readKnownPosts(content: string, by: KnownBy, use: StoreUse = "read"): PostFolder {
  const folder = join(content, "posts");
  const store = Store.open(storeFolder(content), use);
  try {
    return readPostFiles(folder, new KnownPosts(folder, store, by));
  } finally {
    store.close();
  }
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : 1;
}

/** A file that cannot be read says nothing of a post that another file holds: it is a copy, and is named and left alone. */
export function withoutClaim(isHeld: (file: BrokenFile) => boolean): (file: BrokenFile) => BrokenFile {
  return (file) => (isHeld(file) ? { path: file.path, reason: file.reason, id: "" } : file);
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
  throw new Error(`Cannot read posts: "${link}" is a link to a folder; replace it with the folder itself`);
}

/** One post file below a folder. */
export function readPostFile(folder: string, path: string): PostFile | BrokenFile {
  const file = join(folder, path);
  const bytes = bytesOf(file);
  if (!Buffer.isBuffer(bytes)) return { path, ...bytes, id: idIn(path) ?? "" };
  const text = bytes.toString("utf8");
  try {
    if (!isUtf8(bytes)) throw new Error(`Cannot read post "${file}": not UTF-8 text`);
    return { path, text, ...readStoredPost(text, file) };
  } catch (error) {
    const line = conflictIn(text);
    const reason =
      line !== undefined
        ? `Cannot read post "${file}": merge conflict markers in line ${line}; run scrollback repair`
        : `${(error as Error).message}; correct it, restore it from version control, or delete it and import again`;
    const id = idIn(path) ?? idSaidIn(text);
    if (id === undefined) return { path, reason, id: "" };
    const remains = remainsOf(text, { id, key: path.split("/")[0] ?? "" });
    return { path, reason, id, ...(remains === undefined ? {} : { remains }) };
  }
}

/**
 * The line of a merge's first marker above the text of a post. Two branches that changed a post differ in its fingerprint at least; in its text such
 * lines may be its own.
 */
function conflictIn(text: string): number | undefined {
  const end = text.startsWith("<") ? text.length : text.indexOf("\n---", "---".length);
  const lines = text.slice(0, Math.max(end, 0)).split("\n");
  const line = lines.findIndex((each) => /^<{7}(?: |\r?$)/u.test(each));
  return line < 0 ? undefined : line + 1;
}

/** The bytes of a file, or why they cannot be read. */
function bytesOf(file: string): Buffer | Pick<BrokenFile, "reason" | "isUnread"> {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!isRefusal(error, "EISDIR")) return { reason: refused("read post", file, error).message, isUnread: true };
    return { reason: `Cannot read post "${file}": it is a folder; move it away, and import again` };
  }
}

/**
 * Throws an Error where the disk did not give a post file: an import without what that post tells could write others wrongly, say with another channel.
 * A file that was read and holds no post stops nothing.
 */
export function refuseUnread(broken: readonly BrokenFile[]): void {
  const unread = broken.find(({ isUnread }) => isUnread === true);
  if (unread !== undefined) throw new Error(`${unread.reason}; nothing was written`);
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
    const old = oldPaths.get(idIn(path) ?? "");
    return old !== undefined && old !== path && leaving.has(old) ? [[path, old] as const] : [];
  });
  return { write: [...write], moved, remove };
}

/**
 * Writes files, each whole or not at all. A post that moves takes its old file along first, so that at every moment it has exactly one.
 */
export function writeFiles({ write, moved }: FileWork, folder: string): void {
  const from = new Map(moved);
  for (const below of new Set(write.map(([path]) => dirname(path)))) refuseWayOut(join(folder, below), dirname(folder));
  for (const [path, text] of write) {
    const old = from.get(path);
    if (old !== undefined) moveFile(join(folder, old), join(folder, path));
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

/** Throws an Error where a link on the way to a path leads out of a folder: nothing is ever written through it. */
export function refuseWayOut(path: string, folder: string): void {
  if (!existsSync(folder) || !leadsOut(path, folder)) return;
  throw new Error(
    `Cannot write into "${path}": a link there leads out of "${folder}"; replace it with the folder itself`,
  );
}

/** Moves a file. Throws an Error that names the file and tells why the disk refused it. */
export function moveFile(from: string, to: string): void {
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
  try {
    rmdirSync(folder);
  } catch (error) {
    throw refused("remove", folder, error);
  }
  removeIfEmpty(dirname(folder), root);
}
