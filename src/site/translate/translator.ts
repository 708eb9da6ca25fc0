import type { Texts } from "../texts/texts.ts";
import { figuresReader } from "./figures.ts";
import { type Pattern, patternsOf } from "./patterns.ts";
import { speechOf } from "./speech.ts";

/** What a text of the interface is in another language, or undefined where it is no text of the interface. */
export type Translate = (text: string) => string | undefined;

/**
 * Makes what puts the texts of a page into another language. Pages are built in one language; a text is known by the table it
 * came from: as it stands, with what was filled in, or as several of them in a row. Days and figures are written anew.
 */
export function translator(from: Texts, to: Texts): Translate {
  const { words, patterns } = patternsOf(from, to);
  const speech = speechOf(from, to);
  const count = figuresReader(from.locale);
  const known = new Map<string, string | undefined>();

  function whole(text: string): string | undefined {
    if (!known.has(text))
      known.set(text, words.get(text) ?? speech(text) ?? inParts(text) ?? filledIn(text) ?? fromTo(text));
    return known.get(text);
  }

  /** `2–3 days`. */
  function fromTo(text: string): string | undefined {
    const [, first = "", rest = ""] = /^(\p{Nd}+)–(\p{Nd}.*)$/su.exec(text) ?? [];
    const other = rest === "" ? undefined : whole(rest);
    return other === undefined ? undefined : `${speech(first) ?? first}–${other}`;
  }

  /** Texts in a row, all of them known: what fills in a text does not reach over the next one. */
  function inParts(text: string): string | undefined {
    if (text.length > longestRow) return undefined;
    for (const cut of cutsOf(text).toReversed()) {
      if (cut.index === 0) continue;
      const rest = text.slice(cut.index + cut[0].length).trim();
      const after = rest === "" ? undefined : whole(rest);
      const on = after === undefined ? whole(text.slice(cut.index).trim()) : undefined;
      if (after === undefined && on === undefined) continue;
      const said = endingAt(text, cut, on === undefined);
      if (said !== undefined) return on === undefined ? `${said} ${after}` : `${said}${on}`;
    }
    return undefined;
  }

  /** What a text says up to a mark, which may be its own last one. */
  function endingAt(text: string, cut: RegExpExecArray, withMark: boolean): string | undefined {
    const own = whole(text.slice(0, cut.index + 1).trim());
    if (own !== undefined && withMark && !cut[0].startsWith(" ")) return own;
    const head = whole(text.slice(0, cut.index).trim());
    return head === undefined || !withMark ? head : `${head}${pointed(cut[0], to)}`;
  }

  function filledIn(text: string): string | undefined {
    for (const pattern of patterns) {
      const slots = pattern.slotsIn(text);
      const said = slots === undefined ? undefined : made(pattern, slots);
      if (said !== undefined) return said;
    }
    return undefined;
  }

  /** Names and quotations that fill in a text stay as they are; a text without words of its own must hold what is known. */
  function made(pattern: Pattern, slots: readonly (string | number | undefined)[]): string | undefined {
    const inner = slots.map((slot, index) =>
      typeof slot === "string" && !pattern.quoted.has(index) ? (speech(slot, "inText") ?? inRow(slot)) : undefined,
    );
    if (!pattern.speaks && inner.every((each) => each === undefined)) return undefined;
    // A noun whose number is written by itself, such as that of views, follows what is written.
    const beside = slots.map((slot) => (typeof slot === "string" ? count.read(slot) : undefined)).find(Number.isFinite);
    return pattern.make(
      slots.map((slot, index) => {
        if (typeof slot === "string") return given(slot, inner[index] ?? slot);
        return pattern.implied.has(index) && beside !== undefined ? beside : slot;
      }),
    );
  }

  /** What a text is given: words, which count as a number where they are one. */
  function given(slot: string, words: string): unknown {
    const number = count.read(slot);
    return number === undefined ? words : { toString: () => words, valueOf: () => number };
  }

  /** A text as a whole, or else as the longest known one that it starts with, and what follows. */
  function inRow(text: string): string | undefined {
    const all = whole(text);
    if (all !== undefined || text.length > longestRow) return all;
    const sign = /^[^\p{L}\p{N}\s“«(]+\s+/u.exec(text)?.[0] ?? "";
    const behind = sign === "" ? undefined : inRow(text.slice(sign.length));
    if (behind !== undefined) return `${sign}${behind}`;
    const cuts = cutsOf(text);
    for (const cut of cuts.toReversed()) {
      const head = endingAt(text, cut, true);
      if (head !== undefined) return `${head}${following(text, cut)}`;
    }
    const [first] = cuts;
    if (first === undefined) return undefined;
    const rest = text.slice(first.index + first[0].length).trim();
    if (rest === "" || inRow(rest) === undefined) return undefined;
    return `${text.slice(0, first.index)}${pointed(first[0], to)}${following(text, first)}`;
  }

  function following(text: string, cut: RegExpExecArray): string {
    const rest = text.slice(cut.index + cut[0].length);
    return rest.trim() === "" ? rest : padded(rest, inRow(rest.trim()) ?? rest);
  }

  return (text) => {
    const other = text.trim() === "" ? undefined : inRow(text.trim());
    return other === undefined ? undefined : padded(text, other);
  };
}

/** Where one text of a row can end and the next begin. */
function cutsOf(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(/[.;:,،؛](?=\s|$)|(?:^|\s)·(?=\s|$)|(?:^|\s)\(|\)/gu)];
}

/** No row of texts is longer; to cut a longer text everywhere would take its time. */
const longestRow = 1000;

/** A text in place of another, with the spaces around that; a mark that ends what stands before has none. */
function padded(text: string, other: string): string {
  const before = /^\s*[.,:;،؛)\u200c]/u.test(other) ? "" : (/^\s*/u.exec(text)?.[0] ?? "");
  return `${before}${other.trim()}${/\s*$/u.exec(text)?.[0] ?? ""}`;
}

/** A mark between texts, as the script of a language writes it. */
function pointed(mark: string, { direction }: Texts): string {
  const [from, to] = direction === "rtl" ? [",;", "،؛"] : ["،؛", ",;"];
  return mark.replace(/[,;،؛]/u, (sign) => to[from.indexOf(sign)] ?? sign);
}
