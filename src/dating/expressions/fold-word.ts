import { foldArabic } from "./arabic-script.ts";

/**
 * One spelling of a word for looking it up: small letters without the marks that writers leave out (accents, the dot of `İ`, the Hebrew points,
 * the Devanagari nukta) and with one spelling of each Arabic letter. `Şubat`, `ŞUBAT` and `subat` are one word.
 */
export function foldWord(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize("NFD")
    .replace(marksLeftOut, "")
    .normalize("NFC")
    .replace(/ı/gu, "i")
    .replace(/ς/gu, "σ");
  return /[\u0600-\u06FF]/u.test(plain) ? foldArabic(plain) : plain;
}

const marksLeftOut = /[\u0300-\u036F\u0591-\u05C7\u093C\u09BC.·]/gu;
