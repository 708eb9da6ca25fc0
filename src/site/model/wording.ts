import type { Boundary, Editor, LineRange, Media, Reaction } from "../../model/post.ts";
import { printedCount } from "../../text/printed-count.ts";
import { counted as countedIn, grouped } from "../texts/counted.ts";
import { kept } from "../texts/kept.ts";
import type { Texts } from "../texts/texts.ts";
import { longDay } from "./dates.ts";

/** `1 post`, `84 posts`, `12,345 posts`, for what programs print on a terminal; pages take `archive.texts.counts`. */
export function countedWords(count: number, one: string, many = `${one}s`): string {
  return countedIn("en", { one, other: many })(count);
}

/** `12,345`, as the interface's language writes it. */
export function numeral(count: number, { locale }: Pick<Texts, "locale">): string {
  return grouped(locale, count);
}

/** What parts two facts in a line: `, `, in Arabic and Persian `، `. */
export function comma({ direction }: Pick<Texts, "direction">): string {
  return direction === "rtl" ? "، " : ", ";
}

/** `73%`, of a share between 0 and 1. */
export function percentage(share: number, { locale }: Pick<Texts, "locale">): string {
  return percentages(locale).format(share);
}

/**
 * What a post holds, one note for each kind: `Place`; of pictures, recordings and files that the archive does not have, also why:
 * `2 videos, not shown by the page`. `absent` tells where they are missing; they are not where it is absent.
 */
export function mediaNotes(media: readonly Media[], texts: Texts, absent?: keyof Texts["absent"]): readonly string[] {
  return [...new Set(media)].map((kind) => {
    const what = texts.media[kind](media.filter((each) => each === kind).length);
    return absent === undefined || !isFile.has(kind) ? what : texts.absent[absent](what);
  });
}

/** What posts hold beside their words, of the media of each post: how many files of each kind, and how many posts the page does not show whole. */
export function mediaHeld(posts: readonly (readonly Media[])[], texts: Texts): readonly string[] {
  const files = posts.flatMap((media) => media.filter((kind) => isFile.has(kind)));
  const others = new Map<string, number>();
  for (const media of posts) {
    const words = new Set(media.filter((kind) => !isFile.has(kind)).map((kind) => texts.media[kind](1)));
    for (const each of words) others.set(each, (others.get(each) ?? 0) + 1);
  }
  return [
    ...mediaNotes(files, texts),
    ...[...others].map(([words, count]) => `${words} (${texts.counts.posts(count)})`),
  ];
}

const isFile: ReadonlySet<Media> = new Set<Media>(["video", "photo", "audio", "document", "poll", "sticker", "story"]);

/** A number that a page printed, and its own spelling of it where it rounded. */
interface PrintedNumber {
  readonly count: number;
  readonly printed?: string | undefined;
}

/** `812`, `about 12,400`: a number in the reader's language, and as the page rounded it, in whatever language that is. */
export function printedNumber(
  { count, printed }: PrintedNumber,
  texts: Texts,
): { readonly words: string; readonly printed: string | undefined } {
  return { words: printed === undefined ? numeral(count, texts) : texts.post.about(count), printed };
}

/** A counter of a page's head, `53.6K`, as `printedNumber()` says it; as it was printed where it cannot be read. */
export function counterWords(told: string, texts: Texts): ReturnType<typeof printedNumber> {
  const read = printedCount(told);
  return read === undefined ? { words: told, printed: undefined } : printedNumber(read, texts);
}

/** `👍 3`; a custom emoji, which pages print as a bare number, says so. */
export function reactionWords(
  reaction: Reaction,
  texts: Texts,
): {
  readonly emoji: string;
  readonly label: string;
  readonly count: string;
  /** The count as the page rounded it. */
  readonly printed: string | undefined;
} {
  const { words: count, printed } = printedNumber(reaction, texts);
  if (reaction.emoji === "") return { emoji: "◌", label: texts.post.customEmoji, count, printed };
  if (reaction.emoji === "⭐") return { emoji: "⭐", label: texts.post.stars, count, printed };
  return { emoji: reaction.emoji, label: reaction.emoji, count, printed };
}

/** `16–51, 60`. */
export function lineRanges(lines: readonly LineRange[]): string {
  return lines.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

/** Whether all that ranges of lines hold is one line. */
export function isOneLine(lines: readonly LineRange[]): boolean {
  return lines.length === 1 && lines[0]?.[0] === lines[0]?.[1];
}

/** `3.4 MB`, in thousands of bytes. */
export function fileSize(bytes: number, { locale }: Pick<Texts, "locale">): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unitDisplay = power === 0 ? "long" : "short";
  const format = { style: "unit", unit: units[power], unitDisplay, maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(locale, format).format(bytes / 1000 ** power);
}

/** `Russian`; the tag itself where it has no name; nothing where the language is not known. */
export function languageName(language: string, { locale }: Pick<Texts, "locale">): string | undefined {
  if (language === "und") return undefined;
  try {
    return languageNames(locale).of(language) ?? language;
  } catch {
    // A malformed tag, from a file edited by hand, shows as it stands.
    return language;
  }
}

/** What a language calls itself, as lists have it: `Русский`. `language`: one that CLDR knows. */
export function ownNameOf(language: string): string {
  const name = languageName(language, { locale: language }) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

/** The `lang` attribute of a text, absent where its language is not known. */
export function langOf(language: string): { readonly lang?: string } {
  return language === "und" ? {} : { lang: language };
}

const most = 0.99;

/** How the start of a post is known, and what that rests on. */
export function boundaryWords(
  boundary: Boundary,
  texts: Texts,
): {
  readonly what: string;
  readonly why: string;
} {
  const words = texts.record;
  if (boundary.kind === "marked") return { what: words.marked, why: words.markedWhy };
  if (boundary.kind === "set") return { what: words.set, why: editorWords(boundary, texts) ?? "" };
  const { probability } = boundary;
  // No judgement is certain, however near to it a rounded figure comes.
  const likely = probability > most ? words.over(percentage(most, texts)) : percentage(probability, texts);
  return { what: words.judged, why: words.judgedWhy(likely) };
}

/** Who set something, and when: `Ada, 1 March 2025`; nothing where neither is told. A note is for editors and stays in their files. */
export function editorWords({ by, on }: Editor, texts: Texts): string | undefined {
  const parts = [...(by === undefined ? [] : [by]), ...(on === undefined ? [] : [longDay(on, texts)])];
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** `Post boundary: Set by an editor (Ada, 1 March 2025)`. */
export function boundaryLine(boundary: Boundary, texts: Texts): string {
  const { what, why } = boundaryWords(boundary, texts);
  return `${texts.record.limits}: ${why === "" ? what : texts.dating.by(what, why)}`;
}

const percentages = kept((locale) => new Intl.NumberFormat(locale, { style: "percent" }));
const languageNames = kept((locale) => new Intl.DisplayNames(locale, { type: "language" }));
