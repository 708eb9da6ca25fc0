import { redirectText } from "../src/site/formats/redirect-files.ts";
import type { Archive } from "../src/site/model/archive.ts";
import type { RedirectPage } from "../src/site/model/redirects.ts";

interface Data {
  readonly archive: Archive;
  readonly item: RedirectPage;
}

export const data = {
  pagination: { data: "archive.redirectFiles", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** What stands where a feed or a record of a post was. */
export function render({ archive, item }: Data): string {
  return redirectText(item, archive);
}
