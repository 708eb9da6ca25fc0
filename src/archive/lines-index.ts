import { type LineRange, type Post, type Source, sourcesOf } from "../model/post.ts";

/** A known post that has lines in common with others, and how many. */
export interface Shared {
  readonly id: string;
  readonly lines: number;
  /** Whether some of them are of the same file, and not only of one with the same bytes. */
  readonly sameFile: boolean;
}

interface Stretch {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly id: string;
}

/** Makes a look-up of the known posts that own lines of the same dumps. */
export function linesIndex(known: readonly Post[]): (sources: readonly Source[]) => readonly Shared[] {
  const byDump = new Map<string, Stretch[]>();
  for (const post of known) {
    for (const source of sourcesOf(post)) {
      const stretches = byDump.get(source.sha256) ?? [];
      byDump.set(source.sha256, stretches);
      for (const [first, last] of source.lines) stretches.push({ file: source.file, first, last, id: post.id });
    }
  }
  const reach = new Map<string, readonly number[]>();
  for (const [dump, stretches] of byDump) {
    stretches.sort((one, other) => one.first - other.first);
    reach.set(dump, runningLast(stretches));
  }
  return (sources) => {
    const found = new Map<string, Shared>();
    for (const { file, sha256, lines } of sources) {
      const stretches = byDump.get(sha256) ?? [];
      for (const [first, last] of lines)
        count(stretches, reach.get(sha256) ?? [], [first, last], ({ id, ...stretch }, shared) => {
          const { lines: before = 0, sameFile = false } = found.get(id) ?? {};
          found.set(id, { id, lines: before + shared, sameFile: sameFile || stretch.file === file });
        });
    }
    return [...found.values()];
  };
}

/** The farthest last line of all stretches up to each, so that a search can start at the first that reaches a line. */
function runningLast(stretches: readonly Stretch[]): readonly number[] {
  let farthest = 0;
  return stretches.map(({ last }) => {
    farthest = Math.max(farthest, last);
    return farthest;
  });
}

/** Tells each stretch that has some of these lines, and how many. */
function count(
  stretches: readonly Stretch[],
  reach: readonly number[],
  [first, last]: LineRange,
  tell: (stretch: Stretch, shared: number) => void,
): void {
  for (let at = firstReaching(reach, first); at < stretches.length; at += 1) {
    const stretch = stretches[at];
    if (stretch === undefined || stretch.first > last) return;
    const shared = Math.min(last, stretch.last) - Math.max(first, stretch.first) + 1;
    if (shared > 0) tell(stretch, shared);
  }
}

/** Index of the first stretch up to which some stretch reaches a line, by halving. */
function firstReaching(reach: readonly number[], line: number): number {
  let low = 0;
  let high = reach.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
