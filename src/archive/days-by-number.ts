import { addDays, type Day, dayNumber } from "../model/day.ts";
import type { Dating, Post } from "../model/post.ts";

/** What of a post tells its place among those of its channel. */
export type Numbered = Pick<Post, "number" | "dating"> & { readonly channel: Pick<Post["channel"], "key"> };

/** A number in a channel, and the day that is known of its post. */
interface Known {
  readonly number: number;
  readonly dating: Dating;
}

/** The posts of a channel without a day: their numbers in ascending order, and the nearest known posts with a lower and a higher one. */
interface OpenNumbers {
  readonly numbers: readonly number[];
  readonly below: (Known | undefined)[];
  readonly above: (Known | undefined)[];
  isSettled: boolean;
}

/**
 * The days of posts of which a capture tells the number and no day. A channel counts its posts as it publishes them, so that each lies between the
 * nearest posts of lower and higher number whose days are known. What `tell` tells may come in any order.
 */
export class DaysByNumber {
  /** By key of the channel. */
  private readonly open = new Map<string, OpenNumbers>();

  constructor(posts: Iterable<Numbered>) {
    const numbers = new Map<string, Set<number>>();
    for (const post of posts) {
      if (!isWithoutDay(post) || post.number === undefined) continue;
      const own = numbers.get(post.channel.key) ?? new Set();
      numbers.set(post.channel.key, own.add(post.number));
    }
    for (const [key, own] of numbers) {
      const sorted = [...own].sort((one, other) => one - other);
      const none = sorted.map(() => undefined);
      this.open.set(key, { numbers: sorted, below: [...none], above: [...none], isSettled: false });
    }
  }

  /** Whether there is no post to be dated. */
  get isEmpty(): boolean {
    return this.open.size === 0;
  }

  /** Takes notice of a post whose day is known; of any other it takes none. */
  tell({ channel, number, dating }: Numbered): void {
    const own = this.open.get(channel.key);
    if (own === undefined || number === undefined || !isKnown(dating)) return;
    const known = { number, dating };
    const next = firstAbove(own.numbers, number);
    const last = own.numbers[next - 1] === number ? next - 2 : next - 1;
    if (next < own.numbers.length) own.below[next] = nearer(own.below[next], known, "higher");
    if (last >= 0) own.above[last] = nearer(own.above[last], known, "lower");
  }

  /** A post with the days that its number leaves open, where these are fewer than its own; any other as it is. To be asked when all was told. */
  dated<Item extends Numbered>(post: Item): Item {
    const own = this.open.get(post.channel.key);
    const { number } = post;
    if (own === undefined || number === undefined || !isWithoutDay(post)) return post;
    const place = firstAbove(own.numbers, number) - 1;
    if (own.numbers[place] !== number) return post;
    settle(own);
    const dating = between(post.dating, number, own.below[place], own.above[place]);
    return dating === undefined ? post : { ...post, dating };
  }
}

/** Between a known post and one without a day there may be others without one: what bounds the nearest of them bounds them all. */
function settle(own: OpenNumbers): void {
  if (own.isSettled) return;
  own.isSettled = true;
  for (let place = 1; place < own.numbers.length; place += 1) own.below[place] ??= own.below[place - 1];
  for (let place = own.numbers.length - 2; place >= 0; place -= 1) own.above[place] ??= own.above[place + 1];
}

/** Whether a post has a number and no day that is known. */
export function isWithoutDay({ number, dating }: Pick<Numbered, "number" | "dating">): boolean {
  return number !== undefined && !isKnown(dating);
}

/** Days that come from the capture itself or from a person: the text of no other post has a part in them. */
function isKnown({ basis }: Dating): boolean {
  return basis === "timestamp" || basis === "given";
}

/** Of two known posts the one with the higher or the lower number; of one number, the one that is known more closely. */
function nearer(one: Known | undefined, other: Known, wanted: "higher" | "lower"): Known {
  if (one === undefined) return other;
  if (one.number !== other.number) return one.number > other.number === (wanted === "higher") ? one : other;
  const [first, second] = [one, other].map(({ dating: { earliest, latest, best, basis } }) =>
    [basis === "given" ? 0 : 1, `${dayNumber(latest) - dayNumber(earliest)}`.padStart(9, "0"), best].join(" "),
  );
  return (first ?? "") <= (second ?? "") ? one : other;
}

/** The place of the first number of a list in ascending order that is higher than another. */
function firstAbove(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A date with the days that two known posts leave open; `undefined` where they say nothing new, or contradict it or each other. */
function between(own: Dating, number: number, below: Known | undefined, above: Known | undefined): Dating | undefined {
  const [from, to] = [below?.dating.earliest ?? own.earliest, above?.dating.latest ?? own.latest];
  const earliest = from > own.earliest ? from : own.earliest;
  const latest = to < own.latest ? to : own.latest;
  if (earliest > latest || (earliest === own.earliest && latest === own.latest)) return undefined;
  const likely = below === undefined || above === undefined ? own.best : onTheWay(number, below, above);
  const best = likely < earliest ? earliest : likely > latest ? latest : likely;
  return {
    best,
    earliest,
    latest,
    basis: "neighbours",
    edtf: earliest === latest ? `${earliest}~` : `${earliest}/${latest}`,
  };
}

/** The day on which a channel that publishes evenly comes to a number. */
function onTheWay(number: number, below: Known, above: Known): Day {
  const days = dayNumber(above.dating.best) - dayNumber(below.dating.best);
  return addDays(below.dating.best, Math.round((days * (number - below.number)) / (above.number - below.number)));
}

/** The nearest posts of lower and higher number whose days are known. */
export interface NumberNeighbours<Item> {
  readonly before?: Item;
  readonly after?: Item;
}

/** Finds the nearest posts by number of those whose days are known. `postOf` tells the post of a thing. */
export function besideByNumber<Item>(
  items: Iterable<Item>,
  postOf: (item: Item) => Numbered,
): (post: Numbered) => NumberNeighbours<Item> {
  const channels = new Map<string, { readonly number: number; readonly item: Item }[]>();
  for (const item of items) {
    const { channel, number, dating } = postOf(item);
    if (number === undefined || !isKnown(dating)) continue;
    const own = channels.get(channel.key) ?? [];
    channels.set(channel.key, own);
    own.push({ number, item });
  }
  const sorted = new Map(
    [...channels].map(([key, own]) => {
      const inOrder = own.toSorted((one, other) => one.number - other.number);
      return [key, { inOrder, numbers: inOrder.map(({ number }) => number) }] as const;
    }),
  );
  return ({ channel, number }) => {
    const own = sorted.get(channel.key);
    if (own === undefined || number === undefined) return {};
    const before = own.inOrder[firstAbove(own.numbers, number - 1) - 1];
    const after = own.inOrder[firstAbove(own.numbers, number)];
    return {
      ...(before === undefined ? {} : { before: before.item }),
      ...(after === undefined ? {} : { after: after.item }),
    };
  };
}
