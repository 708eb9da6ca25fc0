import type { PostPage } from "../model/post-page.ts";

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

/** The values of a post by facet. */
export const facetColumns: Readonly<Record<StoredFacet, (page: PostPage) => readonly string[]>> = {
  channel: ({ post }) => [post.channel.key],
  language: ({ post }) => [post.language],
  date: ({ date }) => [date.known],
  boundary: ({ post }) => [post.boundary.kind],
  forwarded: ({ post }) => [post.forwardedFrom === undefined ? "no" : "yes"],
  media: ({ post }) => [...new Set(post.media)],
  tag: ({ post }) => [...new Set(post.tags.map((tag) => tag.key))],
};
