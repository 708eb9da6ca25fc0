import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { refused } from "./disk-errors.ts";
import { eachFileBelow } from "./files-below.ts";

/**
 * Writes a file beside its place and moves it there, so that nobody ever sees half of it. A link in its place is replaced, never followed.
 * Throws an Error that names the file and tells why the disk refused it; what stood there before stands there still.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  write(path, content, () => undefined);
}

/** As `writeWhole`, and waits until the disk has it: for what nothing else could be made from again. */
export function writeLasting(path: string, content: string | Uint8Array): void {
  write(path, content, fsyncSync);
}

/** Copies a file as `writeLasting` writes one, however large it is. */
export function copyWhole(from: string, to: string): void {
  placeWhole(to, (draft) => {
    copyFileSync(from, draft, constants.COPYFILE_EXCL);
    const file = openSync(draft, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** Removes what an import that was stopped left half written below a folder; `kept` is the name of a file that stays. */
export function removeUnfinished(folder: string, kept: string): void {
  for (const name of eachFileBelow(folder, (name) => name.endsWith(unfinishedEnding) && name !== kept))
    rmSync(join(folder, name), { force: true });
}

/** Ends the name of a file that is not finished. No file of a person is called so. */
export const unfinishedEnding = ".scrollback-unfinished";

function write(path: string, content: string | Uint8Array, settle: (file: number) => void): void {
  placeWhole(path, (draft) => {
    // "wx" makes a file anew: a link that waits under the name would be followed otherwise.
    const file = openSync(draft, "wx");
    try {
      writeFileSync(file, content);
      settle(file);
    } finally {
      closeSync(file);
    }
  });
}

function placeWhole(path: string, make: (draft: string) => void): void {
  const draft = `${path}${unfinishedEnding}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // One that was stopped left it.
    if (lstatSync(draft, { throwIfNoEntry: false }) !== undefined) rmSync(draft, { force: true });
    make(draft);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw refused("write", path, error);
  }
}
