import type { Archive } from "../src/site/archive.ts";
import { openSearchText } from "../src/site/open-search.ts";
import { openSearchPath } from "../src/site/urls.ts";

export const data = { permalink: () => openSearchPath };

export function render({ archive }: { readonly archive: Archive }): string {
  return openSearchText(archive);
}
