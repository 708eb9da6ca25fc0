import type { Archive } from "../src/site/archive.ts";
import { robotsText } from "../src/site/sitemap.ts";
import { robotsPath } from "../src/site/urls.ts";

export const data = { permalink: () => robotsPath };

export function render({ archive }: { readonly archive: Archive }): string {
  return robotsText(archive.settings.url);
}
