import type { Exported } from "../../src/exports/exported.ts";
import { formatsFor } from "../../src/exports/registry.ts";

/** An export with its posts as arrays. */
export function held(exported: Exported) {
  return { ...exported, channels: exported.channels.map((channel) => ({ ...channel, posts: [...channel.posts] })) };
}

/** Reads a page by the first format that recognises it; `undefined` where none does. */
export function readPage(html: string): { readonly kind: string; readonly exported: Exported } | undefined {
  for (const format of formatsFor("page.html"))
    if (format.kind === "text" && format.recognises(html)) return { kind: format.name, exported: format.read(html) };
  return undefined;
}
