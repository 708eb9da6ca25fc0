import { fileURLToPath } from "node:url";
import { nastyUnits, readers, type TextReader } from "./readers.ts";

/** How a reader's time grows with the length of a text. */
export interface Growth {
  /** By what power of the length, measured between an eighth of it and the whole; `undefined` where even the longest text took no time to speak of. */
  readonly exponent: number | undefined;
  /** UTF-16 units of the text at which it was measured. */
  readonly length: number;
  /** Of processor time, for that text. */
  readonly milliseconds: number;
}

/** The largest exponent that counts as linear: what grows with the logarithm too, and the noise of a busy machine, lie below. */
export const mostExponent = 1.25;

const shortest = 32;
const longest = 1 << 18;
const factor = 8;
/** Times below are noise, in milliseconds. */
const measurable = 30;
/**
 * Reads a unit again and again, eight times as often each time, until that takes time. Time is the processor's own, so that other programs count
 * for little; the least of several runs is taken, and a growth that seems too large is measured again, since only a true one comes out so each time.
 * A reader that takes longer than `longestTried` milliseconds is not tried with a text of the next length: one that does grow would take a minute.
 */
export function growthOf(read: TextReader, unit: string, longestTried = 4000): Growth {
  for (let length = shortest; ; length *= factor) {
    const milliseconds = leastTime(read, repeated(unit, length), Number.POSITIVE_INFINITY);
    if (milliseconds < measurable && length * factor <= longest) continue;
    if (milliseconds < measurable) return { exponent: undefined, length, milliseconds };
    if (length === shortest) return { exponent: Number.POSITIVE_INFINITY, length, milliseconds };
    // What only seems to grow, since the engine has not compiled all yet or leaves the caches that another program fills, does not go on so at the
    // lengths after it; what does grow does so at every doubling. So each is measured alone: the engine begins to move what a reader keeps at some
    // length, and that one step is four times the time for twice the text, and no growth.
    let { exponent, long } = measured(read, unit, length);
    for (let next = length * 2; exponent > mostExponent && long <= longestTried; next *= 2) {
      const more = leastTime(read, repeated(unit, next), Number.POSITIVE_INFINITY);
      exponent = Math.min(exponent, exponentOf(long, more, 2));
      long = more;
    }
    return { exponent, length, milliseconds };
  }
}

/** Measurements of a growth that seems too large, at most. */
const mostTries = 8;

/** The least growth of several measurements, where the first is too large: what does grow does so each time. */
export function leastGrowth(read: TextReader, unit: string): Growth {
  let found = growthOf(read, unit);
  for (let again = 1; again < mostTries && (found.exponent ?? 0) > mostExponent; again += 1) {
    const next = growthOf(read, unit);
    if ((next.exponent ?? 0) < (found.exponent ?? 0)) found = next;
  }
  return found;
}

/** The exponent between an eighth of a length and the whole, and the milliseconds that the whole took. */
function measured(
  read: TextReader,
  unit: string,
  length: number,
): { readonly exponent: number; readonly long: number } {
  const [part, whole] = [repeated(unit, length / factor), repeated(unit, length)];
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 4; round += 1) {
    short = leastTime(read, part, short, 5);
    long = leastTime(read, whole, long);
    if (exponentOf(short, long) <= mostExponent) break;
  }
  return { exponent: exponentOf(short, long), long };
}

/** The least of several runs; one that is slow is not run again at once. */
function leastTime(read: TextReader, text: string, known: number, runs = 3): number {
  let least = known;
  for (let run = 0; run < runs; run += 1) {
    const time = timeOf(read, text);
    least = Math.min(least, time);
    if (time < 1 && run > 0 && runs <= 3) break;
    if (time > 20 * measurable) break;
  }
  return least;
}

function exponentOf(short: number, long: number, times = factor): number {
  return Math.log(long / short) / Math.log(times);
}

function repeated(unit: string, length: number): string {
  // One flat string: a rope would be flattened by the first reader, and cost it.
  return Buffer.from(unit.repeat(Math.ceil(length / unit.length)), "utf16le").toString("utf16le");
}

/** Milliseconds of processor time. */
function timeOf(read: TextReader, text: string): number {
  const start = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** `npx tsx scripts/lab/growth.ts [READER…]`: the exponents of all readers, with the unit of each that is worst. Ends with 1 where one is too large. */
function main(named: readonly string[]): void {
  for (const [name, read] of Object.entries(readers)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const all = nastyUnits.map((unit) => ({ unit, ...leastGrowth(read, unit) }));
    const bad = all.filter(({ exponent = 0 }) => exponent > mostExponent);
    const [worst] = all.toSorted((one, other) => (other.exponent ?? 0) - (one.exponent ?? 0));
    if (bad.length > 0) process.exitCode = 1;
    for (const { unit, exponent, length, milliseconds } of bad.length > 0 || worst === undefined ? bad : [worst]) {
      const told = exponent === undefined ? "no time to speak of" : exponent.toFixed(2);
      const place = `${JSON.stringify(unit)} × ${Math.ceil(length / unit.length)}: ${milliseconds.toFixed(0)} ms`;
      process.stdout.write(`${name.padEnd(24)} ${told.padEnd(20)} ${place}\n`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
