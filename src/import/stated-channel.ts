import { plainKey } from "../archive/channels.ts";
import type { Channel } from "../model/post.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { slugOf } from "../text/slug.ts";

/**
 * The channel, from the sidecar or from what the dump itself says. A dump that names none is never guessed at: it is named after itself.
 */
export function statedChannel(
  file: string,
  sidecar: Sidecar,
  told: Partial<Pick<Channel, "name" | "handle" | "chatId">> | undefined,
): Channel {
  const name = sidecar.channel ?? told?.name;
  const handle = sidecar.handle ?? told?.handle;
  const chat = told?.chatId === undefined ? {} : { chatId: told.chatId };
  const stem = file.replace(/\.[^.]*$/u, "");
  if (name === undefined && handle === undefined) {
    const key = ["unidentified", slugOf(stem)].filter(Boolean).join("-");
    return { key, name: `Unidentified channel (${stem})`, identified: false, ...chat };
  }
  const shown = name ?? `@${handle}`;
  const channel = { name: shown, identified: true, ...(handle === undefined ? {} : { handle }), ...chat };
  return { key: plainKey(channel) || `channel-${slugOf(stem)}`, ...channel };
}
