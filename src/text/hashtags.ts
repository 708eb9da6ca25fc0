import type { Tag } from "../model/post.ts";

/**
 * A hashtag as Telegram links it (TDLib, `match_hashtags`): `#`, then letters, marks, digits, underscores and middle dots of any script (and the
 * zero-width non-joiner Persian words need), not after a word character, `#`, `&` or `/`, and not right before another `#`. The marks that make a
 * sign an emoji are no part of a word: `📍♦️#harbour`.
 *
 *     #HistoryOfDiplomacy   #DWR2025   #报道   #مرد‌ها   #col·lecció
 */
export const hashtagPattern =
  /(?<![\p{L}\p{N}_·#&/]|\p{L}\p{M}+)#([\p{L}\p{M}\p{N}_·\u200C]+)(?![\p{L}\p{M}\p{N}_·\u200C#])/gu;

/** Telegram links no tag that is digits alone, such as `#1`. */
const onlyDigits = /^[\p{N}_]+$/u;

/** A hashtag wherever it stands. */
const anyHashtag = /#[\p{L}\p{M}\p{N}_·\u200C]+/gu;

/** The one key that joins the spellings of a tag: NFKC, case folded, variation selectors and joiners left out. */
export function tagKey(label: string): string {
  const composed = label.normalize("NFKC").replace(/[\uFE0E\uFE0F\u200B\u200C\u200D]/gu, "");
  // Through capitals and back, so that ß meets ss and every form of sigma meets.
  return composed.toLowerCase().toUpperCase().toLowerCase().normalize("NFC");
}

/** The hashtags of a text in order, each key once, labelled by its first spelling. */
export function hashtagsOf(text: string): readonly Tag[] {
  const byKey = new Map<string, Tag>();
  for (const match of withoutAddresses(text).matchAll(hashtagPattern)) {
    const label = match[1] ?? "";
    const key = tagKey(label);
    if (key === "" || onlyDigits.test(label) || byKey.has(key)) continue;
    byKey.set(key, { key, label });
  }
  return [...byKey.values()];
}

/** Whether a line is made of hashtags alone, blanks, signs and emoji aside (`#KievRegimeCrimes #NeoNazism`); such a line is never a headline. */
export function isHashtagLine(line: string): boolean {
  const rest = line.replace(anyHashtag, "");
  return rest.length < line.length && !/[\p{L}\p{N}#]/u.test(rest);
}

/** Blanks out web addresses, so that `https://a.example/#part` holds no hashtag. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/giu, " ");
}
