import { whereabouts, withCommandLines } from "../command-line.ts";
import type { FolderOptions } from "../folder.ts";

/** The archive that the running command works on, which the commands that a message names are to work on, too. */
let archive: FolderOptions = { dir: "." };

/** Tells which archive the running command works on. */
export function sayOf(folder: FolderOptions): void {
  archive = folder;
}

/** A message whose commands work from where the user is, on the archive that the running command works on. */
export function runnable(text: string): string {
  return withCommandLines(text, archive, whereabouts());
}

/**
 * Writes a line to a stream, its commands as they work from where the user is, with signs that a terminal would obey, or that turn its text around, shown as what they are: names and words of dumps
 * are anybody's.
 */
export function say(stream: NodeJS.WritableStream, line: string): void {
  stream.write(`${disarmed(runnable(line))}\n`);
}

/** Writes an object to stdout as JSON, in lines, as it is; what a terminal would obey in it is escaped as JSON has it. */
export function sayJson(object: object): void {
  for (const line of JSON.stringify(object, undefined, 2).split("\n")) process.stdout.write(`${disarmed(line)}\n`);
}

/** A text in one line, without control and direction signs. */
export function disarmed(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, escaped);
}

function escaped(sign: string): string {
  return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
