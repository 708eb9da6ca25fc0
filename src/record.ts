import { attachmentsOf, type Post, type Source } from "./post.ts";

/**
 * A post as other programs get it, one JSON object a line: the record of DESIGN's contract. Absent things are absent. Custom
 * emoji, which pages print as bare numbers, are counted under `custom`.
 */
export function recordOf(post: Post): object {
  const { best, earliest, latest, basis, edtf, evidence } = post.dating;
  return {
    id: post.id,
    channel: { key: post.channel.key, name: post.channel.name, ...given("handle", post.channel.handle) },
    date: { best, earliest, latest, basis, edtf, ...given("evidence", evidence) },
    title: post.title,
    text: post.text,
    language: post.language,
    ...unlessEmpty(
      "tags",
      post.tags.map((tag) => tag.label),
    ),
    ...unlessEmpty("mentions", post.mentions),
    ...unlessEmpty("links", post.links),
    ...given("forwardedFrom", post.forwardedFrom),
    ...given("replyTo", post.replyTo),
    ...unlessEmpty("media", post.media),
    ...attachmentsOf(post),
    ...(post.reactions.length === 0 ? {} : { reactions: reactionCounts(post) }),
    ...unlessEmpty("repairs", post.repairs),
    boundary: post.boundary.kind,
    ...(post.boundary.kind === "inferred" ? { boundaryProbability: post.boundary.probability } : {}),
    ...given("number", post.number),
    ...given("published", post.published),
    ...given("edited", post.edited),
    source: sourceOf(post.source),
    ...unlessEmpty("alsoIn", (post.alsoIn ?? []).map(sourceOf)),
    ...unlessEmpty("versions", post.versions ?? []),
  };
}

function sourceOf({ file, sha256, dialect, lines }: Source): object {
  return { file, sha256, dialect, lines };
}

function reactionCounts(post: Post): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { emoji, count } of post.reactions) {
    const name = emoji === "" ? "custom" : emoji;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}

function given(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}

function unlessEmpty(key: string, list: readonly unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [key]: list };
}
