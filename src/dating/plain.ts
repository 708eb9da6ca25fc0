/** A post's text as the readers see it: keycap digits are digits, no-break spaces are spaces; every place maps back to the text as published. */
export interface PlainText {
  readonly text: string;
  /** Offset in the published text of an offset in the plain one. */
  readonly at: (offset: number) => number;
}

const keycap = /([0-9])\uFE0F?\u20E3/gu;
const oddSpace = /[\u00A0\u2007\u2009\u202F]/gu;

/** `8️⃣0️⃣ years ago, on February 6` reads as `80 years ago, on February 6`. */
export function plain(published: string): PlainText {
  const spaced = published.replace(oddSpace, " ");
  if (!spaced.includes("\u20E3")) return { text: spaced, at: (offset) => offset };
  const pieces: string[] = [];
  const starts: { readonly plain: number; readonly published: number }[] = [{ plain: 0, published: 0 }];
  let length = 0;
  let last = 0;
  for (const match of spaced.matchAll(keycap)) {
    const kept = `${spaced.slice(last, match.index)}${match[1]}`;
    pieces.push(kept);
    length += kept.length;
    last = match.index + match[0].length;
    starts.push({ plain: length, published: last });
  }
  pieces.push(spaced.slice(last));
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
