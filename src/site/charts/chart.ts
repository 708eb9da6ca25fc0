import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { cutInside } from "../../text/graphemes.ts";
import type { SitePath } from "../model/urls.ts";

/** A picture, and the same in words and figures for those who do not see it. */
export interface Chart {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence or two. */
  readonly description: string;
  /** The picture, once for every page or once for wide ones and once, with larger letters for its size, for narrow ones. */
  readonly drawings: readonly Drawing[];
  readonly table: ChartTable;
}

/** A picture as an `<svg>` element, and the pages it is drawn for. */
export interface Drawing {
  readonly on: "wide" | "narrow" | "any";
  readonly svg: string;
}

/** The data of a picture. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly ChartRow[];
}

/** A row of a picture's data: what it is about, where that leads, and its figures. */
export interface ChartRow {
  readonly name: string;
  readonly path?: SitePath | undefined;
  readonly cells: readonly string[];
}

/** What a chart says beside its picture. */
export type ChartWords = Pick<Chart, "id" | "title" | "description" | "table">;

/** Widths of the drawings in pixels, which the pages they are for have room for; one may be less wide, never more. */
const widths = { wide: 720, narrow: 340, any: 320 } as const;

/** Draws a picture for the pages that are named, and puts it together with its words. */
export function chartOf(
  words: ChartWords,
  optionsFor: (width: number) => Plot.PlotOptions,
  pages: readonly Drawing["on"][] = ["wide", "narrow"],
): Chart {
  const drawings = pages.map((on) => ({
    on,
    svg: drawn({ ...words, id: `${words.id}-${on}` }, optionsFor(widths[on])),
  }));
  return { ...words, drawings };
}

/**
 * Draws with Observable Plot into an `<svg>` that names and describes itself. Pages allow no inline style, so Plot's
 * own sheet goes out, and what it says stands in `style.css` below `.chart`; so do colours, by the classes of marks.
 */
function drawn(words: Pick<ChartWords, "id" | "title" | "description">, options: Plot.PlotOptions): string {
  const svg = Plot.plot({ ...options, document }) as unknown as Element;
  svg.querySelector("style")?.remove();
  // What stands inside a picture is hidden from screen readers, and labels there are not allowed.
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  for (const name of ["class", "font-family", "font-size", "aria-label"]) svg.removeAttribute(name);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${words.id}-title`);
  svg.setAttribute("aria-describedby", `${words.id}-desc`);
  svg.prepend(
    element("title", `${words.id}-title`, words.title),
    element("desc", `${words.id}-desc`, words.description),
  );
  return svg.outerHTML;
}

const { document } = parseHTML("<!doctype html><html><body></body></html>");

function element(name: string, id: string, text: string): Element {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  made.setAttribute("id", id);
  made.textContent = text;
  return made;
}

/**
 * A name, cut inside to what has room beside others in a picture, where nothing wraps. Letters are taken to be 6.8 pixels wide
 * on average, those of scripts that fill a square, and emoji, 14.
 */
export function fitted(name: string, pixels: number): string {
  const square = name.match(
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/gu,
  );
  const length = Math.max(1, [...name].length);
  const average = 6.8 + (7.2 * (square?.length ?? 0)) / length;
  return cutInside(name.replace(/\s+/gu, " "), Math.max(2, Math.floor(pixels / average)));
}
