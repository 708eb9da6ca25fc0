/** What a search can be narrowed by, in the order the search page shows it: each a parameter of its address too. */
export const facetNames = [
  "year",
  "month",
  "channel",
  "language",
  "date",
  "boundary",
  "forwarded",
  "media",
  "topic",
  "tag",
] as const;
/** One of `facetNames`. */
export type FacetName = (typeof facetNames)[number];

/** How many posts have each value of each facet. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** The words of facet values that do not speak for themselves, such as the name behind a channel's key. */
export type FacetLabels = Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>>;

/** A facet that an index keeps a column for; years and months follow from the days. */
export type StoredFacet = Exclude<FacetName, "year" | "month">;
