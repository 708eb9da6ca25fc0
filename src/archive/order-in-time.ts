import { type Post, sourcesOf } from "../model/post.ts";
import { compare } from "../text/compare.ts";

/**
 * Posts in the order of the archive, oldest first: by day, then by channel, and within the day of a channel as its captures show them. Posts of a day that
 * stand in several captures tie these together; where two captures contradict each other, and where none tells, the first by file goes first.
 */
export function inOrderOfTime<One extends Post>(posts: readonly One[]): readonly One[] {
  const sorted = posts.toSorted(byDayAndPlace);
  const all: One[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && isOfOneDay(sorted[from], sorted[to])) to += 1;
    for (const post of asShown(sorted.slice(from, to))) all.push(post);
    from = to;
  }
  return all;
}

function byDayAndPlace(one: Post, other: Post): number {
  return (
    compare(one.dating.best, other.dating.best) ||
    compare(one.channel.key, other.channel.key) ||
    compare(one.source.file, other.source.file) ||
    one.source.sequence - other.source.sequence ||
    compare(one.id, other.id)
  );
}

function isOfOneDay(one: Post | undefined, other: Post | undefined): boolean {
  return one?.dating.best === other?.dating.best && one?.channel.key === other?.channel.key;
}

/** Posts of one day, those that a capture shows above others first: a topological order (Kahn 1962) that takes the first by place of those that may come next. */
function asShown<One extends Post>(posts: readonly One[]): readonly One[] {
  if (posts.every(({ source }) => source.file === posts[0]?.source.file)) return posts;
  const followers = posts.map(() => [] as number[]);
  const awaited = posts.map(() => 0);
  for (const [place, next] of neighbours(posts)) {
    followers[place]?.push(next);
    awaited[next] = (awaited[next] ?? 0) + 1;
  }
  const ordered: One[] = [];
  const taken = posts.map(() => false);
  const isNext = (place: number): boolean => taken[place] === false && awaited[place] === 0;
  for (let at = 0, first = 0; ordered.length < posts.length; ) {
    while (at < posts.length && !isNext(at)) at += 1;
    while (taken[first] === true) first += 1;
    // Captures that contradict each other leave none: then the first by place.
    const next = at < posts.length ? at : first;
    taken[next] = true;
    for (const follower of followers[next] ?? []) {
      awaited[follower] = (awaited[follower] ?? 0) - 1;
      if (isNext(follower)) at = Math.min(at, follower);
    }
    const post = posts[next];
    if (post !== undefined) ordered.push(post);
  }
  return ordered;
}

/** A post in a capture: its place in the list, and its place in time there. */
interface Shown {
  readonly place: number;
  readonly sequence: number;
}

/** Places of posts that stand one above the other in a capture, or by their numbers, other posts than these left out. */
function neighbours(posts: readonly Post[]): readonly (readonly [number, number])[] {
  const captures = new Map<string, Shown[]>();
  const add = (key: string, shown: Shown): void => {
    const own = captures.get(key);
    if (own) own.push(shown);
    else captures.set(key, [shown]);
  };
  for (const [place, post] of posts.entries())
    for (const { file, sha256, sequence } of sourcesOf(post)) add(`${file}\n${sha256}`, { place, sequence });
  for (const [place, { number }] of posts.entries())
    if (number !== undefined) add("numbers", { place, sequence: number });
  return [...captures.values()].flatMap((own) => {
    const down = own.toSorted((one, other) => one.sequence - other.sequence);
    return down.slice(1).map(({ place }, at) => [down[at]?.place ?? place, place] as const);
  });
}
