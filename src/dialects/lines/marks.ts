import type { Media, Reaction, ServiceEvent } from "../../model/post.ts";
import { countOf } from "../../text/count.ts";
import { serviceLines } from "../../text/service-lines.ts";

/** A line that a page prints itself, around what people wrote. */
export interface Mark {
  readonly name: MarkName;
  /** Matches the whole line, blanks at its ends taken away. */
  readonly pattern: RegExp;
  readonly example: string;
  /** What the page shows it in place of. */
  readonly media?: Media;
  /** What a service line tells; what it is about, the pattern holds as `about`. */
  readonly event?: ServiceEvent;
  /** Whether the line stands for a post without telling anything of it. */
  readonly opaque?: true;
}

/**
 * `forwarded` and `via` open a post, and so does the channel's name over it (`owner`), on pages that print it; `before` stands before a post's text and `after` behind it, each followed by its
 * `view` line; `whole` is a post of its own, sometimes followed by its `view` line; `reactions` close a post. The lines of a poll
 * (its kind, the share of an answer, the number of voters) and the size of a file stand inside posts and never open one.
 */
export type MarkName =
  | "forwarded"
  | "via"
  | "owner"
  | "before"
  | "after"
  | "whole"
  | "poll"
  | "share"
  | "voters"
  | "size"
  | "view"
  | "reactions";

/**
 * The marks of t.me/s, its mirrors and TGStat (English and Russian) and TGlist. Telegram prints them in English
 * whatever the channel's language; TGStat in the language of its interface.
 */
export const marks: readonly Mark[] = [
  { name: "forwarded", pattern: /^Forwarded from\s+(?<name>\S.*)$/u, example: "Forwarded from\u00A0MoD Russia" },
  { name: "forwarded", pattern: /^Репост из:\s*(?<name>\S.*)$/u, example: "Репост из: Russia in Canada" },
  { name: "forwarded", pattern: /^(?:Forward|Reposted) from:\s*(?<name>\S.*)$/u, example: "Forward from: Habr" },
  { name: "via", pattern: /^via @\w{3,32}$/u, example: "via @gif" },
  {
    name: "before",
    pattern: /^This media is not supported in your browser$/u,
    example: "This media is not supported in your browser",
    media: "video",
  },
  { name: "before", pattern: /^Media is too big$/u, example: "Media is too big", media: "video" },
  {
    name: "before",
    pattern: /^Видео недоступно для предпросмотра$/u,
    example: "Видео недоступно для предпросмотра",
    media: "video",
  },
  {
    name: "before",
    pattern: /^Video is unavailable for watching$/u,
    example: "Video is unavailable for watching",
    media: "video",
  },
  {
    name: "after",
    pattern: /^Please open Telegram to view this post$/u,
    example: "Please open Telegram to view this post",
    media: "custom-emoji",
  },
  { name: "whole", pattern: /^Service message$/u, example: "Service message", media: "service", opaque: true },
  ...serviceLines.map((line): Mark => ({ name: "whole", ...line, media: "service" })),
  {
    name: "poll",
    pattern: /^(?:Anonymous (?:[Pp]oll|[Qq]uiz|[Vv]oting)|Public [Pp]oll|Quiz|Final [Rr]esults)$/u,
    example: "Anonymous Poll",
    media: "poll",
  },
  { name: "share", pattern: /^\d{1,3}%$/u, example: "27%" },
  { name: "voters", pattern: /^\d+(?:[.,]\d+)?[KM]? (?:voter|vote)s?$/u, example: "0 voter" },
  { name: "size", pattern: /^\d+(?:\.\d+)? (?:B|KB|MB|GB)$/u, example: "1.2 MB", media: "document" },
  { name: "view", pattern: /^VIEW IN TELEGRAM$/u, example: "VIEW IN TELEGRAM" },
  { name: "view", pattern: /^(?:Смотреть в|Show in) Telegram$/u, example: "Смотреть в Telegram" },
];

/** An emoji that a reaction can be: a pictograph with its skin, gender and joiners, never a flag or a keycap. */
const emoji = String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*`;
const exact = String.raw`\d+(?:\.\d+)?`;
const rounded = `${exact}[KM]`;

/** Two pictographs in a row are one whose zero-width joiner got lost: `❤🔥2` is ❤‍🔥 2. */
const oneReaction = new RegExp(`(?<emoji>(?:${emoji}){0,2})(?<count>${exact}[KM]?)`, "gu");

/**
 * Bare numbers in a row are stars and custom emoji: `2.49K23.4K7.76K`. Alone, a bare number is text. A line can be parted in one way alone: a number
 * that another follows is rounded, since nothing else would tell where it ends.
 */
const reactionLine = new RegExp(
  `^(?:${rounded})*(?:${exact})?(?:(?:${emoji}){1,2}(?:(?:${rounded})+|${exact}))+$`,
  "u",
);
const bareReactionLine = new RegExp(`^(?:${rounded}){2,}\\d*$`, "u");

/** A post has at most a few dozen kinds of reactions. */
const longestReactions = 400;

/** All fixed lines at once: most lines are none, and one look costs less than twenty. */
const anyFixed = new RegExp(marks.map(({ pattern }) => pattern.source.replace(/\(\?<\w+>/gu, "(?:")).join("|"), "u");

/** The mark a line is, if it is one. */
export function markOf(line: string): Mark | undefined {
  const text = line.trim();
  if (anyFixed.test(text)) return marks.find((mark) => mark.pattern.test(text));
  return isReactions(text) ? reactionsMark : undefined;
}

/** The one mark that is not a fixed line: emoji with their counts, in one line without blanks. */
export const reactionsMark: Mark = { name: "reactions", pattern: reactionLine, example: "👍3❤1🕊1" };

function isReactions(text: string): boolean {
  // Cheap look first: almost every line ends in a letter or a stop.
  // An eye counts views.
  if (text.length > longestReactions || !/[\dKM]$/u.test(text) || /\p{L}{2}|\s|^👁/u.test(text)) return false;
  return reactionLine.test(text) || bareReactionLine.test(text);
}

/** The name in a forwarded mark, one of the pages' or one that was learned; NBSP inside names becomes a blank. */
export function forwardedName(line: string, learned: readonly Mark[] = []): string | undefined {
  const text = line.trim();
  for (const mark of [...marks, ...learned]) {
    const name = mark.name === "forwarded" ? mark.pattern.exec(text)?.groups?.name : undefined;
    if (name !== undefined) return name.replace(/\s+/gu, " ").trim();
  }
  return undefined;
}

/** Reactions as people type them: `👍 12 ❤️ 3`. A line of text can look so; the page tells (`kinds/learned-marks.ts`). */
export const spacedReactions: Mark = {
  name: "reactions",
  pattern: new RegExp(`^(?!👁)${emoji} ?${exact}[KM]?(?:[ ,·|]{1,3}${emoji} ?${exact}[KM]?)*$`, "u"),
  example: "👍 12 ❤️ 3",
};

/** The reactions a line prints, in order. A bare first number is stars; other bare numbers are custom emoji. */
export function reactionsOf(line: string): readonly Reaction[] {
  const reactions: Reaction[] = [];
  // Between two numbers, a blank parts two custom emoji.
  const printedLine = line.replace(/[\s,·|]+(?!\d)|(?<![\dKM])[\s,·|]+/gu, "");
  const stars = reactionLine.test(printedLine);
  for (const match of printedLine.matchAll(oneReaction)) {
    const printed = match.groups?.count ?? "";
    const symbol = joined(match.groups?.emoji ?? "") || (reactions.length === 0 && stars ? "⭐" : "");
    const rounded = /[KM.]/u.test(printed);
    reactions.push({ emoji: symbol, count: countOf(printed), ...(rounded ? { printed } : {}) });
  }
  return reactions;
}

/** Puts back the joiner that some hosts lose between two pictographs. */
function joined(symbol: string): string {
  return symbol.replace(/(?<=\p{Extended_Pictographic}\uFE0F?)(?=\p{Extended_Pictographic})/gu, "\u200D");
}
