import type { RecordPath } from "../../../model/record.ts";

/** The place of a field in a downloaded record: those of a post's record, and the post's permalink. */
export type DownloadFieldPath = RecordPath | "url";

/** The column that a field has in tables: `date.best` is `date_best`, `forwardedFrom` is `forwarded_from`. */
export function columnOf(path: DownloadFieldPath): string {
  return path.replace(/\./gu, "_").replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
