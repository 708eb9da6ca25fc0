import type { Exported } from "../../src/exports/exported.ts";

/** An export with its posts as arrays. */
export function held(exported: Exported) {
  return { ...exported, channels: exported.channels.map((channel) => ({ ...channel, posts: [...channel.posts] })) };
}
