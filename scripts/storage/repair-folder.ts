import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { sidesOf, withoutMarkers } from "../../src/archive/merge-conflicts.ts";
import { brokenLines } from "../../src/archive/permalink-lines.ts";
import { mergedPermalinks } from "../../src/archive/permalinks.ts";
import { readStoredPost } from "../../src/markdown/post-file.ts";
import { readLedger, writeLedger } from "./ledger-file.ts";
import { alone } from "./lock.ts";
import { permalinksFile } from "./permalinks.ts";
import { postPathsIn, readPostFile } from "./post-files.ts";
import { writeLasting, writeWhole } from "./write-whole.ts";

/** What a repair did to a file, or what a person has to do. */
export interface Repaired {
  readonly kind: "done" | "left";
  readonly file: string;
  readonly what: string;
}

/**
 * Mends what a merge or a damaged disk left of the files that an import writes, so that an import can read them again. Nothing is lost: what
 * cannot be kept is moved to `.cache/set-aside` beside the content folder.
 */
export function repairFolder(content: string): readonly Repaired[] {
  return alone(content, () => [...repairAddresses(content), ...repairLedger(content), ...repairPosts(content)]);
}

function repairAddresses(content: string): readonly Repaired[] {
  const file = permalinksFile(content);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const broken = new Set(brokenLines(withoutMarkers(text)));
  const whole = withoutMarkers(text)
    .split("\n")
    .filter((line, index) => line.trim() !== "" && !broken.has(index + 1));
  const mended = mergedPermalinks(whole.map((line) => `${line}\n`).join(""));
  if (mended === text) return [];
  if (broken.size > 0) setAside(content, "permalinks.jsonl", text);
  writeLasting(file, mended);
  const dropped = broken.size === 0 ? "" : `; dropped ${broken.size} broken (a copy is in ${asideName})`;
  return [{ kind: "done", file: "permalinks.jsonl", what: `kept ${whole.length} lines${dropped}` }];
}

function repairLedger(content: string): readonly Repaired[] {
  const file = join(content, "ledger.json");
  if (!existsSync(file)) return [];
  try {
    const ledger = readLedger(content);
    if (sidesOf(readFileSync(file, "utf8")) === undefined) return [];
    writeLedger(content, ledger);
    return [{ kind: "done", file: "ledger.json", what: "kept the dumps of both sides of a merge" }];
  } catch {
    // Not to be read at all: the import recreates it.
    moveAside(content, "ledger.json");
    return [{ kind: "done", file: "ledger.json", what: `moved to ${asideName}; the import recreates it` }];
  }
}

function repairPosts(content: string): readonly Repaired[] {
  const folder = join(content, "posts");
  return postPathsIn(folder).flatMap((path): readonly Repaired[] => {
    const file = `posts/${path}`;
    return "post" in readPostFile(folder, path) ? [] : [repairPost(content, file)];
  });
}

function repairPost(content: string, file: string): Repaired {
  const path = join(content, file);
  const sides = sidesOf(readFileSync(path, "utf8"));
  const [kept, ...others] = [sides?.ours, sides?.theirs]
    .flatMap((text) => (text === undefined ? [] : (stored(text, file) ?? [])))
    .sort((one, other) => Number(other.edited) - Number(one.edited));
  if (kept === undefined) {
    moveAside(content, file);
    return { kind: "done", file, what: `moved to ${asideName}, because it cannot be read; the import recreates it` };
  }
  if (kept.edited && others.some(({ edited }) => edited))
    return { kind: "left", file, what: "edited by hand on both sides of a merge; resolve its conflict markers" };
  writeWhole(path, kept.text);
  return {
    kind: "done",
    file,
    what: kept.edited ? "kept the side that was edited by hand" : "kept our side of a merge",
  };
}

function stored(text: string, file: string): { readonly text: string; readonly edited: boolean } | undefined {
  try {
    return { text, edited: readStoredPost(text, file).edited };
  } catch {
    // The other side may be whole.
    return undefined;
  }
}

const asideName = ".cache/set-aside";

function asidePath(content: string, file: string): string {
  const path = join(dirname(resolve(content)), asideName, file);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

function setAside(content: string, file: string, text: string): void {
  writeWhole(asidePath(content, file), text);
}

function moveAside(content: string, file: string): void {
  renameSync(join(content, file), asidePath(content, file));
}
