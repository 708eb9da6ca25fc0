const held = new Map<Scratch, Float64Array>();

/** What is worked out in passing, by the places that need it. */
type Scratch = "resumed" | "total" | "shared" | "own" | "unchanged" | `${Direction} ${0 | 1 | 2 | 3}`;

type Direction = "ahead" | "along" | "back";

/** What gives memory for so many values. */
export type Memory = (length: number) => Float64Array;

/** Memory that is used again at the next step, since a long dump takes a hundred thousand of them; it holds the values of the last use. */
export function scratch(name: Scratch, length: number): Float64Array {
  let values = held.get(name);
  if (values === undefined || values.length < length) {
    values = new Float64Array(Math.ceil(1.5 * length));
    held.set(name, values);
  }
  return values.subarray(0, length);
}

/** What a step ahead or back makes of a belief, or leaves along its way: it stands until the fourth step in its direction after this one. */
export function inTurn(direction: Direction, length: number): Float64Array {
  turns[direction] = ((turns[direction] + 1) % 4) as 0 | 1 | 2 | 3;
  return scratch(`${direction} ${turns[direction]}`, length);
}

const turns: Record<Direction, 0 | 1 | 2 | 3> = { ahead: 0, along: 0, back: 0 };

/** Values of a chunk; what is longer comes new and alone. */
const chunkLength = 1 << 20;

/** So many chunks without use are kept for the next chain. */
const mostIdle = 6;

/** A piece of memory that is lent in parts, one behind the other, and used again when all are given back. */
interface Chunk {
  readonly values: Float64Array;
  used: number;
  lent: number;
}

const chunks = new WeakMap<ArrayBufferLike, Chunk>();
const idle: Chunk[] = [];
let current: Chunk | undefined;

/**
 * Memory for so many values, which are whatever they were; `takeBack()` ends its use. Beliefs come and go at every step of every chain, and to
 * be given fresh memory for each takes several times as long as to reckon them.
 */
export function lend(length: number): Float64Array {
  if (length > chunkLength) return new Float64Array(length);
  if (current === undefined || current.used + length > chunkLength) {
    current = idle.pop() ?? { values: new Float64Array(chunkLength), used: 0, lent: 0 };
    chunks.set(current.values.buffer, current);
  }
  const start = current.used;
  current.used += length;
  current.lent++;
  return current.values.subarray(start, current.used);
}

/** Takes back what `lend()` lent: nobody may look at it any more. */
export function takeBack({ buffer }: Float64Array): void {
  const chunk = chunks.get(buffer);
  if (chunk === undefined) return;
  chunk.lent--;
  if (chunk.lent > 0) return;
  chunk.used = 0;
  if (chunk === current) return;
  chunks.delete(buffer);
  if (idle.length < mostIdle) idle.push(chunk);
}
