import { type FacetCounts, type FacetLabels, type FacetName, facetNames } from "./facets.ts";

/** What a search can be narrowed by before anything is asked, as the page holds it: the index is not open yet. */
export interface FirstFacets {
  readonly counts: Readonly<Record<FacetName, readonly (readonly [value: string, posts: number])[]>>;
  readonly labels: FacetLabels;
  /** First and last day of the archive. */
  readonly span: readonly [first: string, last: string];
}

/** The counts as facets show them. */
export function countsIn({ counts }: FirstFacets): FacetCounts {
  return byFacet(facetNames.map((name) => [name, new Map(counts[name])]));
}

/** A record of all facets. */
export function byFacet<Value>(entries: readonly (readonly [FacetName, Value])[]): Record<FacetName, Value> {
  return Object.fromEntries(entries) as Record<FacetName, Value>;
}
