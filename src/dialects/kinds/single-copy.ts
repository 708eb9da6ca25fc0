import type { Draft } from "../../model/draft.ts";
import type { Boundary } from "../../model/post.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import type { TokenRange } from "../boundaries/judge.ts";
import type { JudgedPage } from "../boundaries/judge-page.ts";
import { daysOver } from "../lines/days-over.ts";
import { isPreviewFor } from "../lines/link-previews.ts";
import { captured, ownLines, replyQuote, textLinesOf } from "../lines/parts.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";

/** The drafts of a judged page, each with the day that the page prints over it. */
export function draftsOf(source: SourceText, tokens: readonly Token[], posts: JudgedPage["posts"]): readonly Draft[] {
  const days = daysOver(
    tokens,
    posts.map(({ range }) => range),
  );
  return posts.map(({ range, boundary }, at) => {
    const dayOver = days[at];
    const draft = singleCopyDraft(source, tokens, range, boundary);
    return dayOver === undefined ? draft : { ...draft, dayOver };
  });
}

/** The draft of a post whose text stands once: its lines of text, with the blank lines between the first and the last. */
export function singleCopyDraft(
  source: SourceText,
  tokens: readonly Token[],
  { start, end }: TokenRange,
  boundary: Boundary,
): Draft {
  const parts = tokens.slice(start, end);
  // Parted from its address, a link preview is text like any other.
  const own = parts.flatMap((token) =>
    token.kind === "preview" && !isPreviewFor(token, parts) ? tokensOf(source, token.first, token.last) : [token],
  );
  const texts = own.flatMap(textLinesOf);
  const [first = 0] = texts;
  const last = texts.at(-1) ?? -1;
  const isText = new Set(texts);
  const text = Array.from({ length: last - first + 1 }, (_, offset) => first + offset).filter(
    (line) => isText.has(line) || isBlank(lineAt(source, line)),
  );
  const wrapped = own.filter((token) => token.wrapped === true);
  return {
    // Blank lines may stand between a footer and the buttons below it.
    lines: own.flatMap((token) => ownLines(token)).filter(({ line }) => !isBlank(lineAt(source, line))),
    text,
    ...(wrapped.length === 0 ? {} : { says: new Map(wrapped.map((token) => [token.first, token.text])) }),
    ...captured(source, own),
    ...replyOf(source, own),
    boundary,
  };
}

function replyOf(source: SourceText, own: readonly Token[]): Pick<Draft, "replyTo"> {
  const reply = own.find((token) => token.kind === "reply");
  return reply === undefined ? {} : { replyTo: replyQuote(source, [reply.first, reply.last]) };
}
