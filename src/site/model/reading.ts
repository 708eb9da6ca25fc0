import type { Day } from "../../model/day.ts";
import type { Channel } from "../../model/post.ts";
import { byMonth } from "./lists.ts";
import type { PostPage } from "./post-page.ts";
import { numberedPath, readingPath, type SitePath } from "./urls.ts";

/** A channel, its page, and its posts, oldest first. */
interface ReadChannel {
  readonly channel: Channel;
  readonly path: SitePath;
  readonly posts: readonly PostPage[];
}

/** A month of a channel, and where reading it begins. */
export interface ReadingMonth {
  /** Any day of it. */
  readonly day: Day;
  readonly path: SitePath;
  readonly posts: number;
}

/** Posts of a channel in full, oldest first: those of a month, or a part of them. A class for the reason that `archive.ts` gives. */
export class ReadingPage {
  constructor(
    readonly topic: ReadChannel,
    readonly path: SitePath,
    readonly month: ReadingMonth,
    /** Counted from 1, where the month has several parts. */
    readonly part: number | undefined,
    readonly posts: readonly PostPage[],
    /** All months of the channel, oldest first; none on a further part of a month: the first one leads to them, and a new post is told on few pages. */
    readonly months: readonly ReadingMonth[],
    readonly earlier: SitePath | undefined,
    readonly later: SitePath | undefined,
  ) {}
}

/** Where a part of a month ends: after so many characters of text, that it loads as fast as other pages do. */
const charactersPerPart = 10_000;

/** The pages on which a channel is read from its first post to its last. */
export function readingPages(topic: ReadChannel): readonly ReadingPage[] {
  const groups = byMonth(topic.posts).map(({ day, posts }) => ({
    month: { day, path: readingPath(topic.channel.key, day), posts: posts.length },
    own: partsOf(posts),
  }));
  const months = groups.map(({ month }) => month);
  const parts = groups.flatMap(({ month, own }) =>
    own.map((posts, place) => ({
      month,
      path: place === 0 ? month.path : numberedPath(month.path, place + 1),
      number: own.length === 1 ? undefined : place + 1,
      posts,
    })),
  );
  return parts.map(
    ({ month, path, number, posts }, place) =>
      new ReadingPage(
        topic,
        path,
        month,
        number,
        posts,
        path === month.path ? months : [],
        parts[place - 1]?.path,
        parts[place + 1]?.path,
      ),
  );
}

function partsOf(posts: readonly PostPage[]): readonly (readonly PostPage[])[] {
  const parts: PostPage[][] = [];
  let characters = 0;
  for (const page of posts) {
    const last = parts.at(-1);
    if (last === undefined || characters + page.post.text.length > charactersPerPart) {
      parts.push([page]);
      characters = 0;
    } else last.push(page);
    // What stands around a post counts as well, so that posts of few words do not fill a page without end.
    characters += page.post.text.length + 200;
  }
  return parts;
}
