import type { Texts } from "../texts/texts.ts";
import type { Translate } from "./translator.ts";

/**
 * What a page shows of posts, channels and files, in whatever language that is, and what stands as it was printed. A search
 * writes its own part of its page. `said` marks what is the interface's own word all the same.
 */
export const shownContent =
  '[dir="auto"]:not(.said), [lang], bdi:not(.said), code, pre, script, style, .citation, .address, .hash, .Z3988, #search';

const spoken = ["title", "aria-label", "placeholder", "alt", "data-done", "data-show-dark", "data-show-light"];

/** Puts the interface of a page into another language, and leaves what it shows of posts as it is. */
export function translatePage(page: Document, translate: Translate, { language, direction }: Texts): void {
  page.documentElement.lang = language;
  page.documentElement.dir = direction;
  const title = translate(page.title);
  if (title !== undefined) page.title = title;
  translateIn(page.body, translate);
}

function translateIn(element: Element, translate: Translate): void {
  if (element.matches(shownContent) && !element.matches(".untitled")) return;
  for (const name of spoken) {
    const words = element.getAttribute(name);
    const other = words === null ? undefined : translate(words);
    if (other !== undefined) element.setAttribute(name, other);
  }
  for (const child of element.childNodes) {
    if (child.nodeType === textNode) translateText(child, translate);
    else if (child.nodeType === elementNode) translateIn(child as Element, translate);
  }
}

function translateText(node: ChildNode, translate: Translate): void {
  const other = translate(node.nodeValue ?? "");
  if (other !== undefined) node.nodeValue = other;
}

// The numbers of `Node.TEXT_NODE` and `Node.ELEMENT_NODE`, which stand for themselves outside a browser too.
const textNode = 3;
const elementNode = 1;
