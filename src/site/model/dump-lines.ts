import { type LineRange, type Post, sourcesOf } from "../../model/post.ts";

/** The lines of a post in one dump. */
export function linesIn(post: Post, sha256: string): readonly LineRange[] {
  return sourcesOf(post).flatMap((source) => (source.sha256 === sha256 ? source.lines : []));
}
