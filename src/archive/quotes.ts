import type { Post } from "../model/post.ts";
import { excerptOf } from "../text/excerpt.ts";
import { keyOfNumber } from "./identity.ts";

/**
 * Gives replies that know the number of their quoted post, and none of its words, the opening of that post: an export parts its posts into
 * files, and quotes none of another file. No words of a withdrawn post are quoted. `known` are the posts that the archive had before, whose dumps may be gone.
 */
export function withQuotes(posts: readonly Post[], known: readonly Post[] = []): readonly Post[] {
  if (!posts.some(isOpen)) return posts;
  const byNumber = new Map<string, Post>();
  const withdrawn = new Set(known.filter((post) => post.withdrawn !== undefined).map(({ id }) => id));
  for (const post of [...known, ...posts].filter(({ id }) => !withdrawn.has(id)))
    if (post.number !== undefined) byNumber.set(keyOfNumber(post.channel, post.number), post);
  return posts.map((post): Post => {
    const { replyTo } = post;
    if (replyTo?.number === undefined || !isOpen(post)) return post;
    const quoted = byNumber.get(keyOfNumber(post.channel, replyTo.number));
    if (quoted === undefined) return post;
    return {
      ...post,
      replyTo: {
        ...replyTo,
        author: quoted.signature ?? (replyTo.author || quoted.channel.name),
        excerpt: excerptOf(quoted.text),
      },
    };
  });
}

function isOpen({ replyTo }: Post): boolean {
  return replyTo?.number !== undefined && replyTo.excerpt === "";
}
