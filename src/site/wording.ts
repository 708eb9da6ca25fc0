import type { LineRole, Order } from "../ledger.ts";
import type { Boundary, LineRange, Media, Reaction } from "../post.ts";

/** `1 post`, `84 posts`, `12,345 posts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numeral(count)} ${count === 1 ? one : many}`;
}

/** `12,345`. */
export function numeral(count: number): string {
  return numerals.format(count);
}

/** What the page did not show of a post, one note for each kind: `2 videos, not captured`. */
export function mediaNotes(media: readonly Media[]): readonly string[] {
  return [...new Set(media)].map((kind) => {
    const count = media.filter((each) => each === kind).length;
    return mediaWords[kind](count);
  });
}

/** `👍 3`; a custom emoji, which pages print as a bare number, says so. */
export function reactionWords(reaction: Reaction): {
  readonly emoji: string;
  readonly label: string;
  readonly count: string;
} {
  const count = reaction.printed ?? numeral(reaction.count);
  if (reaction.emoji === "") return { emoji: "◌", label: "custom emoji", count };
  if (reaction.emoji === "⭐") return { emoji: "⭐", label: "stars", count };
  return { emoji: reaction.emoji, label: reaction.emoji, count };
}

/** `16–51, 60`. */
export function lineRanges(lines: readonly LineRange[]): string {
  return lines.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

/** `Russian`; the tag itself where it has no English name; nothing where the language is not known. */
export function languageName(language: string): string | undefined {
  if (language === "und") return undefined;
  try {
    return languageNames.of(language) ?? language;
  } catch {
    // A malformed tag, from a file edited by hand, shows as it stands.
    return language;
  }
}

/** The `lang` attribute of a text, absent where its language is not known. */
export function langOf(language: string): { readonly lang?: string } {
  return language === "und" ? {} : { lang: language };
}

/** The order of a dump in words, as the about page says it. */
export const orderWords: Readonly<Record<Order, string>> = {
  "oldest-first": "oldest post first",
  "newest-first": "newest post first",
};

/** What the lines of a dump are, as headings of the about page's counts. */
export const roleWords: Readonly<Record<LineRole, string>> = {
  text: "Text",
  copy: "Second copy",
  forwarded: "Forwarded mark",
  reply: "Reply quote",
  preview: "Link preview",
  placeholder: "Placeholder",
  reactions: "Reactions",
  furniture: "Page furniture",
  blank: "Blank",
};

const numerals = new Intl.NumberFormat("en");
const languageNames = new Intl.DisplayNames("en", { type: "language" });

const mediaWords: Readonly<Record<Media, (count: number) => string>> = {
  video: notCaptured("Video", "videos"),
  photo: notCaptured("Photo", "photos"),
  audio: notCaptured("Audio", "audio recordings"),
  document: notCaptured("Document", "documents"),
  poll: notCaptured("Poll", "polls"),
  service: () => "Service message of the channel",
  "custom-emoji": () => "Custom emoji in the text, not shown by the page",
  hidden: () => "The page shows nothing of this post",
};

function notCaptured(one: string, many: string): (count: number) => string {
  return (count) => (count === 1 ? `${one}, not captured` : `${count} ${many}, not captured`);
}

/** How the start of a post is known, and what that rests on. */
export function boundaryWords(boundary: Boundary): { readonly what: string; readonly why: string } {
  if (boundary.kind === "marked") return { what: "Marked", why: "the page or a person says where the post starts" };
  const percent = Math.round(boundary.probability * 100);
  return { what: "Inferred", why: `the page marks no start here; it was judged ${percent} % likely` };
}
