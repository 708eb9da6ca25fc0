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

/** A file of references, and the posts that it is of. */
export interface ReferenceFile {
  readonly path: SitePath;
  readonly posts: readonly PostPage[];
}

/** Every file of references of an archive: two of each channel and of each hashtag that comes again. */
export function referenceFilesOf({ channels, tags }: Pick<Archive, "channels" | "tags">): readonly ReferenceFile[] {
  return [...channels, ...tags.filter(({ posts }) => hasFeed(posts))].flatMap(({ path, posts }) =>
    referenceFormats.map((format) => ({ path: referencesPath(path, format), posts })),
  );
}

/**
 * What the files of a post's channel and hashtags say of it: address and text, which ends with an empty line. `isWanted`: the files that are to be
 * made.
 */
export function referencesIn(
  page: PostPage,
  archive: Archive,
  isWanted: (path: SitePath) => boolean = () => true,
): readonly (readonly [path: SitePath, text: string])[] {
  const { channel, tags } = page.post;
  const keys = [...new Set(tags.map(({ key }) => key))];
  const pages = [
    channelPath(channel.key),
    ...keys.filter((key) => hasFeed(archive.tag(key)?.posts ?? [])).map(tagPath),
  ];
  const files = pages.flatMap((path) =>
    referenceFormats.flatMap((format) => {
      const file = referencesPath(path, format);
      return isWanted(file) ? [{ format, file }] : [];
    }),
  );
  if (files.length === 0) return [];
  const reference = referenceOf(page, archive);
  const texts: Readonly<Record<ReferenceFormat, string>> = { bib: bibtexOf(reference), ris: risOf(reference) };
  return files.map(({ format, file }) => [file, `${texts[format]}\n\n`] as const);
}
