import { keyOf, type Token } from "./tokens.ts";

/** A quoted post is cut to one line that ends so. */
const cutOff = /(?:…|\.\.\.)$/u;

/** What stands for a quoted post without text. */
const quotedMedia = /^(?:Photo|Video|GIF|Sticker|Voice message|Audio|File|Poll|Location)$/u;

/** Longest name of a channel or a person, in characters. */
const longestName = 128;

/** How much of an excerpt is looked for among the posts of the page. */
const knownPrefix = 40;

/** Whether a line can be the quoted post of a reply: flattened and cut, or named by its kind. */
export function looksLikeExcerpt(text: string): boolean {
  return cutOff.test(text.trim()) || quotedMedia.test(text.trim());
}

/**
 * Joins the two lines of each reply block of a page (author, then one flattened line of the quoted post) into one token. A block
 * is only believed where something bears it out: the author is the channel itself or heads another such block, or the
 * excerpt begins as a post of this page does.
 */
export function withReplies(tokens: readonly Token[], channel: string | undefined): readonly Token[] {
  const blocks = new Set(tokens.flatMap((_, index) => (isBlock(tokens, index) ? [index] : [])));
  const authors = new Map<string, number>();
  for (const index of blocks) {
    const key = tokens[index]?.key ?? "";
    authors.set(key, (authors.get(key) ?? 0) + 1);
  }
  const channelKey = channel === undefined ? undefined : keyOf(channel);
  const flattened = flatten(tokens);
  return tokens.flatMap((token, index): readonly Token[] => {
    const excerpt = tokens[index + 1];
    if (blocks.has(index - 1) && isBelieved(index - 1)) return [];
    if (!blocks.has(index) || !isBelieved(index) || excerpt === undefined) return [token];
    return [{ ...token, kind: "reply", last: excerpt.last }];
  });

  function isBelieved(index: number): boolean {
    const author = tokens[index]?.key ?? "";
    if (author === channelKey || (authors.get(author) ?? 0) > 1) return true;
    const excerpt = (tokens[index + 1]?.key ?? "").slice(0, knownPrefix);
    // Once for the excerpt itself, and once for the post it quotes.
    return excerpt.length === knownPrefix && flattened.split(excerpt, 3).length > 2;
  }
}

/** Whether the two tokens from a place on can be a reply block: a short line that ends no sentence, right above a line that looks like an excerpt, with the reply's own text under it. */
export function isBlock(tokens: readonly Token[], index: number): boolean {
  const [author, excerpt, text] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (author?.kind !== "text" || excerpt?.kind !== "text" || excerpt.gap > 0) return false;
  if (author.gap > 0 || author.text.length > longestName || /[.!?:;,…]$/u.test(author.text.trim())) return false;
  return looksLikeExcerpt(excerpt.text) && (text?.kind === "text" || text?.kind === "before") && text.gap === 0;
}

function flatten(tokens: readonly Token[]): string {
  return tokens.map((token) => token.key).join(" ");
}
