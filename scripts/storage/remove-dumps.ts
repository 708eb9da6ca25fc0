import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DumpReport } from "../../src/model/ledger.ts";
import { sourcesOf } from "../../src/model/post.ts";
import { isArchive } from "./dumps.ts";
import { cardOf } from "./kept-archives.ts";
import { readLedger, writeLedger } from "./ledger-file.ts";
import { alone } from "./lock.ts";
import { readPostFiles } from "./post-files.ts";

/** Dumps that are not there any more, and what is to become of what only they show. */
export interface Removal {
  readonly content: string;
  /** Names of dumps as the ledger has them; all that are missing where there are none. */
  readonly names: readonly string[];
  /** Whether the posts that no other dump shows are removed too; their addresses say so. */
  readonly posts: boolean;
}

/** What was noted, and how many posts were removed. */
export interface Removed {
  readonly dumps: readonly string[];
  readonly posts: number;
  /** Posts that were edited by hand, and stay for that. */
  readonly kept: readonly string[];
}

/**
 * Notes that dumps were taken out on purpose, so that nothing misses them. A dump that no post comes from is forgotten. Throws an Error that names
 * a dump that is still there or that the ledger does not have.
 */
export function removeDumps({ content, names, posts }: Removal): Removed {
  return alone(content, () => {
    const ledger = readLedger(content);
    const gone = new Set(chosen(content, ledger.dumps, names));
    const folder = join(content, "posts");
    const { files: stored, broken } = readPostFiles(folder);
    const only = posts ? stored.filter(({ post }) => sourcesOf(post).every(({ file }) => gone.has(file))) : [];
    const kept = only.filter(({ edited }) => edited).map(({ path }) => `posts/${path}`);
    const leaving = new Set(only.filter(({ edited }) => !edited).map(({ path }) => path));
    const shown = new Set(
      stored.flatMap(({ path, post }) => (leaving.has(path) ? [] : sourcesOf(post).map(({ file }) => file))),
    );
    const dumps = ledger.dumps.flatMap((dump): readonly DumpReport[] => {
      if (!gone.has(dump.file)) return [dump];
      return shown.has(dump.file) || broken.length > 0 ? [{ ...dump, removed: true }] : [];
    });
    for (const path of leaving) rmSync(join(folder, path), { force: true });
    writeLedger(content, { dumps });
    return { dumps: [...gone], posts: leaving.size, kept };
  });
}

function chosen(content: string, dumps: readonly DumpReport[], names: readonly string[]): readonly string[] {
  const isThere = (file: string): boolean => {
    const place = join(content, "dumps", packOf(file));
    return existsSync(place) || existsSync(cardOf(place));
  };
  if (names.length === 0) return dumps.flatMap(({ file, removed }) => (isThere(file) || removed === true ? [] : file));
  return names.flatMap((name) => {
    const file = dumps.find((dump) => dump.file === name || join(content, "dumps", dump.file) === join(name))?.file;
    if (file === undefined)
      throw new Error(`Cannot remove "${name}": no dump with this name was imported; check the name`);
    if (isThere(file)) throw new Error(`Cannot remove "${name}": the dump still exists; delete its file first`);
    // What was packed in it goes with it.
    return [file, ...dumps.flatMap((dump) => (dump.file.startsWith(`${file}/`) ? dump.file : []))];
  });
}

/** The file among the dumps that holds one: a packed file or a web archive, otherwise the dump itself. */
function packOf(file: string): string {
  const parts = file.split("/");
  const length = parts.findIndex((part) => isArchive(part)) + 1;
  return length === 0 ? file : parts.slice(0, length).join("/");
}
