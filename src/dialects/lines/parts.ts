import type { Draft, OwnedLine } from "../../model/draft.ts";
import {
  type AttachedFile,
  type Attachments,
  type Media,
  metadataOf,
  type Poll,
  type PollOption,
  type PostMetadata,
  type ReplyQuote,
  type ServiceLine,
} from "../../model/post.ts";
import { lineAt, type SourceText } from "../../read/source-text.ts";
import { countOf } from "../../text/count.ts";
import { linkPreview } from "./link-previews.ts";
import { forwardedName, reactionsOf } from "./marks.ts";
import type { Token } from "./tokens.ts";

/** What a page shows with a post's text: whose post it was, what could not be shown, its attachments, how people reacted. */
export function captured(
  source: SourceText,
  tokens: readonly Token[],
): Pick<Draft, "forwardedFrom" | "media" | "reactions"> & Attachments & PostMetadata {
  const forwarded = tokens.find((token) => token.kind === "forwarded");
  const from = forwarded && forwardedName(forwarded.text, forwarded.mark && [forwarded.mark]);
  const footer = tokens.find((token) => token.kind === "footer")?.footer;
  return {
    ...(from === undefined ? {} : { forwardedFrom: from }),
    media: mediaOf(tokens),
    ...attached(source, tokens),
    reactions: tokens.filter((token) => token.kind === "reactions").flatMap((token) => reactionsOf(token.text)),
    ...metadataOf(footer ?? {}),
  };
}

/** Media in page order. A post without text behind whose place stands `Please open Telegram…` is hidden. */
function mediaOf(tokens: readonly Token[]): readonly Media[] {
  const hasText = tokens.some((token) => token.kind === "text");
  const hidden = tokens.some((token) => token.kind === "after") && !hasText;
  const media = tokens.flatMap((token): Media[] => (token.mark?.media ? [token.mark.media] : []));
  return hidden ? media.map((kind) => (kind === "custom-emoji" ? "hidden" : kind)) : media;
}

function attached(source: SourceText, tokens: readonly Token[]): Attachments {
  const preview = tokens.find((token) => token.kind === "preview");
  const poll = pollOf(tokens);
  const files = filesOf(tokens);
  const service = tokens.map(serviceOf).find((line) => line !== undefined);
  return {
    ...(preview ? { linkPreview: linkPreview(linesOf(preview).map((line) => lineAt(source, line))) } : {}),
    ...(poll ? { poll } : {}),
    ...(files.length === 0 ? {} : { files }),
    ...(service ? { service } : {}),
  };
}

/**
 * A poll: the line above its kind is the question, each share stands above its answer, the number of voters closes it.
 *
 *     Which day should the market be held?
 *     Anonymous Poll
 *     27%
 *     Saturday
 *     112 voters
 */
function pollOf(tokens: readonly Token[]): Poll | undefined {
  const at = tokens.findIndex((token) => token.mark?.name === "poll");
  const [question, kind] = [tokens[at - 1], tokens[at]];
  if (kind === undefined || question?.kind !== "text" || question.mark !== undefined) return undefined;
  const options: PollOption[] = [];
  let voters: number | undefined;
  for (let next = at + 1; next < tokens.length && voters === undefined; next += 1) {
    const [token, answer] = [tokens[next], tokens[next + 1]];
    if (token?.mark?.name === "voters") voters = votersOf(token.text);
    else if (token?.mark?.name === "share" && answer?.kind === "text" && answer.mark === undefined) {
      options.push({ text: answer.text.trim(), percent: Number.parseInt(token.text, 10) });
      next += 1;
    } else break;
  }
  const told = { question: question.text.trim(), kind: kind.text.trim(), options };
  return voters === undefined ? told : { ...told, voters };
}

/** `1.2K voters` is 1200, `1,204 voters` is 1204. */
function votersOf(line: string): number {
  const [printed = ""] = line.trim().split(" ");
  return countOf(printed.replace(/,(?=\d{3})/u, "").replace(",", "."));
}

/** Files: a size stands under the name of its file. */
function filesOf(tokens: readonly Token[]): readonly AttachedFile[] {
  return tokens.flatMap((token, index): AttachedFile[] => {
    const name = tokens[index - 1];
    if (token.mark?.name !== "size" || name?.kind !== "text" || name.mark !== undefined) return [];
    return [{ name: name.text.trim(), size: token.text.trim() }];
  });
}

function serviceOf({ mark, text }: Token): ServiceLine | undefined {
  if (mark?.event === undefined) return undefined;
  const about = mark.pattern.exec(text.trim())?.groups?.about;
  return about === undefined ? { event: mark.event } : { event: mark.event, about };
}

/** All lines of a token. */
function linesOf({ first, last }: Token): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** The lines of a token that stand in the text of its post. */
export function textLinesOf(token: Token): readonly number[] {
  if (!saysSomething(token)) return [];
  return token.kind === "preview" ? linesOf(token) : [token.first];
}

/** The lines of a token in the role its kind gives it. */
export function ownLines(token: Token, role: OwnedLine["role"] = roleOf(token)): readonly OwnedLine[] {
  // The second line of a reply is its excerpt, those of a preview its title and description, that of a footer its clock time, that of a forward its name; of anything else, `VIEW IN TELEGRAM`.
  const isWhole = wholeKinds.has(token.kind) || token.wrapped === true;
  const { first, last, comments = 0 } = token;
  return linesOf(token).map((line) => {
    if (line > last - comments) return { line, role: "reactions" };
    return { line, role: line === first || isWhole ? role : "placeholder" };
  });
}

const wholeKinds: ReadonlySet<Token["kind"]> = new Set(["reply", "preview", "footer", "forwarded", "reactions"]);

function roleOf(token: Token): OwnedLine["role"] {
  switch (token.kind) {
    case "forwarded":
    case "reactions":
    case "reply":
    case "preview":
      return token.kind;
    case "footer":
    case "owner":
      return "reactions";
    case "via":
      return "forwarded";
    default:
      return saysSomething(token) ? "text" : "placeholder";
  }
}

/** Text, link previews, and service lines that tell what happened; a bare `Service message` only holds a place. */
export function saysSomething(token: Token): boolean {
  return token.kind === "text" || token.kind === "preview" || (token.kind === "whole" && token.mark?.opaque !== true);
}

/** A reply block: the author's line, then one line of the quoted post. */
export function replyQuote(source: SourceText, lines: readonly number[]): ReplyQuote {
  const [author = 0, excerpt = 0] = lines;
  return { author: lineAt(source, author).trim(), excerpt: lineAt(source, excerpt).trim() };
}
