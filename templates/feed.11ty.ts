import { type FeedFile, feedText } from "../src/site/formats/feed.ts";
import type { Archive } from "../src/site/model/archive.ts";

interface Data {
  readonly archive: Archive;
  readonly item: FeedFile;
}

export const data = {
  pagination: { data: "lists.feeds", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

export function render({ archive, item }: Data): string {
  return feedText(item, archive);
}
