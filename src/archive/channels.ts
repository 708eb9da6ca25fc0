import type { Channel } from "../model/post.ts";

/**
 * One channel by one key: a dump that gives only the name of a channel belongs to the channel of that name whose user name another dump gives,
 * where there is one such and no more. In the order given.
 */
export function sameChannels(channels: readonly Channel[]): readonly Channel[] {
  const handled = new Map<string, Map<string, Channel>>();
  for (const channel of channels) {
    if (channel.handle === undefined) continue;
    const named = handled.get(nameKey(channel)) ?? new Map<string, Channel>();
    handled.set(nameKey(channel), named.set(channel.key, channel));
  }
  return channels.map((channel) => {
    if (channel.handle !== undefined || !channel.identified) return channel;
    const [only, ...others] = handled.get(nameKey(channel))?.values() ?? [];
    return only === undefined || others.length > 0 ? channel : only;
  });
}

/** As `sameChannels`, for the channels of posts: gives the one that a channel is known by. */
export function channelsJoined(channels: Iterable<Channel>): (channel: Channel) => Channel {
  const each = new Map<string, Channel>();
  for (const channel of channels) each.set(told(channel), channel);
  const joined = sameChannels([...each.values()]);
  const byTold = new Map([...each.keys()].map((key, index) => [key, joined[index]] as const));
  return (channel) => byTold.get(told(channel)) ?? channel;
}

function told({ key, name, identified, handle }: Channel): string {
  return JSON.stringify([key, name, identified, handle]);
}

/** Names are compared without case, emoji and blanks: pages drop emoji from names. */
function nameKey({ name }: Channel): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
