import { isHashtagLine } from "../../text/hashtags.ts";
import type { Token } from "../lines/tokens.ts";

/** A trait of the two lines at a candidate: of a small set of values, so that a dump shows each often enough to learn from. */
interface Trait {
  readonly name: string;
  of(previous: Token, next: Token, recurs: (token: Token) => boolean, behind: Token | undefined): string;
}

/** What the lines around a candidate look like. A channel keeps to its shapes: how a post begins, and how it ends. */
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

/** A place between two lines of text, and what the lines around it look like: a number for each value of each trait. */
export interface Shape {
  readonly values: readonly number[];
}

/** A place whose nature is known well enough to learn from. */
export interface MarkedPart {
  readonly shape: Shape;
  readonly isBoundary: boolean;
}

/** How many examples the parameter weighs that a trait tells nothing. */
const prior = 5;

/** What a dump taught: the log-odds that one of the examples is a boundary, beyond the base rate. */
export type Likeness = (example: MarkedPart) => number;

/** The shapes of a page, by the token behind the place: one for each line of text but the first, blank lines and marks before it or not. */
export function shapesOf(tokens: readonly Token[]): ReadonlyMap<number, Shape> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
  const recurs = (token: Token): boolean => (counts.get(token.key) ?? 0) > 1;
  const numbers = traits.map(() => new Map<string, number>());
  let values = 0;
  const shapes = new Map<number, Shape>();
  let previous: Token | undefined;
  for (const [index, next] of tokens.entries()) {
    if (next.kind !== "text") continue;
    const before = previous;
    if (before !== undefined)
      shapes.set(index, { values: traits.map((trait, at) => numberOf(trait, at, before, index)) });
    previous = next;
  }
  return shapes;

  function numberOf(trait: Trait, at: number, before: Token, index: number): number {
    const value = trait.of(before, tokens[index] ?? before, recurs, tokens[index + 1]);
    const known = numbers[at]?.get(value);
    if (known !== undefined) return known;
    numbers[at]?.set(value, values);
    values += 1;
    return values - 1;
  }
}

/**
 * Learns from the places of one dump how its posts begin and end: a naive Bayes estimate over the traits, each value's
 * odds shrunk towards the base rate. Each of the examples is judged without itself.
 */
export function learnLikeness(examples: readonly MarkedPart[]): Likeness {
  const seen: { yes: number; no: number }[] = [];
  let boundaries = 0;
  for (const { shape, isBoundary } of examples) {
    if (isBoundary) boundaries += 1;
    for (const value of shape.values) {
      seen[value] ??= { yes: 0, no: 0 };
      seen[value][isBoundary ? "yes" : "no"] += 1;
    }
  }
  const share = (boundaries + 0.5) / (examples.length + 1);
  const base = Math.log(share / (1 - share));
  return ({ shape, isBoundary }) => {
    let sum = 0;
    for (const value of shape.values) {
      const { yes, no } = seen[value] ?? { yes: 0, no: 0 };
      const ayes = yes - (isBoundary ? 1 : 0) + prior * share;
      const nays = no - (isBoundary ? 0 : 1) + prior * (1 - share);
      sum += Math.log(ayes / nays) - base;
    }
    return sum;
  };
}

function lengthClass(token: Token): string {
  const { length } = token.text.trim();
  return length === 0 ? "0" : String(Math.floor(Math.log2(length)));
}

function endClass(token: Token): string {
  const text = token.text.trim();
  if (isHashtagLine(text)) return "hashtag";
  if (/https?:\/\/\S+$/u.test(text)) return "address";
  if (/[\p{L}\p{N}]$/u.test(text)) return "word";
  if (/\p{Extended_Pictographic}\uFE0F?$/u.test(text)) return "emoji";
  return text.slice(-1);
}

function startClass(token: Token): string {
  const text = token.text.trim();
  if (token.kind !== "text") return token.kind;
  if (isHashtagLine(text)) return "hashtag";
  if (/^\p{Ll}/u.test(text)) return "lower";
  if (/^\p{L}/u.test(text)) return "letter";
  if (/^\p{N}/u.test(text)) return "number";
  return token.emoji === undefined ? text.slice(0, 1) : "emoji";
}
