import type { SitemapFile } from "../src/site/formats/sitemap.ts";

interface Data {
  readonly item: SitemapFile;
}

export const data = {
  pagination: { data: "archive.sitemap", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

export function render({ item }: Data): string {
  return item.xml;
}
