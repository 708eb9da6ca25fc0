import type { Media, MediaFile, Post } from "../../model/post.ts";

/** What a post holds and nothing on its page shows: files that the archive keeps, polls and named files stand there themselves. */
export function missingMedia({ media, poll, files, mediaFiles = [] }: Post): readonly Media[] {
  const kept = mediaFiles.filter(isKept).map(({ kind }) => kind);
  return media.filter((kind) => {
    const shown = kept.indexOf(kind);
    if (shown >= 0) kept.splice(shown, 1);
    return shown < 0 && (kind !== "poll" || !poll) && (kind !== "document" || !files);
  });
}

/**
 * Where what is missing is missing: an export names files that it leaves out, and others that stood beside it and are not kept here; a page shows
 * none.
 */
export function absenceOf({ mediaFiles = [] }: Pick<Post, "mediaFiles">): "export" | "archive" | "page" {
  const missing = mediaFiles.filter((file) => !isKept(file));
  if (missing.length === 0) return "page";
  return missing.every(({ path }) => path !== undefined) ? "archive" : "export";
}

/** What files that are not kept are called, but for those whose names stand in the list of files. */
export function missingTitles({ files, mediaFiles = [] }: Pick<Post, "files" | "mediaFiles">): readonly string[] {
  const listed = new Set((files ?? []).map(({ name }) => name));
  const titles = mediaFiles.filter((file) => !isKept(file)).flatMap(({ title, name }) => title ?? name ?? []);
  return [...new Set(titles)].filter((title) => !listed.has(title));
}

/** Whether the list of a post's files says anything that its gallery does not. */
export function hasFilesToList({ files, mediaFiles = [] }: Pick<Post, "files" | "mediaFiles">): boolean {
  const named = mediaFiles.some((file) => (file.kind === "document" || file.kind === "audio") && isKept(file));
  return files !== undefined && !named;
}

/** Whether the archive keeps a file. */
export function isKept({ sha256 }: MediaFile): boolean {
  return sha256 !== undefined;
}
