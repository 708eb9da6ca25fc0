import type { Channel } from "../../model/post.ts";
import { nameKey } from "../../text/name-key.ts";
import type { PostPage } from "./post-page.ts";
import { spellingsOf } from "./spellings.ts";
import { type SitePath, sourcePath } from "./urls.ts";

/** Whom posts were forwarded from, in the commonest spelling of the name, and the posts, oldest first. */
export class SourceTopic {
  readonly path: SitePath;

  constructor(
    readonly key: string,
    readonly name: string,
    /** Other spellings of the name that fall on the same key, commonest first. */
    readonly otherNames: readonly string[],
    readonly posts: readonly PostPage[],
    /** The page of the channel of this archive that bears the same name, if one does. */
    readonly channelPath: SitePath | undefined,
  ) {
    this.path = sourcePath(key);
  }
}

/** Gathers forwarded posts by whom they were forwarded from; most posts first. */
export function sourceTopics(
  pages: readonly PostPage[],
  channels: readonly { readonly channel: Channel; readonly path: SitePath }[],
): readonly SourceTopic[] {
  // A channel named after its dump has no name of its own that a source could share.
  const named = channels.filter(({ channel }) => channel.identified);
  const channelPaths = new Map(named.map(({ channel, path }) => [nameKey(channel.name), path]));
  const found = new Map<string, { readonly names: string[]; readonly posts: PostPage[] }>();
  for (const page of pages) {
    const name = page.post.forwardedFrom;
    if (name === undefined) continue;
    const key = nameKey(name);
    const source = found.get(key) ?? { names: [], posts: [] };
    found.set(key, source);
    source.names.push(name);
    source.posts.push(page);
  }
  return [...found]
    .map(([key, { names, posts }]) => {
      const [name = key, ...others] = spellingsOf(names);
      return new SourceTopic(key, name, others, posts, channelPaths.get(key));
    })
    .sort((one, other) => other.posts.length - one.posts.length || (one.key < other.key ? -1 : 1));
}
