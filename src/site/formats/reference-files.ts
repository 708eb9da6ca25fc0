import type { Archive } from "../model/archive.ts";
import type { PostPage } from "../model/post-page.ts";
import {
  channelPath,
  type ReferenceFormat,
  referenceFormats,
  referencesPath,
  type SitePath,
  tagPath,
} from "../model/urls.ts";
import { referenceOf } from "./citations.ts";
import { hasFeed } from "./feed.ts";
import { bibtexOf, risOf } from "./references.ts";

/** What the files of a post's channel and hashtags say of it: address and text, which ends with an empty line. */
export function referencesIn(page: PostPage, archive: Archive): readonly (readonly [path: SitePath, text: string])[] {
  const { channel, tags } = page.post;
  const reference = referenceOf(page, archive);
  const texts: Readonly<Record<ReferenceFormat, string>> = { bib: bibtexOf(reference), ris: risOf(reference) };
  const keys = [...new Set(tags.map(({ key }) => key))];
  const pages = [
    channelPath(channel.key),
    ...keys.filter((key) => hasFeed(archive.tag(key)?.posts ?? [])).map(tagPath),
  ];
  return pages.flatMap((path) =>
    referenceFormats.map((format) => [referencesPath(path, format), `${texts[format]}\n\n`] as const),
  );
}
