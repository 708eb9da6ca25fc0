/** What a letter of Arabic or Persian may stand for in Latin letters; letters are folded as the index folds them. */
const letters: Readonly<Record<string, string>> = {
  ا: "[aeo]",
  ب: "[bp]",
  پ: "p",
  ت: "t",
  ث: "(?:th|s|t)",
  ج: "(?:dj|zh|j|g)",
  چ: "(?:tch|ch|c)",
  ح: "h",
  خ: "(?:kh|ch|h|x)",
  د: "d",
  ذ: "(?:dh|d|z)",
  ر: "r",
  ز: "[zs]",
  ژ: "(?:zh|j)",
  س: "[sc]",
  ش: "(?:sch|sh|ch|s)",
  ص: "s",
  ض: "(?:dh|d|z)",
  ط: "t",
  ظ: "(?:dh|z|d)",
  ع: "[ae]?",
  غ: "(?:gh|g)",
  ف: "(?:ph|f|v|w)",
  ڤ: "v",
  ق: "(?:gh|q|k|g|c)",
  ک: "(?:ck|k|c|q|ch)",
  گ: "(?:gu|gh|g)",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  و: "(?:ow|ou|w|v|u|o)",
  ی: "(?:ei|ie|y|i|e|j)",
  ء: "",
};

/** Vowels that are written with two letters. */
const pairs: Readonly<Record<string, string>> = { ای: "(?:ai|ay|ei|ey|i|y|e)", او: "(?:au|av|aw|ou|ow|o|u)" };

/** Vowels that neither language writes. */
const unwritten = "(?:[aeiou]|ou)?";

/** `ه` at the end of a word is mostly its last vowel. */
const atEnd = "(?:ah|eh|a|e)?";

/** Fewer letters than this say too little. */
const leastLetters = 4;

/** Whether a word may be a name of Arabic letters that is compared with Latin ones. `folded`: as the index folds it. */
export function isArabicName(folded: string): boolean {
  if (folded.length < leastLetters || [...folded].some((letter) => !(letter in letters))) return false;
  return isTelling(folded) || (consonants(folded) === 3 && /.[اوی]./u.test(withoutArticle(folded)));
}

/** Whether a word has so many consonants that words of no kin rarely share them. */
export function isTelling(folded: string): boolean {
  return consonants(folded) > 3;
}

function consonants(folded: string): number {
  return withoutArticle(folded).replace(/[اویعء]|ه$/gu, "").length;
}

/**
 * Whether Latin letters write a word of Arabic or Persian: consonant by consonant, with its long vowels where it has them and short
 * ones anywhere, as neither language writes these. A plain table, since no standard is kept in the news.
 */
export function isWrittenInLatin(arabic: string, latin: string): boolean {
  const known = patterns.get(arabic) ?? patternOf(arabic);
  patterns.set(arabic, known);
  return known.test(plainLatin(latin));
}

const patterns = new Map<string, RegExp>();

function patternOf(arabic: string): RegExp {
  const parts: string[] = [];
  const word = withoutArticle(arabic);
  for (let at = 0; at < word.length; ) {
    const pair = pairs[word.slice(at, at + 2)];
    const letter = word[at] ?? "";
    // A word that begins with a vowel is written with `ا` first, whichever it is.
    const isBare = at === 0 && letter === "ا";
    const isEnd = at === word.length - 1 && letter === "ه";
    parts.push(pair ?? (isBare ? "[aeiou]?" : isEnd ? atEnd : lettersFor(letter, isTelling(arabic))));
    if (pair === undefined && !"اوی".includes(letter)) parts.push(unwritten);
    at += pair === undefined ? 1 : 2;
  }
  return new RegExp(`^${parts.join("")}$`, "u");
}

/** `ا` is the `u` of `Trump` as well, where the other letters tell enough. */
function lettersFor(letter: string, isTold: boolean): string {
  return letter === "ا" && isTold ? "[aeou]" : (letters[letter] ?? "");
}

/** `الشرع` is `al-Sharaa`, whose article is a word of its own in Latin letters. */
function withoutArticle(arabic: string): string {
  const bare = arabic.replace(/^(?:وال|بال|ال|لل)/u, "");
  return bare.length >= leastLetters - 1 ? bare : arabic;
}

/** Doubled letters are written once. */
function plainLatin(latin: string): string {
  return latin
    .replace(/[^a-z]/gu, "")
    .replace(/x/gu, "ks")
    .replace(/([a-z])\1+/gu, "$1");
}

/**
 * What a word is filed under beside the names of other letters: the consonants that both alphabets write alike, whatever the
 * language; none where these are too few. Where a letter may be one of them or not, both are given.
 */
export function commonConsonants(word: string): readonly string[] {
  const isArabic = /^\p{Script=Arabic}/u.test(word);
  const found = [true, false].map((isAlike) => {
    const latin = isArabic ? alikeOf(withoutArticle(word), isAlike) : alikeIn(plainLatin(word), isAlike);
    return latin.replace(/(.)\1+/gu, "$1");
  });
  return [...new Set(found)].filter((key) => key.length > 1).map((key) => `:${key}`);
}

const alike: Readonly<Record<string, string>> = {
  ر: "r",
  ل: "l",
  م: "m",
  ن: "n",
  ب: "b",
  پ: "b",
  ت: "t",
  ط: "t",
  س: "s",
  ص: "s",
  د: "d",
  ق: "k",
  ک: "k",
  گ: "k",
  غ: "k",
};

/** `ض` is `d` for Arabs and `z` for Persians. */
function alikeOf(arabic: string, isAlike: boolean): string {
  return arabic.replace(/./gu, (letter) => alike[letter] ?? (isAlike && "ضذ".includes(letter) ? "d" : ""));
}

/** `c` is `k` or `s`, `g` is what Persians and Arabs of the Gulf write like `k`, or what Egyptians write like `j`. */
function alikeIn(latin: string, isAlike: boolean): string {
  return latin
    .replace(/[st]?ch|[tdskz]h/gu, "")
    .replace(/p/gu, "b")
    .replace(/q|gh/gu, "k")
    .replace(/[cg]/gu, isAlike ? "k" : "")
    .replace(/[^rlmnbtsdk]/gu, "");
}
