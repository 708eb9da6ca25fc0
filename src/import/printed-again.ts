import type { Finding } from "../dialects/kinds/dialect.ts";
import { previewHead } from "../dialects/kinds/preview-head.ts";
import { opensPost, type Token, tokensOf } from "../dialects/lines/tokens.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { isBlank, lineAt, type SourceText } from "../read/source-text.ts";

/** Fewer lines that stand again may be those of one post, and so may fewer different ones. */
const fewestLines = 6;

/** One of two prints of the same text, which is left aside: its lines, and whether the print that is read stands above it. */
export interface PrintedAgain {
  readonly lines: readonly number[];
  readonly isBelow: boolean;
}

/**
 * The second print where all that stands below a page's head is printed twice, as by one who copied it twice: the same lines of text in the same order,
 * blank ones aside. The page's own marks may stand in one print alone (`Forwarded from …`, reactions): the print that has more of them is read, so that
 * it is the first that is left aside where the second tells more. `apart` are lines around the posts, in neither print. Nothing where a person
 * says that a post starts at one of the lines.
 */
export function printedAgain(
  source: SourceText,
  { boundaries }: Sidecar,
  apart: ReadonlySet<number>,
): PrintedAgain | undefined {
  const head = mayBeTwice(source) ? previewHead(source) : undefined;
  if (head === undefined) return undefined;
  const headAgain = new Set(linesOfHeadAgain(source, head.last));
  const tokens = tokensOf(source, head.last + 1).filter(({ first }) => !apart.has(first) && !headAgain.has(first));
  const texts = tokens.filter(({ kind }) => kind === "text");
  const half = texts.length / 2;
  if (!Number.isInteger(half) || half < fewestLines) return undefined;
  for (let at = 0; at < half; at += 1) if (texts[at]?.text.trim() !== texts[half + at]?.text.trim()) return undefined;
  if (new Set(texts.slice(0, half).map(({ text }) => text.trim())).size < fewestLines) return undefined;
  const prints = twoPrints(source, tokens, texts[half]);
  if (prints === undefined) return undefined;
  const [upper, lower] = prints;
  const isBelow = lower.length <= upper.length;
  const lines = [...headAgain, ...(isBelow ? lower : upper)].sort((one, other) => one - other);
  const said = new Set([...(boundaries?.start ?? []), ...(boundaries?.join ?? [])]);
  return lines.some((line) => said.has(line)) ? undefined : { lines, isBelow };
}

/** Whether most lines stand on a page again, as they do where it is printed twice: few pages do, and they are read no further. */
function mayBeTwice({ lines }: SourceText): boolean {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const line of lines) {
    const text = line.trim();
    if (text === "") continue;
    filled += 1;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let alone = 0;
  for (const count of counts.values()) if (count === 1) alone += 1;
  return alone * 2 < filled;
}

/** The lines of a head that stands a second time further down, as a whole; none where it does not, or stands there more than once. */
function linesOfHeadAgain(source: SourceText, last: number): readonly number[] {
  const filled = source.lines.flatMap((text, at) => (isBlank(text) ? [] : [{ line: at + 1, text: text.trim() }]));
  const size = filled.filter(({ line }) => line <= last).length;
  if (size < fewestOfHead) return [];
  const places = filled.flatMap((_, at) =>
    at >= size && filled.slice(0, size).every(({ text }, offset) => filled[at + offset]?.text === text) ? [at] : [],
  );
  const [place] = places;
  return place === undefined || places.length > 1 ? [] : filled.slice(place, place + size).map(({ line }) => line);
}

/** Fewer lines of a head may be those of a post. */
const fewestOfHead = 2;

/** The lines of both prints; marks over the first text of the second print are its own. Nothing where each print has marks that the other lacks. */
function twoPrints(
  source: SourceText,
  tokens: readonly Token[],
  second: Token | undefined,
): readonly [readonly number[], readonly number[]] | undefined {
  let from = second === undefined ? tokens.length : tokens.indexOf(second);
  while (opensPost(tokens[from - 1])) from -= 1;
  const prints = [tokens.slice(0, from), tokens.slice(from)] as const;
  const [upper, lower] = prints.map((print) =>
    print.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  );
  if (upper === undefined || lower === undefined) return undefined;
  const textOf = (lines: readonly number[]): readonly string[] =>
    lines.map((line) => lineAt(source, line).trim()).filter((text) => !isBlank(text));
  const [more, less] = upper.length < lower.length ? [lower, upper] : [upper, lower];
  return isPart(textOf(less), textOf(more)) ? [upper, lower] : undefined;
}

/** Whether lines are those of others, in their order, with some left out. */
function isPart(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const line of others) if (line === lines[at]) at += 1;
  return at === lines.length;
}

/** Says which lines stand twice, and what to do where they are posts of their own. */
export function againFindings(again: PrintedAgain | undefined): readonly Finding[] {
  const [first, last] = [again?.lines[0], again?.lines.at(-1)];
  if (again === undefined || first === undefined) return [];
  const others = again.isBelow ? "above" : "below";
  const reason = `lines ${first}–${last} are those ${others} them once more and belong to no post; if they are posts of their own, write boundaries: { start: [${first}] } in the sidecar`;
  return [{ rule: "page/again", line: first, reason }];
}
