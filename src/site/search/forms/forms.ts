import { arabicStems } from "./arabic.ts";
import { functionWords } from "./function-words.ts";
import { latinStems } from "./latin.ts";
import { slavicStems } from "./slavic.ts";

/**
 * What a folded word may be looked up under, the likeliest first; never none. The script of the word decides, and for
 * Latin letters the language of the text (a BCP 47 tag) too. Index, search box and highlighting all ask this function.
 */
export function formsOf(folded: string, language: string): readonly string[] {
  if (/^\p{Script=Cyrillic}+$/u.test(folded)) {
    return folded.length < 3 || functionWords.has(folded) ? [folded] : slavicStems(folded);
  }
  if (/^\p{Script=Latin}+$/u.test(folded)) return latinStems(folded, baseLanguage(language));
  if (/^\p{Script=Arabic}+$/u.test(folded)) return arabicStems(folded);
  if (/^\p{Script=Hebrew}+$/u.test(folded)) return hebrewStems(folded);
  return [folded];
}

/** A Hebrew word, and the same without the article, preposition or conjunction that is written joined to it: `הממשלה`, `ממשלה`. */
function hebrewStems(word: string): readonly string[] {
  const bare = word.replace(/^(?:ו?ש?ה(?=.{3})|ו?[בכלמש](?=.{4})|ו(?=.{4}))/u, "");
  return bare === word ? [word] : [word, bare];
}

/** `pt` of `pt-BR`. */
export function baseLanguage(tag: string): string {
  return (tag.split("-")[0] ?? tag).toLowerCase();
}
