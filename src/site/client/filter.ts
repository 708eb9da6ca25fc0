import { type FacetName, facetNames } from "../search/facets.ts";
import type { Bundle } from "./bundle.ts";
import type { Matches } from "./match.ts";
import { asksNothing, type Copies, orderOf, type Question, type SortOrder } from "./question.ts";

/** How many posts bear each value of each facet. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** A post of a bundle. */
export interface Place {
  readonly bundle: number;
  readonly post: number;
}

/** The posts that answer a question, in its order, and what each choice beside them would find. */
export interface Answer {
  readonly places: readonly Place[];
  /** How many posts stand behind others that say nearly the same. */
  readonly hidden: number;
  /** Whether posts among the answers say nearly the same. */
  readonly hasCopies: boolean;
  /** For each value: how many posts the list would show with it, the other choices of its own facet left out of account; of copies that the list folds, one counts. */
  readonly counts: FacetCounts;
}

/** Narrows what words found by the facets and days of a question; a blank question finds nothing and counts everything. */
export function filtered(bundles: readonly Bundle[], matches: Matches, question: Question): Answer {
  const tallies = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as Record<
    FacetName,
    Map<string, number>
  >;
  const found: Scored[] = [];
  const isFolded = folding(question.copies);
  for (const [number, bundle] of bundles.entries()) {
    const { posts } = bundle;
    const tests = facetNames.map((name) => testOf(bundle, name, question.chosen[name]));
    const numbers = facetNames.map(() => new Map<number, number>());
    const scores = matches.scores?.[number];
    for (const post of scores?.keys() ?? posts.days.keys()) {
      if (!isBetween(posts.days[post] ?? "", question)) continue;
      const failed = tests.flatMap((test, facet) => (test(post) ? [] : [facet]));
      if (failed.length > 1) continue;
      for (const [facet, name] of facetNames.entries()) {
        if (failed.length > 0 && failed[0] !== facet) continue;
        const value = posts.columns[name].posts[post] ?? -1;
        for (const each of typeof value === "number" ? [value] : value) {
          if (isFolded(posts.groupOf(post), name, posts.columns[name].values[each] ?? "")) continue;
          numbers[facet]?.set(each, (numbers[facet]?.get(each) ?? 0) + 1);
        }
      }
      if (failed.length === 0) found.push({ bundle: number, post, score: scores?.get(post) ?? 0 });
    }
    for (const [facet, name] of facetNames.entries()) {
      for (const [value, count] of numbers[facet] ?? []) {
        const text = posts.columns[name].values[value];
        if (text !== undefined) tallies[name].set(text, (tallies[name].get(text) ?? 0) + count);
      }
    }
  }
  const places = asksNothing(question) ? [] : found.sort(orders[orderOf(question)]);
  const single = firstOfEach(places, bundles);
  const hasCopies = single.length < places.length;
  if (question.copies === "all") return { places, hidden: 0, hasCopies, counts: tallies };
  return { places: single, hidden: places.length - single.length, hasCopies, counts: tallies };
}

/** Tells whether a post of a group is counted for a value already, by another of its group; never where the list shows all copies. */
function folding(copies: Copies): (group: number | undefined, name: FacetName, value: string) => boolean {
  const counted = new Set<string>();
  return (group, name, value) => {
    if (copies === "all" || group === undefined) return false;
    const key = `${group} ${name} ${value}`;
    const isCounted = counted.has(key);
    counted.add(key);
    return isCounted;
  };
}

/** The places without those whose group stands before them already. */
function firstOfEach(places: readonly Scored[], bundles: readonly Bundle[]): readonly Scored[] {
  const seen = new Set<number>();
  return places.filter(({ bundle, post }) => {
    const group = bundles[bundle]?.posts.groupOf(post);
    if (group === undefined) return true;
    const isFirst = !seen.has(group);
    seen.add(group);
    return isFirst;
  });
}

interface Scored extends Place {
  readonly score: number;
}

/** Bundles follow each other in time, and so do the posts of each: their numbers are the order of the archive. */
const oldestFirst = (one: Scored, other: Scored): number => one.bundle - other.bundle || one.post - other.post;
const newestFirst = (one: Scored, other: Scored): number => oldestFirst(other, one);

const orders: Readonly<Record<SortOrder, (one: Scored, other: Scored) => number>> = {
  relevance: (one, other) => other.score - one.score || newestFirst(one, other),
  newest: newestFirst,
  oldest: oldestFirst,
};

function testOf(bundle: Bundle, name: FacetName, chosen: readonly string[]): (post: number) => boolean {
  if (chosen.length === 0) return () => true;
  const column = bundle.posts.columns[name];
  const wanted = new Set(chosen.map((value) => column.values.indexOf(value)).filter((value) => value >= 0));
  return (post) => {
    const value = column.posts[post] ?? -1;
    return typeof value === "number" ? wanted.has(value) : value.some((each) => wanted.has(each));
  };
}

function isBetween(day: string, { from, to }: Question): boolean {
  return (from === "" || day >= from) && (to === "" || day <= to);
}
