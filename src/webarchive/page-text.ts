import { type Element, elementsIn, hasClass } from "../exports/elements.ts";

/**
 * The text of a page as a browser would copy it: blocks stand on lines of their own, paragraphs and posts of a list are parted by blank lines.
 * What a page does not show is left out. Empty where it shows nothing.
 */
export function pageText(html: string): string {
  const [body] = elementsIn(html, ({ name }) => name === "body").found;
  const [root] = body === undefined ? elementsIn(html, ({ name }) => name !== "head" && name !== "html").found : [body];
  if (root === undefined) return "";
  const out: Lines = { text: "", due: 0 };
  write(root, out, false);
  return out.text
    .replace(/[ \t\u00A0]+$/gmu, "")
    .trim()
    .concat("\n");
}

interface Lines {
  text: string;
  /** Ends of line that are due before the next words. */
  due: number;
}

const blocks: ReadonlySet<string> = new Set(
  "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol pre section summary table tr ul".split(
    " ",
  ),
);
const unseen: ReadonlySet<string> = new Set(
  "head script style template noscript svg iframe object select textarea canvas audio video".split(" "),
);

/** Ends of line around an element: posts of a list are parted by two blank lines, as TGStat's pages print them. */
function endsAround(element: Element): number {
  if (hasClass(element, "post-container")) return 3;
  if (element.name === "p") return 2;
  return blocks.has(element.name) ? 1 : 0;
}

function write(element: Element, out: Lines, asTyped: boolean): void {
  if (unseen.has(element.name) || element.attributes.hidden !== undefined) return;
  if (element.name === "br") {
    if (out.due > 0) add("", out);
    out.text += "\n";
    return;
  }
  // Emoji are pictures with words on many pages.
  if (element.name === "img" && hasClass(element, "emoji")) add(element.attributes.alt ?? "", out);
  const ends = endsAround(element);
  const mark = (): void => {
    if (out.text !== "") out.due = Math.max(out.due, ends);
  };
  mark();
  for (const child of element.children) {
    if (typeof child !== "string") write(child, out, asTyped || element.name === "pre");
    else if (asTyped || element.name === "pre") add(child, out);
    else {
      const flat = child.replace(/\s+/gu, " ");
      const atStart = out.due > 0 || out.text === "" || out.text.endsWith("\n");
      if (!atStart || flat.trim() !== "") add(atStart ? flat.trimStart() : flat, out);
    }
  }
  mark();
}

function add(words: string, out: Lines): void {
  if (out.due > 0) {
    const there = /\n*$/u.exec(out.text)?.[0].length ?? 0;
    out.text = out.text.replace(/[ \t]+$/u, "") + "\n".repeat(Math.max(0, out.due - there));
    out.due = 0;
  }
  out.text += words;
}
