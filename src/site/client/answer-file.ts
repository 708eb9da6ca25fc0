import { byteOrderMark, csvHead, csvRow } from "../formats/downloads/csv.ts";
import { accessedOn } from "../formats/posting-references.ts";
import { bibtexOf, risOf } from "../formats/references.ts";
import type { ExportColumns, ExportRow } from "../search/manifest.ts";
import type { ExportKind } from "./export-name.ts";

/*
 * Makes files of what a search found, with the makers of the site's downloads and citations.
 */

/** A file's text. `opened`: the day on which it is made, which references name as that of access. */
export function exportedText(
  kind: ExportKind,
  rows: readonly ExportRow[],
  columns: ExportColumns,
  opened: string,
): string {
  switch (kind) {
    case "csv":
      return byteOrderMark + csvHead(columns) + rows.map(([record]) => csvRow(record, columns)).join("");
    case "jsonl":
      return rows.map(([record]) => `${JSON.stringify(record)}\n`).join("");
    case "bibtex":
      return rows.map(([, reference]) => `${bibtexOf(accessedOn(reference, opened))}\n`).join("\n");
    case "ris":
      return rows.map(([, reference]) => `${risOf(accessedOn(reference, opened))}\n`).join("\n");
  }
}
