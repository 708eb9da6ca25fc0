import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Channel } from "../../src/model/post.ts";
import { channelSaid } from "../../src/site/model/channel-said.ts";
import { textsFor } from "../../src/site/texts/texts.ts";
import { readSettingsOf } from "./load-archive.ts";

/**
 * What gives a channel as the archive's site calls it, in English, for what the command line and the review print; the posts and the ledger keep the
 * name that an import made. `files`: those of all dumps. Throws where `site.yml` cannot be read.
 */
export function saidChannels(content: string, files: readonly string[]): (channel: Channel, file: string) => Channel {
  const settings = existsSync(join(content, "site.yml")) ? readSettingsOf(content).settings : {};
  const saying = { settings, texts: textsFor("en"), files };
  return (channel, file) => channelSaid(channel, file, saying);
}
