import { enlarged } from "../model/enlarged.ts";
import { unspaced } from "../text/segments.ts";

/**
 * Groups texts that say nearly the same: those joined, directly or through others, by pairs whose sets of shingles (three
 * words in a row, case and punctuation left out) have at least `alikeFrom` of their union in common (Jaccard 1901; shingles
 * as in Broder 1997, "On the resemblance and containment of documents"). Exact: no pair is missed. Pairs are found through
 * an inverted index of each set's rarest shingles, since two sets that have so much in common share one of those (prefix
 * filtering: Chaudhuri, Ganti & Kaushik 2006; lengths as in Bayardo, Ma & Srikant 2007, "Scaling up all pairs similarity
 * search"). Pairs whose texts are in one group already are not compared.
 *
 * Texts of fewer than `fewestWords` words belong to no group. The answer holds indexes of `texts`, each group and the list
 * of groups in ascending order.
 */
export function nearTexts(texts: readonly string[]): readonly (readonly number[])[] {
  const { sets, spread } = shingleSets(texts);
  const groups = new Groups(texts.length);
  const bySize = [...sets.keys()]
    .filter((text) => sizeOf(sets, text) > 0)
    .sort((one, other) => sizeOf(sets, one) - sizeOf(sets, other) || one - other);
  const chains = new Chains(spread.length, groups);
  for (const text of bySize) {
    const own = sets[text] ?? noShingles;
    const shortest = leastShared(own.length);
    const prefix = own.length - shortest + 1;
    for (let at = 0; at < prefix; at += 1) {
      const shingle = own[at] ?? 0;
      // Nobody else has it.
      if ((spread[shingle] ?? 0) < 2) continue;
      for (let link = chains.newest(shingle); link !== none; ) {
        const other = chains.textAt(link);
        const set = sets[other] ?? noShingles;
        if (set.length < shortest) break;
        if (!groups.joined(text, other) && areAlike(own, set)) groups.join(text, other);
        link = groups.joined(text, other) ? chains.nextOfOtherGroup(link) : chains.next(link);
      }
      chains.add(shingle, text);
    }
  }
  return groups.ofSeveral();
}

/** From this share of shingles in common on, two texts say nearly the same. */
export const alikeFrom = 0.6;
/** Below this many words a text says nothing of its own: greetings are not taken from one another. */
export const fewestWords = 10;

const wordsInShingle = 3;
const none = -1;
const noShingles = new Uint32Array();

function sizeOf(sets: readonly Uint32Array[], text: number): number {
  return sets[text]?.length ?? 0;
}

/** How many shingles a set of this size has at least in common with any that is like it and not larger. */
function leastShared(size: number): number {
  return Math.ceil(alikeFrom * size - rounding);
}

/** Products of shares and sizes are off by less than this; whole numbers are not so near to each other. */
const rounding = 1e-9;

/** Both are sets in ascending order. */
function areAlike(one: Uint32Array, other: Uint32Array): boolean {
  const needed = Math.ceil((alikeFrom / (1 + alikeFrom)) * (one.length + other.length) - rounding);
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    if (shared + Math.min(one.length - left, other.length - right) < needed) return false;
    const a = one[left] ?? 0;
    const b = other[right] ?? 0;
    if (a === b) shared += 1;
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  return shared >= needed;
}

interface ShingleSets {
  /** For each text its shingles in ascending order; shingles are numbered from the rarest. */
  readonly sets: readonly Uint32Array[];
  /** By a shingle's number, in how many texts it stands. */
  readonly spread: Uint32Array;
}

function shingleSets(texts: readonly string[]): ShingleSets {
  const words = new Map<string, number>();
  const numbered = new ShingleNumbers();
  const sets = texts.map((text) => numbered.of(wordNumbers(text, words)));
  const spread = new Uint32Array(numbered.size);
  for (const set of sets) for (const shingle of set) spread[shingle] = (spread[shingle] ?? 0) + 1;
  const rank = ranksBy(spread);
  const ranked = new Uint32Array(spread.length);
  for (const [shingle, place] of rank.entries()) ranked[place] = spread[shingle] ?? 0;
  for (const set of sets) {
    for (let at = 0; at < set.length; at += 1) set[at] = rank[set[at] ?? 0] ?? 0;
    set.sort();
  }
  return { sets, spread: ranked };
}

/** The place of each shingle when they are put in order from the rarest, by counting. */
function ranksBy(spread: Uint32Array): Uint32Array {
  const most = spread.reduce((max, count) => Math.max(max, count), 0);
  const starts = new Uint32Array(most + 2);
  for (const count of spread) starts[count + 1] = (starts[count + 1] ?? 0) + 1;
  for (let count = 1; count < starts.length; count += 1)
    starts[count] = (starts[count] ?? 0) + (starts[count - 1] ?? 0);
  return spread.map((count) => {
    const place = starts[count] ?? 0;
    starts[count] = place + 1;
    return place;
  });
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Words by number; scripts without blanks between words count by their letters. */
function wordNumbers(text: string, words: Map<string, number>): Uint32Array {
  const runs = text.normalize("NFKC").toLowerCase().match(wordPattern) ?? [];
  const found = unspaced.test(text) ? runs.flatMap((run) => (unspaced.test(run) ? [...run] : [run])) : runs;
  return Uint32Array.from(found, (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size);
    return words.size - 1;
  });
}

/**
 * Numbers shingles in the order they are met. An open hash table of places in the words of all texts: a shingle is never
 * kept as text, nor taken for another that has its hash, and there can be more of them than a Map holds.
 */
class ShingleNumbers {
  size = 0;
  /** The words of all texts, one after the other. */
  private words = new Uint32Array(1 << 12);
  private end = 0;
  /** For each shingle where it first stands in `words`. */
  private places = new Uint32Array(1 << 11);
  private slots = new Int32Array(1 << 12).fill(none);

  /** The distinct shingles of a text, by its words; none of a text that is too short. */
  of(words: Uint32Array): Uint32Array {
    if (words.length < fewestWords) return noShingles;
    const start = this.end;
    this.end += words.length;
    this.words = enlarged(this.words, this.end);
    this.words.set(words, start);
    const found = new Uint32Array(words.length - wordsInShingle + 1);
    for (let at = 0; at < found.length; at += 1) found[at] = this.numberAt(start + at);
    found.sort();
    return found.filter((shingle, at) => at === 0 || shingle !== found[at - 1]);
  }

  private numberAt(place: number): number {
    const slot = this.slotOf(place);
    const known = this.slots[slot] ?? none;
    if (known !== none) return known;
    const number = this.size++;
    this.slots[slot] = number;
    this.places = enlarged(this.places, number + 1);
    this.places[number] = place;
    if (this.size * 2 > this.slots.length) this.spreadOut();
    return number;
  }

  /** The slot of the shingle that stands at a place: its own, or the free one where it belongs. */
  private slotOf(place: number): number {
    const mask = this.slots.length - 1;
    let slot = this.hashAt(place) & mask;
    while (this.slots[slot] !== none && !this.isSame(this.places[this.slots[slot] ?? 0] ?? 0, place)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isSame(one: number, other: number): boolean {
    for (let word = 0; word < wordsInShingle; word += 1) {
      if (this.words[one + word] !== this.words[other + word]) return false;
    }
    return true;
  }

  /** Multiplied and mixed as in MurmurHash3 (Appleby 2011). */
  private hashAt(place: number): number {
    let hash = 0;
    for (let word = 0; word < wordsInShingle; word += 1) {
      hash = Math.imul(hash ^ (this.words[place + word] ?? 0), 0xcc9e2d51);
      hash ^= hash >>> 15;
      hash = Math.imul(hash, 0x1b873593);
    }
    return hash ^ (hash >>> 16);
  }

  private spreadOut(): void {
    this.slots = new Int32Array(this.slots.length * 4).fill(none);
    for (let number = 0; number < this.size; number += 1) this.slots[this.slotOf(this.places[number] ?? 0)] = number;
  }
}

/** For each shingle the texts that have it among their rarest, as a chain from the longest to the shortest. */
class Chains {
  private readonly heads: Int32Array;
  private readonly texts: number[] = [];
  private readonly following: number[] = [];
  /** For each link a later one, with nothing between the two but texts of its own group. Groups only grow, so that stays true. */
  private readonly skips: number[] = [];

  constructor(
    shingles: number,
    private readonly groups: Groups,
  ) {
    this.heads = new Int32Array(shingles).fill(none);
  }

  add(shingle: number, text: number): void {
    const next = this.newest(shingle);
    this.following.push(next);
    this.skips.push(next);
    this.heads[shingle] = this.texts.push(text) - 1;
  }

  newest(shingle: number): number {
    return this.heads[shingle] ?? none;
  }

  textAt(link: number): number {
    return this.texts[link] ?? none;
  }

  next(link: number): number {
    return this.following[link] ?? none;
  }

  /** Thousands of texts of one form stand in each other's chains; a text that joined them passes them in a step. */
  nextOfOtherGroup(link: number): number {
    const text = this.textAt(link);
    let at = this.skips[link] ?? none;
    while (at !== none && this.groups.joined(text, this.textAt(at))) at = this.skips[at] ?? none;
    this.skips[link] = at;
    return at;
  }
}

/** Texts that belong together: a union-find forest (Galler & Fischer 1964) whose roots are the first of their groups. */
class Groups {
  private readonly above: Uint32Array;

  constructor(texts: number) {
    this.above = Uint32Array.from({ length: texts }, (_, text) => text);
  }

  joined(one: number, other: number): boolean {
    return this.rootOf(one) === this.rootOf(other);
  }

  join(one: number, other: number): void {
    const roots = [this.rootOf(one), this.rootOf(other)] as const;
    this.above[Math.max(...roots)] = Math.min(...roots);
  }

  ofSeveral(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>();
    for (const text of this.above.keys()) {
      const root = this.rootOf(text);
      const own = groups.get(root);
      if (own) own.push(text);
      else groups.set(root, [text]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }

  private rootOf(text: number): number {
    let root = text;
    while (this.above[root] !== root) {
      const next = this.above[root] ?? root;
      this.above[root] = this.above[next] ?? next;
      root = next;
    }
    return root;
  }
}
