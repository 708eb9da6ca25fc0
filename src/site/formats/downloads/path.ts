import type { RecordPath } from "../../../model/record.ts";

/** The place of a field in a downloaded record: those of a post's record, and the post's permalink. */
export type DownloadFieldPath = RecordPath | "url";
