import { markParameter } from "../search/mark-address.ts";
import { offerListedPosts } from "./listed-posts.ts";

/**
 * What every page does for its readers' hands: `/` goes to the search box, `?` shows the keys, arrows and Escape go on from a picture that is open
 * large, a post that was searched for is marked, and reference managers are offered the posts of a list.
 */
const program = document.currentScript;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const way = wayFromPicture(event.key);
  if (way !== undefined) document.querySelector<HTMLElement>(`.large:target ${way}`)?.click();
  if (event.key === "?" && program instanceof HTMLScriptElement) showKeys(program.src);
  if (event.key !== "/") return;
  const box = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (box === null) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// The program that knows word forms is loaded only where there is something to mark.
if (program instanceof HTMLScriptElement && new URLSearchParams(location.search).has(markParameter)) {
  const address = new URL("highlight.js", program.src).href;
  document.addEventListener("DOMContentLoaded", () => void import(address));
}

offerListedPosts(document);

// A browser loads no module for a page that was opened as a file: the search and the list then say what they need.
if (location.protocol === "file:") {
  document.addEventListener("DOMContentLoaded", () => {
    for (const help of document.querySelectorAll<HTMLElement>(".from-files")) help.hidden = false;
  });
}

/** The program that shows them is loaded when a reader first asks; for a page that was opened as a file a browser loads none. */
function showKeys(here: string): void {
  const shown = document.querySelector<HTMLDialogElement>("#keys-dialog");
  if (shown !== null) {
    if (!shown.open) shown.showModal();
  } else if (location.protocol === "file:") location.assign(new URL("../about/index.html#keys", here));
  else void import(new URL("keys.js", here).href);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  );
}

/** The link of a large picture that a key stands for. On a page that is read from right to left, the next picture is on the left. */
function wayFromPicture(key: string): string | undefined {
  if (key === "Escape") return ".close";
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return (key === "ArrowRight") === (document.dir === "rtl") ? "[rel=prev]" : "[rel=next]";
}
