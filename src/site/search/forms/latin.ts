import { englishStem } from "./english.ts";

/**
 * The stems that a folded word in Latin letters may have in a language. English goes by Porter; other languages lose
 * the endings of nouns and adjectives that J. Savoy's light stemmers take away (Light stemming approaches for the
 * French, Portuguese, German and Hungarian languages, SAC 2006), the word itself standing first where an ending may be
 * a part of it. A language without a table is read as English, whose words stand in texts of every language.
 */
export function latinStems(folded: string, language: string): readonly string[] {
  const word = withPlainVowels(folded, language);
  const endings = tables[language];
  if (endings === undefined) return [englishStem(word)];
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= leastStem);
  return ending === undefined ? [word] : [word, word.slice(0, -ending.length)];
}

/**
 * `Faehre` as `Fähre` is folded, `fahre`: keyboards without umlauts have their own way to write them. Where two letters are no
 * umlaut (`Israel`, `aktuell`), all spellings of the word lose them alike. `ue` after a vowel or `q` is none: `neue`, `Quelle`.
 */
export function withPlainVowels(folded: string, language: string): string {
  const written = twoLetters[language];
  return written === undefined ? folded : folded.replace(written, (two) => two.slice(0, 1));
}

/** What stands for `ä`, `ö`, `ü` and `å`. Danes and Norwegians have `æ` besides, which is folded to `ae`. */
const twoLetters: Readonly<Record<string, RegExp>> = {
  de: /[ao]e|(?<![aeoq])ue/gu,
  sv: /a[ae]|oe/gu,
  da: /aa|oe/gu,
  no: /aa|oe/gu,
};

const leastStem = 3;

/** Endings without accents, the longest first. */
const tables: Readonly<Record<string, readonly string[]>> = {
  de: endings("ern en em er es e n s"),
  nl: endings("eren en es e s"),
  fr: endings("issement issements ements ement eaux aux euses euse eux ives ive ees ee es er ez e s x"),
  es: endings("aciones acion amente mente os as es ar er ir o a e s"),
  pt: endings("acoes acao amente mente oes aes ais eis os as es ar er ir o a e s"),
  it: endings("azioni azione amente mente are ere ire i e a o"),
  pl: endings("owego owemu ego emu ami ach iem owi ow om ie ej ym ych imi ymi a e i y o u"),
  cs: endings("eho emu ami ach ich ych ovi um em ou y a e i o u"),
  tr: endings("larin lerin lardan lerden lari leri lara lere larda lerde lar ler in un nin nun dan den da de i u e a"),
};

function endings(list: string): readonly string[] {
  return list.split(" ").sort((one, other) => other.length - one.length);
}
