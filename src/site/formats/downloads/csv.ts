import { columnOf, type DownloadFieldPath } from "./path.ts";

/** UTF-8's mark, without which spreadsheets read the file in an encoding of their own and spoil every script but Latin. */
export const byteOrderMark = "\uFEFF";

/** The first row of a CSV file: the names of the columns. Rows end with CRLF, as RFC 4180 asks. */
export function csvHead(paths: readonly DownloadFieldPath[]): string {
  return row(paths.map(columnOf));
}

/** Words as a row of a CSV file, as `csvRow` writes them. */
export function csvCells(words: readonly string[]): string {
  return row(words.map(harmless));
}

/**
 * A post's record as a row of a CSV file (RFC 4180). Lists of strings are parted by blanks, deeper values are JSON; what a
 * spreadsheet would take for a formula is led by an apostrophe.
 */
export function csvRow(record: Readonly<Record<string, unknown>>, paths: readonly DownloadFieldPath[]): string {
  return row(paths.map((path) => cell(valueAt(record, path))));
}

function valueAt(record: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = record;
  for (const key of path.split(".")) {
    if (value === undefined) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

function row(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function cell(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "number") return `${value}`;
  if (typeof value === "string") return harmless(value);
  const isPlainList = Array.isArray(value) && value.every((each) => typeof each === "string");
  return harmless(isPlainList ? value.join(" ") : JSON.stringify(value));
}

/**
 * Spreadsheets run what begins with one of these, be it after blanks; an apostrophe makes it text. Source: OWASP, "CSV
 * Injection". Full-width forms count, since some spreadsheets fold them.
 */
const formulaStart = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

function harmless(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
