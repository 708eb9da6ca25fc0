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
