import type { PostMetadata } from "../../model/post.ts";
import { isBlank, type SourceText } from "../../read/source-text.ts";
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

/** The non-blank lines of a dump from line `from` to line `to` (1-based, inclusive) as tokens; `learned` are marks that this page alone prints. */
export function tokensOf(
  source: SourceText,
  from = 1,
  to = source.lines.length,
  learned: readonly Mark[] = [],
): readonly Token[] {
  const markAt = (text: string): Mark | undefined =>
    markOf(text) ?? learned.find(({ pattern }) => pattern.test(text.trim()));
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
    const forward = bareForward.test(text) && !isBlank(next) ? markOf(`${text.trim()} ${next.trim()}`) : undefined;
    const mark = forward ?? markAt(text);
    const pair = forward !== undefined || (mark !== undefined && hasView(mark) && markAt(next)?.name === "view");
    const last = pair ? line + 1 : line;
    const emoji = leadingEmoji(text);
    tokens.push({
      kind: kindOf(mark),
      first: line,
      last,
      text: forward === undefined ? text : `${text.trim()} ${next.trim()}`,
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
