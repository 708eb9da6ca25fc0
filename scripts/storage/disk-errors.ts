import { readFileSync } from "node:fs";

/** Why the disk refused, in words that tell what to do about it. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (error as Error).message;
}

/** An Error in one line for something that the disk refused: `Cannot write "posts/a.md": the disk is full; make room`. */
export function refused(action: string, path: string, error: unknown): Error {
  return new Error(`Cannot ${action} "${path}": ${reasonOf(error)}`, { cause: error });
}

/** The text of a file. Throws as `refused` says. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw refused("read", path, error);
  }
}

/** Whether an error is the disk's, with this code. */
export function isRefusal(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? "");
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the path",
  EACCES: "permission denied; check the permissions of the file and its folder",
  EPERM: "permission denied; check the permissions of the file and its folder",
  EROFS: "the disk is read-only; copy the archive to a writable disk",
  ENOSPC: "the disk is full; free some space and try again",
  EDQUOT: "the disk quota is used up; free some space and try again",
  EISDIR: "it is a folder; name the files in it",
  ENOTDIR: "there is a file where a folder is needed; move it away",
  EEXIST: "something else is in its place; move it away",
  ELOOP: "its links form a loop; replace them with the file itself",
};
