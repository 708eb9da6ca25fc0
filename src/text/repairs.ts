/** A mended line and what was mended in it. */
export interface Mended {
  readonly text: string;
  readonly repairs: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

/**
 * A host that strips `<title>` replaces the word inside other words: `noscriptd` was `titled`, `subnoscripts` was
 * `subtitles`. Only words that cannot be meant are mended; a free-standing `noscript` stays as it is.
 *
 *     the book noscriptd "Peace"
 *              ^^^^^^^^^
 */
const noscriptWord = /\b(?:[a-z]+noscript[a-z]*|noscript(?!s?\b)[a-z]+)\b/giu;

/** Mends what a host is known to break in a line. A line without damage comes back as it is. */
export function mend(line: string): Mended {
  if (!/noscript/iu.test(line)) return { text: line, repairs: [] };
  const repairs: { rule: string; from: string; to: string }[] = [];
  const text = line.replace(noscriptWord, (from) => {
    const to = from.replace(/noscript/giu, sameCase);
    repairs.push({ rule: "repair/noscript", from, to });
    return to;
  });
  return { text, repairs };
}

function sameCase(found: string): string {
  if (found === found.toUpperCase()) return "TITLE";
  return found.startsWith("N") ? "Title" : "title";
}
