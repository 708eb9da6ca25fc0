import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { inFigures, undirected } from "../../text/printed-count.ts";
import { labelled } from "../lines/labelled.ts";
import { tokensOf } from "../lines/tokens.ts";

/**
 * The frame of a page whose interface is in an unknown language, by what every interface prints: a name and two labels with their values, the
 * same two again further down with each value on a line of its own, and right under them two words more, which end the head.
 *
 *     Gorbla zun tika: Mondu, Inglu
 *     Katigru: Vojadu
 *     …
 *     Gorbla zun tika
 *     Mondu, Inglu
 *     Katigru
 *     Vojadu
 *     Statu
 *     Filtru postu
 *     ^^^^^^^^^^^^ the last line of the head
 */
export function shapedFrame(source: SourceText): Frame | undefined {
  const top = Array.from({ length: Math.min(longestHead, source.lines.length) }, (_, index) =>
    lineAt(source, index + 1).trim(),
  );
  for (const [at, line] of top.entries()) {
    const first = labelled(line);
    const second = labelled(top[at + 1] ?? "");
    if (first === undefined || second === undefined) continue;
    const wanted = [...first, ...second];
    const again = top.findIndex(
      (_, from) => from > at + 1 && wanted.every((words, offset) => top[from + offset] === words),
    );
    if (again < 0 || [4, 5].some((offset) => (top[again + offset] ?? "") === "") || top[again + 6] !== "") continue;
    const head = again + 6;
    const footer = shapedFooter(source, head);
    return { isKnown: false, evidence: "a head of the shape of TGStat's pages", found: 8, head, footer };
  }
  return undefined;
}

/** Where a page's head ends and its footer stands, and how that is known. */
export interface Frame {
  /** Whether the words of its interface are known; otherwise its marks must be learned. */
  readonly isKnown: boolean;
  readonly evidence: string;
  /** Lines that bear it out. */
  readonly found: number;
  /** Last line of the head; 0 where the page has none. */
  readonly head: number;
  readonly footer: Footer | undefined;
}

/** The last line of a page, and the number of posts that it tells. */
export interface Footer {
  readonly line: number;
  readonly count: number;
}

/** Blank lines between two posts. */
export const postGap = 2;

/**
 * The last line of a page, where it holds one number and else few words, and where about as many pieces stand between the page's gaps as the number
 * says. Gaps inside posts make more pieces than posts, and little else makes fewer.
 */
function shapedFooter(source: SourceText, head: number): Footer | undefined {
  const line = source.lines.findLastIndex((text) => !isBlank(text)) + 1;
  const text = inFigures(undirected(lineAt(source, line)));
  const numbers = text.match(/\d+/gu) ?? [];
  const count = Number(numbers[0]);
  if (
    line <= head + 1 ||
    numbers.length !== 1 ||
    text.length > longestFooter ||
    !/^[\p{L}\p{M}\d\s.,:'’‘()\u200c-]+$/u.test(text)
  )
    return undefined;
  if (!isBlank(lineAt(source, line - 1))) return undefined;
  const pieces = tokensOf(source, head + 1, line - 1).filter(
    (token, index) => index === 0 || token.gap === postGap,
  ).length;
  return count > 0 && count <= pieces && pieces <= count * mostPieces ? { line, count } : undefined;
}

const longestFooter = 80;
/** Pieces between gaps to a post, at most. */
const mostPieces = 2;

/** How far down the head of a page can reach. */
const longestHead = 80;
