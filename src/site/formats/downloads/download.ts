import { downloadPath, type SitePath } from "../../model/urls.ts";

/** The kinds of files that hold all posts. */
export const downloadKinds = ["jsonl", "csv", "sqlite"] as const;

/** One of `downloadKinds`. */
export type DownloadKind = (typeof downloadKinds)[number];

/** A file with all posts that was made with the site. */
export class Download {
  readonly path: SitePath;

  constructor(
    readonly kind: DownloadKind,
    readonly bytes: number,
    /** SHA-256 of the file, hexadecimal. */
    readonly sha256: string,
  ) {
    this.path = downloadPath(downloadName(kind));
  }
}

/** The one maker of a download's file name: `posts.csv`. */
export function downloadName(kind: DownloadKind): string {
  return `posts.${kind}`;
}
