import { CsvError, type Info, parse } from "csv-parse/sync";
import type { LineRange } from "../model/post.ts";
import { fieldRolesOf } from "../text/field-names.ts";
import type { ExportFinding } from "./exported.ts";

/** A row of a table and the lines that it stands on. */
export interface Row {
  readonly cells: readonly string[];
  readonly lines: LineRange;
}

/** A table: what its first row calls the columns, and the rows below it. */
export interface ReadRows {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly findings: readonly ExportFinding[];
}

/**
 * Reads a table (RFC 4180), whatever parts its cells: the sign whose first row names the most known columns. Cells in quotation marks may hold line
 * ends. From a mark on that is never closed, quotation marks are text, so that no row is swallowed.
 */
export function rowsOf(file: string): ReadRows {
  const text = file.replace(/\r\n?/gu, "\n");
  // Excel's own first line, `sep=;`, names the sign.
  const named = /^\uFEFF?"?sep=(?<sign>.)"?\n/iu.exec(text)?.groups?.sign;
  const from = named === undefined ? 1 : 2;
  const delimiter = named ?? delimiterOf(text);
  const { records, unclosed } = recordsIn(text, delimiter, from);
  const [header, ...rows] = records;
  const findings: ExportFinding[] = [];
  if (unclosed !== undefined) {
    const reason = "a quotation mark is never closed; from this line on, quotation marks are read as text";
    findings.push({ rule: "export/damaged", line: unclosed, reason });
  }
  for (const { cells, lines } of rows) {
    if (cells.length === header?.cells.length) continue;
    const reason = `a row has ${cells.length} cells instead of ${header?.cells.length}; they are read from the first on, and what has no column is kept`;
    findings.push({ rule: "export/odd-row", line: lines[0], reason });
  }
  return { header: (header?.cells ?? []).map((cell) => cell.trim()), rows, findings };
}

const delimiters = [",", ";", "\t", "|"];
/** A first row of more characters names no columns. */
const longestHeader = 1 << 16;

function delimiterOf(text: string): string {
  const head = text.slice(0, longestHeader);
  const scored = delimiters.map((delimiter) => {
    const header = firstRow(head, delimiter);
    return { delimiter, known: header.filter((cell) => fieldRolesOf(cell).length > 0 && cell.trim() !== "").length };
  });
  return scored.reduce((best, next) => (next.known > best.known ? next : best)).delimiter;
}

function firstRow(text: string, delimiter: string): readonly string[] {
  try {
    return (parse(text, { ...lenient, delimiter, to: 1 }) as unknown as Parsed[])[0]?.record ?? [];
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

const lenient = {
  bom: true,
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
} as const;

interface Parsed {
  readonly record: string[];
  readonly info: Info;
}

function recordsIn(
  text: string,
  delimiter: string,
  from: number,
): { readonly records: readonly Row[]; readonly unclosed?: number } {
  const options = { ...lenient, delimiter, from_line: from };
  try {
    return { records: placed(parse(text, options) as unknown as Parsed[], from) };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    const whole = Number(error.records ?? 0);
    const before = whole === 0 ? [] : placed(parse(text, { ...options, to: whole }) as unknown as Parsed[], from);
    const unclosed = (before.at(-1)?.lines[1] ?? from - 1) + 1;
    const rest = parse(text, { ...options, quote: false, from_line: unclosed }) as unknown as Parsed[];
    return { records: [...before, ...placed(rest, unclosed)], unclosed };
  }
}

function placed(parsed: readonly Parsed[], from: number): readonly Row[] {
  let next = from;
  return parsed.map(({ record, info }) => {
    const lines: LineRange = [Math.min(next, info.lines), info.lines];
    next = info.lines + 1;
    return { cells: record, lines };
  });
}
