import type { Match } from "../archive/record-linkage.ts";
import type { Day } from "../model/day.ts";

/** A capture of a channel as far as it tells of the order of posts. */
export interface TimedCapture {
  readonly retrieved: Day | undefined;
  /** Places of its posts in the dump, oldest first. */
  readonly places: readonly number[];
}

/** A post in the order of time, in all the captures that show it. */
export interface TimelinePost {
  readonly shownBy: readonly Match[];
  /** The first day on which a capture shows it. */
  readonly shown?: Day;
  /** The last day on which a capture shows the post before it and ends there. */
  readonly unseen?: Day;
}

/** A post of a timeline that is being made: its place in each capture that shows it. */
type Node = Map<number, number>;

/**
 * The posts of captures of one channel in one order of time, which is that of each capture. A capture is added where it shares posts with those before;
 * one that shows most of the shared posts in another order is left out.
 * @param captures By dump, in the order in which they are added.
 * @param matches The posts that several of them show.
 */
export function timelineOf(
  captures: ReadonlyMap<number, TimedCapture>,
  matches: readonly (readonly Match[])[],
): readonly TimelinePost[] {
  const groups = new Map<string, number>();
  for (const [group, own] of matches.entries())
    if (own.length > 1) for (const match of own) groups.set(keyOf(match), group);
  const left = new Map(captures);
  let nodes: readonly Node[] = [];
  const add = (): boolean => {
    for (const [dump, { places }] of left) {
      const anchors = anchorsOf(nodes, dump, places, groups);
      if (nodes.length > 0 && anchors.size === 0) continue;
      nodes = joined(nodes, dump, places, anchors);
      return left.delete(dump);
    }
    return false;
  };
  while (add());
  return withBounds(nodes, captures);
}

function keyOf({ dump, place }: Match): string {
  return `${dump} ${place}`;
}

/**
 * The posts of a capture that stand in the timeline already, by their place in the dump, with those of the timeline. Both lists run the same way. None
 * where they share fewer than they should: then one of the two is not in the order of time, or they are of other times and the channel repeats itself.
 */
function anchorsOf(
  nodes: readonly Node[],
  dump: number,
  places: readonly number[],
  groups: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (const [at, node] of nodes.entries())
    for (const [other, place] of node) {
      const group = groups.get(keyOf({ dump: other, place }));
      if (group !== undefined) known.set(group, at);
    }
  const shared = places.flatMap((place): readonly (readonly [number, number])[] => {
    const at = known.get(groups.get(keyOf({ dump, place })) ?? -1);
    return at === undefined ? [] : [[place, at]];
  });
  const run = longestRun(shared.map(([, at]) => at)).flatMap((at) => shared.slice(at, at + 1));
  const positions = new Map(places.map((place, position) => [place, position]));
  const apart = apartIn(
    run.map(([place, at]) => [positions.get(place) ?? 0, at]),
    places.length,
    nodes.length,
  );
  return new Map(run.length >= apart && run.length * 2 > shared.length ? run : []);
}

/**
 * How many posts two captures would both show if they overlapped as their shared posts say, and do not: a text that a channel repeats now and then stands
 * in captures of quite other times.
 */
function apartIn(run: readonly (readonly [number, number])[], count: number, others: number): number {
  const ends = [[-1, -1] as const, ...run, [count, others] as const];
  return ends.slice(1).reduce((sum, [own, other], at) => {
    const [before, otherBefore] = ends[at] ?? [-1, -1];
    return sum + Math.min(own - before - 1, other - otherBefore - 1);
  }, 0);
}

/** The places of a longest strictly rising run of a list's numbers, by patience sorting (Fredman 1975). */
function longestRun(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const before = new Array<number | undefined>(numbers.length);
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = tails[low - 1];
    tails[low] = at;
  }
  const run: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) run.push(at);
  return run.toReversed();
}

/** A timeline with the posts of one more capture. What it alone shows stands below what the others alone show between the same two posts. */
function joined(
  nodes: readonly Node[],
  dump: number,
  places: readonly number[],
  anchors: ReadonlyMap<number, number>,
): readonly Node[] {
  const all: Node[] = [];
  let passed = 0;
  let own: Node[] = [];
  for (const place of places) {
    const at = anchors.get(place);
    if (at === undefined) {
      own.push(new Map([[dump, place]]));
      continue;
    }
    for (const node of nodes.slice(passed, at)) all.push(node);
    for (const node of own) all.push(node);
    all.push(new Map([...(nodes[at] ?? []), [dump, place]]));
    own = [];
    passed = at + 1;
  }
  return all.concat(nodes.slice(passed), own);
}

function withBounds(nodes: readonly Node[], captures: ReadonlyMap<number, TimedCapture>): readonly TimelinePost[] {
  const lasts = new Map([...captures].map(([dump, { places }]) => [dump, places.at(-1)]));
  const daysOf = (node: Node): readonly (Day | undefined)[] =>
    [...node.keys()].map((dump) => captures.get(dump)?.retrieved);
  return nodes.map((node, at): TimelinePost => {
    const days = daysOf(node);
    const shown = days.filter((day) => day !== undefined).toSorted()[0];
    // A capture made after one that shows the post, or on the same day, did not end where the channel did.
    const ended = [...(nodes[at - 1] ?? [])].flatMap(([dump, place]) =>
      lasts.get(dump) === place ? (captures.get(dump)?.retrieved ?? []) : [],
    );
    const unseen = ended
      .filter((day) => days.every((own) => own !== undefined && own > day))
      .toSorted()
      .at(-1);
    return {
      shownBy: [...node].map(([dump, place]) => ({ dump, place })),
      ...(shown === undefined ? {} : { shown }),
      ...(unseen === undefined ? {} : { unseen }),
    };
  });
}
