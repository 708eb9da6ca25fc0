import type { LineRange } from "../model/post.ts";
import { isBlank, lineAt, type SourceText } from "../read/source-text.ts";

/** Lines of a dump (1-based) as ranges, in its order; a range goes on over blank lines. */
export function lineRangesOf(source: SourceText, lines: readonly number[]): readonly LineRange[] {
  const ranges: [number, number][] = [];
  for (const line of lines.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && onlyBlank(source, last[1] + 1, line - 1)) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

function onlyBlank(source: SourceText, from: number, to: number): boolean {
  for (let line = from; line <= to; line += 1) if (!isBlank(lineAt(source, line))) return false;
  return true;
}
