import type { SourceText } from "../../read/source-text.ts";
import { keyOf, type Token } from "./tokens.ts";

/** Widths at which terminals, mail and printed pages break lines, in UTF-16 units. */
const narrowest = 40;
const widest = 120;

/** Fewer broken lines are chance, and so is a lower share of the lines that others stand right under. */
const fewest = 15;
const leastShare = 0.3;

/** On a page that a terminal laid out, a few broken lines tell its width; a single one does that goes on in lower case at the width of most terminals. */
const fewestOfTerminal = 3;
const usualWidth = { least: 68, most: 80 } as const;

/** The share of lines that may be longer than the width: words held together reach over it. */
const mostLonger = 0.02;

/** The least share of lines broken at the width that end inside a sentence, or go on in lower case. */
const leastInside = 0.75;

/**
 * Joins lines that a tool broke at one width, where the page shows that it did: hardly a line of several words is longer, and many end where the first
 * word of the next would not have fitted. A line that ends a sentence there may end its text as well, and is left. `isOwn` says where a person wants
 * a line to stand for itself.
 *
 *     The operator says that the ramp has to be repaired before the ferry
 *     can leave again.
 */
export function withWrappedLines(
  tokens: readonly Token[],
  isOwn: (line: number) => boolean,
  origin: "terminal" | "unknown" = "unknown",
): readonly Token[] {
  const page = widthOf(tokens, origin);
  if (page === undefined) return tokens;
  const { width, joinsAll } = page;
  const joined: Token[] = [];
  let above: Token | undefined;
  for (const token of tokens) {
    const over = joined.at(-1);
    const goesOn = above !== undefined && isBroken(above, token, width) && (joinsAll || isInside(above, token));
    if (goesOn && over !== undefined && !isOwn(token.first)) {
      const text = `${over.text.trimEnd()} ${token.text.trim()}`;
      joined.splice(-1, 1, { ...over, text, key: keyOf(text), last: token.last, wrapped: true });
    } else joined.push(token);
    above = token;
  }
  return joined;
}

/** Whether a person's word, or what other dumps say, is about a line. */
export function isOwnLine({ start, known }: LineHints): (line: number) => boolean {
  return (line) => start.has(line) || known?.has(line) === true;
}

/** Who may have broken the lines of a page. */
export function originOf({ brokenByTerminal }: SourceText): "terminal" | "unknown" {
  return brokenByTerminal === true ? "terminal" : "unknown";
}

/** What is said of lines from outside the page. */
interface LineHints {
  readonly start: ReadonlySet<number>;
  readonly known?: ReadonlyMap<number, number>;
}

/** A page whose lines a tool broke: at which width, and whether hardly any of those that end a sentence there end their text. */
interface BrokenPage {
  readonly width: number;
  readonly joinsAll: boolean;
}

/** How many times as many lines as chance would bring end a sentence at the width, where these are broken as well. */
const farMore = 4;

/** How the lines of a page are broken; nothing where they are not. */
function widthOf(tokens: readonly Token[], origin: "terminal" | "unknown"): BrokenPage | undefined {
  const lengths = tokens
    .filter(({ kind, text }) => kind === "text" && /\S\s+\S/u.test(text))
    .map(({ text }) => text.trimEnd().length)
    .sort((one, other) => one - other);
  const width = lengths[Math.floor((lengths.length - 1) * (1 - mostLonger))] ?? 0;
  const laidOut = origin === "terminal" ? usualWidthOf(tokens, lengths.at(-1) ?? 0) : undefined;
  if (width < narrowest || width > widest) return laidOut;
  const { under, broken, inside, words } = brokenAt(tokens, width);
  const isEnough =
    origin === "terminal" ? broken >= fewestOfTerminal : broken >= fewest && broken >= under * leastShare;
  if (!isEnough || inside < broken * leastInside) return laidOut;
  // Where a text ends says nothing of how long its last line is: so many of the lines that end one reach the width.
  const byChance = (under - broken) * (words / under / width);
  return { width, joinsAll: broken - inside >= farMore * byChance };
}

/** A page as wide as most terminals, where each line that may be broken goes on in lower case, be there a single one. */
function usualWidthOf(tokens: readonly Token[], width: number): BrokenPage | undefined {
  if (width < usualWidth.least || width > usualWidth.most) return undefined;
  const { broken, lower } = brokenAt(tokens, width);
  return broken > 0 && lower === broken ? { width, joinsAll: false } : undefined;
}

/** What a width tells of the lines that stand right under others. */
interface BrokenLines {
  readonly under: number;
  readonly broken: number;
  /** Of the broken ones, those that end inside a sentence, and those that go on in lower case. */
  readonly inside: number;
  readonly lower: number;
  /** The length of all first words, each with a blank. */
  readonly words: number;
}

function brokenAt(tokens: readonly Token[], width: number): BrokenLines {
  let [under, broken, inside, lower, words] = [0, 0, 0, 0, 0];
  for (const [at, token] of tokens.entries()) {
    const above = tokens[at - 1];
    if (above === undefined || token.gap > 0 || token.kind !== "text" || above.kind !== "text") continue;
    under += 1;
    words += firstWord(token).length + 1;
    if (!isBroken(above, token, width)) continue;
    broken += 1;
    if (isInside(above, token)) inside += 1;
    if (goesOnLower.test(token.text)) lower += 1;
  }
  return { under, broken, inside, lower, words };
}

function firstWord({ text }: Token): string {
  // No tool breaks a line at a blank that is to hold it together.
  return text.trimStart().split(/[ \t]/u, 1)[0] ?? "";
}

/** Whether the first word of a line would not have fitted into the line right above. */
function isBroken(above: Token, token: Token, width: number): boolean {
  if (token.kind !== "text" || above.kind !== "text" || token.gap > 0) return false;
  return above.text.trimEnd().length + 1 + firstWord(token).length > width;
}

/** Signs and figures that items of lists, hashtags and links start with. */
const opener = /^\s*(?:[-–•*▪●◦#@]|\p{Extended_Pictographic}|\p{Nd}{1,3}[.)]\s|https?:)/u;

/** Whether a text goes on from one line to the next. */
function isInside(above: Token, token: Token): boolean {
  if (opener.test(token.text)) return false;
  return !/[.!?…。！？]["'”»)\]]*$/u.test(above.text.trimEnd()) || goesOnLower.test(token.text);
}

const goesOnLower = /^\s*\p{Ll}/u;
