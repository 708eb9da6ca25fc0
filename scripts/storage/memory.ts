import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** By so many bytes memory may grow before garbage is collected; a collection costs some tens of milliseconds. */
const growth = 40 * 2 ** 20;

let collect: (() => void) | undefined;
let settled = 0;

/**
 * Collects garbage where much of it has piled up: Node would rather grow on, up to what the machine has. To be called now and then by work that
 * goes on for long and needs little.
 */
export function staySmall(): void {
  const { heapUsed, external } = process.memoryUsage();
  if (heapUsed + external < settled + growth) return;
  collect ??= collector();
  collect();
  const after = process.memoryUsage();
  settled = after.heapUsed + after.external;
}

/** Node hands out its collector to those who ask for it by this flag. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
