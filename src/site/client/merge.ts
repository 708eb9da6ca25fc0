import { type FacetName, facetNames } from "../search/facets.ts";
import type { FacetCounts, Found, Hit } from "./bundle.ts";
import type { SortOrder } from "./question.ts";

/** Hands out the merged results of several bundles, some at a time; less than asked for at the end. */
export type TakeNext = (count: number) => Promise<readonly Found[]>;

/**
 * Merges the answers of several bundles. By relevance their scores decide. By date each bundle's own sorted list is
 * kept and the lists are merged by day, because Pagefind gives sorted results no score that bundles share.
 */
export function merged(lists: readonly (readonly Hit[])[], order: SortOrder): TakeNext {
  return order === "relevance" ? byScore(lists) : byDay(lists, order);
}

/** Adds up the counts of several bundles. */
export function summed(all: readonly FacetCounts[]): FacetCounts {
  const sums: Partial<Record<FacetName, Record<string, number>>> = {};
  for (const name of facetNames) {
    const values: Record<string, number> = {};
    for (const counts of all) {
      for (const [value, count] of Object.entries(counts[name] ?? {})) values[value] = (values[value] ?? 0) + count;
    }
    sums[name] = values;
  }
  return sums;
}

function byScore(lists: readonly (readonly Hit[])[]): TakeNext {
  const hits = lists.flat().sort((one, other) => other.score - one.score);
  let taken = 0;
  return async (count) => {
    const next = hits.slice(taken, taken + count);
    taken += next.length;
    return Promise.all(next.map((hit) => hit.load()));
  };
}

function byDay(lists: readonly (readonly Hit[])[], order: "newest" | "oldest"): TakeNext {
  const queues = lists.map((hits) => ({ hits, next: 0, loaded: [] as Promise<Found>[] }));
  const before = (one: Found, other: Found): boolean =>
    order === "newest" ? one.details.day > other.details.day : one.details.day < other.details.day;
  return async (count) => {
    // No list can give more than `count`, so that these loads run side by side and none is waited for twice.
    for (const queue of queues) {
      for (const hit of queue.hits.slice(queue.loaded.length, queue.next + count)) queue.loaded.push(hit.load());
    }
    const taken: Found[] = [];
    while (taken.length < count) {
      let first: { found: Found; queue: (typeof queues)[number] } | undefined;
      for (const queue of queues) {
        const found = await queue.loaded[queue.next];
        if (found !== undefined && (first === undefined || before(found, first.found))) first = { found, queue };
      }
      if (first === undefined) break;
      first.queue.next += 1;
      taken.push(first.found);
    }
    return taken;
  };
}
