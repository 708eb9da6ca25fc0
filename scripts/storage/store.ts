import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import type { open as openLmdb, RootDatabase } from "lmdb";
import { giveBack, lockIfFree } from "./lock.ts";
import { programKey } from "./program-key.ts";
import { writeWhole } from "./write-whole.ts";

/** Values of one kind by key; JSON holds them. Nothing here ever fails: what cannot be read is not there, what cannot be kept is not kept. */
export interface Table<Value> {
  get(key: string): Value | undefined;
  /** Whether there is a value, which is not read. */
  has(key: string): boolean;
  put(key: string, value: Value): void;
  remove(key: string): void;
  /** The keys, in order. */
  keys(): Iterable<string>;
}

/** How a store is used: `read` leaves the disk as it is. */
export type StoreUse = "read" | "write";

/** Where the store of a content folder is kept: beside it, in `.cache`. */
export function storeFolder(content: string): string {
  const place = resolve(content);
  return join(dirname(place), ".cache", "store", basename(place));
}

/** Folders whose stores this process has open. */
const openHere = new Set<string>();

/**
 * What is worth keeping between commands, in one LMDB file. It may be deleted at any time, and everything that it holds is made again from the
 * archive: without it, or where the `lmdb` package cannot be loaded, all is read anew, with the same results.
 *
 * LMDB trusts its file, so a store is used only if its file stands exactly as a store of this program left it: `seal.json` has its size, times and
 * inode. Whoever writes takes the seal away first, so that a store that was damaged, copied, or left by a killed process is made anew. One process
 * writes at a time; the others do without.
 */
export class Store {
  private env: RootDatabase<string, string> | undefined;
  private waiting = new Map<string, string | undefined>();
  private waitingChars = 0;
  private state: "reading" | "writing" | "closed" = "reading";

  private constructor(
    private readonly folder: string,
    private readonly use: StoreUse,
  ) {}

  /** Opens the store in a folder; to be closed. */
  static open(folder: string, use: StoreUse = "write"): Store {
    const store = new Store(resolve(folder), use);
    if (openHere.has(store.folder)) {
      store.state = "closed";
      return store;
    }
    openHere.add(store.folder);
    if (isSealed(store.folder)) store.env = opened(store.folder, { readOnly: true });
    return store;
  }

  /** The table of a name. Its values are not checked: a name stands for one type in one version of the program. */
  table<Value>(name: string): Table<Value> {
    const prefix = `${name}:`;
    return {
      get: (key) => {
        const json = this.read(prefix + key);
        return json === undefined ? undefined : softly(() => JSON.parse(json) as Value);
      },
      has: (key) => this.holds(prefix + key),
      put: (key, value) => this.write(prefix + key, JSON.stringify(value)),
      remove: (key) => this.write(prefix + key, undefined),
      keys: () => this.keysFrom(prefix),
    };
  }

  /** Puts everything on disk and seals it. The store is not to be used again. */
  close(): void {
    if (this.state === "closed") return;
    this.flush();
    openHere.delete(this.folder);
    softly(() => void this.env?.close());
    if (this.state === "writing") {
      if (this.env !== undefined) softly(() => seal(this.folder));
      softly(() => giveBack(lockFile(this.folder)));
    }
    this.state = "closed";
    this.env = undefined;
  }

  private read(key: string): string | undefined {
    if (this.waiting.has(key)) return this.waiting.get(key);
    return softly(() => this.env?.get(key));
  }

  private holds(key: string): boolean {
    if (this.waiting.has(key)) return this.waiting.get(key) !== undefined;
    return softly(() => this.env?.doesExist(key)) === true;
  }

  private write(key: string, json: string | undefined): void {
    if (this.use === "read" || this.state === "closed" || Buffer.byteLength(key) > longestKey) return;
    this.waiting.set(key, json);
    this.waitingChars += key.length + (json?.length ?? 0);
    if (this.waitingChars > waitingMost) this.flush();
  }

  private *keysFrom(prefix: string): Generator<string> {
    this.flush();
    const { env } = this;
    const keys = softly(() => env?.getKeys({ start: prefix, end: `${prefix}\u{10ffff}` })) ?? [];
    for (const key of keys) yield key.slice(prefix.length);
  }

  private flush(): void {
    const { waiting } = this;
    if (waiting.size === 0 || this.state === "closed") return;
    this.waiting = new Map();
    this.waitingChars = 0;
    if (this.state === "reading") this.startWriting();
    const { env } = this;
    if (env === undefined || this.state !== "writing") return;
    const done = softly(() =>
      env.transactionSync(() => {
        for (const [key, json] of waiting) {
          if (json === undefined) env.removeSync(key);
          else env.putSync(key, json);
        }
        return true;
      }),
    );
    // A disk that is full: what the file holds now is not known, so nobody is to use it.
    if (done === undefined) this.giveUp();
  }

  /** Takes the place of the one who writes; without it the store stays as it is. */
  private startWriting(): void {
    softly(() => void this.env?.close());
    this.env = undefined;
    const isFree = softly(() => {
      mkdirSync(this.folder, { recursive: true });
      return lockIfFree(lockFile(this.folder));
    });
    if (isFree !== true) {
      this.env = isSealed(this.folder) ? opened(this.folder, { readOnly: true }) : undefined;
      return;
    }
    this.state = "writing";
    softly(() => {
      if (isSealed(this.folder)) rmSync(sealFile(this.folder));
      else for (const name of [sealName, dataName, "lock.mdb"]) rmSync(join(this.folder, name), { force: true });
      this.env = opened(this.folder, { noSync: true });
    });
  }

  private giveUp(): void {
    softly(() => void this.env?.close());
    this.env = undefined;
  }
}

const dataName = "data.mdb";
const sealName = "seal.json";

/** Characters that wait to be written in one transaction. */
const waitingMost = 4 << 20;

/** Bytes of the longest key that LMDB takes, less some for its own. */
const longestKey = 1900;

function sealFile(folder: string): string {
  return join(folder, sealName);
}

function lockFile(folder: string): string {
  return join(folder, "writer.lock");
}

/** Whether the file stands as a store of this program left it. */
function isSealed(folder: string): boolean {
  return softly(() => readFileSync(sealFile(folder), "utf8") === sealText(folder)) === true;
}

function seal(folder: string): void {
  const file = openSync(join(folder, dataName), "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  writeWhole(sealFile(folder), sealText(folder));
}

function sealText(folder: string): string {
  const { size, mtimeNs, ctimeNs, ino } = statSync(join(folder, dataName), { bigint: true });
  return `${JSON.stringify({ program: programKey(), file: [size, mtimeNs, ctimeNs, ino].map(String) })}\n`;
}

function opened(path: string, how: { readonly readOnly?: true; readonly noSync?: true }) {
  return softly(() => {
    const { open } = createRequire(import.meta.url)("lmdb") as { readonly open: typeof openLmdb };
    // What is read of the file counts as memory of the process: posts are a third as long when they are compressed.
    return open<string, string>({ path, encoding: "string", compression: true, ...how });
  });
}

/** The store is never needed: whatever goes wrong with it, the work goes on without. */
function softly<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
