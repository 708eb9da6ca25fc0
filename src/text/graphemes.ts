const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const words = new Intl.Segmenter("und", { granularity: "word" });

/**
 * Cuts a text to at most `limit` user-perceived characters, at a word boundary where there is one in the last third,
 * and closes it with `…`. A text that fits comes back as it is.
 */
export function cut(text: string, limit: number): string {
  // A grapheme is at least one code unit, so what is this short always fits.
  if (text.length <= limit) return text;
  const opening = openingOf(text, limit * longestGrapheme);
  const head = headOf(opening, limit) ?? (opening === text ? undefined : opening);
  if (head === undefined) return text;
  const atWord = wordEdge(head, opening);
  const kept = atWord.length >= (head.length * 2) / 3 ? atWord : head;
  return `${kept.replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:.]+$/u, "")}…`;
}

/** Cuts a text to at most `limit` user-perceived characters by a `…` inside it: names often differ at their ends alone. */
export function cutInside(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const most = limit * longestGrapheme;
  const shown =
    text.length <= 2 * most ? text : openingOf(text, most) + text.slice(-most).replace(/^[\uDC00-\uDFFF]/u, "");
  const parts = Array.from(graphemes.segment(shown), ({ segment }) => segment);
  if (parts.length <= limit) return text;
  const tail = Math.floor((limit - 1) * 0.4);
  const head = limit - 1 - tail;
  return `${parts.slice(0, head).join("").trimEnd()}…${parts
    .slice(parts.length - tail)
    .join("")
    .trimStart()}`;
}

/**
 * A letter may bear any number of marks, and a text be of any length, which the segmenter looks through as a whole. No more is looked at than this for
 * each character that may be shown; an emoji of a family takes 11. In UTF-16 units.
 */
const longestGrapheme = 32;

/** The text up to so many UTF-16 units, and no half of a pair. */
function openingOf(text: string, units: number): string {
  return text.length <= units ? text : text.slice(0, units).replace(/[\uD800-\uDBFF]$/u, "");
}

/** The first `limit - 1` graphemes, or nothing where the whole text has no more than `limit`. */
function headOf(text: string, limit: number): string | undefined {
  let count = 0;
  let end = 0;
  for (const part of graphemes.segment(text)) {
    count += 1;
    if (count > limit) return text.slice(0, end);
    if (count < limit) end = part.index + part.segment.length;
  }
  return undefined;
}

/** The head without the word it breaks. */
function wordEdge(head: string, text: string): string {
  const edge = words.segment(text.slice(0, head.length + 100)).containing(head.length)?.index ?? head.length;
  return head.slice(0, edge);
}
