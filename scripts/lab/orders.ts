import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { livingSuccessors } from "../../src/archive/permalinks.ts";
import type { Day } from "../../src/model/day.ts";
import { digestsIn } from "../site/manifest.ts";
import { runImport } from "../storage/import-folder.ts";
import { readPermalinksOf } from "../storage/permalinks.ts";
import { type MadeCaptures, madeCaptures } from "./made-captures.ts";

/** What orders of import leave that differs from what one import of all captures leaves, in words; nothing where none does. */
export interface TriedOrders {
  /** Orders that were tried to their end. */
  readonly orders: number;
  /** How many of them tell an address more, of a post that two were until a later capture joined them. */
  readonly longer: number;
  readonly wrong: readonly string[];
}

/**
 * Imports captures one by one in orders of theirs (all where `some` is absent), and compares the archives with that of one import of all. Orders that
 * begin alike are imported once so far. `folder` is empty, and for this alone.
 */
export function tryOrders(captures: MadeCaptures, folder: string, some?: readonly (readonly string[])[]): TriedOrders {
  const all = [...captures.keys()];
  const whole = join(folder, "whole");
  for (const file of all) put(whole, file, captures);
  importHere(whole);
  const expected = archiveIn(whole);
  const expectedPosts = livingIn(whole);
  const wrong: string[] = [];
  let [orders, longer] = [0, 0];
  const goOn = (content: string, done: readonly string[], given: ReadonlySet<string>): void => {
    if (done.length === all.length) {
      orders += 1;
      const now = archiveIn(content);
      const paths = new Set([...now.keys(), ...expected.keys()]);
      const unlike = [...paths].filter((path) => now.get(path) !== expected.get(path));
      const others = unlike.filter((path) => path !== addresses);
      if (others.length > 0) wrong.push(`${done.join(", ")}: ${others.length} files differ, such as ${others[0]}`);
      if (unlike.includes(addresses)) longer += 1;
      if (livingIn(content) !== expectedPosts) wrong.push(`${done.join(", ")}: other addresses are those of posts`);
      const told = readPermalinksOf(content);
      const lost = [...given].filter((id) => livingSuccessors(told, id).length === 0);
      if (lost.length > 0) wrong.push(`${done.join(", ")}: nothing answers at ${lost.join(", ")}`);
      return;
    }
    const next = all.filter((file) => !done.includes(file) && isAsked([...done, file], some));
    for (const file of next) {
      const order = [...done, file];
      const place = join(folder, order.map((each) => all.indexOf(each)).join("-"));
      if (done.length > 0) cpSync(content, place, { recursive: true });
      put(place, file, captures);
      importHere(place);
      goOn(place, order, new Set([...given, ...readPermalinksOf(place).posts.keys()]));
      rmSync(place, { recursive: true });
    }
  };
  goOn("", [], new Set());
  return { orders, longer, wrong };
}

const addresses = "permalinks.jsonl";

/** The ids that are those of posts. */
function livingIn(content: string): string {
  return [...readPermalinksOf(content).posts]
    .flatMap(([id, { kind }]) => (kind === "post" ? [id] : []))
    .sort()
    .join();
}

function isAsked(start: readonly string[], some: readonly (readonly string[])[] | undefined): boolean {
  return some === undefined || some.some((order) => start.every((file, at) => order[at] === file));
}

function put(content: string, file: string, captures: MadeCaptures): void {
  const dumps = join(content, "dumps");
  mkdirSync(dumps, { recursive: true });
  const { text = "", sidecar } = captures.get(file) ?? {};
  writeFileSync(join(dumps, file), text);
  if (sidecar !== undefined) writeFileSync(join(dumps, file.replace(/\.[^.]+$/u, ".yml")), sidecar);
}

function importHere(content: string): void {
  const { failures } = runImport({ content, dumps: [], force: false, today: "2025-06-01" as Day });
  if (failures.length > 0) throw new Error(failures.join("; "));
}

/** All that an import writes, by path. */
function archiveIn(content: string): ReadonlyMap<string, string> {
  return new Map([...digestsIn(content)].filter(([path]) => !path.startsWith("dumps/")));
}

/** `npx tsx scripts/lab/orders.ts [SEEDS [FROM [CAPTURES]]]`: every order of six captures each of so many seeds. Ends with 1 where an order counts. */
function main([seeds = "1", from = "1", count = "6"]: readonly string[]): void {
  for (let seed = Number(from); seed < Number(from) + Number(seeds); seed += 1) {
    const folder = mkdtempSync(join(tmpdir(), "scrollback-orders-"));
    const start = performance.now();
    try {
      const { orders, longer, wrong } = tryOrders(madeCaptures(seed, Number(count)), folder);
      for (const line of wrong.slice(0, 10)) process.stdout.write(`seed ${seed}: ${line}\n`);
      const took = ((performance.now() - start) / 1000).toFixed(0);
      process.stdout.write(
        `seed ${seed}: ${orders} orders in ${took} s, ${wrong.length} wrong; ${longer} tell an address more\n`,
      );
      if (wrong.length > 0) process.exitCode = 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
