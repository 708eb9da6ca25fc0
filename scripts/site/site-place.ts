import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { refused } from "../storage/disk-errors.ts";
import { lives } from "../storage/lock.ts";

/** Ends the name of a site that was replaced and waits to be removed. */
const replacedEnding = "-replaced";

/** Where sites grow: beside the output, so that a finished one is moved in one step. */
function workFolder(output: string): string {
  return join(dirname(resolve(output)), ".cache");
}

/** An empty folder in which the site that will be `output` grows. */
export function newSite(output: string): string {
  const work = workFolder(output);
  try {
    mkdirSync(work, { recursive: true });
    const next = mkdtempSync(join(work, `${basename(resolve(output))}-${process.pid}-`));
    // Temporary folders are for their owner alone; a web server reads as somebody else.
    chmodSync(next, 0o755);
    return next;
  } catch (error) {
    throw refused("write", work, error);
  }
}

/** A folder of the site that stood before the last one: most of its files are those of the last one. */
function spareFolder(output: string): string {
  return join(workFolder(output), `${basename(resolve(output))}-spare`);
}

/**
 * Puts the spare folder of an output into the site that grows; whether there was one. Its files may be those of the site that stands: they are to be
 * replaced, never written into.
 */
export function takeSpare(next: string, output: string, folder: string): boolean {
  try {
    renameSync(spareFolder(output), join(next, folder));
    return true;
  } catch {
    // None, or one that cannot be moved: the folder is made anew.
    return false;
  }
}

/** Keeps a folder of a replaced site as the spare one, if it is worth that; the one before goes with the rest of that site. */
function keepSpare(last: string, output: string, folder: string | undefined): void {
  const spare = spareFolder(output);
  try {
    if (existsSync(spare)) renameSync(spare, join(last, "former-spare"));
    if (folder !== undefined) renameSync(join(last, folder), spare);
  } catch {
    // It saves time, and no more.
  }
}

/** Puts the new site in the place of the old one; the old one is kept until the new one stands, and a folder of it as the spare one where that is told. */
export function swapSite(next: string, output: string, folder?: string): void {
  const last = `${next}${replacedEnding}`;
  try {
    if (existsSync(output)) renameSync(output, last);
    renameSync(next, output);
  } catch (error) {
    if (!existsSync(output) && existsSync(last)) renameSync(last, output);
    throw refused("write", output, error);
  }
  keepSpare(last, output, folder);
  removeSoon([last]);
}

/**
 * Tidies up after builds that were stopped: a site that was moved away and not replaced stands again, and what is left of theirs goes. What a build
 * is at work on stays.
 */
export function settleSite(output: string): void {
  const work = workFolder(output);
  if (!existsSync(work)) return;
  const left = leftIn(work, basename(resolve(output)));
  if (left.length === 0) return;
  const last = left.filter((path) => path.endsWith(replacedEnding)).sort(newestFirst)[0];
  if (last !== undefined && !existsSync(output)) renameSync(last, output);
  removeSoon(left);
}

/** The sites of builds that are no more. */
function leftIn(work: string, name: string): readonly string[] {
  return readdirSync(work).flatMap((entry) => {
    const rest = entry.startsWith(`${name}-`) ? entry.slice(name.length + 1) : "";
    const own = /^(?:(?<pid>\d+)-)?[A-Za-z0-9]{6}(?:-replaced)?$/u.exec(rest);
    return own === null || isAtWork(own.groups?.pid) ? [] : [join(work, entry)];
  });
}

function isAtWork(pid: string | undefined): boolean {
  return pid !== undefined && lives(Number(pid));
}

function newestFirst(one: string, other: string): number {
  return statSync(other).mtimeMs - statSync(one).mtimeMs;
}

/** Removes folders without waiting: on some disks that takes longer than a build. */
function removeSoon(paths: readonly string[]): void {
  const there = paths.filter(existsSync);
  if (there.length === 0) return;
  const program = "for (const folder of process.argv.slice(1)) fs.rmSync(folder, { recursive: true, force: true })";
  spawn(process.execPath, ["-e", program, ...there], { detached: true, stdio: "ignore" }).unref();
}

/** Removes a site that did not come to its end. */
export function discardSite(next: string): void {
  rmSync(next, { recursive: true, force: true });
}
