/** A line longer than this, in UTF-16 units, is a paragraph and not a line of a list. */
const longestLine = 100;

/**
 * A text with a blank line at each end of its paragraphs, as Telegram shows them. Extractors that print a post twice leave no blank line between
 * paragraphs; then each line that is too long for one of a list or an address stands apart. A text that has blank lines stays as it is.
 */
export function withParagraphs(text: string): string {
  if (/\n\s*\n/u.test(text)) return text;
  const lines = text.split("\n");
  const isLong = (line = ""): boolean => line.length > longestLine;
  return lines
    .map((line, index) => (index > 0 && (isLong(line) || isLong(lines[index - 1])) ? `\n${line}` : line))
    .join("\n");
}
