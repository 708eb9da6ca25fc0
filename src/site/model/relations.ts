import { relationsAmong } from "../../archive/relations.ts";
import type { FirstKind } from "./first-kind.ts";
import type { PostPage } from "./post-page.ts";

/** How the posts of the site stand to each other; lists run from the oldest. */
export interface PageRelations {
  /** The group of a post that others say the same as, or nearly so. */
  groupOf(page: PostPage): DuplicatePages | undefined;
  /** The post that a forward was forwarded from. */
  originalOf(page: PostPage): PostPage | undefined;
  forwardsOf(page: PostPage): readonly PostPage[];
  /** The post that a reply quotes. */
  quotedBy(page: PostPage): PostPage | undefined;
  repliesTo(page: PostPage): readonly PostPage[];
  /** The lists of posts on a post's page. */
  listsOf(page: PostPage): RelationLists;
}

/**
 * The posts that a post's page lists, each once: one that is linked to it more closely, as its original, its forward, the post
 * it quotes or its reply, is no longer told to say the same.
 */
export interface RelationLists {
  readonly forwards: readonly PostPage[];
  readonly replies: readonly PostPage[];
  readonly same: readonly PostPage[];
}

/** Posts that say the same, or nearly so, and which of them had it first, as far as the dates tell. */
export interface DuplicatePages {
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
  const duplicates = groups.map(
    ({ posts, first }, number): DuplicatePages => ({
      number,
      pages: at(posts),
      first: at(first.kind === "sure" ? [first.post] : first.among),
    }),
  );
  const relations = {
    groupOf: ({ place }: PostPage) => duplicates[groupOf.get(place) ?? -1],
    originalOf: ({ place }: PostPage) => one(originals.get(place)),
    forwardsOf: ({ place }: PostPage) => at(forwards.get(place) ?? []),
    quotedBy: ({ place }: PostPage) => one(quoted.get(place)),
    repliesTo: ({ place }: PostPage) => at(replies.get(place) ?? []),
  };
  return { ...relations, listsOf: (page) => listsOf(page, relations) };
}

function listsOf(page: PostPage, relations: Omit<PageRelations, "listsOf">): RelationLists {
  const { groupOf, originalOf, forwardsOf, quotedBy, repliesTo } = relations;
  const listed = new Set([page, originalOf(page), quotedBy(page)]);
  const unlisted = (pages: readonly PostPage[]): readonly PostPage[] =>
    pages.filter((other) => !listed.has(other) && listed.add(other));
  return {
    forwards: unlisted(forwardsOf(page)),
    replies: unlisted(repliesTo(page)),
    same: unlisted(groupOf(page)?.pages ?? []),
  };
}

/** Whether a post of a group had the text first. */
export function firstKind({ first }: DuplicatePages, page: PostPage): FirstKind {
  if (!first.includes(page)) return "no";
  return first.length === 1 ? "sure" : "open";
}
