import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { programRoot } from "../program.ts";

/** What a program took, with all programs that it started and waited for. */
export interface Taken {
  /** Seconds of processor time. */
  readonly processor: number;
  /** Seconds by the clock. */
  readonly wall: number;
  /** Bytes of memory of the largest of the processes, at most. */
  readonly peak: number;
}

/** How often memory is looked at, in milliseconds; the kernel keeps the highest value of each process between two looks. */
const pause = 100;

/** The kernel's clock ticks a second: 100 on every Linux that Node runs on. */
const ticks = 100;

/** Runs a program in the program's own folder and measures it. Linux only. Throws an Error with what it said if it fails. */
export function measure(command: string, args: readonly string[]): Promise<Taken> {
  const [before, start] = [processorOfChildren(), performance.now()];
  let peak = 0;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: programRoot, stdio: ["ignore", "ignore", "pipe"] });
    const said: Buffer[] = [];
    child.stderr.on("data", (part: Buffer) => said.push(part));
    const look = setInterval(() => {
      peak = Math.max(peak, ...withDescendants(child.pid ?? 0).map(peakOf));
    }, pause);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(look);
      const wall = (performance.now() - start) / 1000;
      if (code === 0) resolve({ processor: processorOfChildren() - before, wall, peak });
      else reject(new Error(`Cannot measure "${command} ${args.join(" ")}": ${Buffer.concat(said)}`));
    });
  });
}

/** Runs a script of the program as `measure` does. */
export function measureScript(script: string, args: readonly string[]): Promise<Taken> {
  return measure(process.execPath, ["--import", "tsx", script, ...args]);
}

/** What stands below a table of what was measured: processors, Node and day. */
export function thisMachine(): string {
  const { model } = cpus()[0] ?? { model: "unknown processor" };
  return `${cpus().length} × ${model}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

/** Seconds of processor time of all children that have ended, and of theirs. */
function processorOfChildren(): number {
  const fields = fieldsOf("self");
  return (Number(fields[13]) + Number(fields[14])) / ticks;
}

/** `/proc/PID/stat` after the name of the program, which may hold blanks. */
function fieldsOf(process: string): readonly string[] {
  const stat = textOf(`/proc/${process}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function withDescendants(pid: number): readonly number[] {
  const children = textOf(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(withDescendants)];
}

function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(?<kB>\d+)/mu.exec(textOf(`/proc/${pid}/status`))?.groups?.kB ?? 0) * 1024;
}

/** Nothing of a process that ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
