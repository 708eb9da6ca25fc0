/** What makes two texts the same post: extractors change blanks and variation selectors, nothing else. */
export function textKey(text: string): string {
  return (
    text
      .normalize("NFC")
      .replace(/[\uFE0E\uFE0F\u200B]/gu, "")
      // A blank between two words is one already.
      .replace(/[^\S ]\s*| \s+/gu, " ")
      .trim()
  );
}
