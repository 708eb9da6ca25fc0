import { textKey } from "../text/text-key.ts";
import type { PostPage } from "./post-page.ts";

/** Finds the other posts that have a post's text, oldest first. */
export type TwinsOf = (page: PostPage) => readonly PostPage[];

/** A text shorter than this says nothing of its own: `Good morning!` twice proves nothing. In UTF-16 units of its key. */
const shortestText = 24;

/** Gathers posts of the same text (`textKey`), such as a post, its forwards and its captures under another channel's name. */
export function twinsAmong(posts: readonly PostPage[]): TwinsOf {
  const byText = new Map<string, PostPage[]>();
  for (const page of posts) {
    const key = keyOf(page);
    if (key === undefined) continue;
    const own = byText.get(key);
    if (own) own.push(page);
    else byText.set(key, [page]);
  }
  // Few posts have a twin: the texts of all the others are not kept.
  const groups = new Map<PostPage, readonly PostPage[]>();
  for (const own of byText.values()) if (own.length > 1) for (const page of own) groups.set(page, own);
  return (page) => (groups.get(page) ?? []).filter((other) => other !== page);
}

function keyOf(page: PostPage): string | undefined {
  const key = textKey(page.post.text);
  return key.length < shortestText ? undefined : key;
}
