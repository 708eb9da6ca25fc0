import type { PostMetadata } from "../../model/post.ts";
import { isBlank, type SourceText } from "../../read/source-text.ts";
import { foreignForward, isForwardAlone, isForwardLine, isSourceName } from "./forward-words.ts";
import { type Mark, type MarkName, markOf } from "./marks.ts";

/** Lines of polls and files are text that the page wrote; their mark tells them apart. */
export type TokenKind =
  | "text"
  | "reply"
  | "preview"
  | "footer"
  | Exclude<MarkName, "view" | "poll" | "share" | "voters" | "size">;

/** A line with what it is, or lines that belong together: a placeholder and its `VIEW IN TELEGRAM`, a reply block, a link preview, a footer. */
export interface Token {
  readonly kind: TokenKind;
  /** 1-based lines: one, two, or the up to three of a link preview. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** The text with blanks and variation selectors evened out, for comparing copies. */
  readonly key: string;
  /** The emoji the line starts with, a quotation mark or a blank before it allowed. */
  readonly emoji?: string;
  readonly mark?: Mark;
  /** What a token of kind `footer` says. */
  readonly footer?: PostMetadata;
  /** Whether its lines are one line of its author that a tool broke. */
  readonly wrapped?: boolean;
  /** How many of its last lines lead to the post's comments, or are buttons under it: `12 comments`, `Share`. */
  readonly comments?: number;
  /** Blank lines right before this token, as the judge is to see them; a dialect may turn them over. */
  readonly gap: number;
  /** Whether it stands right under the line before it in the dump. */
  readonly tight: boolean;
}

const openers: ReadonlySet<TokenKind> = new Set(["forwarded", "via", "before"]);

/** Whether a token is a mark that the page prints over a post's text. */
export function opensPost(token: Pick<Token, "kind"> | undefined): boolean {
  return token !== undefined && openers.has(token.kind);
}

/** The non-blank lines of a dump from line `from` to line `to` (1-based, inclusive) as tokens; `learned` are marks that this page alone prints. */
export function tokensOf(
  source: SourceText,
  from = 1,
  to = source.lines.length,
  learned: readonly Mark[] = [],
): readonly Token[] {
  const markAt = (text: string): Mark | undefined =>
    markOf(text) ?? learned.find(({ pattern }) => pattern.test(text.trim()));
  const isTop = topsOfPosts(source);
  const tokens: Token[] = [];
  let [gap, gapOver] = [0, 0];
  for (let line = from; line <= to; line += 1) {
    const text = source.lines[line - 1] ?? "";
    if (isBlank(text)) {
      // What is in no post parts none: only the wider of the gaps over and under it does.
      if (source.outside?.has(line) === true) [gap, gapOver] = [0, Math.max(gap, gapOver)];
      else gap += 1;
      continue;
    }
    gap = Math.max(gap, gapOver);
    const next = line < to ? (source.lines[line] ?? "") : "";
    const whole = `${text.trim()} ${next.trim()}`;
    const isForeign = isForwardAlone(text) && isSourceName(next.trim()) && isTop(line, line + 1);
    const bare = bareForward.test(text) && !isBlank(next) ? markOf(whole) : undefined;
    const forward = isForeign ? foreignForward : bare;
    const mark = forward ?? markAt(text) ?? (isForwardLine(text) && isTop(line, line) ? foreignForward : undefined);
    const pair = forward !== undefined || (mark !== undefined && hasView(mark) && markAt(next)?.name === "view");
    const last = pair ? line + 1 : line;
    const emoji = leadingEmoji(text);
    tokens.push({
      kind: kindOf(mark),
      first: line,
      last,
      text: forward === undefined ? text : whole,
      key: keyOf(text),
      gap,
      tight: gap === 0,
      ...(emoji === undefined ? {} : { emoji }),
      ...(mark ? { mark } : {}),
    });
    line = last;
    [gap, gapOver] = [0, 0];
  }
  return tokens;
}

const emojiStart =
  /^[^\p{L}\p{N}]{0,2}?(?<emoji>\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[\d#*]\uFE0F?\u20E3)/u;

function leadingEmoji(line: string): string | undefined {
  return emojiStart.exec(line)?.groups?.emoji;
}

/** What makes two lines copies of each other: extractors change blanks and variation selectors, nothing else. */
export function keyOf(line: string): string {
  const text = line.normalize("NFC");
  // Cheap look first: most lines are even already.
  if (!uneven.test(text)) return text;
  return text
    .replace(/[\uFE0E\uFE0F]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

const uneven = /[\uFE0E\uFE0F]|[^\S ]| {2}|^ | $/u;

/**
 * Tells of lines, from one to another, whether they stand on top of a post's text: with text right below, and below a blank line, a clock time, a mark of
 * the page or a line that stands at several places, as a channel's name does over its posts.
 */
function topsOfPosts({ lines }: SourceText): (first: number, last: number) => boolean {
  let again: ReadonlySet<string> | undefined;
  return (first, last) => {
    const [above, below] = [lines[first - 2] ?? "", lines[last] ?? ""];
    // Words and a name on two lines right below a moment are the page's, also with a blank line between them and the text.
    if (isBlank(below)) return last > first && !isBlank(above) && endsInClock.test(above.trimEnd());
    if (isBlank(above) || endsInClock.test(above.trimEnd()) || markOf(above) !== undefined) return true;
    again ??= recurringLines(lines);
    return again.has(above.trim());
  };
}

function recurringLines(lines: readonly string[]): ReadonlySet<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const line of lines) (once.has(line.trim()) ? again : once).add(line.trim());
  return again;
}

const endsInClock = /\p{Nd}{1,2}[:.]\p{Nd}{2}(?:\s?[ap]\.?m\.?)?$/iu;

/** A forward whose name an extractor put on a line of its own. */
const bareForward = /^\s*Forwarded from\s*$/u;

function hasView(mark: Mark): boolean {
  return mark.name === "before" || mark.name === "after" || mark.name === "whole";
}

/** A `VIEW IN TELEGRAM` that lost its placeholder still stands for something the page did not show. */
function kindOf(mark: Mark | undefined): TokenKind {
  if (mark === undefined) return "text";
  switch (mark.name) {
    case "poll":
    case "share":
    case "voters":
    case "size":
      return "text";
    case "view":
      return "after";
    default:
      return mark.name;
  }
}
