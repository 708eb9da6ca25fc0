/** A word of a text, or a sign that ends a run of words: after `sentence` a capital letter says nothing, after `pause` it does. */
export type WordToken =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "sentence" }
  | { readonly kind: "pause" };

/**
 * The words of a text and what parts them, in order. An initial's dot parts nothing: `Ada B. Lindgren`. Addresses, hashtags, user names and numbers are pauses. Hyphens,
 * apostrophes and the joiners of Persian stay inside words; scripts without blanks between words are parted by
 * `Intl.Segmenter`.
 */
export function wordTokens(text: string): readonly WordToken[] {
  const tokens: WordToken[] = [];
  // Groups without names: names cost as much as all the rest.
  for (const [found, skipped, initial, ends, parts] of text.matchAll(tokenPattern)) {
    // The dot of an initial parts nothing: `Ada B. Lindgren`.
    if (initial !== undefined) continue;
    if (skipped !== undefined || parts !== undefined) tokens.push(pause);
    else if (ends !== undefined) tokens.push(sentence);
    else if (unspaced.test(found)) for (const part of segments(found)) tokens.push({ kind: "word", text: part });
    else tokens.push({ kind: "word", text: found }, ...(possessive.test(found) ? [pause] : []));
  }
  return tokens;
}

const pause: WordToken = { kind: "pause" };
const sentence: WordToken = { kind: "sentence" };

/** One pattern, so that a text is read once: what is skipped, words, dots of initials, ends of sentences, other signs. Blanks and emoji joiners match nothing. */
const tokenPattern =
  /((?:https?:\/\/|www\.)\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S*|[#@][\p{L}\p{M}\p{N}_\u200C]+|\p{N}[\p{L}\p{M}\p{N}]*)|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’\u2011\u200C]\p{L}[\p{L}\p{M}\p{N}]*)*|(?<=(?<![\p{L}\p{M}\p{N}])\p{Lu})(\.)(?=\s?\p{Lu})|([.!?…:"“”„«»—–•\n\r。！？：「」『』《》؟۔]+)|([^\s\p{L}\p{M}\p{N}])/gu;

/** `Harbour’s Mayor`: what follows is another name. */
const possessive = /['’]s$/u;

/** A letter of a script that sets no blanks between words. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

function segments(run: string): readonly string[] {
  return [...segmenter.segment(run)].filter((part) => part.isWordLike === true).map((part) => part.segment);
}
