import { elementsIn } from "./elements.ts";
import type { Exported } from "./exported.ts";
import { isMessage, readTelegramHtml } from "./telegram-html.ts";
import { isPagePost, readTelegramPage } from "./telegram-page.ts";

/** A tag that the end of a page cuts off: no part of any text. */
const unfinished = /<[a-z/][^<>\n]{0,500}$|<$/iu;

/** The kinds of pages with numbers and moments: Telegram Desktop's export, and what t.me shows. */
export type PageKind = "telegram-html" | "telegram-page";

/** Reads a page by the kind whose posts it holds; `undefined` where it holds none. */
export function readPage(file: string): { readonly kind: PageKind; readonly exported: Exported } | undefined {
  const html = file.replace(unfinished, "");
  const [first] = elementsIn(html, (element) => isPagePost(element) || isMessage(element)).found;
  if (first === undefined) return undefined;
  const kind: PageKind = isPagePost(first) ? "telegram-page" : "telegram-html";
  const exported = kind === "telegram-page" ? readTelegramPage(html) : readTelegramHtml(html);
  // What was cut off may have had a line to itself.
  const cutLine = html !== file && html.endsWith("\n") ? 1 : 0;
  return { kind, exported: { ...exported, lines: exported.lines + cutLine } };
}
