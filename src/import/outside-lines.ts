import type { Parsed } from "../dialects/kinds/dialect.ts";
import type { Draft } from "../model/draft.ts";
import type { OutsideLines } from "../model/ledger.ts";
import { BadSidecar, type Sidecar } from "../read/sidecar.ts";
import { isBlank, lineAt, type SourceText } from "../read/source-text.ts";
import { withoutLines } from "./capture-notes.ts";

/**
 * The numbers of the lines that a person says are in no post, blank ones left out. Throws `BadSidecar` where one names no line of the dump, or blank
 * lines alone.
 */
export function outsideIn(source: SourceText, { boundaries }: Sidecar): ReadonlySet<number> {
  return new Set((boundaries?.outside ?? []).flatMap((item) => printedLines(source, item)));
}

function printedLines(source: SourceText, { lines: [first, last] }: OutsideLines): readonly number[] {
  const count = source.lines.length;
  const told = first === last ? `line ${first}` : `lines ${first}-${last}`;
  const start = `Cannot use the sidecar of "${source.file}": key "boundaries.outside" names ${told}`;
  if (last > count) throw new BadSidecar(`${start}: the dump has ${count} lines; write lines from 1 to ${count}`);
  const printed = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (line) => !isBlank(lineAt(source, line)),
  );
  if (printed.length > 0) return printed;
  const blank = first === last ? "that line is blank" : "those lines are blank";
  throw new BadSidecar(`${start}: ${blank}; write lines that have text, or delete it`);
}

/** A page as it was read, and its lines as they were shown to the dialect. */
interface ReadPage {
  readonly page: SourceText;
  readonly parsed: Parsed;
}

/**
 * Reads a page of which some lines are in no post, and tells which of them a post would have taken. Lines that no post took are left to the page, whose head may be among them; the
 * others are blank when it is read again.
 */
export function readOutside<Read extends ReadPage>(
  source: SourceText,
  outside: ReadonlySet<number>,
  read: (source: SourceText) => Read,
): Read & { readonly taken: ReadonlySet<number> } {
  const taken = new Set<number>();
  let found = read(source);
  // Without these lines the page may be read otherwise, and take others.
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const before = taken.size;
    for (const { lines } of found.parsed.drafts) for (const { line } of lines) if (outside.has(line)) taken.add(line);
    if (taken.size === before) break;
    const blank = turn + 1 < mostTurns ? taken : outside;
    found = read({ ...withoutLines(source, [...blank]), outside: new Set(blank) });
  }
  if (taken.size === 0) return { ...found, taken };
  const drafts = found.parsed.drafts.map((draft) => without(draft, outside)).filter(({ lines }) => lines.length > 0);
  return { ...found, parsed: { ...found.parsed, drafts }, taken };
}

/** The last time all of the lines are blank. */
const mostTurns = 3;

/** A post whose blank lines between two of its own are none of those that a person took out. */
function without(draft: Draft, outside: ReadonlySet<number>): Draft {
  return {
    ...draft,
    lines: draft.lines.filter(({ line }) => !outside.has(line)),
    text: draft.text.filter((line) => !outside.has(line)),
  };
}
