import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type OddKind, oddFiles, oddKinds } from "./odd-inputs.ts";
import { brokenPromises } from "./trust.ts";

/** A search that needs so much processor time and tells nothing is stopped, in milliseconds. */
const silent = 60_000;
/** After so many broken promises a search is no news any more. */
const mostTold = 50;

/** What a seed came to: the promises that its files broke. */
interface Outcome {
  readonly seed: number;
  readonly broken: readonly string[];
}

/** What the files of a seed break; a crash is told as well. */
export function outcomeOf(kind: OddKind, seed: number): Outcome {
  const broken: string[] = [];
  try {
    broken.push(...brokenPromises(oddFiles(kind, seed)));
  } catch (error) {
    broken.push(`crash: ${(error as Error).stack?.split("\n").slice(0, 3).join(" ") ?? ""}`);
  }
  return { seed, broken };
}

/**
 * `npx tsx scripts/lab/search-trust.ts dumps|exports COUNT [SEED [SECONDS]]`: reads odd inputs of so many seeds and tells what they break, each with
 * its seed, by which it comes again. Ends with 1 where something broke. The cases run in a process of their own, so that one that hangs is told too.
 */
async function main([kind = "", count = "1000", from = "1", seconds = "3600"]: readonly string[]): Promise<void> {
  const known = oddKinds.find((each) => each === kind);
  if (known === undefined) throw new Error(`Cannot search "${kind}": name one of ${oddKinds.join(", ")}`);
  const [first, end] = [Number(from), Number(from) + Number(count)];
  const start = performance.now();
  let [next, told] = [first, 0];
  while (next < end && told < mostTold && performance.now() - start < Number(seconds) * 1000) {
    const stopped = await run(
      known,
      next,
      end,
      Number(seconds) * 1000 - (performance.now() - start),
      ({ seed, broken }) => {
        next = seed + 1;
        if (broken.length === 0) return;
        told += 1;
        process.stdout.write(`${known} ${seed}: ${broken.slice(0, 3).join("; ").slice(0, 600)}\n`);
      },
    );
    if (!stopped) continue;
    process.stdout.write(`${known} ${next}: hangs\n`);
    told += 1;
    next += 1;
  }
  const took = ((performance.now() - start) / 1000).toFixed(0);
  process.stdout.write(
    `${known}: seeds ${first} to ${next - 1}, ${next - first} cases in ${took} s, ${told} broke a promise\n`,
  );
  if (told > 0) process.exitCode = 1;
}

/** Runs seeds in a process; whether it hung. */
function run(
  kind: OddKind,
  from: number,
  end: number,
  left: number,
  tell: (outcome: Outcome) => void,
): Promise<boolean> {
  const child = fork(fileURLToPath(import.meta.url), ["--cases", kind, `${from}`, `${end}`]);
  return new Promise((done) => {
    let hung = false;
    let awaited: NodeJS.Timeout | undefined;
    const wait = (since = timeOf(child.pid)): void => {
      clearTimeout(awaited);
      awaited = setTimeout(() => {
        // A process that others keep from the processor is silent, and does not hang.
        if (timeOf(child.pid) - since < silent / 2) return wait(since);
        hung = true;
        child.kill("SIGKILL");
      }, silent);
    };
    const over = setTimeout(() => child.kill("SIGKILL"), left);
    wait();
    child.on("message", (outcome: Outcome) => {
      tell(outcome);
      wait();
    });
    child.on("exit", () => {
      clearTimeout(awaited);
      clearTimeout(over);
      done(hung);
    });
  });
}

/** Processor time of a process in milliseconds; where the system has no `/proc`, the clock's time. */
function timeOf(pid = 0): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return performance.now();
  // Behind the name in parentheses, which may hold blanks; user and system time, in hundredths of a second.
  const [user, system] = readFileSync(stat, "utf8")
    .replace(/^.*\) /su, "")
    .split(" ")
    .slice(11, 13);
  return 10 * (Number(user) + Number(system));
}

async function cases([kind, from, end]: readonly string[]): Promise<void> {
  for (let seed = Number(from); seed < Number(end); seed += 1) {
    const outcome = outcomeOf(kind as OddKind, seed);
    await new Promise((sent) => process.send?.(outcome, sent));
  }
  process.disconnect?.();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [mode, ...named] = process.argv.slice(2);
  await (mode === "--cases" ? cases(named) : main(process.argv.slice(2)));
}
