import { type Post, sourcesOf, type Unnamed } from "../model/post.ts";
import { keyForIds } from "./channels.ts";
import type { PostFile } from "./plan.ts";

/** What decides whether an import may give a post of the archive another id. */
export interface IdPolicy {
  /** Whether a site that was built may have shown a post under an id. */
  readonly isPublished: (id: string) => boolean;
  /** The channels to which captures came in an import that was stopped: what it gave ids to is not told apart from what it found. */
  readonly grownBefore: ReadonlySet<string>;
}

/** Ids are final from the first: where an archive is looked at, and nothing is written. */
export const allPublished: IdPolicy = { isPublished: () => true, grownBefore: new Set() };

/**
 * The channels to which captures come: files that no known post stands in. A file that holds other bytes than before is the same capture. Channels of
 * one plain key share their ordinals, and are one here.
 */
export function grownIn(
  known: ReadonlySet<string>,
  shown: Iterable<Pick<Unnamed, "channel" | "source">>,
  { grownBefore }: IdPolicy,
): ReadonlySet<string> {
  const grown = new Set(grownBefore);
  for (const { channel, source } of shown) if (!known.has(source.file)) grown.add(keyForIds(channel));
  return grown;
}

/**
 * Ids of the archive that an import makes anew: those of channels that a capture comes to, as if all captures had come at once, so that their order
 * counts for nothing. An id that a site showed stays for good, and so does one of a post in which a person had a hand, or that a capture shows
 * which is not read now. `channelOf` gives the channel as all captures name it.
 */
export function openIds(
  stored: readonly PostFile[],
  grown: ReadonlySet<string>,
  files: ReadonlySet<string>,
  { isPublished }: IdPolicy,
  channelOf: (channel: Post["channel"]) => Post["channel"],
): ReadonlySet<string> {
  const named = new Set(stored.flatMap(({ post }) => post.checked?.duplicates?.posts ?? []));
  const open = stored.filter(
    ({ post, edited }) =>
      !edited &&
      post.dating.basis !== "given" &&
      post.withdrawn === undefined &&
      post.checked === undefined &&
      !named.has(post.id) &&
      !post.mediaFiles?.some(({ alt }) => alt !== undefined) &&
      grown.has(keyForIds(channelOf(post.channel))) &&
      sourcesOf(post).every(({ file }) => files.has(file)) &&
      !isPublished(post.id),
  );
  return new Set(open.map(({ post }) => post.id));
}
