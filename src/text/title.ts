import { cut } from "./graphemes.ts";
import { isHashtagLine } from "./hashtags.ts";

/** Longest title, in user-perceived characters. */
const titleLimit = 140;

const hasWord = /[\p{L}\p{N}]/u;

/**
 * The headline of a text: its first line that says something, which is neither hashtags alone nor emoji alone, cut at
 * a word boundary. Empty where the text has no such line.
 */
export function titleOf(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim());
  const headline =
    lines.find((line) => hasWord.test(line) && !isHashtagLine(line)) ?? lines.find((line) => line !== "") ?? "";
  return cut(headline, titleLimit);
}
