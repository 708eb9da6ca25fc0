import type { Finding } from "../dialects/kinds/dialect.ts";
import { previewHead } from "../dialects/kinds/preview-head.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { isBlank, lineAt, type SourceText } from "../read/source-text.ts";

/** Fewer lines that stand again may be those of one post, and so may fewer different ones. */
const fewestLines = 6;

/**
 * The lines of the second print where all that stands below a page's head is printed twice, as by one who copied it twice: the same lines in the same
 * order, blank ones aside. `apart` are lines around the posts, in neither print. Empty where a person says that a post starts at one of the lines.
 */
export function printedAgain(
  source: SourceText,
  { boundaries }: Sidecar,
  apart: ReadonlySet<number>,
): readonly number[] {
  const head = previewHead(source);
  if (head === undefined) return [];
  const lines = source.lines.flatMap((text, at) =>
    at >= head.last && !isBlank(text) && !apart.has(at + 1) ? [at + 1] : [],
  );
  const half = lines.length / 2;
  const text = (at: number): string => lineAt(source, lines[at] ?? 1).trim();
  if (!Number.isInteger(half) || half < fewestLines) return [];
  for (let at = 0; at < half; at += 1) if (text(at) !== text(half + at)) return [];
  const different = new Set(Array.from({ length: half }, (_, at) => text(at)));
  const said = new Set([...(boundaries?.start ?? []), ...(boundaries?.join ?? [])]);
  const again = lines.slice(half);
  return different.size < fewestLines || again.some((line) => said.has(line)) ? [] : again;
}

/** Says which lines stand again below all others, and what to do where they are posts of their own. */
export function againFindings(again: readonly number[]): readonly Finding[] {
  const [first, last] = [again[0], again.at(-1)];
  if (first === undefined) return [];
  const reason = `lines ${first}–${last} are those above them once more and belong to no post; if they are posts of their own, write boundaries: { start: [${first}] } in the sidecar`;
  return [{ rule: "page/again", line: first, reason }];
}
