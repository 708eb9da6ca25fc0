import type { Channel, Post } from "../post.ts";
import type { Settings } from "./settings.ts";

/** A channel with what the settings say of it: their name and handle go before what the dumps say. */
export function channelSaid(channel: Channel, { channels }: Pick<Settings, "channels">): Channel {
  const said = channels?.[channel.key];
  if (said === undefined) return channel;
  const { name, handle } = said;
  return { ...channel, ...(name !== undefined && { name, identified: true }), ...(handle !== undefined && { handle }) };
}

/** The posts with their channels as the settings name them. */
export function withChannelsSaid(posts: readonly Post[], settings: Settings): readonly Post[] {
  if (settings.channels === undefined) return posts;
  return posts.map((post) => ({ ...post, channel: channelSaid(post.channel, settings) }));
}
