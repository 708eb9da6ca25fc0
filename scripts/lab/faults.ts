/**
 * `npx tsx scripts/lab/faults.ts [import|build|review|package] [kill|full|once] [EVERY] [FROM]`: tries a command with a fault before every EVERYth of
 * the calls at which it makes a difference, from call FROM on, and prints what is wrong after it and after the next run. Ends with 1 if anything is.
 */
import { faultKinds } from "./failing-disk.ts";
import { faultsAt, newTrial, tellingCalls, triedCommands } from "./fault-trial.ts";

const [named = "import", wanted = "kill", every = "1", from = "1"] = process.argv.slice(2);
const [command, kind] = [triedCommands.find((one) => one === named), faultKinds.find((one) => one === wanted)];
if (command === undefined || kind === undefined)
  throw new Error(
    `Cannot try faults: name a command (${triedCommands.join(", ")}) and a kind of fault (${faultKinds.join(", ")})`,
  );
const trial = await newTrial(command);
try {
  const calls = tellingCalls(trial, kind).filter((at, place) => at >= Number(from) && place % Number(every) === 0);
  let bad = 0;
  for (const at of calls) {
    const wrong = await faultsAt(trial, { at, kind });
    if (wrong.length > 0) bad += 1;
    for (const line of wrong.slice(0, 5)) process.stdout.write(`${line}\n`);
  }
  process.stdout.write(`${command}, ${kind}: ${trial.calls.length} calls, ${calls.length} tried, ${bad} bad\n`);
  if (bad > 0) process.exitCode = 1;
} finally {
  trial.close();
}
