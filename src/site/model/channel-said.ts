import { ownEntry } from "../../model/own-entry.ts";
import type { Channel, Post } from "../../model/post.ts";
import type { Texts } from "../texts/texts.ts";
import type { Settings } from "./settings.ts";

/** What a site says of channels beside what their dumps say. */
interface Saying {
  readonly settings: Pick<Settings, "channels">;
  readonly texts: Texts;
  /** The files of all dumps, among which a short name tells one. */
  readonly files: readonly string[];
}

/**
 * A channel as its site calls it: by the name and handle in the settings, which go before what the dumps say; one that
 * nothing names, after the dump `file` in the interface's language.
 */
export function channelSaid(channel: Channel, file: string, { settings, texts, files }: Saying): Channel {
  const { name, handle } = ownEntry(settings.channels, channel.key) ?? {};
  const called = name ?? (channel.identified ? channel.name : texts.channels.unnamed(shortName(file, files)));
  const isNamed = channel.identified || name !== undefined;
  if (called === channel.name && isNamed === channel.identified && handle === undefined) return channel;
  return { ...channel, name: called, identified: isNamed, ...(handle !== undefined && { handle }) };
}

/** The beginning of a file's name, up to a blank, `_`, `-` or point, that no other file's name begins with. */
function shortName(file: string, files: readonly string[]): string {
  const others = files.filter((other) => other !== file);
  const ends = [...file.matchAll(/(?<=[^\s_.-])[\s_.-]/gu)].map(({ index }) => index);
  const own = ends.map((end) => file.slice(0, end)).find((start) => !others.some((other) => other.startsWith(start)));
  return own ?? file;
}

/** The posts with their channels as the site calls them. */
export function withChannelsSaid(posts: readonly Post[], saying: Saying): readonly Post[] {
  return posts.map((post) => {
    const channel = channelSaid(post.channel, post.source.file, saying);
    return channel === post.channel ? post : { ...post, channel };
  });
}
