import type { SourceTopic } from "../model/sources.ts";

/** How many posts a channel forwarded from a source. */
export interface Forward {
  readonly source: SourceTopic;
  /** Key of the channel that forwarded. */
  readonly channel: string;
  readonly count: number;
}

/** Who forwards whom, and how often; in the order of the sources, and of each those who forward it most first. */
export function forwardsOf(sources: readonly SourceTopic[]): readonly Forward[] {
  return sources.flatMap((source) => {
    const counts = new Map<string, number>();
    for (const { post } of source.posts) counts.set(post.channel.key, (counts.get(post.channel.key) ?? 0) + 1);
    return [...counts]
      .map(([channel, count]) => ({ source, channel, count }))
      .sort((one, other) => other.count - one.count);
  });
}
