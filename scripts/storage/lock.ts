import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isRefusal, refused } from "./disk-errors.ts";

/**
 * Does something that changes a content folder while nobody else does. Waits for another import to end; throws an Error in one line where it
 * does not within `patience` milliseconds. The lock of a process that is no more is taken over. A folder that cannot be written needs no
 * lock.
 */
export function alone<Result>(content: string, work: () => Result, patience = defaultPatience): Result {
  const file = join(content, lockName);
  const locked = lock(file, patience);
  try {
    return work();
  } finally {
    if (locked) giveBack(file);
  }
}

/** As `alone`, for work that is not done when it returns. */
export async function aloneAwaiting<Result>(content: string, work: () => Promise<Result>): Promise<Result> {
  const file = join(content, lockName);
  const locked = lock(file, defaultPatience);
  try {
    return await work();
  } finally {
    if (locked) giveBack(file);
  }
}

/** Takes a lock if nobody has it, and says whether it did; waits for nobody. */
export function lockIfFree(file: string): boolean {
  try {
    return lock(file, 0);
  } catch {
    // Somebody has it, or the disk refuses.
    return false;
  }
}

/** Ends a lock that was taken. Throws an Error where the disk refuses. */
export function giveBack(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw refused("remove", file, error);
  }
}

/** The file that says that an import is at work. */
export const lockName = ".import.lock";

const defaultPatience = 60_000;
const pause = 100;

/** Time for a process to write into a lock that it has made. */
const writing = 5_000;

/** A process of another machine cannot be asked whether it lives; no import takes so long. */
const longest = 3_600_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** Makes the lock and says so; `false` where the disk is read-only. */
function lock(file: string, patience: number): boolean {
  for (let waited = 0; ; waited += pause) {
    try {
      const own: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
      writeFileSync(file, `${JSON.stringify(own)}\n`, { flag: "wx" });
      return true;
    } catch (error) {
      if (isRefusal(error, "EROFS", "EACCES", "EPERM")) return false;
      if (!isRefusal(error, "EEXIST")) throw refused("write", file, error);
    }
    const text = textOf(file);
    if (text !== undefined && isStale(file, text)) takeAway(file, text);
    else if (waited >= patience) throw new Error(heldBy(file, text));
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

function isStale(file: string, text: string): boolean {
  const holder = holderIn(text);
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (holder === undefined) return age > writing;
  if (holder.host !== hostname()) return age > longest;
  // A process that starts has no lock yet: its own number was another's before.
  return holder.pid === process.pid || !lives(holder.pid);
}

/** Moves a stale lock aside first: if another process took its place meanwhile, that lock is put back. */
function takeAway(file: string, text: string): void {
  const aside = `${file}-${process.pid}`;
  try {
    renameSync(file, aside);
    if (textOf(aside) !== text) linkSync(aside, file);
  } catch (error) {
    // Another process was quicker.
    if (!isRefusal(error, "ENOENT", "EEXIST")) throw refused("write", file, error);
  }
  rmSync(aside, { force: true });
}

function heldBy(file: string, text: string | undefined): string {
  const holder = holderIn(text ?? "");
  const who = holder === undefined ? "" : ` (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  return `Cannot import: another import is running${who}; wait until it ends, or delete "${file}" if none is running`;
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === "number" && typeof host === "string" ? { pid, host, since: `${since}` } : undefined;
  } catch {
    // Not written to its end, or not by an import.
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Whether a process of this machine is there. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isRefusal(error, "EPERM");
  }
}
