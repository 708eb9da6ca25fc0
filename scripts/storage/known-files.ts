import { lstatSync, type Stats } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { digestOf } from "./file-bytes.ts";
import type { Store, Table } from "./store.ts";

/** A file as it stood when its bytes were read: name, bytes, times of change in milliseconds, inode, SHA-256, and when it was read. */
export type KnownFile = readonly [
  name: string,
  size: number,
  modified: number,
  changed: number,
  inode: number,
  digest: string,
  readAt: number,
];

/**
 * The SHA-256 of files, known without reading those that stand as they stood when they were read last. A file counts as unchanged by its size, both
 * its times and its inode: no program can set the time of its last change of state. One that was changed less than two seconds before it was read
 * is read again, since some disks tell times no finer: it may have been changed once more in the same tick (the "racy" entries of git's index).
 */
export class KnownFiles {
  private folder: string | undefined;
  private known = new Map<string, KnownFile>();
  private seen: KnownFile[] = [];
  private isChanged = false;

  /** `root` is the folder that paths start from; the table holds the files of each folder. */
  constructor(
    private readonly root: string,
    private readonly table: Table<readonly KnownFile[]>,
  ) {}

  /**
   * The SHA-256 of a file; `undefined` for what is no file, such as a link, or cannot be read. To be asked for all files of a folder one after the
   * other, and to be ended with `save`.
   */
  digest(path: string): string | undefined {
    this.enter(dirname(path));
    const file = join(this.root, path);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats?.isFile() !== true) return undefined;
    const old = this.known.get(basename(path));
    const found = old !== undefined && isSame(old, stats) && isSettled(old) ? old : readNow(file, stats);
    if (found === undefined) return undefined;
    if (found !== old) this.isChanged = true;
    this.seen.push(found);
    return found[5];
  }

  /** Keeps what was found out, and forgets files that are no more when they become many; others may be asked for by somebody else. */
  save(): void {
    const areMany = this.known.size > 2 * this.seen.length + 50;
    if (this.folder === undefined || (!this.isChanged && !areMany)) return;
    const now = new Map(this.seen.map((file) => [file[0], file]));
    const others = areMany ? [] : [...this.known.values()].filter(([name]) => !now.has(name));
    this.table.put(this.folder, [...now.values(), ...others]);
  }

  private enter(folder: string): void {
    if (folder === this.folder) return;
    this.save();
    this.folder = folder;
    this.known = new Map(this.table.get(folder)?.map((file) => [file[0], file]));
    this.seen = [];
    this.isChanged = false;
  }
}

/** Files that may lie anywhere, such as web archives, known by their paths from the root of the disk on. */
export function filesElsewhere(store: Store): KnownFiles {
  return new KnownFiles("/", store.table("files-elsewhere"));
}

/** The path of a file from the root of the disk on. */
export function fromRoot(path: string): string {
  return relative("/", resolve(path));
}

/** Some disks tell times in steps of so many milliseconds. */
const coarsest = 2000;

function isSame([, size, modified, changed, inode]: KnownFile, stats: Stats): boolean {
  return size === stats.size && modified === stats.mtimeMs && changed === stats.ctimeMs && inode === stats.ino;
}

function isSettled([, , modified, changed, , , readAt]: KnownFile): boolean {
  return readAt - Math.max(modified, changed) >= coarsest;
}

function readNow(file: string, { size, mtimeMs, ctimeMs, ino }: Stats): KnownFile | undefined {
  const readAt = Date.now();
  try {
    return [basename(file), size, mtimeMs, ctimeMs, ino, digestOf(file), readAt];
  } catch {
    // Told by whoever needs its bytes.
    return undefined;
  }
}
