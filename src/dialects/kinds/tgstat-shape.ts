import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { inFigures, undirected } from "../../text/printed-count.ts";
import { labelled } from "../lines/labelled.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";

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
  /** The line that ends the head is missing, and so may be the one that names the channel. */
  readonly isCut?: true;
  readonly footer: Footer | undefined;
}

/** The last line of a page, and the number of posts that it tells. */
export interface Footer {
  readonly line: number;
  readonly count: number;
}

/** Blank lines between two posts, as the page prints them. */
const postGap = 2;

/** Which blank lines stand between two posts of a page. */
export interface PostGaps {
  readonly isPostGap: (gap: number) => boolean;
  /** In words, after "split at"; absent where it is what all pages of this kind have. */
  readonly other?: string;
}

/**
 * Which blank lines part the posts of a page that tells how many it shows, or does not: two, as on all pages of this kind, unless these make hardly half
 * as many pieces. Then what kept the page changed them, and it is another width that makes enough, the commonest first, else all wide gaps, all blank
 * lines or all line ends.
 */
export function postGapsOf(tokens: readonly Token[], count: number | undefined): PostGaps {
  const gaps = tokens.slice(1).map(({ gap }) => gap);
  const piecesBy = (isPostGap: (gap: number) => boolean): number => 1 + gaps.filter(isPostGap).length;
  const usual: PostGaps = { isPostGap: (gap) => gap === postGap };
  const widths = [...new Set(gaps.filter((gap) => gap > postGap))].sort((one, other) => one - other);
  const exact = widths
    .map((width): PostGaps => ({ isPostGap: (gap) => gap === width, other: `${width} blank lines` }))
    .sort((one, other) => piecesBy(other.isPostGap) - piecesBy(one.isPostGap));
  if (count === undefined) {
    const [most] = exact;
    const isOther = most !== undefined && piecesBy(usual.isPostGap) === 1 && piecesBy(most.isPostGap) > 2;
    return isOther ? most : usual;
  }
  const all: readonly PostGaps[] = [
    usual,
    ...exact,
    { isPostGap: (gap) => gap >= postGap, other: "two or more blank lines" },
    { isPostGap: (gap) => gap > 0, other: "blank lines" },
    { isPostGap: () => true, other: "line ends" },
  ];
  return all.find(({ isPostGap }) => piecesBy(isPostGap) > count * fewestPieces) ?? usual;
}

/** Pieces between gaps to a post that a page tells, at the least: posts without words are told, too. */
const fewestPieces = 0.5;

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
  const tokens = tokensOf(source, head + 1, line - 1);
  const { isPostGap } = postGapsOf(tokens, undefined);
  const pieces = tokens.filter((token, index) => index === 0 || isPostGap(token.gap)).length;
  return count > 0 && count <= pieces && pieces <= count * mostPieces ? { line, count } : undefined;
}

const longestFooter = 80;
/** Pieces between gaps to a post, at most. */
const mostPieces = 2;

/** How far down the head of a page can reach, in lines. */
export const longestHead = 80;
