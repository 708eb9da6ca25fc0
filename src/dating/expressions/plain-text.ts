import { foldLetters, unwritten } from "./arabic-script.ts";
import { hanNumber, hanNumeralsOfDays } from "./han-numerals.ts";

/** Scripts whose days have extractors of their own, which other texts are spared. */
export type Script = "Arabic" | "Han";

/**
 * A post's text as the extractors see it: keycap digits, Persian, Arabic, full-width and Chinese figures are digits, no-break spaces are spaces,
 * letters of the Arabic script have one spelling each, marks of direction are gone; every place maps back to the text as published.
 */
export interface PlainText {
  readonly text: string;
  /** Offset in the published text of an offset in the plain one. */
  readonly at: (offset: number) => number;
  readonly scripts: ReadonlySet<Script>;
}

const oddSpace = /[\u00A0\u2007\u2009\u202F]/gu;
const keycap = /(?<digit>[0-9])\uFE0F?\u20E3/gu;
const arabic = /[\u0600-\u06FF]/u;
const han = /[\u3005-\u3007\u3400-\u9FFF]/u;
const wide = /[０-９（），／－．]/gu;

/** Anything beyond letters with cases, figures and signs. Most texts hold none of it and are done with one look. */
const special =
  /[\u0600-\u06FF\u07C0-\u07C9\u0966-\u19D9\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069\u3005-\u9FFF\uFF08-\uFF19]|\u20E3/u;

/** Figures of the scripts of the basic plane from Devanagari on: each script has ten of them in a row. */
const otherFigure = /[\u07C0-\u07C9\u0966-\u19D9](?<=\p{Nd})/gu;

/** The value of a figure: how many figures of its script stand before it. */
function figureValue(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value++;
  return value;
}

const noScripts: ReadonlySet<Script> = new Set();

/** `8️⃣0️⃣ years ago, on February 6` reads as `80 years ago, on February 6`, `۷ دسامبر` as `7 دسامبر`, `十二月七日` as `12月7日`. */
export function plainText(published: string): PlainText {
  const spaced = published.replace(oddSpace, " ");
  if (!special.test(spaced)) return { text: spaced, at: (offset) => offset, scripts: noScripts };
  const scripts = scriptsIn(spaced);
  // Full-width signs lie as far behind their ASCII models as the two blocks lie apart.
  const narrow = spaced.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const figures = narrow.replace(otherFigure, (figure) => String(figureValue(figure.charCodeAt(0))));
  const letters = scripts.has("Arabic") ? foldLetters(figures) : figures;
  return { ...rewritten(letters, rewritings(letters, scripts)), scripts };
}

/** Which of the scripts with extractors of their own a text has letters or figures of. */
export function scriptsIn(text: string): ReadonlySet<Script> {
  if (!special.test(text)) return noScripts;
  const scripts = new Set<Script>();
  if (arabic.test(text)) scripts.add("Arabic");
  if (han.test(text)) scripts.add("Han");
  return scripts;
}

interface Rewriting {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function rewritings(text: string, scripts: ReadonlySet<Script>): readonly Rewriting[] {
  const found: Rewriting[] = [];
  const add = (pattern: RegExp, say: (match: RegExpExecArray) => string | undefined): void => {
    for (const match of text.matchAll(pattern)) {
      const said = say(match);
      if (said !== undefined) found.push({ start: match.index, end: match.index + match[0].length, text: said });
    }
  };
  add(keycap, ({ groups }) => groups?.digit);
  add(unwritten, () => "");
  if (scripts.has("Han")) add(hanNumeralsOfDays, ([numerals]) => hanNumber(numerals)?.toString());
  return found.sort((a, b) => a.start - b.start);
}

/** The text with its stretches rewritten; the end of each rewritten stretch is a place known in both texts. */
function rewritten(text: string, stretches: readonly Rewriting[]): Pick<PlainText, "text" | "at"> {
  if (stretches.length === 0) return { text, at: (offset) => offset };
  const pieces: string[] = [];
  const starts: { readonly plain: number; readonly published: number }[] = [{ plain: 0, published: 0 }];
  let length = 0;
  let last = 0;
  for (const stretch of stretches) {
    const kept = `${text.slice(last, stretch.start)}${stretch.text}`;
    pieces.push(kept);
    length += kept.length;
    last = stretch.end;
    starts.push({ plain: length, published: last });
  }
  pieces.push(text.slice(last));
  return { text: pieces.join(""), at: (offset) => publishedOffset(starts, offset) };
}

function publishedOffset(starts: readonly { plain: number; published: number }[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle]?.plain ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? { plain: 0, published: 0 };
  return start.published + (offset - start.plain);
}
