/**
 * Loaded before a command (`node --import`): counts the calls by which it reads and changes files below a folder, and ends or refuses it before one
 * of them. What to do stands in `SCROLLBACK_FAULT` as JSON, a `Fault`.
 */
import { appendFileSync, default as fs } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What can happen: `kill` ends the process, `full` refuses a call and all later ones that write, `once` refuses one call alone. */
export const faultKinds = ["kill", "full", "once"] as const;

/** What happens before which call. */
export interface Fault {
  /** Calls with a path below it count, and those with a file that was opened there. */
  readonly below: string;
  /** The call, counted from 1; 0 for none. */
  readonly at: number;
  readonly kind: (typeof faultKinds)[number];
  /** Gets a letter for each call: `w` for one that writes, `r` for one that reads. */
  readonly tally: string;
}

const reading = ["readFileSync", "readdirSync", "statSync", "lstatSync", "realpathSync", "createReadStream"] as const;
const writing = [
  ...["openSync", "writeFileSync", "copyFileSync", "renameSync", "rmSync", "rmdirSync", "mkdirSync", "mkdtempSync"],
  ...["unlinkSync", "linkSync", "chmodSync", "cpSync", "writeFile", "mkdir", "rename", "copyFile", "createWriteStream"],
  ...["writeSync", "fsyncSync", "appendFileSync"],
] as const;
const promised = ["writeFile", "mkdir", "rename", "copyFile", "rm", "cp"] as const;

const told = process.env.SCROLLBACK_FAULT;
if (told !== undefined) {
  const fault = JSON.parse(told) as Fault;
  const append = appendFileSync;
  const opened = new Set<unknown>();
  let calls = 0;
  const before = (path: unknown, writes: boolean): void => {
    if (!opened.has(path) && !`${String(path)}/`.startsWith(`${fault.below}/`)) return;
    calls += 1;
    append(fault.tally, writes ? "w" : "r");
    if (fault.at === 0 || calls < fault.at) return;
    if (fault.kind === "kill") process.kill(process.pid, "SIGKILL");
    else if (fault.kind === "once" && calls === fault.at) throw refusal("EIO", "i/o error");
    else if (fault.kind === "full" && writes) throw refusal("ENOSPC", "no space left on device");
  };
  const wrap = (place: object, name: string, writes: boolean): void => {
    const real = Reflect.get(place, name) as ((...given: unknown[]) => unknown) | undefined;
    if (real === undefined) return;
    const watched = function (this: unknown, ...given: unknown[]): unknown {
      const opens = name === "openSync";
      before(given[0], writes && !(opens && (given[1] === undefined || given[1] === "r")));
      const result = Reflect.apply(real, this, given);
      if (opens && String(given[0]).startsWith(`${fault.below}/`)) opened.add(result);
      return result;
    };
    // Some functions have others as their properties, such as `realpathSync.native`.
    Reflect.set(place, name, Object.assign(watched, real));
  };
  for (const name of reading) wrap(fs, name, false);
  for (const name of writing) wrap(fs, name, true);
  for (const name of promised) wrap(fs.promises, name, true);
  const close = fs.closeSync;
  fs.closeSync = (file) => {
    opened.delete(file);
    close(file);
  };
  syncBuiltinESMExports();
}

function refusal(code: string, words: string): Error {
  return Object.assign(new Error(`${code}: ${words}`), { code });
}
