import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { FolderOptions } from "./folder.ts";
import { isCheckout, programRoot } from "./program.ts";

/** What a command line depends on: where the program is, and where whom it is printed for is. Paths are whole ones. */
export interface Whereabouts {
  /** The program's root, as `programRoot`. */
  readonly program: string;
  /** Whether it runs from a checkout of its sources. */
  readonly checkout: boolean;
  /** The working directory. */
  readonly cwd: string;
}

/** Where this program runs. */
export function whereabouts(): Whereabouts {
  return { program: programRoot, checkout: isCheckout(), cwd: process.cwd() };
}

/**
 * How the program is called from where the user is: by `npm run` in a checkout, by `npx` at or below the folder that its package is installed in, by
 * its name where it is installed for all folders.
 */
export function programCall({ program, checkout, cwd }: Whereabouts): string {
  if (checkout) return cwd === program ? "npm run scrollback --" : `npm --prefix ${quoted(program)} run scrollback --`;
  const home = dirname(dirname(dirname(program)));
  return isWithin(cwd, home) ? "npx scrollback" : "scrollback";
}

/** A command line that works from where the user is, on the archive that is named: `npm run scrollback -- import a.txt --dir ../marsh`. */
export function commandLine(words: string, folder: FolderOptions, place: Whereabouts): string {
  // `npm --prefix` runs its script in the program's own folder, so that a path must be whole.
  const far = place.checkout && place.cwd !== place.program;
  const path = (given: string): string => quoted(far ? resolve(place.cwd, given) : given);
  const { dir, content } = folder;
  const option =
    content !== undefined ? [`--content ${path(content)}`] : dir === "." && !far ? [] : [`--dir ${path(dir)}`];
  return [programCall(place), words, ...option].join(" ");
}

/**
 * A message with the commands that it names, as `scrollback import`, in the form that works from where the user is. Messages of `src` name commands
 * the short way: they do not know where the program runs.
 */
export function withCommandLines(text: string, folder: FolderOptions, place: Whereabouts): string {
  return text.replace(named, (_, command: string) => commandLine(command, folder, place));
}

/** The commands of `scrollback.ts`, where a message names one. */
const named =
  /(?<![\p{L}\p{N}"'/_.-])(?<!npx )scrollback (init|import|build|index|serve|review|records|verify|package|remove|repair)(?![\p{L}\p{N}_-])/gu;

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A word as a shell takes it for one. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}\p{M}_./:~@%+,=\\-]+$/u.test(word) && (sep === "\\" || !word.includes("\\"))) return word;
  return sep === "\\" ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
