import type { Draft, OwnedLine } from "../../model/draft.ts";
import {
  type AttachedFile,
  type Attachments,
  type Foot,
  footOf,
  type Media,
  type Poll,
  type PollOption,
  type ReplyQuote,
  type ServiceLine,
} from "../../model/post.ts";
import { lineAt, type SourceText } from "../../read/source-text.ts";
import { countOf } from "../../text/count.ts";
import { linkPreview } from "./link-previews.ts";
import { forwardedName, reactionsOf } from "./marks.ts";
import type { Unit } from "./tokens.ts";

/** What a page shows with a post's text: whose post it was, what could not be shown, its attachments, how people reacted. */
export function captured(
  source: SourceText,
  units: readonly Unit[],
): Pick<Draft, "forwardedFrom" | "media" | "reactions"> & Attachments & Foot {
  const forwarded = units.find((unit) => unit.kind === "forwarded");
  const from = forwarded && forwardedName(forwarded.text, forwarded.mark && [forwarded.mark]);
  const footer = units.find((unit) => unit.kind === "footer")?.footer;
  return {
    ...(from === undefined ? {} : { forwardedFrom: from }),
    media: mediaOf(units),
    ...attached(source, units),
    reactions: units.filter((unit) => unit.kind === "reactions").flatMap((unit) => reactionsOf(unit.text)),
    ...footOf(footer ?? {}),
  };
}

/** Media in page order. A post without text behind whose place stands `Please open Telegram…` is hidden. */
function mediaOf(units: readonly Unit[]): readonly Media[] {
  const hasText = units.some((unit) => unit.kind === "text");
  const hidden = units.some((unit) => unit.kind === "after") && !hasText;
  const media = units.flatMap((unit): Media[] => (unit.mark?.media ? [unit.mark.media] : []));
  return hidden ? media.map((kind) => (kind === "custom-emoji" ? "hidden" : kind)) : media;
}

function attached(source: SourceText, units: readonly Unit[]): Attachments {
  const preview = units.find((unit) => unit.kind === "preview");
  const poll = pollOf(units);
  const files = filesOf(units);
  const service = units.map(serviceOf).find((line) => line !== undefined);
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
function pollOf(units: readonly Unit[]): Poll | undefined {
  const at = units.findIndex((unit) => unit.mark?.name === "poll");
  const [question, kind] = [units[at - 1], units[at]];
  if (kind === undefined || question?.kind !== "text" || question.mark !== undefined) return undefined;
  const options: PollOption[] = [];
  let voters: number | undefined;
  for (let next = at + 1; next < units.length && voters === undefined; next += 1) {
    const [unit, answer] = [units[next], units[next + 1]];
    if (unit?.mark?.name === "voters") voters = votersOf(unit.text);
    else if (unit?.mark?.name === "share" && answer?.kind === "text" && answer.mark === undefined) {
      options.push({ text: answer.text.trim(), percent: Number.parseInt(unit.text, 10) });
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
function filesOf(units: readonly Unit[]): readonly AttachedFile[] {
  return units.flatMap((unit, index): AttachedFile[] => {
    const name = units[index - 1];
    if (unit.mark?.name !== "size" || name?.kind !== "text" || name.mark !== undefined) return [];
    return [{ name: name.text.trim(), size: unit.text.trim() }];
  });
}

function serviceOf({ mark, text }: Unit): ServiceLine | undefined {
  if (mark?.event === undefined) return undefined;
  const about = mark.pattern.exec(text.trim())?.groups?.about;
  return about === undefined ? { event: mark.event } : { event: mark.event, about };
}

/** All lines of a unit. */
function linesOf({ first, last }: Unit): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** The lines of a unit that stand in the text of its post. */
export function textLinesOf(unit: Unit): readonly number[] {
  if (!saysSomething(unit)) return [];
  return unit.kind === "preview" ? linesOf(unit) : [unit.first];
}

/** The lines of a unit in the role its kind gives it. */
export function ownLines(unit: Unit, role: OwnedLine["role"] = roleOf(unit)): readonly OwnedLine[] {
  // The second line of a reply is its excerpt, those of a preview its title and description, that of a footer its clock time; of anything else, `VIEW IN TELEGRAM`.
  const isWhole = unit.kind === "reply" || unit.kind === "preview" || unit.kind === "footer";
  return linesOf(unit).map((line) => ({ line, role: line === unit.first || isWhole ? role : "placeholder" }));
}

function roleOf(unit: Unit): OwnedLine["role"] {
  switch (unit.kind) {
    case "forwarded":
    case "reactions":
    case "reply":
    case "preview":
      return unit.kind;
    case "footer":
      return "reactions";
    case "via":
      return "forwarded";
    default:
      return saysSomething(unit) ? "text" : "placeholder";
  }
}

/** Text, link previews, and service lines that tell what happened; a bare `Service message` only holds a place. */
export function saysSomething(unit: Unit): boolean {
  return unit.kind === "text" || unit.kind === "preview" || (unit.kind === "whole" && unit.mark?.opaque !== true);
}

/** A reply block: the author's line, then one line of the quoted post. */
export function replyQuote(source: SourceText, lines: readonly number[]): ReplyQuote {
  const [author = 0, excerpt = 0] = lines;
  return { author: lineAt(source, author).trim(), excerpt: lineAt(source, excerpt).trim() };
}
