import { Parser } from "htmlparser2";
import type { LineRange } from "../model/post.ts";

/** An element of a saved page, with everything in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  /** Where it stands in the file. */
  readonly lines: LineRange;
}

/** The elements of a page that were asked for, in the order of the file, and what is wrong with the page. */
export interface Elements {
  readonly found: readonly Element[];
  /** Lines of the file. */
  readonly lines: number;
  readonly damage?: { readonly line: number; readonly reason: string };
}

/**
 * Finds elements of an HTML page. One that starts inside another that was asked for ends that one: they never nest. Never throws on account of
 * the page: where it ends early, the last element is kept as far as it goes; where it is nested too deep, reading stops.
 */
export function elementsIn(html: string, isWanted: (element: Element) => boolean): Elements {
  const found: Element[] = [];
  const lineAt = lineFinder(html);
  const open: Opened[] = [];
  let depth = 0;
  let atEnd = false;
  let damage: Elements["damage"];
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (damage !== undefined) return;
      const line = lineAt(parser.startIndex);
      if (depth > deepest) {
        damage = { line, reason: `the page is nested more than ${deepest} levels deep; the rest was not read` };
        parser.pause();
        return;
      }
      const made: Opened = { element: { name, attributes, children: [], lines: [line, line] }, depth };
      if (isWanted(made.element)) {
        for (const { element } of open.splice(0)) element.lines[1] = Math.max(element.lines[0], line - 1);
        found.push(made.element);
      } else if (open.length > 0) open.at(-1)?.element.children.push(made.element);
      else return;
      open.push(made);
    },
    ontext(text) {
      open.at(-1)?.element.children.push(text);
    },
    onclosetag(name) {
      depth -= 1;
      // Authors leave out the end of some elements, never that of those around posts.
      if (atEnd && !endMayBeLeftOut.has(name)) damage ??= { line: lineAt(html.length - 1), reason: incomplete };
      const top = open.at(-1);
      if (top === undefined || depth >= top.depth) return;
      open.pop();
      top.element.lines[1] = Math.max(top.element.lines[0], lineAt(parser.endIndex));
      if (atEnd && open.length === 0) damage = { line: top.element.lines[0], reason: incomplete };
    },
  });
  parser.write(html);
  if (damage === undefined) {
    atEnd = true;
    parser.end();
  }
  const lines = html === "" ? 0 : lineAt(html.length - 1);
  return { found, lines, ...(damage === undefined ? {} : { damage }) };
}

const incomplete = "the page is incomplete; save it again if you can";

/** Elements whose end HTML lets authors leave out, as far as they hold others. */
const endMayBeLeftOut: ReadonlySet<string> = new Set(
  "html body head p li dd dt option td th tr tbody thead tfoot".split(" "),
);

/** No page of Telegram is nested deeper. */
const deepest = 256;

interface Opened {
  readonly element: Element & { readonly children: (Element | string)[]; readonly lines: [number, number] };
  readonly depth: number;
}

/** Tells the line of a place in a text; the sign that ends a line belongs to it. */
function lineFinder(text: string): (place: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (place) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** Whether an element has a class. */
export function hasClass({ attributes }: Element, name: string): boolean {
  return (attributes.class ?? "").split(/\s+/u).includes(name);
}

/** The elements inside one that have a class, in order; none inside another of them, and none inside what is skipped. */
export function withClass(
  element: Element,
  name: string,
  isSkipped: (inner: Element) => boolean = () => false,
): readonly Element[] {
  return inside(element, (inner) => hasClass(inner, name), isSkipped);
}

/** The outermost elements inside one that fit, in order. */
export function inside(
  element: Element,
  fits: (inner: Element) => boolean,
  isSkipped: (inner: Element) => boolean = () => false,
): readonly Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string" || isSkipped(child)) return [];
    return fits(child) ? [child] : inside(child, fits, isSkipped);
  });
}
