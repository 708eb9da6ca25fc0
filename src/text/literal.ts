/** The source of a pattern that matches a text itself, under the `u` flag outside of classes. */
export function literalPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
