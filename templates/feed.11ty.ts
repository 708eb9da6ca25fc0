import type { Archive } from "../src/site/archive.ts";
import { atomFeed } from "../src/site/feed.ts";
import { feedPath } from "../src/site/urls.ts";

export const data = { permalink: () => feedPath };

export function render({ archive }: { readonly archive: Archive }): string {
  return atomFeed(archive);
}
