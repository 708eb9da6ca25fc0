import { languageCounted } from "../model/language-counted.ts";
import type { PostPage } from "../model/post-page.ts";
import type { StoredFacet } from "./facets.ts";

/** The values of a post by facet. */
export const facetColumns: Readonly<Record<StoredFacet, (page: PostPage) => readonly string[]>> = {
  channel: ({ post }) => [post.channel.key],
  language: ({ post }) => languageCounted(post),
  date: ({ date }) => [date.known],
  boundary: ({ post }) => [post.boundary.kind],
  forwarded: ({ post }) => [post.forwardedFrom === undefined ? "no" : "yes"],
  media: ({ post }) => [...new Set(post.media)],
  topic: ({ post }) => (post.topic === undefined ? [] : [post.topic]),
  tag: ({ post }) => [...new Set(post.tags.map((tag) => tag.key))],
};
