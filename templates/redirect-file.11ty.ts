import { formerText } from "../src/site/formats/redirect-files.ts";
import type { Archive } from "../src/site/model/archive.ts";
import type { FormerPage } from "../src/site/model/redirects.ts";

interface Data {
  readonly archive: Archive;
  readonly item: FormerPage;
}

export const data = {
  pagination: { data: "archive.formerFiles", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** What stands where a feed or a record of a post was. */
export function render({ archive, item }: Data): string {
  return formerText(item, archive);
}
