import type { RecordPath } from "../../record.ts";

/** The place of a field in an exported record: those of a post's record, and the post's permalink. */
export type ExportPath = RecordPath | "url";
