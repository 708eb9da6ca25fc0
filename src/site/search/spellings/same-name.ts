import { fold } from "../forms/fold.ts";
import { commonConsonants, isArabicName, isTelling, isWrittenInLatin } from "./arabic-names.ts";
import { romanisationsOf, romanisedWithoutMarks } from "./romanisations.ts";

/** A name as it is compared with others: what it is written as in Latin letters, without what standards write now this way, now that. */
export interface NameKeys {
  readonly keys: readonly string[];
  /** Keys that count against Latin letters alone, since other letters fall together in them. */
  readonly loose: readonly string[];
  readonly isLatin: boolean;
  /** As it is compared with Arabic letters: in small Latin letters as standards write it; none for a word of Arabic letters itself. */
  readonly latin: readonly string[];
  /** A word of Arabic letters, folded. */
  readonly arabic?: string;
}

/** The keys of a word of Latin, Cyrillic, Greek, Devanagari or Arabic letters; none for any other. */
export function nameKeys(word: string): NameKeys {
  const small = word.normalize("NFC").toLowerCase();
  if (/^\p{Script=Arabic}/u.test(small)) {
    // Persians write a vowel at the end of a stem so: `خامنه‌ای`.
    const arabic = fold(small.replace(/ه\u200C/gu, ""));
    return isArabicName(arabic)
      ? { keys: [arabic], loose: [], latin: [], isLatin: false, arabic }
      : { keys: [], loose: [], latin: [], isLatin: false };
  }
  if (/^[\p{Script=Devanagari}\p{M}]+$/u.test(small)) {
    return { keys: keysOf(romanisationsOf(small)), loose: [], latin: [], isLatin: false };
  }
  const isLatin = /^[\p{Script=Latin}\p{M}'’ʼ]+$/u.test(small);
  const isGreek = /^[\p{Script=Greek}\p{M}]+$/u.test(small);
  const isCyrillic = /^[\p{Script=Cyrillic}'’ʼ]+$/u.test(small);
  const cases = isGreek ? [fold(small)] : isCyrillic ? [small, ...withoutCase(small)] : [];
  const latin = unique(isLatin ? [fold(small), fold(withTwoLetters(small))] : cases.flatMap(romanisationsOf));
  return {
    keys: keysOf(latin),
    loose: keysOf(isCyrillic ? cases.flatMap(romanisedWithoutMarks) : []),
    latin,
    isLatin,
  };
}

/** `müller` → `mueller`, `ångström` → `aangstroem`: as they are written where a keyboard or a passport has no such letters. */
function withTwoLetters(word: string): string {
  return word.normalize("NFC").replace(/[äöüåø]/gu, (letter) => twoLetters[letter] ?? letter);
}

const twoLetters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };

function keysOf(latin: readonly string[]): readonly string[] {
  return unique(unique(latin).map(keyOf));
}

/** What may stand in the nominative: `Лаврова`, `Лавровым` → `лавров`; `Зеленского` → `зеленский`; `Ялты`, `Ялтой` → `ялта`. Latin letters decline no name. */
function withoutCase(word: string): readonly string[] {
  return nominatives.flatMap(([declined, nominative]) =>
    declined.test(word) ? [word.replace(declined, nominative)] : [],
  );
}

const nominatives: readonly (readonly [declined: RegExp, nominative: string])[] = [
  [/(?<=.ск)(?:ого|ому|им|ом)$/u, "ий"],
  [/(?<=.{3}[бвгджзйклмнпрстфхцчшщ])(?:а|у|е|ы|ом|ым|ем|ові)$/u, ""],
  [/(?<=.[бвгджзйклмнпрстфхцчшщ])(?:ы|и|е|у|ой|ою)$/u, "а"],
  [/(?<=.[лнрсть])(?:и|е|ю|ей|ею)$/u, "я"],
];

/**
 * What the standards write of one sound, as one: `ii`, `iy`, `yi` and `y` at the end of `Zelensky`, `ie` and `yi` in `Kiev` and `Kyiv`,
 * `kh` and `h`, `ts` and `c`, the `w` of German and Polish, doubled letters.
 */
function keyOf(latin: string): string {
  return latin
    .replace(/[^a-z]/gu, "")
    .replace(/schtsch|shh/gu, "shch")
    .replace(/ts?ch/gu, "ch")
    .replace(/sch(?!ch)/gu, "sh")
    .replace(/[yj]/gu, "i")
    .replace(/w/gu, "v")
    .replace(/kh/gu, "h")
    .replace(/t[sz]/gu, "c")
    .replace(/ph/gu, "f")
    .replace(/x/gu, "ks")
    .replace(/(?<=h)io/gu, "o")
    .replace(/[ie]{2,}/gu, "i")
    .replace(/ou/gu, "u")
    .replace(/([a-z])\1+/gu, "$1");
}

/** What names that may be one are filed under together: the consonants of their keys. `withArabic`: also those that Arabic letters have. */
export function skeletonsOf({ keys, loose, latin, arabic }: NameKeys, withArabic: boolean): readonly string[] {
  if (arabic !== undefined) return commonConsonants(arabic);
  const own = unique([...keys, ...loose].map(skeleton)).filter((each) => each.length >= leastConsonants);
  return withArabic ? unique([...own, ...latin.flatMap(commonConsonants)]) : own;
}

const leastConsonants = 2;

/** Fewer consonants than this say too little, where vowels differ. */
const leastOfKin = 4;

function skeleton(key: string): string {
  return key.replace(/[aeiou]/gu, "");
}

/** Whether two words are one name: by the standards, or, both being Latin, with other vowels in the same places (`Mohammed`, `Muhammad`). */
export function isSameName(one: NameKeys, other: NameKeys): boolean {
  if (meets(one.keys, other.keys)) return true;
  if (one.arabic !== undefined) return isWritten(one.arabic, other);
  if (other.arabic !== undefined) return isWritten(other.arabic, one);
  if (one.isLatin !== other.isLatin) return meets(one.loose, other.keys) || meets(other.loose, one.keys);
  if (!one.isLatin) return false;
  const [first = "", second = ""] = [one.keys[0], other.keys[0]];
  return skeleton(first).length >= leastOfKin && places(first) === places(second);
}

/** Standards and cases give a word of other letters so many forms that only telling words are compared with it. */
function isWritten(arabic: string, { latin, isLatin }: NameKeys): boolean {
  return (isLatin || isTelling(arabic)) && latin.some((each) => isWrittenInLatin(arabic, each));
}

function meets(some: readonly string[], others: readonly string[]): boolean {
  return some.some((each) => others.includes(each));
}

function places(key: string): string {
  return key.replace(/[aeiou]/gu, "-");
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== "");
}
