import type { Sidecar } from "../read/sidecar.ts";
import type { SourceText } from "../read/source-text.ts";
import { noteOf, withoutLines } from "./capture-notes.ts";
import { terminalPage } from "./terminal-page.ts";

/**
 * The lines of a dump as an import shows them to the dialects, under their numbers: without what a browser in a terminal added. Those of a note beside
 * the page and those that a sidecar takes out are blank.
 */
export function printedLines(source: SourceText, sidecar: Sidecar): readonly string[] {
  const outside = (sidecar.boundaries?.outside ?? []).flatMap(({ lines: [first, last] }) =>
    source.lines.flatMap((_, at) => (first <= at + 1 && at + 1 <= last ? [at + 1] : [])),
  );
  const own = outside.length === 0 ? source : withoutLines(source, outside);
  return terminalPage(withoutLines(own, noteOf(own, sidecar)?.lines ?? [])).page.lines;
}
