import { linksOf } from "../text/links.ts";
import { type Element, hasClass, inside } from "./elements.ts";

/** The text of an element as a browser shows it: breaks are line feeds, quotes and code stand on lines of their own. */
export function shownText(element: Element): string {
  const written: Written = { text: "", breakDue: false };
  for (const child of element.children) write(child, written, false);
  return written.text.replace(/^\s*\n|\s+$/gu, "").replace(/^ +/u, "");
}

/** The text of an element on one line. */
export function shownLine(element: Element): string {
  return shownText(element).replace(/\s+/gu, " ").trim();
}

/** The addresses behind the words of an element: where the words are an address or a name themselves, they say it all. */
export function linksBehind(element: Element): readonly string[] {
  return inside(element, ({ name }) => name === "a").flatMap((anchor) => {
    const address = anchor.attributes.href ?? "";
    const words = shownText(anchor);
    const isShown = /^[@#$/]/u.test(words) || linksOf(words).length > 0;
    return isShown || !/^https?:\/\//iu.test(address) ? [] : [address];
  });
}

interface Written {
  text: string;
  /** A block has ended: what follows starts a line of its own. */
  breakDue: boolean;
}

const blocks: ReadonlySet<string> = new Set(["blockquote", "div", "p", "pre"]);

function write(node: Element | string, written: Written, asTyped: boolean): void {
  if (typeof node === "string") {
    add(asTyped ? node : onOneLine(node, written), written);
    return;
  }
  if (node.name === "br") {
    add("\n", written);
    return;
  }
  // Mirrors show emoji as pictures.
  if (node.name === "img" && hasClass(node, "emoji")) add(node.attributes.alt ?? "", written);
  if (node.name === "script" || node.name === "style") return;
  const isBlock = blocks.has(node.name);
  if (isBlock) startLine(written);
  for (const child of node.children) write(child, written, asTyped || node.name === "pre");
  if (isBlock && written.text !== "") written.breakDue = true;
}

/** Line feeds of the page's own making are blanks, and none at the start of a line. */
function onOneLine(text: string, { text: before, breakDue }: Written): string {
  const flat = text.replace(/[ \t]*[\r\n]\s*/gu, " ");
  const startsLine = before === "" || before.endsWith("\n") || breakDue;
  return startsLine && /^\s*[\r\n]/u.test(text) ? flat.trimStart() : flat;
}

function startLine(written: Written): void {
  if (written.text !== "" && !written.text.endsWith("\n")) written.text += "\n";
  written.breakDue = false;
}

function add(text: string, written: Written): void {
  if (text === "") return;
  if (written.breakDue) startLine(written);
  written.text += text;
}
