import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { refused } from "./disk-errors.ts";

/**
 * The paths of all files below a folder whose names are wanted, from that folder on, in order. Links to folders are never followed: they may lead
 * anywhere, round in a circle too. `told` hears of each.
 */
export function filesBelow(
  folder: string,
  wanted: (name: string) => boolean,
  told: (link: string) => void = () => undefined,
): readonly string[] {
  return [...eachFileBelow(folder, wanted, told)].sort();
}

/** As `filesBelow`, one after the other, for folders of more files than should be held: folder by folder, in no order that counts. */
export function* eachFileBelow(
  folder: string,
  wanted: (name: string) => boolean,
  told: (link: string) => void = () => undefined,
): Generator<string> {
  if (!existsSync(folder)) return;
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      if (wanted(entry.name)) yield relative(folder, path);
      else if (entry.isDirectory()) open.push(path);
      else if (entry.isSymbolicLink() && isFolder(path)) told(path);
    }
  }
}

/** The paths of all files and links below a folder, whatever they are called, parted by `/` and in order. */
export function allFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw refused("read", folder, error);
  }
}

/** Whether a path leads to a folder, by a link or not; a path that leads nowhere, or round in a circle, does not. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

/** The first of an archive's own folders that is a link leading out of it: what stands there is somebody else's. */
export function linkedFolderIn(content: string): string | undefined {
  return ["dumps", "posts", "media"]
    .map((name) => join(content, name))
    .find((path) => existsSync(path) && leadsOut(path, content));
}

/** What is said of it. */
export function linkedFolderReason(path: string): string {
  return `Cannot use "${path}": it is a link that leads out of the archive; replace it with the folder itself`;
}

/** Whether a path, or the nearest folder above it that is there, leads out of a folder by way of links. */
export function leadsOut(path: string, folder: string): boolean {
  const home = realpathSync(folder);
  const place = realPlace(resolve(path));
  return place !== home && !place.startsWith(home + sep);
}

function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet: what counts is the folder it will stand in.
    return dirname(path) === path ? path : realPlace(dirname(path));
  }
}
