import { literalPattern } from "../../text/literal.ts";
import { anyCount, inFigures, undirected } from "../../text/printed-count.ts";
import { commentWords } from "./comment-words.ts";
import { type FooterReader, footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import { withShareBars } from "./share-bars.ts";
import type { Token } from "./tokens.ts";

/**
 * Joins the lines that lead to a post's comments to the lines above them, where the page prints them at the foot of its posts: below the footer, or
 * between the text with its reactions and the footer.
 *
 *     1.2K views
 *     09:12
 *     4 comments
 *     ^^^^^^^^^^ and `Leave a comment` where there is none
 *
 * An author can begin a post with such a line, or ask for comments at the end of each: they are the page's where it repeats them, above its footers
 * only where some have a number. In languages that no table has, below footers alone.
 */
export function withCommentLines(lines: readonly Token[]): readonly Token[] {
  const tokens = withShareBars(lines);
  const feet = feetOf(tokens);
  if (feet.length === 0) return tokens;
  const below = feet.flatMap(({ last }) => (tokens[last + 1]?.tight === true ? [last + 1] : []));
  const above = feet.flatMap(({ first }) => (tokens[first]?.tight === true ? [first - 1] : []));
  const places = new Set(placesOf(tokens, feet.length, below, above));
  if (places.size === 0) return tokens;
  const joined: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const over = joined.at(-1);
    if (over === undefined || !places.has(at)) joined.push(token);
    else joined.splice(-1, 1, { ...over, last: token.last, comments: (over.comments ?? 0) + 1 });
  }
  return joined;
}

/** The places of comment lines among those under the footers of a page, or else among those over them. */
function placesOf(
  tokens: readonly Token[],
  feet: number,
  below: readonly number[],
  above: readonly number[],
): readonly number[] {
  const kindAt = (at: number): CommentLine | undefined => commentLine(tokens[at]);
  const under = below.filter((at) => kindAt(at) !== undefined);
  if (under.length >= fewest || (under.length > 0 && under.length * 2 >= feet)) return under;
  const learnt = learntBelow(tokens, feet, below);
  if (learnt.length > 0) return learnt;
  const over = above.filter((at) => kindAt(at) !== undefined);
  return over.length * 2 >= feet && over.some((at) => kindAt(at) === "counted") ? over : [];
}

/** Fewer lines of a kind are chance. */
const fewest = 2;

/** Fewer footers teach no words, and the least share of them that must have a line below that is no text. */
const fewestFeet = 4;
const nearlyAll = 0.9;

/**
 * The lines under footers that are a number and one word, or one line that recurs without figures, where almost all footers have one and a page that
 * begins otherwise ends with one: an author's first line has its text below it.
 */
function learntBelow(tokens: readonly Token[], feet: number, below: readonly number[]): readonly number[] {
  if (feet < fewestFeet || below.length < feet * nearlyAll || below.at(-1) !== tokens.length - 1) return [];
  const words = new Map<string, number[]>();
  for (const at of below) {
    const { text = "", kind } = tokens[at] ?? {};
    const shown = inFigures(undirected(text));
    if (kind !== "text" || shown.length > longest) continue;
    const key = countAndWord.exec(shown)?.groups?.word?.slice(0, stem) ?? (/\d/u.test(shown) ? "" : shown);
    words.set(key, [...(words.get(key) ?? []), at]);
  }
  const [counted = [], asked = []] = [...words]
    .filter(([key, at]) => key !== "" && at.length >= fewest)
    .map(([, at]) => at)
    .sort((one, other) => other.length - one.length);
  const found = [...counted, ...asked].sort((one, other) => one - other);
  const first = tokens[0]?.key;
  if (found.length < feet * nearlyAll || found.some((at) => tokens[at]?.key === first)) return [];
  return found.at(-1) === tokens.length - 1 ? found : [];
}

const countAndWord = new RegExp(String.raw`^${anyCount}\s(?<word>[\p{L}\p{M}’'‘ʻ\u200C-]{3,})$`, "iu");

/** Letters that the forms of a word share. */
const stem = 4;

type CommentLine = "counted" | "asked";

const counted = new RegExp(
  `^${anyCount}\\s*(?:${oneOf(commentWords.flatMap((own) => own.counted))})$|^(?:${oneOf(commentWords.flatMap((own) => own.counted))}):?\\s*${anyCount}$`,
  "iu",
);
const asked = new RegExp(`^(?:${oneOf(commentWords.flatMap((own) => own.asked))})$`, "iu");

/** No such line is longer, in characters. */
const longest = 40;

function commentLine(token: Token | undefined): CommentLine | undefined {
  if (token?.kind !== "text" || token.mark !== undefined) return undefined;
  // The apps draw speech bubbles, pens and arrows around the words.
  const shown = undirected(inFigures(token.text)).replace(/^[^\p{L}\p{N}]{1,3}|[^\p{L}\p{M}\p{N}]{1,3}$/gu, "");
  if (shown.length > longest) return undefined;
  if (counted.test(shown)) return "counted";
  return asked.test(shown) ? "asked" : undefined;
}

function oneOf(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .map(literalPattern)
    .join("|");
}

const reader: FooterReader = footerReader(footerWords);

/** Lines that can be a post's footer, as indices of the first token and of the last. */
interface Foot {
  readonly first: number;
  readonly last: number;
}

/** Clock times with the views and the word for edited posts above them; where there is none, views with their word. */
function feetOf(tokens: readonly Token[]): readonly Foot[] {
  const isText = (at: number): boolean => tokens[at]?.kind === "text" && tokens[at]?.mark === undefined;
  const isOver = (at: number): boolean => {
    const { text = "" } = tokens[at] ?? {};
    return isText(at) && (reader.isEditedMark(text) || reader.isViewsWord(text) || reader.viewsOf(text) !== undefined);
  };
  const clocks = tokens.flatMap((token, last): readonly Foot[] => {
    if (!isText(last) || reader.footerOf(token.text) === undefined) return [];
    let first = last;
    while (last - first < 3 && tokens[first]?.tight === true && isOver(first - 1)) first -= 1;
    return [{ first, last }];
  });
  if (clocks.length > 0) return clocks;
  return tokens.flatMap((token, at) => (isText(at) && reader.namesViews(token.text) ? [{ first: at, last: at }] : []));
}
