import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readText, refused } from "./disk-errors.ts";
import { unfinishedEnding, writeLasting } from "./write-whole.ts";

/** Stands in a content folder while posts are not all as addresses and ledger have them, or as the dumps do. */
export const unfinishedName = `import${unfinishedEnding}`;

const note = "The last import was interrupted; run scrollback import.\n";
/** What an import leaves that changed posts and could not read a dump that it knows: what that dump tells of the others it could not take into account. */
const unreadNote = "The last import could not read a dump; run scrollback import.\n";

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
  const [, ...keys] = readText(file).split("\n");
  return new Set(keys.filter((key) => key !== ""));
}

/**
 * Notes that an import has done all of its work, and that of one that was stopped before; and, where it could not read a dump that it knows, that the
 * next one has to look at all posts again.
 */
export function finish(content: string, unread: boolean): void {
  const file = join(content, unfinishedName);
  if (!existsSync(file)) return;
  if (unread) {
    const keys = [...grownBefore(content)].map((key) => `${key}\n`).join("");
    writeLasting(file, unreadNote + keys);
    return;
  }
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw refused("remove", file, error);
  }
}

/** Whether an import was stopped at its work, or came to its end without a dump that it knows. */
export function unfinishedFor(content: string): "stopped" | "unread" | undefined {
  const file = join(content, unfinishedName);
  if (!existsSync(file)) return undefined;
  return readText(file).startsWith(unreadNote) ? "unread" : "stopped";
}
