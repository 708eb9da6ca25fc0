import type { Exported } from "./exported.ts";

/** A tag that the end of a page cuts off: no part of any text. */
const unfinished = /<[a-z/][^<>\n]{0,500}$|<$/iu;

/** Reads a page without a tag that its end cuts off. */
export function withoutCutTag(page: string, read: (html: string) => Exported): Exported {
  const html = page.replace(unfinished, "");
  const exported = read(html);
  // What was cut off may have had a line to itself.
  const cutLine = html !== page && html.endsWith("\n") ? 1 : 0;
  return { ...exported, lines: exported.lines + cutLine };
}
