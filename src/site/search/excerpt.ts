import { type Stretch, stretchesOf, type WantedForms } from "./wanted.ts";

/** A piece of an excerpt; `marked` where it is what the reader searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Longest excerpt, in UTF-16 units. */
const longest = 260;

/** The stretch of a post's text that holds most of what was searched for, its title left out where the text begins with it. */
export function resultExcerpt(
  text: string,
  title: string,
  language: string,
  wanted: WantedForms,
): readonly ExcerptPart[] {
  const said = title.replace(/…$/u, "");
  const body = (text.startsWith(said) ? text.slice(said.length) : text).replace(/\s+/gu, " ").trim();
  const stretches = stretchesOf(body, language, wanted);
  const start = startOf(body, bestStart(stretches));
  const end = endOf(body, start);
  const parts = markedParts(body, stretches, start, end);
  return [
    ...(start > 0 ? [{ text: "… ", marked: false }] : []),
    ...parts,
    ...(end < body.length ? [{ text: " …", marked: false }] : []),
  ];
}

/** A whole text in parts, such as a title. */
export function markedIn(text: string, language: string, wanted: WantedForms): readonly ExcerptPart[] {
  return markedParts(text, stretchesOf(text, language, wanted), 0, text.length);
}

/** Where the window begins that holds most stretches: at one of them. */
function bestStart(stretches: readonly Stretch[]): number {
  let best = { start: 0, held: 0 };
  for (const [index, { start }] of stretches.entries()) {
    let held = 0;
    while ((stretches[index + held]?.end ?? Number.POSITIVE_INFINITY) <= start + longest * 0.7) held += 1;
    if (held > best.held) best = { start, held };
  }
  return best.start;
}

/** Some words before a place, so that the reader sees what it belongs to; the beginning itself where that is near. */
function startOf(text: string, place: number): number {
  if (place < longest * 0.4) return 0;
  const from = place - Math.round(longest * 0.25);
  const blank = text.indexOf(" ", from);
  if (blank >= 0 && blank < place) return blank + 1;
  return whole(text, from);
}

function endOf(text: string, start: number): number {
  const end = start + longest;
  if (end >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", end);
  return blank > start + longest / 2 ? blank : whole(text, end);
}

/** A place that does not part the two halves of one character. */
function whole(text: string, place: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(place, place + 1)) ? place - 1 : place;
}

function markedParts(text: string, stretches: readonly Stretch[], from: number, to: number): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let done = from;
  for (const { start, end } of stretches) {
    if (start < from || end > to) continue;
    if (start > done) parts.push({ text: text.slice(done, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < to) parts.push({ text: text.slice(done, to), marked: false });
  return parts;
}
