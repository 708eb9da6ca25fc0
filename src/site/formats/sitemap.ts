import { absoluteUrl, type SitePath, sitemapPartPath, sitemapPath } from "../model/urls.ts";
import { escapedXml } from "./xml.ts";

/** A file of the sitemap. */
export class SitemapFile {
  constructor(
    readonly path: SitePath,
    readonly xml: string,
  ) {}
}

/** The protocol allows 50,000 addresses and 50 MB a file. */
const addressesPerFile = 40_000;

/** The sitemap: one file, or parts and an index of them. It tells no times, since none of them is known. */
export function sitemapFiles(
  siteUrl: string,
  paths: readonly SitePath[],
  perFile = addressesPerFile,
): readonly SitemapFile[] {
  const address = (path: SitePath): string => `<loc>${escapedXml(absoluteUrl(siteUrl, path))}</loc>`;
  const urlSet = (part: readonly SitePath[]): string =>
    xml(
      "urlset",
      part.map((path) => `<url>${address(path)}</url>`),
    );
  if (paths.length <= perFile) return [new SitemapFile(sitemapPath, urlSet(paths))];
  const parts = Array.from(
    { length: Math.ceil(paths.length / perFile) },
    (_, index) =>
      new SitemapFile(sitemapPartPath(index + 1), urlSet(paths.slice(index * perFile, (index + 1) * perFile))),
  );
  const index = xml(
    "sitemapindex",
    parts.map((part) => `<sitemap>${address(part.path)}</sitemap>`),
  );
  return [new SitemapFile(sitemapPath, index), ...parts];
}

/** Says that everything may be read, and where the sitemap is. */
export function robotsText(siteUrl: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(siteUrl, sitemapPath)}\n`;
}

function xml(root: string, lines: readonly string[]): string {
  const open = `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', open, ...lines, `</${root}>`, ""].join("\n");
}
