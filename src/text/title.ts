import { dayLine } from "./day-line.ts";
import { cut } from "./graphemes.ts";
import { isHashtagLine } from "./hashtags.ts";

/** Longest title, in user-perceived characters. */
const titleLimit = 140;

const hasWord = /[\p{L}\p{N}]/u;

/**
 * The headline of a text: its first line that says something, which is neither hashtags alone nor emoji alone nor a day alone, cut at
 * a word boundary. A text of nothing else is headed by its first line that is not empty; empty where it has none.
 */
export function titleOf(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim());
  const says = (line: string): boolean => hasWord.test(line) && !isHashtagLine(line);
  const headline =
    lines.find((line) => says(line) && dayLine(line) === undefined) ??
    lines.find(says) ??
    lines.find((line) => line !== "") ??
    "";
  return cut(headline, titleLimit);
}
