import { cut } from "../../text/graphemes.ts";
import type { Archive } from "../model/archive.ts";
import { absoluteUrl, assetPath, openSearchPath, searchPath } from "../model/urls.ts";
import { escapedXml } from "./xml.ts";

/** Describes the archive's search to browsers, which can then ask it from their address line. Source: OpenSearch 1.1, draft 6. */
export function openSearchText({ settings, texts }: Pick<Archive, "settings" | "texts">): string {
  const address = (path: Parameters<typeof absoluteUrl>[1]): string => escapedXml(absoluteUrl(settings.url, path));
  const lines = [
    // The format allows 16 letters for the short name; browsers show it whole, but none breaks on it.
    `<ShortName>${escapedXml(cut(settings.title, 16))}</ShortName>`,
    `<LongName>${escapedXml(cut(settings.title, 48))}</LongName>`,
    `<Description>${escapedXml(texts.frame.searchAll)}</Description>`,
    `<Image type="image/svg+xml">${address(assetPath("icon.svg"))}</Image>`,
    `<Url type="text/html" template="${address(searchPath)}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${address(openSearchPath)}"/>`,
    "<InputEncoding>UTF-8</InputEncoding>",
  ];
  const open = '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">';
  return ['<?xml version="1.0" encoding="UTF-8"?>', open, ...lines, "</OpenSearchDescription>", ""].join("\n");
}
