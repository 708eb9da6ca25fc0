import { fold } from "../../search/forms/fold.ts";
import { baseLanguage, formsOf } from "../../search/forms/forms.ts";
import { inflections } from "../../search/forms/inflections.ts";

/** Languages whose case endings change names: `в Москве`, `президент России`. */
const withCases: ReadonlySet<string> = new Set(["ru", "uk", "be", "bg", "mk", "sr", "hr", "pl", "cs", "sk"]);

/** Whether a language, by its tag, changes names by case. */
export function hasCases(language: string): boolean {
  return withCases.has(baseLanguage(language));
}

/** What the forms of one word share in a language: its likeliest stem where the language has cases, otherwise the word without what writers vary. */
export function wordStem(word: string, language: string): string {
  const folded = fold(word);
  return hasCases(language) ? (formsOf(folded, language, inflections)[0] ?? folded) : folded;
}

/** What the forms of a name share, word by word. */
export function stemKey(name: string, language: string): string {
  return name
    .split(" ")
    .map((word) => wordStem(word, language))
    .join(" ");
}
