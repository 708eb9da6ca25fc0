import { byteOrderMark, csvHead, csvRow } from "../formats/downloads/csv.ts";
import { bibtexOf, risOf } from "../formats/references.ts";
import type { ExportColumns, ExportRow } from "../search/manifest.ts";
import type { ExportKind } from "./export-name.ts";

/*
 * Makes files of what a search found, with the makers of the site's downloads and citations. A program of its own, which
 * the search page loads when a reader asks for a file.
 */

/** A file's text. */
export function exportedText(kind: ExportKind, rows: readonly ExportRow[], columns: ExportColumns): string {
  switch (kind) {
    case "csv":
      return byteOrderMark + csvHead(columns) + rows.map(([record]) => csvRow(record, columns)).join("");
    case "jsonl":
      return rows.map(([record]) => `${JSON.stringify(record)}\n`).join("");
    case "bibtex":
      return rows.map(([, reference]) => `${bibtexOf(reference)}\n`).join("\n");
    case "ris":
      return rows.map(([, reference]) => `${risOf(reference)}\n`).join("\n");
  }
}
