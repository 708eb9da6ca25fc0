import type { Permalinks } from "../../archive/permalinks.ts";
import type { Settings } from "./settings.ts";
import { homePath, postsPath, postTemplatePath, type SitePath } from "./urls.ts";

/** Whether each post's record stands beside its page, and the addresses by which later builds know. */
export interface PostRecords {
  readonly areThere: boolean;
  /** Addresses to note as published, beside those of pages. */
  readonly marks: readonly SitePath[];
}

/** Archives of so many posts have no files of records unless they ask for them: these would be half of all files. */
const manyPosts = 10_000;

/**
 * Decides on the records of posts. Where they were published they stay, since an address answers for ever: sites built before there was a choice
 * published them, and one built without them notes the folder of posts as an address, one with them after that an address in it.
 */
export function postRecords(settings: Settings, { pages }: Permalinks, posts: number): PostRecords {
  const isMarked = pages.has(postsPath);
  const werePublished = isMarked ? pages.has(postTemplatePath) : pages.has(homePath);
  const areThere = werePublished || (settings.records ?? (posts < manyPosts ? "each" : "none")) === "each";
  if (!areThere) return { areThere, marks: [postsPath] };
  return { areThere, marks: isMarked ? [postTemplatePath] : [] };
}
