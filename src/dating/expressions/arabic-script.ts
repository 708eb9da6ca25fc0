/**
 * The Arabic script as the extractors see it: one spelling of each letter, figures as `0` to `9`, nothing that is written above, below or between
 * letters. Texts and the sources of patterns go through the same fold, so that `غداً` meets `غدا` and `يك‌شنبه` meets `یکشنبه`.
 */
export function foldArabic(text: string): string {
  return foldLetters(text).replace(unwritten, "");
}

/** Short vowels, the lengthening stroke, the joint that Persian leaves open, and the marks that steer the direction of writing. */
export const unwritten = /[\u0640\u064B-\u0655\u0670\u061C\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Letters and figures only, each for one: places in the text stay as they are. */
export function foldLetters(text: string): string {
  return text.replace(/[آأإٱىيةك،٠-٩۰-۹]/gu, (letter) => spellings.get(letter) ?? letter);
}

const spellings: ReadonlyMap<string, string> = new Map([
  ...["آ", "أ", "إ", "ٱ"].map((alef) => [alef, "ا"] as const),
  ["ى", "ی"],
  ["ي", "ی"],
  ["ة", "ه"],
  ["ك", "ک"],
  ["،", ","],
  ...[..."٠١٢٣٤٥٦٧٨٩"].map((figure, value) => [figure, String(value)] as const),
  ...[..."۰۱۲۳۴۵۶۷۸۹"].map((figure, value) => [figure, String(value)] as const),
]);
