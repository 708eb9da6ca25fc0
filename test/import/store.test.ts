import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Store, type StoreUse } from "../../scripts/storage/store.ts";
import { folderWith } from "./content-folder.ts";

const root = join(import.meta.dirname, "..", "..");

/** Does something with the table "words" of the store in a folder. */
function inStore<Result>(
  folder: string,
  work: (table: ReturnType<typeof Store.prototype.table<string>>) => Result,
  use: StoreUse = "write",
): Result {
  const store = Store.open(folder, use);
  try {
    return work(store.table<string>("words"));
  } finally {
    store.close();
  }
}

function put(folder: string, key: string, value: string): void {
  inStore(folder, (table) => table.put(key, value));
}

function get(folder: string, key: string): string | undefined {
  return inStore(folder, (table) => table.get(key), "read");
}

describe("a store", () => {
  test("gives what was put in last, whatever else was done, at once and when it is opened again", () => {
    const key = fc.constantFrom("a", "b", "posts/ä.md", "x".repeat(3000));
    const step = fc.oneof(
      fc.record({ kind: fc.constant("put" as const), key, value: fc.string({ unit: "binary", size: "large" }) }),
      fc.record({ kind: fc.constant("remove" as const), key }),
      fc.record({ kind: fc.constant("reopen" as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const folder = join(folderWith(), "store");
        const expected = new Map<string, string>();
        let store = Store.open(folder);
        for (const each of steps) {
          const table = store.table<string>("words");
          if (each.kind === "put") {
            table.put(each.key, each.value);
            // A key that is too long is not kept.
            if (each.key.length < 1900) expected.set(each.key, each.value);
          } else if (each.kind === "remove") {
            table.remove(each.key);
            expected.delete(each.key);
          } else {
            store.close();
            store = Store.open(folder);
          }
          const now = store.table<string>("words");
          expect(new Map([...now.keys()].map((own) => [own, now.get(own)]))).toEqual(expected);
          expect([...store.table("word").keys()]).toEqual([]);
        }
        store.close();
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ["cut off", (file: string) => truncateSync(file, 5000)],
    ["overwritten in one byte", (file: string) => overwrite(file, 4100)],
    ["replaced by a copy of itself", (file: string) => replaceByCopy(file)],
    ["no file of LMDB", (file: string) => writeFileSync(file, "fog")],
    ["gone", (file: string) => rmSync(file)],
  ])("whose file is %s is made anew", (_, damage) => {
    const folder = folderWith();
    put(folder, "bell", "two");
    damage(join(folder, "data.mdb"));
    expect(get(folder, "bell")).toBeUndefined();
    put(folder, "fog", "gone");
    expect([get(folder, "bell"), get(folder, "fog")]).toEqual([undefined, "gone"]);
  });

  test("of another state of the program, or without its seal, is made anew", () => {
    const folder = folderWith();
    put(folder, "bell", "two");
    const seal = join(folder, "seal.json");
    writeFileSync(seal, readFileSync(seal, "utf8").replace(/"program":"./u, '"program":"-'));
    expect(get(folder, "bell")).toBeUndefined();
    put(folder, "bell", "three");
    rmSync(seal);
    expect(get(folder, "bell")).toBeUndefined();
  });

  test("that is only read leaves the disk as it is", () => {
    const folder = join(folderWith(), "store");
    inStore(folder, (table) => table.put("bell", "two"), "read");
    expect(get(folder, "bell")).toBeUndefined();
    expect(existsSync(folder)).toBe(false);
  });

  test("that somebody else writes is left alone, and what it held can still be read", () => {
    const folder = folderWith();
    put(folder, "bell", "two");
    const holder = { pid: process.ppid, host: "elsewhere", since: "" };
    writeFileSync(join(folder, "writer.lock"), JSON.stringify(holder));
    inStore(folder, (table) => {
      table.put("bell", "three");
      expect([...table.keys()]).toEqual(["bell"]);
      expect(table.get("bell")).toBe("two");
    });
    expect(get(folder, "bell")).toBe("two");
    expect(readFileSync(join(folder, "writer.lock"), "utf8")).toBe(JSON.stringify(holder));
  });

  test("that is open twice in one process, is written by one of the two", () => {
    const folder = folderWith();
    inStore(folder, (table) => {
      table.put("bell", "two");
      put(folder, "bell", "three");
      expect(get(folder, "bell")).toBeUndefined();
    });
    expect(get(folder, "bell")).toBe("two");
  });

  test("whose writer was killed is made anew", () => {
    const folder = folderWith();
    put(folder, "bell", "two");
    const code = `
      import { Store } from ${JSON.stringify(join(root, "scripts/storage/store.ts"))};
      const table = Store.open(${JSON.stringify(folder)}).table("words");
      for (let at = 0; at < 5000; at += 1) table.put("bell" + at, "x".repeat(2000));
      process.kill(process.pid, "SIGKILL");`;
    const ended = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], { cwd: root });
    expect(ended.signal).toBe("SIGKILL");
    expect(readdirSync(folder)).toContain("writer.lock");
    expect(get(folder, "bell")).toBeUndefined();
    put(folder, "bell", "three");
    expect(get(folder, "bell")).toBe("three");
    expect(readdirSync(folder).sort()).toEqual(["data.mdb", "lock.mdb", "seal.json"]);
  });
});

function overwrite(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

function replaceByCopy(file: string): void {
  cpSync(file, `${file}-copy`, { preserveTimestamps: true });
  rmSync(file);
  cpSync(`${file}-copy`, file, { preserveTimestamps: true });
}
