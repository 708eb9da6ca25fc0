/** What a search can be narrowed by, in the order the search page shows it. Pagefind reserves `any`, `all`, `none` and `not`. */
export const facetNames = ["year", "channel", "language", "date", "forwarded", "tag"] as const;
/** One of `facetNames`: a filter of the index, and its parameter in the search page's address. */
export type FacetName = (typeof facetNames)[number];

/** The words of facet values that do not speak for themselves, such as the name behind a channel's key. */
export type FacetLabels = Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>>;

/** What the browser must know to search: the bundles of the index, and labels. Kept as `pagefind/bundles.json`. */
export interface SearchManifest {
  /** Addresses of the bundles' folders, relative to the root of the site. */
  readonly bundles: readonly string[];
  readonly labels: FacetLabels;
}
