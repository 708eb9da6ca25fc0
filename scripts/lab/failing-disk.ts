/**
 * Loaded before a command (`node --import`): counts the calls by which it reads and changes files below a folder, and ends or refuses it before one
 * of them. What to do stands in `SCROLLBACK_FAULT` as JSON, a `Fault`.
 */
import { appendFileSync, default as fs } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What happens before which call. */
export interface Fault {
  /** Calls with a path below it count. */
  readonly below: string;
  /** The call, counted from 1; 0 for none. */
  readonly at: number;
  /** `kill` ends the process; `full` refuses this call and all later ones that write. */
  readonly kind: "kill" | "full";
  /** Gets a byte for each call. */
  readonly tally: string;
}

const reading = ["readFileSync", "readdirSync", "statSync", "lstatSync", "realpathSync"] as const;
const writing = [
  ...["openSync", "writeFileSync", "copyFileSync", "renameSync", "rmSync", "rmdirSync", "mkdirSync", "mkdtempSync"],
  ...["unlinkSync", "linkSync", "chmodSync", "cpSync", "writeFile", "mkdir", "rename", "copyFile", "createWriteStream"],
] as const;
const promised = ["writeFile", "mkdir", "rename", "copyFile", "rm", "cp"] as const;

const told = process.env.SCROLLBACK_FAULT;
if (told !== undefined) {
  const fault = JSON.parse(told) as Fault;
  const append = appendFileSync;
  let calls = 0;
  const before = (path: unknown, writes: boolean): void => {
    if (!String(path).startsWith(`${fault.below}/`)) return;
    calls += 1;
    append(fault.tally, ".");
    if (fault.at === 0 || calls < fault.at) return;
    if (fault.kind === "kill") process.kill(process.pid, "SIGKILL");
    else if (writes) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  };
  const wrap = (place: object, name: string, writes: boolean): void => {
    const real = Reflect.get(place, name) as ((...given: unknown[]) => unknown) | undefined;
    if (real === undefined) return;
    const watched = function (this: unknown, ...given: unknown[]): unknown {
      before(given[0], writes && !(name === "openSync" && (given[1] === undefined || given[1] === "r")));
      return Reflect.apply(real, this, given);
    };
    // Some functions have others as their properties, such as `realpathSync.native`.
    Reflect.set(place, name, Object.assign(watched, real));
  };
  for (const name of reading) wrap(fs, name, false);
  for (const name of writing) wrap(fs, name, true);
  for (const name of promised) wrap(fs.promises, name, true);
  syncBuiltinESMExports();
}
