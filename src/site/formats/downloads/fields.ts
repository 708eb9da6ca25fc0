import type { FieldType } from "../../../model/fields.ts";
import { recordFields, recordOf } from "../../../model/record.ts";
import type { PostPage } from "../../model/post-page.ts";
import { absoluteUrl } from "../../model/urls.ts";
import type { DownloadFieldPath } from "./path.ts";

/** One field of the downloads: the one table behind the JSON, CSV and SQLite files and their dictionary. */
export interface DownloadField {
  readonly path: DownloadFieldPath;
  readonly type: FieldType;
  /** `undefined` where the post has no such thing. */
  readonly of: (page: PostPage, siteUrl: string) => unknown;
}

/** Every field of the downloads, in order. */
export const downloadFields: readonly DownloadField[] = [
  ...recordFields.map(
    ({ path, type, of }): DownloadField => ({
      path,
      type,
      of: (page) => of(page.post),
    }),
  ),
  { path: "url", type: "string", of: (page, siteUrl) => absoluteUrl(siteUrl, page.path) },
];

/** A post as the site hands it on: its record and its permalink. `JSON.stringify` of it is a line of `posts.jsonl`. */
export function downloadRecord(page: PostPage, siteUrl: string): Record<string, unknown> {
  return { ...recordOf(page.post), url: absoluteUrl(siteUrl, page.path) };
}

/** The places of all fields, in order: the columns of the CSV file. */
export const downloadPaths: readonly DownloadFieldPath[] = downloadFields.map(({ path }) => path);
