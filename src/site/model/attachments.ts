import type { Media, Post } from "../../model/post.ts";

/** What the page says it could not show, the things left out that stand on it as attachments. */
export function missingMedia({ media, poll, files }: Post): readonly Media[] {
  return media.filter((kind) => (kind !== "poll" || !poll) && (kind !== "document" || !files));
}
