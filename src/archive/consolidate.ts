import type { Post, Unnamed } from "../model/post.ts";
import { identify } from "./identity.ts";
import { mergeCaptures } from "./merge.ts";
import { withQuotes } from "./quotes.ts";

/** The posts of all dumps as the archive holds them. */
export interface Consolidated {
  /** Each post once, merged from all its captures. */
  readonly posts: readonly Post[];
  /** Dump by dump, the posts as that dump shows them, with their ids. */
  readonly byDump: readonly (readonly Post[])[];
  /** See `Identified.successors`. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
}

/**
 * Merges the posts of all dumps and gives them their ids; known posts keep theirs, and so do the `remains` of those that cannot be read. `elsewhere`
 * as in `identify`.
 */
export function consolidate(
  dumps: readonly (readonly Unnamed[])[],
  known: readonly Post[],
  elsewhere?: (id: string) => boolean,
  remains: readonly Post[] = [],
): Consolidated {
  const merged = mergeCaptures(dumps);
  const { posts: identified, successors } = identify(
    merged.map(({ post }) => post),
    [...known, ...remains],
    elsewhere,
  );
  const posts = withQuotes(identified, known);
  const ids = dumps.map((own) => new Array<string>(own.length).fill(""));
  for (const [index, { readings }] of merged.entries()) {
    for (const { dump, place } of readings) {
      const own = ids[dump];
      if (own !== undefined) own[place] = posts[index]?.id ?? "";
    }
  }
  const named = dumps.map((own, dump) => own.map((post, place): Post => ({ id: ids[dump]?.[place] ?? "", ...post })));
  const byDump = named.map((own) => withQuotes(own, posts));
  return { posts, byDump, successors };
}
