import { inArabic } from "./arabic.ts";
import { english, type Texts } from "./english.ts";
import { inFrench } from "./french.ts";
import { inGerman } from "./german.ts";
import { type InterfaceLanguage, interfaceLanguages } from "./interface-languages.ts";
import { inPersian } from "./persian.ts";
import { russian } from "./russian.ts";
import { inSpanish } from "./spanish.ts";
import { inUkrainian } from "./ukrainian.ts";

export type { Texts } from "./english.ts";

/** The interface's texts by language; a language without a table is served in English. */
export function textsFor(language: string): Texts {
  const { language: own } = new Intl.Locale(language);
  return interfaceLanguages.some((each) => each === own) ? tables[own as InterfaceLanguage] : english;
}

/** Every table by its language. */
export const tables: Readonly<Record<InterfaceLanguage, Texts>> = {
  ar: inArabic,
  de: inGerman,
  en: english,
  es: inSpanish,
  fa: inPersian,
  fr: inFrench,
  ru: russian,
  uk: inUkrainian,
};

/** The languages that readers may choose from, the archive's own first; none where there is no choice. */
export function offeredLanguages(
  own: Texts,
  languages: readonly InterfaceLanguage[] = [],
): readonly InterfaceLanguage[] {
  const offered = [...new Set([own.language, ...languages])];
  return offered.length > 1 ? offered : [];
}
