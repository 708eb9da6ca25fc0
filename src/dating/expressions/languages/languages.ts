import { englishDays } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import type { LanguageTable } from "./language.ts";
import { portuguese } from "./portuguese.ts";
import { russianDays } from "./russian.ts";
import { spanish } from "./spanish.ts";
import { ukrainian } from "./ukrainian.ts";

/** The languages whose days are read, in the order they are tried. A dump mixes languages, so every text is read in all of them. */
export const languages: readonly LanguageTable[] = [
  englishDays,
  russianDays,
  ukrainian,
  german,
  spanish,
  french,
  italian,
  portuguese,
];
