import type { Channel } from "../../model/post.ts";
import type { PostPage } from "./post-page.ts";
import { channelPath, type SitePath } from "./urls.ts";

/** A channel and its posts, oldest first. */
export class ChannelTopic {
  readonly posts: PostPage[] = [];
  readonly path: SitePath;

  constructor(
    readonly channel: Channel,
    /** What the settings say that the channel is. */
    readonly description?: string,
  ) {
    this.path = channelPath(channel.key);
  }
}
