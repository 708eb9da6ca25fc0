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

const permalink = document.querySelector<HTMLElement>("a[data-words]");
if (permalink !== null) offerLink(permalink);

const cited = document.querySelector<HTMLElement>("[data-list]");
if (cited !== null && program instanceof HTMLScriptElement) {
  try {
    letList(cited, myListIn(localStorage, new URL("..", program.src).href));
  } catch {
    // A browser that keeps nothing has no list.
  }
}

if (program instanceof HTMLScriptElement) offerForms(program.src);

/** Buttons below the address of a post: what copies it, and what hands it to the reader's other programs where the device does that. */
function offerLink(link: HTMLElement): void {
  const [copy = "", copied = "", share = ""] = link.dataset.words?.split("|") ?? [];
  const offers = Object.assign(document.createElement("span"), { className: "offers" });
  const button = (textContent: string): HTMLButtonElement => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent });
    offers.append(made);
    return made;
  };
  if ("clipboard" in navigator) {
    const copies = button(copy);
    copies.dataset.done = copied;
    letCopy(copies, link);
  }
  if ("share" in navigator) {
    // A reader who turns back has shared nothing, which is no fault.
    button(share).addEventListener("click", () => {
      navigator.share({ title: document.title, url: link.textContent ?? "" }).catch(() => undefined);
    });
  }
  link.after(offers);
}
