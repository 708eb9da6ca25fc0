import type { Views } from "../../model/post.ts";
import { reactionsMark } from "./marks.ts";
import { footerReader } from "./metadata-lines.ts";
import { footerWords } from "./metadata-words.ts";
import type { Token } from "./tokens.ts";

/**
 * Joins reactions that an extractor parted, each emoji from its count, where a number of views follows in the same manner, over its word or over the
 * clock time. Where an app draws its reactions, only their numbers are left; these are believed where many posts have some.
 *
 *     👍
 *     12
 *     1.2K
 *     views
 */
export function withStackedReactions(tokens: readonly Token[]): readonly Token[] {
  const views = new Set(tokens.flatMap((_, at) => (isViews(tokens, at) ? [at] : [])));
  if (views.size === 0) return tokens;
  const bare = new Set([...views].filter((at) => isBareCount(tokens, at - 1) && tokens[at]?.tight === true));
  const isHabit = bare.size >= fewest && bare.size * 3 >= views.size;
  const joined: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    if (!views.has(at)) {
      joined.push(token);
      continue;
    }
    const start = startOf(joined, isHabit && bare.has(at));
    const own = joined.splice(start);
    const [first, last] = [own[0], own.at(-1)];
    if (first !== undefined && last !== undefined && token.tight)
      joined.push({ ...first, kind: "reactions", mark: reactionsMark, text: printed(own), last: last.last });
    else for (const each of own) joined.push(each);
    joined.push(token);
  }
  return joined;
}

/** Fewer posts with a number over their views are chance. */
const fewest = 3;

/** Where the reactions at the end of tokens begin. */
function startOf(tokens: readonly Token[], takesBare: boolean): number {
  const tight = (at: number): boolean => tokens[at + 1] === undefined || tokens[at + 1]?.tight === true;
  let start = tokens.length;
  for (;;) {
    if (isPair(tokens, start - 2) && tight(start - 1)) start -= 2;
    else if (takesBare && isBareCount(tokens, start - 1) && tight(start - 1)) start -= 1;
    else return start;
  }
}

const reader = footerReader(footerWords);

const emojiAlone = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})*){1,4}$/u;

function isText(token: Token | undefined): token is Token {
  return token?.kind === "text" && token.mark === undefined;
}

function isCount(tokens: readonly Token[], at: number): boolean {
  return isText(tokens[at]) && reader.viewsOf(tokens[at]?.text ?? "") !== undefined;
}

/** A number without a word: `12`, `1.2K`. */
function isBareCount(tokens: readonly Token[], at: number): boolean {
  return isCount(tokens, at) && !reader.namesViews(tokens[at]?.text ?? "");
}

function isPair(tokens: readonly Token[], at: number): boolean {
  return (
    isText(tokens[at]) &&
    emojiAlone.test(tokens[at]?.key ?? "") &&
    tokens[at + 1]?.tight === true &&
    isCount(tokens, at + 1)
  );
}

/** A number of views in a line of its own, over its word or over the post's clock time. */
function isViews(tokens: readonly Token[], at: number): boolean {
  const below = tokens[at + 1];
  if (!isText(below) || !isBareCount(tokens, at)) return false;
  if (reader.isViewsWord(below.text)) return true;
  return below.tight && reader.footerOf(below.text) !== undefined && reader.footerOf(below.text)?.views === undefined;
}

/** Reactions in one line: `👍12❤3`, numbers alone parted by blanks. */
function printed(tokens: readonly Token[]): string {
  return tokens.reduce((line, { key, text }) => {
    const count = reader.viewsOf(text);
    const part = count === undefined ? key : figures(count);
    return /[\dKM]$/u.test(line) && count !== undefined ? `${line} ${part}` : `${line}${part}`;
  }, "");
}

/** A count as t.me prints it: rounded ones keep that they are. */
function figures({ count, printed: rounded }: Views): string {
  if (rounded === undefined) return String(count);
  return count >= 1_000_000 ? `${count / 1_000_000}M` : `${count / 1_000}K`;
}
