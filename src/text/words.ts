import { segmentsOf, unspaced } from "./segments.ts";

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
    else if (unspaced.test(found)) for (const word of wordsIn(found)) tokens.push(word);
    else tokens.push({ kind: "word", text: found }, ...(possessive.test(found) ? [pause] : []));
  }
  return tokens;
}

const pause: WordToken = { kind: "pause" };
const sentence: WordToken = { kind: "sentence" };

/**
 * One pattern, so that a text is read once: what is skipped, words, dots of initials, ends of sentences, other signs. Blanks and emoji joiners match nothing. An
 * address without a scheme has parts as names of hosts have: at most ten of 63 signs each, so that no run of signs is looked through from each of them.
 */
const tokenPattern =
  /((?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}\/\S*|[#@][\p{L}\p{M}\p{N}_\u200C]+|\p{N}[\p{L}\p{M}\p{N}]*)|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’\u2011\u200C]\p{L}[\p{L}\p{M}\p{N}]*)*|(?<=(?<![\p{L}\p{M}\p{N}])\p{Lu})(\.)(?=\s?\p{Lu})|([.!?…:"“”„«»—–•\n\r。！？：「」『』《》؟۔]+)|([^\s\p{L}\p{M}\p{N}])/gu;

/** `Harbour’s Mayor`: what follows is another name. */
const possessive = /['’]s$/u;

function* wordsIn(run: string): Generator<WordToken> {
  for (const { segment, isWord } of segmentsOf(run)) if (isWord) yield { kind: "word", text: segment };
}
