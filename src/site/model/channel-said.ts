import { ownEntry } from "../../model/own-entry.ts";
import type { Channel, Post } from "../../model/post.ts";
import type { Texts } from "../texts/texts.ts";
import type { Settings } from "./settings.ts";

/** What a site says of channels beside what their dumps say. */
interface Saying {
  readonly settings: Pick<Settings, "channels">;
  readonly texts: Texts;
}

/**
 * A channel as its site calls it: by the name and handle in the settings, which go before what the dumps say; one that
 * nothing names, after the dump `file` in the interface's language.
 */
export function channelSaid(channel: Channel, file: string, { settings, texts }: Saying): Channel {
  const { name, handle } = ownEntry(settings.channels, channel.key) ?? {};
  const called =
    name ?? (channel.identified ? channel.name : texts.channels.unidentified(file.replace(/\.[^.]+$/u, "")));
  const isNamed = channel.identified || name !== undefined;
  if (called === channel.name && isNamed === channel.identified && handle === undefined) return channel;
  return { ...channel, name: called, identified: isNamed, ...(handle !== undefined && { handle }) };
}

/** The posts with their channels as the site calls them. */
export function withChannelsSaid(posts: readonly Post[], saying: Saying): readonly Post[] {
  return posts.map((post) => {
    const channel = channelSaid(post.channel, post.source.file, saying);
    return channel === post.channel ? post : { ...post, channel };
  });
}
