import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { refused } from "./disk-errors.ts";
import { unfinishedEnding, writeLasting } from "./write-whole.ts";

/** Stands in a content folder while posts are not all as addresses and ledger have them. */
export const unfinishedName = `import${unfinishedEnding}`;

/** Notes that an import has begun to change posts; the note outlives a process that is killed. */
export function begin(content: string): void {
  writeLasting(join(content, unfinishedName), "An import has begun and not ended: import again.\n");
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
