import { english } from "./english.ts";
import type { LanguageTable } from "./language.ts";
import { russian } from "./russian.ts";

/** The languages whose days are read, in the order they are tried. A dump mixes languages, so every text is read in all of them. */
export const languages: readonly LanguageTable[] = [english, russian];
