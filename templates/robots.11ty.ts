import { robotsText } from "../src/site/formats/sitemap.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { robotsPath } from "../src/site/model/urls.ts";

export const data = { permalink: () => robotsPath };

export function render({ archive }: { readonly archive: Archive }): string {
  return robotsText(archive.settings.url);
}
