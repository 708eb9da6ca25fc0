import { textKey } from "../text/text-key.ts";

/** The lines of a capture's posts, one after another, oldest post first. */
interface Lines {
  readonly keys: readonly string[];
  /** By post, the place of its first line; one more for the end. */
  readonly from: readonly number[];
  /** By the key of a line, where it stands, in ascending order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/**
 * Tells of a post of one capture whether another shows all its lines together, in whichever posts: then it is parted otherwise there, and neither
 * changed nor gone. Both give the texts of their posts, oldest first; `sharedWith` says which post of the other each is, if it is one. The lines must stand
 * between the posts around it that both show, and as often: one of two posts of the same words may be gone.
 */
export function linesThatStayed(
  texts: readonly string[],
  others: readonly string[],
  sharedWith: readonly (number | undefined)[],
): (place: number) => boolean {
  const [mine, theirs] = [linesOf(texts), linesOf(others)];
  const before = nearest(sharedWith, 1);
  const after = nearest(sharedWith, -1);
  return (place) => {
    const own = mine.keys.slice(mine.from[place], mine.from[place + 1]);
    const [previous, next] = [before[place], after[place]];
    const here = stretchOf(mine, previous, next);
    const there = stretchOf(
      theirs,
      previous === undefined ? undefined : sharedWith[previous],
      next === undefined ? undefined : sharedWith[next],
    );
    return (
      own.length > 0 &&
      standsIn(own, theirs, there) &&
      [...new Set(own)].every((key) => countIn(theirs, key, there) >= countIn(mine, key, here))
    );
  };
}

function linesOf(texts: readonly string[]): Lines {
  const keys: string[] = [];
  const from: number[] = [];
  const places = new Map<string, number[]>();
  for (const text of texts) {
    from.push(keys.length);
    for (const key of text.split("\n").map(textKey)) {
      if (key === "") continue;
      const own = places.get(key);
      if (own) own.push(keys.length);
      else places.set(key, [keys.length]);
      keys.push(key);
    }
  }
  return { keys, from: [...from, keys.length], places };
}

/** By post, the nearest one before it (`step` 1) or behind it (-1) that both captures show. */
function nearest(sharedWith: readonly (number | undefined)[], step: 1 | -1): readonly (number | undefined)[] {
  const found = new Array<number | undefined>(sharedWith.length);
  let last: number | undefined;
  for (let at = step > 0 ? 0 : sharedWith.length - 1; at >= 0 && at < sharedWith.length; at += step) {
    found[at] = last;
    if (sharedWith[at] !== undefined) last = at;
  }
  return found;
}

/** Places `[start, end)` of lines. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The lines from one post to another, both counted; from the first or to the last where there is none. */
function stretchOf({ from, keys }: Lines, first: number | undefined, last: number | undefined): Stretch {
  return {
    start: first === undefined ? 0 : (from[first] ?? 0),
    end: last === undefined ? keys.length : (from[last + 1] ?? keys.length),
  };
}

function standsIn(own: readonly string[], { keys, places }: Lines, { start, end }: Stretch): boolean {
  const firsts = places.get(own[0] ?? "") ?? [];
  for (let at = firstFrom(firsts, start); at < firsts.length; at += 1) {
    const place = firsts[at] ?? end;
    if (place + own.length > end) return false;
    if (own.every((key, offset) => keys[place + offset] === key)) return true;
  }
  return false;
}

function countIn({ places }: Lines, key: string, { start, end }: Stretch): number {
  const all = places.get(key) ?? [];
  return Math.max(0, firstFrom(all, end) - firstFrom(all, start));
}

/** How many of ascending places lie before one. */
function firstFrom(places: readonly number[], start: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
