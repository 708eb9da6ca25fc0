import { referenceOf } from "../formats/citations.ts";
import { downloadRecord } from "../formats/downloads/fields.ts";
import type { Archive } from "../model/archive.ts";
import type { PostPage } from "../model/post-page.ts";
import { type ExportRow, numberedFile, postsAnExportFile } from "./manifest.ts";

/** The files of a bundle that results are exported from, one after the other: a large bundle's are never held together. */
export function* exportFiles(
  pages: readonly PostPage[],
  archive: Archive,
): Generator<readonly [name: string, rows: readonly ExportRow[]]> {
  for (let start = 0; start < pages.length; start += postsAnExportFile) {
    const rows = pages.slice(start, start + postsAnExportFile).map((page): ExportRow => {
      return [downloadRecord(page, archive.settings.url), referenceOf(page, archive)];
    });
    yield [numberedFile("exports", start / postsAnExportFile), rows];
  }
}
