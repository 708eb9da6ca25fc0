import type { Entity } from "../model/post.ts";
import { cutOut, type Formatted, tidy, trimmedLines } from "../text/formatted.ts";
import { linksOf } from "../text/links.ts";
import { type Element, hasClass, inside } from "./elements.ts";
import { linkTo } from "./json-text.ts";

/**
 * The text of an element as a browser shows it, and what its parts are: breaks are line feeds; paragraphs, quotes, code, items of lists and rows of
 * tables stand on lines of their own, the cells of a row with `|` between them.
 */
export function shownFormatted(element: Element): Formatted {
  const written: Written = { text: "", breakDue: false, entities: [] };
  for (const child of element.children) write(child, written, false);
  const trimmed = trimmedLines(written);
  return tidy(cutOut(trimmed, /^ */u.exec(trimmed.text)?.[0].length ?? 0));
}

/** The words of `shownFormatted` alone. */
export function shownText(element: Element): string {
  return shownFormatted(element).text;
}

/** The text of an element on one line. */
export function shownLine(element: Element): string {
  return shownText(element).replace(/\s+/gu, " ").trim();
}

/** The web addresses behind the words of a text. */
export function linksIn({ entities }: Formatted): readonly string[] {
  return entities.flatMap(({ href }) => (href !== undefined && /^https?:/iu.test(href) ? [href] : []));
}

interface Written {
  text: string;
  /** A block has ended: what follows starts a line of its own. */
  breakDue: boolean;
  readonly entities: Entity[];
}

const blocks: ReadonlySet<string> = new Set([
  ...["blockquote", "div", "p", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "tr", "details"],
  ...[
    "summary",
    "figure",
    "figcaption",
    "section",
    "article",
    "header",
    "footer",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
  ],
]);

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
  if (hasClass(node, "emoji") && node.name !== "img") {
    // Pages show emoji as italic, bold words with a picture behind them.
    add(wordsInside(node), written);
    return;
  }
  if (node.name === "script" || node.name === "style") return;
  const isBlock = blocks.has(node.name);
  if (isBlock) startLine(written);
  const start = written.text.length;
  if (node.name === "li" && inside(node, isTaskMark).length === 0) add("• ", written);
  let cells = 0;
  for (const child of node.children) {
    if (isCell(child) && cells++ > 0) add(" | ", written);
    write(child, written, asTyped || node.name === "pre");
  }
  if (isTaskMark(node)) add(" ", written);
  const entity = entityOfTag(node);
  if (entity !== undefined && written.text.length > start)
    written.entities.push({ ...entity, offset: start, length: written.text.length - start });
  if (isBlock && written.text !== "") written.breakDue = true;
}

function wordsInside({ children }: Element): string {
  return children.map((child) => (typeof child === "string" ? child : wordsInside(child))).join("");
}

function isCell(child: Element | string): boolean {
  return typeof child !== "string" && (child.name === "td" || child.name === "th");
}

function isTaskMark(element: Element): boolean {
  return element.attributes.role === "checkbox" || hasClass(element, "rich_task_marker");
}

type EntityPart = Omit<Entity, "offset" | "length">;

/** What tags make of their words. */
const tags: Readonly<Record<string, (element: Element) => EntityPart | undefined>> = {
  ...repeated(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption"], { kind: "bold" }),
  ...repeated(["s", "del", "strike"], { kind: "strike" }),
  ...repeated(["u", "ins"], { kind: "underline" }),
  ...repeated(["tg-spoiler"], { kind: "spoiler" }),
  em: () => ({ kind: "italic" }),
  i: () => ({ kind: "italic" }),
  span: (element) => (hasClass(element, "spoiler") ? { kind: "spoiler" } : undefined),
  code: () => ({ kind: "code" }),
  pre: (element) => {
    const [named] = [element, ...inside(element, ({ name }) => name === "code")].flatMap(
      ({ attributes }) =>
        /(?:^|\s)language-(?<language>[\w+#.-]{1,40})(?:\s|$)/u.exec(attributes.class ?? "")?.groups?.language ?? [],
    );
    return named === undefined ? { kind: "pre" } : { kind: "pre", language: named };
  },
  blockquote: (element) => {
    const isCollapsed =
      "expandable" in element.attributes || /collaps|expandable/u.test(element.attributes.class ?? "");
    return { kind: isCollapsed ? "collapsed-quote" : "quote" };
  },
  "tg-emoji": (element) => {
    const id = element.attributes["emoji-id"] ?? "";
    return /^[\w./-]{1,100}$/u.test(id) ? { kind: "custom-emoji", id } : { kind: "custom-emoji" };
  },
  a: linkOf,
};

function repeated(names: readonly string[], part: EntityPart): Readonly<Record<string, () => EntityPart>> {
  return Object.fromEntries(names.map((name) => [name, () => part]));
}

function entityOfTag(element: Element): EntityPart | undefined {
  return Object.hasOwn(tags, element.name) ? tags[element.name]?.(element) : undefined;
}

/** The address behind words; where these are an address or a name themselves, they say it all. */
function linkOf(element: Element): EntityPart | undefined {
  const words = shownText(element);
  if (/^[@#$/]/u.test(words) || linksOf(words).length > 0) return undefined;
  return linkTo(element.attributes.href);
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
