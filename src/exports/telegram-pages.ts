import { elementsIn } from "./elements.ts";
import type { Exported } from "./exported.ts";
import { isMessage, readTelegramHtml } from "./telegram-html.ts";
import { isPagePost, readTelegramPage } from "./telegram-page.ts";

/** The kinds of pages with numbers and moments: Telegram Desktop's export, and what t.me shows. */
export type PageKind = "telegram-html" | "telegram-page";

/** Reads a page by the kind whose posts it holds; `undefined` where it holds none. */
export function readPage(html: string): { readonly kind: PageKind; readonly exported: Exported } | undefined {
  const [first] = elementsIn(html, (element) => isPagePost(element) || isMessage(element)).found;
  if (first === undefined) return undefined;
  return isPagePost(first)
    ? { kind: "telegram-page", exported: readTelegramPage(html) }
    : { kind: "telegram-html", exported: readTelegramHtml(html) };
}
