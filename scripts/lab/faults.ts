/**
 * `npx tsx scripts/lab/faults.ts [import|build] [kill|full] [EVERY] [FROM]`: tries a command with a fault before every EVERYth of its calls, from FROM on,
 * and prints what is wrong after it and after the next run. Ends with 1 if anything is.
 */
import { faultsAt, newTrial } from "./fault-trial.ts";

const [command = "import", kind = "kill", every = "1", from = "1"] = process.argv.slice(2);
if ((command !== "import" && command !== "build") || (kind !== "kill" && kind !== "full"))
  throw new Error("Cannot try faults: name a command (import, build) and a kind of fault (kill, full)");
const trial = await newTrial(command);
try {
  let tried = 0;
  let bad = 0;
  for (let at = Number(from); at <= trial.calls; at += Number(every)) {
    const wrong = await faultsAt(trial, { at, kind });
    tried += 1;
    if (wrong.length > 0) bad += 1;
    for (const line of wrong.slice(0, 5)) process.stdout.write(`${line}\n`);
  }
  process.stdout.write(`${command}, ${kind}: ${trial.calls} calls, ${tried} tried, ${bad} bad\n`);
  if (bad > 0) process.exitCode = 1;
} finally {
  trial.close();
}
