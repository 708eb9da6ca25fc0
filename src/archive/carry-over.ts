import { underGiven } from "../model/given.ts";
import { filesOf, type MediaFile, type Post, type Source, sourcesOf } from "../model/post.ts";
import { hashtagsOf } from "../text/hashtags.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { titleOf } from "../text/title.ts";
import { bestOf } from "./merge.ts";

/**
 * A post as the dumps show it now, with what the archive still knows of it from captures that are not there any more, and a person's word on its
 * date and on what its pictures show, what she found right, or that it is withdrawn. `isThere` tells whether a capture was read just now.
 */
export function withKept(post: Post, old: Post, isThere: (source: Source) => boolean): Post {
  const kept = sourcesOf(old).filter((source) => !isThere(source));
  const merged: Post =
    kept.length === 0 ? post : { id: post.id, ...bestOf([post, ...kept.map((source) => readingOf(old, source))]) };
  const dating = underGiven(merged.dating, old.dating);
  const described = merged.mediaFiles && { mediaFiles: withWords(merged.mediaFiles, old.mediaFiles ?? []) };
  const { withdrawn, checked } = old;
  return {
    ...{ ...merged, ...described, dating },
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(checked === undefined ? {} : { checked }),
  };
}

/** Files with the words that a person wrote for them: by their bytes, of a file that is not kept by its path. */
function withWords(files: readonly MediaFile[], old: readonly MediaFile[]): readonly MediaFile[] {
  const keyOf = ({ sha256, path }: MediaFile): string | undefined => sha256 ?? path;
  const words = new Map(
    old.flatMap((file) => {
      const { alt, described } = file;
      return alt === undefined ? [] : [[keyOf(file), { alt, ...(described && { described }) }] as const];
    }),
  );
  return files.map((file) => ({ ...file, ...(keyOf(file) === undefined ? {} : words.get(keyOf(file))) }));
}

/** The post as one of its captures showed it. */
function readingOf(old: Post, source: Source): Post {
  const { alsoIn: _, versions = [], ...rest } = old;
  const text = versions.find((version) => filesOf(version).includes(source.file))?.text ?? old.text;
  if (text === old.text) return { ...rest, source };
  return {
    ...rest,
    source,
    text,
    title: titleOf(text),
    tags: hashtagsOf(text),
    mentions: mentionsOf(text),
    links: linksOf(text),
  };
}
