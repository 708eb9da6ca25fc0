import type { Post, ReplyQuote } from "../model/post.ts";
import { nameKey } from "../text/name-key.ts";
import { textKey } from "../text/text-key.ts";
import { keyOfNumber } from "./identity.ts";
import { canPrecede } from "./precedence.ts";

/** Below this many characters an excerpt could open any post: it is then matched as a whole text or not at all. */
const tellingOpening = 16;

/**
 * Finds the posts that replies quote. Where an export tells the number of the quoted post, that post is meant and no other. Otherwise a
 * quote shows its post's author and its text on one line, cut; a post is meant where
 * it stands in the same channel, or bears the author's name, opens with the excerpt in one of its versions, and is not
 * surely newer than the reply. Of several the nearest is taken, those of the same channel first, and a forward only where
 * nothing else is there. By the place of the reply, both as indexes of `posts`, which run from the oldest.
 */
export function repliesAmong(posts: readonly Post[]): ReadonlyMap<number, number> {
  const quoted = new Map<number, number>();
  if (posts.every((post) => post.replyTo === undefined)) return quoted;
  const byNumber = new Map(
    posts.flatMap((post, place) =>
      post.number === undefined ? [] : [[keyOfNumber(post.channel, post.number), place]],
    ),
  );
  const byOpening = new Map<string, Opening[]>();
  for (const [place, post] of posts.entries()) {
    for (const text of new Set([post, ...(post.versions ?? [])].map((version) => textKey(version.text)))) {
      const opening = text.slice(0, tellingOpening);
      if (opening === "") continue;
      const own = byOpening.get(opening);
      if (own) own.push({ place, text });
      else byOpening.set(opening, [{ place, text }]);
    }
  }
  for (const [place, post] of posts.entries()) {
    if (post.replyTo === undefined) continue;
    const { number } = post.replyTo;
    const found =
      (number === undefined ? undefined : byNumber.get(keyOfNumber(post.channel, number))) ??
      nearest(place, post, candidates(post.replyTo, byOpening), posts);
    if (found !== undefined) quoted.set(place, found);
  }
  return quoted;
}

interface Opening {
  readonly place: number;
  readonly text: string;
}

function candidates({ excerpt }: ReplyQuote, byOpening: ReadonlyMap<string, readonly Opening[]>): readonly number[] {
  const said = textKey(excerpt.replace(/(?:…|\.\.\.)\s*$/u, ""));
  const whole = said === textKey(excerpt);
  const found = byOpening.get(said.slice(0, tellingOpening)) ?? [];
  return found
    .filter(({ text }) => (said.length < tellingOpening ? whole && text === said : text.startsWith(said)))
    .map(({ place }) => place);
}

function nearest(place: number, reply: Post, found: readonly number[], posts: readonly Post[]): number | undefined {
  const name = nameKey(reply.replyTo?.author ?? "");
  const postsFound = found.flatMap((other) => {
    const post = posts[other];
    if (post === undefined || other === place || !canPrecede(post, reply)) return [];
    // A post with another number than the quoted one is another post, whatever its words.
    const isOther =
      reply.replyTo?.number !== undefined && post.number !== undefined && post.channel.key === reply.channel.key;
    return isOther ? [] : [{ other, post }];
  });
  const own = postsFound.filter(({ post }) => post.channel.key === reply.channel.key);
  const named = postsFound.filter(({ post }) => post.channel.identified && nameKey(post.channel.name) === name);
  const forwarded = postsFound.filter(
    ({ post }) => post.forwardedFrom !== undefined && nameKey(post.forwardedFrom) === name,
  );
  return (own.at(-1) ?? named.at(-1) ?? forwarded.at(-1))?.other;
}
