import type { Post } from "../../model/post.ts";

/**
 * The language that a post counts for where posts are told by language, `und` where it is not known; none of a service message, whose words
 * Telegram itself prints.
 */
export function languageCounted({ language, media }: Pick<Post, "language" | "media">): readonly string[] {
  return language === "und" && media.includes("service") ? [] : [language];
}
