import { offerForms } from "./cite-forms.ts";
import { letCopy } from "./copying.ts";
import { letList } from "./listing.ts";
import { myListIn } from "./my-list.ts";
import { openedOnInWords } from "./opened.ts";

/**
 * Shows the button that copies a reference in words, where the browser can copy, and the forms of reference managers. The program that makes these
 * is loaded when a reader first opens one.
 */
const program = document.currentScript;

// Whoever cites a page says when it was opened; the page itself cannot know.
const citation = document.querySelector<HTMLElement>("[data-accessed]");
citation?.append(` [${citation.dataset.accessed} ${openedOnInWords()}]`);

if ("clipboard" in navigator) {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy ?? "");
    if (source !== null) letCopy(button, source);
  }
}

const cited = document.querySelector<HTMLElement>("[data-list]");
if (cited !== null && program instanceof HTMLScriptElement) {
  try {
    letList(cited, myListIn(localStorage, new URL("..", program.src).href));
  } catch {
    // A browser that keeps nothing has no list.
  }
}

if (program instanceof HTMLScriptElement) offerForms(program.src);
