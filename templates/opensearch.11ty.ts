import { openSearchText } from "../src/site/formats/open-search.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { openSearchPath } from "../src/site/model/urls.ts";

export const data = { permalink: () => openSearchPath };

export function render({ archive }: { readonly archive: Archive }): string {
  return openSearchText(archive);
}
