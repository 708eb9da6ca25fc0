/** What a search can be narrowed by, in the order the search page shows it: each a parameter of its address too. */
export const facetNames = ["year", "month", "channel", "language", "date", "forwarded", "media", "tag"] as const;
/** One of `facetNames`. */
export type FacetName = (typeof facetNames)[number];

/** The words of facet values that do not speak for themselves, such as the name behind a channel's key. */
export type FacetLabels = Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>>;
