import type { Channel } from "../../model/post.ts";
import { mentionsOf } from "../../text/mentions.ts";
import { nameKey } from "../../text/name-key.ts";
import type { IdentityEvidence } from "../model/identity-evidence.ts";
import type { PostPage } from "../model/post-page.ts";
import type { PageRelations } from "../model/relations.ts";

/** Whom a channel without a name probably is, and how many posts say so in each way. */
export interface LikelyIdentity {
  readonly name: string;
  readonly evidence: Readonly<Record<IdentityEvidence, number>>;
}

/** Posts that must speak for one name: a single one may be a chance or a quotation. */
const fewestPosts = 2;

/**
 * Whom a channel that no page names probably is: named by what it shares with other channels of the archive and by what its posts say of themselves. Nothing
 * where too little speaks for one name, or much for another. Names that the channel itself forwards from are others' names.
 */
export function likelyIdentity(
  posts: readonly PostPage[],
  { groupOf }: Pick<PageRelations, "groupOf">,
  channels: readonly { readonly channel: Channel }[],
): LikelyIdentity | undefined {
  const found = new Map<string, { name: string; posts: Set<PostPage>; evidence: Record<IdentityEvidence, number> }>();
  const note = (name: string, kind: IdentityEvidence, page: PostPage): void => {
    const key = nameKey(name);
    const own = found.get(key) ?? {
      name,
      posts: new Set(),
      evidence: { same: 0, forwarded: 0, replies: 0, signed: 0 },
    };
    own.posts.add(page);
    own.evidence[kind] += 1;
    found.set(key, own);
  };
  const byHandle = new Map(
    channels.flatMap(({ channel: { handle, name } }) => (handle === undefined ? [] : [[handle.toLowerCase(), name]])),
  );
  for (const page of posts) {
    const { channel, forwardedFrom, replyTo, text } = page.post;
    // A channel's page quotes the author of the post that is answered, and channels answer themselves.
    if (replyTo !== undefined && replyTo.author !== "") note(replyTo.author, "replies", page);
    // What was forwarded is signed by whom it was forwarded from.
    if (forwardedFrom !== undefined) continue;
    const foot = text.slice(text.trimEnd().lastIndexOf("\n") + 1);
    for (const handle of mentionsOf(foot)) note(byHandle.get(handle.toLowerCase()) ?? `@${handle}`, "signed", page);
    const others = (groupOf(page)?.pages ?? [])
      .map(({ post }) => post)
      .filter((post) => post.channel.key !== channel.key);
    const origins = new Set(others.flatMap((post) => post.forwardedFrom ?? []));
    for (const name of origins) note(name, "forwarded", page);
    const sharing = new Set(
      others.flatMap((post) =>
        post.forwardedFrom === undefined && post.channel.identified ? [post.channel.name] : [],
      ),
    );
    for (const name of sharing) note(name, "same", page);
  }
  for (const { post } of posts) if (post.forwardedFrom !== undefined) found.delete(nameKey(post.forwardedFrom));
  const [best, next] = [...found.values()].sort((one, other) => other.posts.size - one.posts.size);
  if (best === undefined || best.posts.size < fewestPosts || best.posts.size < 2 * (next?.posts.size ?? 0))
    return undefined;
  return { name: best.name, evidence: best.evidence };
}
