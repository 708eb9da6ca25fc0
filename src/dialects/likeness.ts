import { isHashtagLine } from "../text/hashtags.ts";
import type { Unit } from "./units.ts";

/** A trait of the two lines at a seam: of a small set of values, so that a dump shows each often enough to learn from. */
interface Trait {
  readonly name: string;
  of(previous: Unit, next: Unit, recurs: (unit: Unit) => boolean, behind: Unit | undefined): string;
}

/** What the lines around a seam look like. A channel keeps to its shapes: how a post begins, and how it ends. */
const traits: readonly Trait[] = [
  { name: "emoji next", of: (_, next) => next.emoji ?? "none" },
  { name: "any emoji next", of: (_, next) => (next.emoji === undefined ? "no" : "yes") },
  { name: "length of next", of: (_, next) => lengthClass(next) },
  { name: "end of next", of: (_, next) => endClass(next) },
  { name: "start of next", of: (_, next) => startClass(next) },
  { name: "next recurs", of: (_, next, recurs) => (recurs(next) ? next.key : "no") },
  {
    name: "behind next",
    of: (_, __, ___, behind) =>
      behind === undefined ? "end" : behind.kind === "text" ? String(Math.min(1, behind.gap)) : behind.kind,
  },
  { name: "line behind next", of: (_, __, ___, behind) => (behind === undefined ? "end" : startClass(behind)) },
  { name: "emoji previous", of: (previous) => previous.emoji ?? "none" },
  { name: "length of previous", of: (previous) => lengthClass(previous) },
  { name: "end of previous", of: (previous) => endClass(previous) },
  { name: "start of previous", of: (previous) => startClass(previous) },
  { name: "previous recurs", of: (previous, _, recurs) => (recurs(previous) ? previous.key : "no") },
];

/** A seam whose nature is known well enough to learn from. */
export interface Example {
  readonly previous: Unit;
  readonly next: Unit;
  /** The unit behind `next`, where there is one. */
  readonly behind?: Unit | undefined;
  readonly isBoundary: boolean;
}

/** How many examples the belief weighs that a trait tells nothing. */
const prior = 5;

/** What a dump taught: the log-odds that a seam is a boundary, beyond the base rate. */
export type Likeness = (seam: Example) => number;

/**
 * Learns from the seams of one dump how its posts begin and end: a naive Bayes estimate over the traits, each value's
 * odds shrunk towards the base rate. A seam that was itself an example is judged without it.
 */
export function learnLikeness(units: readonly Unit[], examples: readonly Example[]): Likeness {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit.key, (counts.get(unit.key) ?? 0) + 1);
  const recurs = (unit: Unit): boolean => (counts.get(unit.key) ?? 0) > 1;
  const seen = new Map<string, { yes: number; no: number }>();
  const learnt = new Set<number>();
  let boundaries = 0;
  for (const example of examples) {
    learnt.add(example.next.first);
    if (example.isBoundary) boundaries += 1;
    for (const value of valuesOf(example, recurs)) {
      const count = seen.get(value) ?? { yes: 0, no: 0 };
      count[example.isBoundary ? "yes" : "no"] += 1;
      seen.set(value, count);
    }
  }
  const share = (boundaries + 0.5) / (examples.length + 1);
  const base = Math.log(share / (1 - share));
  return (seam) => {
    const own = learnt.has(seam.next.first) ? 1 : 0;
    let sum = 0;
    for (const value of valuesOf(seam, recurs)) {
      const { yes, no } = seen.get(value) ?? { yes: 0, no: 0 };
      const ayes = yes - (seam.isBoundary ? own : 0) + prior * share;
      const nays = no - (seam.isBoundary ? 0 : own) + prior * (1 - share);
      sum += Math.log(ayes / nays) - base;
    }
    return sum;
  };
}

function valuesOf({ previous, next, behind }: Example, recurs: (unit: Unit) => boolean): readonly string[] {
  return traits.map((trait) => `${trait.name}=${trait.of(previous, next, recurs, behind)}`);
}

function lengthClass(unit: Unit): string {
  const { length } = unit.text.trim();
  return length === 0 ? "0" : String(Math.floor(Math.log2(length)));
}

function endClass(unit: Unit): string {
  const text = unit.text.trim();
  if (isHashtagLine(text)) return "hashtag";
  if (/https?:\/\/\S+$/u.test(text)) return "address";
  if (/[\p{L}\p{N}]$/u.test(text)) return "word";
  if (/\p{Extended_Pictographic}\uFE0F?$/u.test(text)) return "emoji";
  return text.slice(-1);
}

function startClass(unit: Unit): string {
  const text = unit.text.trim();
  if (unit.kind !== "text") return unit.kind;
  if (isHashtagLine(text)) return "hashtag";
  if (/^\p{Ll}/u.test(text)) return "lower";
  if (/^\p{L}/u.test(text)) return "letter";
  if (/^\p{N}/u.test(text)) return "number";
  return unit.emoji === undefined ? text.slice(0, 1) : "emoji";
}
