import { inArabic } from "./arabic.ts";
import { english, type Texts } from "./english.ts";
import { inFrench } from "./french.ts";
import { inGerman } from "./german.ts";
import { inPersian } from "./persian.ts";
import { russian } from "./russian.ts";
import { inSpanish } from "./spanish.ts";
import { inUkrainian } from "./ukrainian.ts";

export type { Texts } from "./english.ts";

/** The interface's texts by language; a language without a table is served in English. */
export function textsFor(language: string): Texts {
  return tables[new Intl.Locale(language).language] ?? english;
}

/** Every table by its language, in the order readers are offered them. */
export const tables: Readonly<Record<string, Texts>> = {
  en: english,
  ar: inArabic,
  de: inGerman,
  es: inSpanish,
  fa: inPersian,
  fr: inFrench,
  ru: russian,
  uk: inUkrainian,
};
