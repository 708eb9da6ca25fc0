import type { Post } from "../model/post.ts";
import { nameKey } from "../text/name-key.ts";
import { textKey } from "../text/text-key.ts";
import { canPrecede } from "./precedence.ts";

/** Below this many UTF-16 units a text is said again and again: it tells an original only where it stands once. */
const tellingText = 24;

/**
 * Finds the originals of forwarded posts: posts of the channel whose name the forward bears, not forwarded themselves, that
 * are not surely newer and have the forward's text, be it in an earlier version, or are its duplicates; those of the very text
 * first, and of several the newest. By the place of the forward, both as indexes of `posts`, which run from the oldest.
 */
export function originalsAmong(
  posts: readonly Post[],
  duplicatesOf: (place: number) => readonly number[],
): ReadonlyMap<number, number> {
  const sources = new Set(
    posts.flatMap(({ forwardedFrom }) => (forwardedFrom === undefined ? [] : nameKey(forwardedFrom))),
  );
  const owners = posts.map(({ channel }) => (channel.identified ? nameKey(channel.name) : undefined));
  const byText = new Map<string, number[]>();
  for (const [place, post] of posts.entries()) {
    const owner = owners[place];
    if (owner === undefined || !sources.has(owner) || post.forwardedFrom !== undefined) continue;
    for (const key of new Set([post, ...(post.versions ?? [])].map(({ text }) => `${owner}\n${textKey(text)}`))) {
      const own = byText.get(key);
      if (own) own.push(place);
      else byText.set(key, [place]);
    }
  }
  const originals = new Map<number, number>();
  for (const [place, post] of posts.entries()) {
    if (post.forwardedFrom === undefined) continue;
    const source = nameKey(post.forwardedFrom);
    const text = textKey(post.text);
    const isOlder = (other: number): boolean => canPrecede(posts[other], post);
    const same = text === "" ? [] : (byText.get(`${source}\n${text}`) ?? []).filter(isOlder);
    const alike = duplicatesOf(place).filter(
      (other) => owners[other] === source && posts[other]?.forwardedFrom === undefined && isOlder(other),
    );
    const found = text.length < tellingText && same.length > 1 ? undefined : (same.at(-1) ?? alike.at(-1));
    if (found !== undefined) originals.set(place, found);
  }
  return originals;
}
