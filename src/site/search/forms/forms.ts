import { arabicStems } from "./arabic.ts";
import { englishStem } from "./english.ts";
import { functionWords } from "./function-words.ts";
import { type Inflections, inflectedStems, isWrittenAlike } from "./inflection.ts";
import { withPlainVowels } from "./latin.ts";
import { slavicStems } from "./slavic.ts";

/**
 * What a folded word may be looked up under, the likeliest first; never none. The language of the text (a BCP 47 tag) decides
 * where `inflections` has it, otherwise the script of the word. Index, search box and highlighting all ask this function.
 */
export function formsOf(folded: string, language: string, inflections: Inflections): readonly string[] {
  const base = baseLanguage(language);
  const inflection = inflections[base];
  const word = /^\p{Script=Latin}+$/u.test(folded) ? withPlainVowels(folded, base) : folded;
  if (inflection !== undefined && isWrittenAlike(word, inflection)) return inflectedStems(word, inflection);
  if (/^\p{Script=Cyrillic}+$/u.test(folded)) {
    return folded.length < 3 || functionWords.has(folded) ? [folded] : slavicStems(folded);
  }
  // A language without lists is read as English, whose words stand in texts of every language.
  if (/^\p{Script=Latin}+$/u.test(folded)) return [englishStem(word)];
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
