import type { ReplyQuote } from "../post.ts";
import { textKey } from "../text/text-key.ts";
import type { PostPage } from "./post-page.ts";

/** How the posts of an archive answer each other, as far as the quotes tell. */
export interface Replies {
  /** The post that a reply quotes. */
  readonly quotedBy: (page: PostPage) => PostPage | undefined;
  /** The replies that quote a post, oldest first. */
  readonly repliesTo: (page: PostPage) => readonly PostPage[];
}

/** Below this many characters an excerpt could open any post: it is then matched as a whole text or not at all. */
const tellingOpening = 16;

/**
 * Finds the posts that replies quote. A quote shows its post's author and its text on one line, cut; a post is meant where
 * it stands in the same channel, or bears the author's name, opens with the excerpt, and is not newer than the reply. Of
 * several the nearest is taken, those of the same channel first.
 */
export function repliesAmong(posts: readonly PostPage[]): Replies {
  const replies = posts.filter((page) => page.post.replyTo !== undefined);
  if (replies.length === 0) return { quotedBy: () => undefined, repliesTo: () => [] };
  const byOpening = new Map<string, PostPage[]>();
  for (const page of posts) {
    const key = openingOf(textKey(page.post.text));
    if (key === "") continue;
    const own = byOpening.get(key);
    if (own) own.push(page);
    else byOpening.set(key, [page]);
  }
  const quoted = new Map<PostPage, PostPage>();
  const answers = new Map<PostPage, PostPage[]>();
  for (const reply of replies) {
    const { replyTo } = reply.post;
    const found = replyTo && nearest(reply, candidates(replyTo, byOpening), replyTo);
    if (found === undefined) continue;
    quoted.set(reply, found);
    answers.set(found, [...(answers.get(found) ?? []), reply]);
  }
  return { quotedBy: (page) => quoted.get(page), repliesTo: (page) => answers.get(page) ?? [] };
}

function openingOf(key: string): string {
  return key.slice(0, tellingOpening);
}

function candidates({ excerpt }: ReplyQuote, byOpening: ReadonlyMap<string, readonly PostPage[]>): readonly PostPage[] {
  const said = textKey(excerpt.replace(/(?:…|\.\.\.)\s*$/u, ""));
  const whole = said === textKey(excerpt);
  const found = byOpening.get(openingOf(said)) ?? [];
  return found.filter(({ post }) => {
    const text = textKey(post.text);
    return said.length < tellingOpening ? whole && text === said : text.startsWith(said);
  });
}

function nearest(reply: PostPage, found: readonly PostPage[], { author }: ReplyQuote): PostPage | undefined {
  const name = textKey(author);
  const older = found.filter((page) => page !== reply && (page.place < reply.place || sameDay(page, reply)));
  const own = older.filter((page) => page.post.channel.key === reply.post.channel.key);
  return own.at(-1) ?? older.filter((page) => textKey(page.post.channel.name) === name).at(-1);
}

/** Within the days that both can be of, the order of the archive proves nothing. */
function sameDay({ post: one }: PostPage, { post: other }: PostPage): boolean {
  return one.dating.earliest <= other.dating.latest && other.dating.earliest <= one.dating.latest;
}
