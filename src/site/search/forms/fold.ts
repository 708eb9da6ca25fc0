/**
 * A word without what writers write now this way, now that: case, width, accents (but й stays й), Arabic vowel signs and
 * joiners, the Persian and the Arabic shapes of one letter, native digits, apostrophes. Folding twice changes nothing.
 */
export function fold(word: string): string {
  // Most words are of such letters alone: a tenth of the time. Blanks come of signs that stand for several words, such as `ﷺ`.
  if (/^[A-Za-zА-Яа-я0-9]+$/u.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, "")
    .replace(looseMarks, "")
    .replace(hamzaSeats, seat)
    .normalize("NFD")
    .replace(/и\u0306/gu, "й")
    .replace(looseMarks, "")
    .normalize("NFC")
    .replace(nasals, "ं")
    .replace(/\p{Nd}/gu, digit)
    .replace(variants, (letter) => sameLetters[letter] ?? letter);
}

/**
 * Marks that readers leave out: accents of Latin, Greek and Cyrillic, points of Hebrew and the marks of its abbreviations
 * (`צה״ל`, `צה"ל`), vowel signs of Arabic with its stretched line, the dot below letters of Hindi (`ज़मीन`, `जमीन`), key caps,
 * joiners, directions, soft hyphens, apostrophes and what is typed for them (`qoʻshni`, `qo'shni`). Vowel signs of other scripts are letters and stay.
 */
const looseMarks =
  /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u093C\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069'‘’‛ʹ-ˁˈꞋꞌ՚`´′‵׳״"“”]|[\uFE0E\uFE0F\u20E3]/gu;

/**
 * What carries a hamza before a long u is spelled one way in Cairo, another in Beirut, and without a hamza in Tehran: مسئول, مسؤول,
 * مسوول; رءوس, رؤوس. The hundred is مئة or مائة, and the hamza after a long i at the end of a word stands beside it or on it: شيء, شئ.
 */
const hamzaSeats = /[ئؤء]+(?=[وؤ])|مائ(?=[ةت]|ه$)|(?<=[يیىئ])ء+$/gu;

function seat(found: string, place: number, word: string): string {
  if (found.startsWith("م")) return "مئ";
  return place + found.length < word.length ? "و" : "";
}

/** In Hindi a nasal before a consonant of its own place is written as a letter or as a dot: हिन्दी, हिंदी; the moon over a vowel is often a dot, too. */
const nasals = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])|ँ/gu;

/** Letters of one sound and one word: as one they are found. Arabic and Persian after Unicode's own notes on U+064A, U+0643. */
const sameLetters: Readonly<Record<string, string>> = {
  є: "е",
  ґ: "г",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  ð: "d",
  þ: "th",
  ə: "e",
  ς: "σ",
  ي: "ی",
  ى: "ی",
  ئ: "ی",
  ك: "ک",
  ڪ: "ک",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ہ: "ه",
  ھ: "ه",
  ٱ: "ا",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ؤ: "و",
};

const variants = new RegExp(`[${Object.keys(sameLetters).join("")}]`, "gu");

/** Digits of any script as those of ASCII: Unicode keeps each ten of them in a row that starts at a zero. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return `${(code - zero) % 10}`;
}
