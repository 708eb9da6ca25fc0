import type { Draft, OwnedLine } from "../draft.ts";
import type { Media, ReplyQuote } from "../post.ts";
import { lineAt, type SourceText } from "../read/source-text.ts";
import { forwardedName, reactionsOf } from "./marks.ts";
import type { Unit } from "./units.ts";

/** What the marks around a post's text tell: whose post it was, what could not be shown, how people reacted. */
export function captured(units: readonly Unit[]): Pick<Draft, "forwardedFrom" | "media" | "reactions"> {
  const forwarded = units.find((unit) => unit.kind === "forwarded");
  const from = forwarded && forwardedName(forwarded.text);
  return {
    ...(from === undefined ? {} : { forwardedFrom: from }),
    media: mediaOf(units),
    reactions: units.filter((unit) => unit.kind === "reactions").flatMap((unit) => reactionsOf(unit.text)),
  };
}

/** Media in page order. A post without text behind whose place stands `Please open Telegram…` is hidden. */
function mediaOf(units: readonly Unit[]): readonly Media[] {
  const hasText = units.some((unit) => unit.kind === "text");
  const hidden = units.some((unit) => unit.kind === "after") && !hasText;
  const media = units.flatMap((unit): Media[] => (unit.mark?.media ? [unit.mark.media] : []));
  return hidden ? media.map((kind) => (kind === "custom-emoji" ? "hidden" : kind)) : media;
}

/** The lines of a unit in the role its kind gives it. */
export function ownLines(unit: Unit, role: OwnedLine["role"] = roleOf(unit)): readonly OwnedLine[] {
  const first = { line: unit.first, role };
  if (unit.last === unit.first) return [first];
  // The second line of a reply is its excerpt; of anything else, `VIEW IN TELEGRAM`.
  return [first, { line: unit.last, role: unit.kind === "reply" ? role : "placeholder" }];
}

function roleOf(unit: Unit): OwnedLine["role"] {
  if (saysSomething(unit)) return "text";
  if (unit.kind === "forwarded" || unit.kind === "reactions" || unit.kind === "reply") return unit.kind;
  return unit.kind === "via" ? "forwarded" : "placeholder";
}

/** Text, and service lines that tell what happened; a bare `Service message` only holds a place. */
export function saysSomething(unit: Unit): boolean {
  return unit.kind === "text" || (unit.kind === "whole" && unit.mark?.opaque !== true);
}

/** A reply block: the author's line, then one line of the quoted post. */
export function replyQuote(source: SourceText, lines: readonly number[]): ReplyQuote {
  const [author = 0, excerpt = 0] = lines;
  return { author: lineAt(source, author).trim(), excerpt: lineAt(source, excerpt).trim() };
}
