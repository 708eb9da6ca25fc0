/** The first words of a text on one line, as pages quote them. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt - 1).trimEnd()}…`;
}

/** Longest excerpt of a quoted post, as Telegram's pages cut it, in UTF-16 units. */
const longestExcerpt = 120;
