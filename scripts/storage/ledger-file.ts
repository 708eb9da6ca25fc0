import { existsSync } from "node:fs";
import { join } from "node:path";
import { sidesOf } from "../../src/archive/merge-conflicts.ts";
import { mergeLedger } from "../../src/archive/plan.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import { readText } from "./disk-errors.ts";
import { writeLasting } from "./write-whole.ts";

/**
 * Reads `content/ledger.json`; empty before the first import. Of one that a merge left with conflict markers, both sides: a dump that both tell of is
 * read again by the next import. Throws an Error that names file, place and remedy.
 */
export function readLedger(content: string): Ledger {
  const file = ledgerFile(content);
  if (!existsSync(file)) return { dumps: [] };
  const text = readText(file);
  const sides = sidesOf(text);
  if (sides === undefined) return ledgerIn(text, file);
  const [ours, theirs] = [ledgerIn(sides.ours, file), ledgerIn(sides.theirs, file)];
  return mergeLedger(theirs, ours);
}

function ledgerIn(text: string, file: string): Ledger {
  const ledger = jsonIn(text, file);
  if (isLedger(ledger)) return ledger;
  throw damaged(file, "it lists no dumps with file and sha256");
}

/** Writes `content/ledger.json` unless it says the same already. */
export function writeLedger(content: string, ledger: Ledger): void {
  const file = ledgerFile(content);
  const text = `${JSON.stringify(ledger, undefined, 2)}\n`;
  if (!existsSync(file) || readText(file) !== text) writeLasting(file, text);
}

/** The one maker of the ledger's path. */
export function ledgerFile(content: string): string {
  return join(content, "ledger.json");
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine tells the line of every fault but a text that ends too early.
    const { message } = error as SyntaxError;
    const place = /\(line \d/u.test(message) ? "" : ` (line ${text.trimEnd().split("\n").length})`;
    throw damaged(file, `${message.split("\n")[0]}${place}`);
  }
}

/** Only what tells the dumps apart: the rest is the import's own, and of older versions too. */
function isLedger(value: unknown): value is Ledger {
  if (!isObject(value) || !Array.isArray(value.dumps)) return false;
  return value.dumps.every(
    (dump: unknown) => isObject(dump) && typeof dump.file === "string" && typeof dump.sha256 === "string",
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function damaged(file: string, reason: string): Error {
  return new Error(
    `Cannot read the ledger "${file}": ${reason}; restore it from version control, or rebuild it from the dumps with scrollback repair`,
  );
}
