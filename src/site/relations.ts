import { relationsAmong } from "../archive/relations.ts";
import type { FirstKind } from "./first-kind.ts";
import type { PostPage } from "./post-page.ts";

/** How the posts of the site stand to each other; lists run from the oldest. */
export interface PageRelations {
  /** The group of a post that others say the same as, or nearly so. */
  groupOf(page: PostPage): TwinPages | undefined;
  /** The post that a forward was forwarded from. */
  originalOf(page: PostPage): PostPage | undefined;
  forwardsOf(page: PostPage): readonly PostPage[];
  /** The post that a reply quotes. */
  quotedBy(page: PostPage): PostPage | undefined;
  repliesTo(page: PostPage): readonly PostPage[];
}

/** Posts that say the same, or nearly so, and which of them had it first, as far as the dates tell. */
export interface TwinPages {
  /** Counted from 0 in the order of the oldest posts. */
  readonly number: number;
  readonly pages: readonly PostPage[];
  /** One where it is sure; several where it is open. */
  readonly first: readonly PostPage[];
}

/** Compares all posts of the site, oldest first. */
export function pageRelations(pages: readonly PostPage[]): PageRelations {
  const { groups, groupOf, originals, forwards, quoted, replies } = relationsAmong(pages.map((page) => page.post));
  const at = (places: readonly number[]): readonly PostPage[] => places.flatMap((place) => pages[place] ?? []);
  const one = (place: number | undefined): PostPage | undefined => (place === undefined ? undefined : pages[place]);
  const twins = groups.map(
    ({ posts, first }, number): TwinPages => ({
      number,
      pages: at(posts),
      first: at(first.kind === "sure" ? [first.post] : first.among),
    }),
  );
  return {
    groupOf: ({ place }) => twins[groupOf.get(place) ?? -1],
    originalOf: ({ place }) => one(originals.get(place)),
    forwardsOf: ({ place }) => at(forwards.get(place) ?? []),
    quotedBy: ({ place }) => one(quoted.get(place)),
    repliesTo: ({ place }) => at(replies.get(place) ?? []),
  };
}

/** Whether a post of a group had the text first. */
export function firstKind({ first }: TwinPages, page: PostPage): FirstKind {
  if (!first.includes(page)) return "no";
  return first.length === 1 ? "sure" : "open";
}
