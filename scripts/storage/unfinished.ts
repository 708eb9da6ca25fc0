import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readText, refused } from "./disk-errors.ts";
import { unfinishedEnding, writeLasting } from "./write-whole.ts";

/** Stands in a content folder while posts are not all as addresses and ledger have them. */
export const unfinishedName = `import${unfinishedEnding}`;

const note = "The last import was interrupted; run scrollback import.\n";

/**
 * Notes that an import has begun to change posts, and to which channels captures came; the note outlives a process that is killed, and the next
 * import goes on by it.
 */
export function begin(content: string, grown: ReadonlySet<string>): void {
  writeLasting(join(content, unfinishedName), note + [...grown].map((key) => `${key}\n`).join(""));
}

/** The channels to which captures came in an import that was stopped. */
export function grownBefore(content: string): ReadonlySet<string> {
  const file = join(content, unfinishedName);
  if (!existsSync(file)) return new Set();
  return new Set(
    readText(file)
      .slice(note.length)
      .split("\n")
      .filter((key) => key !== ""),
  );
}

/** Notes that an import has done all of its work, and that of one that was stopped before. */
export function finish(content: string): void {
  const file = join(content, unfinishedName);
  if (!existsSync(file)) return;
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw refused("remove", file, error);
  }
}

/** Whether an import was stopped at its work. */
export function isUnfinished(content: string): boolean {
  return existsSync(join(content, unfinishedName));
}
