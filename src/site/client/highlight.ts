import { inflections } from "../search/forms/inflections.ts";
import { markParameter, wantedIn } from "../search/mark-address.ts";
import { stretchesOf, type WantedForms } from "../search/wanted.ts";

/*
 * Marks in a post what a reader searched for and shows the first of it. The marks are made of the post's own text
 * nodes: nothing of the address is ever set as markup.
 */
const wanted = { ...wantedIn(new URLSearchParams(location.search).get(markParameter) ?? ""), inflections };
for (const element of document.querySelectorAll<HTMLElement>(".post-body h1, .post-body .text")) mark(element, wanted);
const first = document.querySelector(".text mark");
if (first !== null && location.hash === "" && first.getBoundingClientRect().bottom > innerHeight) {
  first.scrollIntoView({ block: "center" });
}

function mark(element: HTMLElement, what: WantedForms): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    // From the last one on, so that the places of the others stay what they are.
    for (const { start, end } of stretchesOf(node.data, languageOf(node), what).toReversed()) {
      const found = node.splitText(start);
      found.splitText(end - start);
      const box = document.createElement("mark");
      found.replaceWith(box);
      box.append(found);
    }
  }
}

function languageOf(node: Text): string {
  return node.parentElement?.closest<HTMLElement>("[lang]")?.lang ?? "und";
}
