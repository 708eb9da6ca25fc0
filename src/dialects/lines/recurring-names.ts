import { headingDay } from "../../text/heading-day.ts";
import { beginsWithApp, siteLine } from "./site-lines.ts";
import type { Token } from "./tokens.ts";

/** Fewer lines may be a heading that recurs; on a page without blank lines more are needed. */
const fewest = { parted: 6, flat: 8 } as const;

/** The least share of names that stand right over a text. */
const leastOver = 0.9;

/** The least share of the stretches between blank lines that begin with the name: the others are paragraphs. */
const leastBlocks = 0.5;

/** In UTF-16 units, and in words. */
const longestName = 64;
const mostWords = 6;

/**
 * The places of a name that stands alone over each text of a page and is nothing else of it, as some sites print the channel over each post, closer to
 * that text than to the one above; none where a line may be an author's: with a colon, a sign or a tag, a word alone, or over some texts only.
 *
 *     Voz del Barrio
 *     ^^^^^^^^^^^^^^ the first line, again over every text
 *     The pier opens at seven.
 */
export function recurringName(tokens: readonly Token[]): readonly number[] {
  const [first] = tokens;
  if (first?.kind !== "text" || !canBeName(first.key)) return [];
  const places = tokens.flatMap(({ kind, key }, at) => (kind === "text" && key === first.key ? [at] : []));
  const width = widthOver(tokens, places);
  const blocks = tokens.filter(({ gap }, at) => at === 0 || gap >= width).length;
  const parted = places.filter((at) => at === 0 || (tokens[at]?.gap ?? 0) >= width).length;
  const isParted = parted >= places.length * leastOver;
  const isFlat = parted <= 1;
  if (!(isParted || isFlat) || places.length < (isParted ? fewest.parted : fewest.flat)) return [];
  if (isParted && blocks > 1 && places.length < blocks * leastBlocks) return [];
  if (isPrintedTwice(tokens, places)) return [];
  const names = new Set(places);
  const over = places.filter((at) => {
    const below = tokens[at + 1];
    return below !== undefined && below.gap < width && !names.has(at + 1);
  });
  return over.length >= places.length * leastOver && !names.has(tokens.length - 1) ? places : [];
}

/** How many blank lines stand over nearly all names below the first, one at least: fewer may stand between a name and its text. */
function widthOver(tokens: readonly Token[], places: readonly number[]): number {
  const gaps = places.slice(1).map((at) => tokens[at]?.gap ?? 0);
  gaps.sort((one, other) => one - other);
  return Math.max(1, gaps[Math.floor(gaps.length * (1 - leastOver))] ?? 1);
}

/** Whether lines stand again below the same name: a page that prints each text twice has its own ends of posts. */
function isPrintedTwice(tokens: readonly Token[], places: readonly number[]): boolean {
  const again = places.reduce((sum, at, place) => {
    const keys = tokens.slice(at + 1, places[place + 1]).map(({ key }) => key);
    return sum + keys.length - new Set(keys).size;
  }, 0);
  return again * fewAgain > tokens.length;
}

/** One line in so many may stand again in a text. */
const fewAgain = 10;

/** Whether words can be the name of a channel and no heading of an author's: several words or signs that stand for words, beginning large. */
function canBeName(words: string): boolean {
  if (words.length > longestName || !/^[\p{Lu}\p{Lt}\p{Lo}]/u.test(words)) return false;
  if (/[\p{P}\p{S}\p{Nd}]$|[#@]|\/\/|[:：]/u.test(words)) return false;
  const parts = words.split(" ");
  const isOne = parts.length < 2 && !isWithoutBlanks.test(words);
  const isSites = siteLine(words) !== undefined || beginsWithApp(words);
  return !isOne && parts.length <= mostWords && headingDay(words) === undefined && !isSites;
}

/** Scripts that set no blank between words; two signs are one. */
const isWithoutBlanks =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{4,}$/u;
