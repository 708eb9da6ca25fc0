/**
 * The stem of a folded English word: M. F. Porter, An algorithm for suffix stripping, Program 14 (1980), 130–137, with
 * the two departures of its author's own program (`bli` and `logi`); a stem keeps three letters.
 */
export function englishStem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/u.test(word)) return word;
  const marked = word.replace(/^y/u, "Y");
  const stem = [plurals, pastAndProgress, endingY, doubled, derived, residual, closing]
    .reduce((stem, step) => step(stem), marked)
    .toLowerCase();
  // `used`, `uses` and `use` are not `us`.
  return stem.length < 3 && stem.length < word.length ? `${stem}e` : stem;
}

const consonant = "[^aeiou]";
const vowel = "[aeiouy]";
const consonants = `${consonant}[^aeiouy]*`;
const vowels = `${vowel}[aeiou]*`;

/** Porter's measure: the number of vowel runs with consonants after them. */
const measured = new RegExp(`^(?:${consonants})?${vowels}${consonants}`, "u");
const measuredOnce = new RegExp(`^(?:${consonants})?${vowels}${consonants}(?:${vowels})?$`, "u");
const measuredTwice = new RegExp(`^(?:${consonants})?${vowels}${consonants}${vowels}${consonants}`, "u");
const holdsVowel = new RegExp(`^(?:${consonants})?${vowel}`, "u");
/** Consonant, vowel, consonant other than w, x and y. */
const short = new RegExp(`^${consonants}${vowel}[^aeiouwxy]$`, "u");

function plurals(word: string): string {
  return word.replace(/(ss|i)es$/u, "$1").replace(/([^s])s$/u, "$1");
}

function pastAndProgress(word: string): string {
  if (word.endsWith("eed")) return measured.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const stem = /^(.+?)(?:ed|ing)$/u.exec(word)?.[1];
  if (stem === undefined || !holdsVowel.test(stem)) return word;
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/u.test(stem)) return stem.slice(0, -1);
  return short.test(stem) ? `${stem}e` : stem;
}

function endingY(word: string): string {
  const stem = /^(.+)y$/u.exec(word)?.[1];
  return stem !== undefined && holdsVowel.test(stem) ? `${stem}i` : word;
}

const doubleSuffixes: Readonly<Record<string, string>> = {
  ational: "ate",
  tional: "tion",
  enci: "ence",
  anci: "ance",
  izer: "ize",
  bli: "ble",
  alli: "al",
  entli: "ent",
  eli: "e",
  ousli: "ous",
  ization: "ize",
  ation: "ate",
  ator: "ate",
  alism: "al",
  iveness: "ive",
  fulness: "ful",
  ousness: "ous",
  aliti: "al",
  iviti: "ive",
  biliti: "ble",
  logi: "log",
};

const derivedSuffixes: Readonly<Record<string, string>> = {
  icate: "ic",
  ative: "",
  alize: "al",
  iciti: "ic",
  ical: "ic",
  ful: "",
  ness: "",
};

function doubled(word: string): string {
  return replaced(word, doubleSuffixes);
}

function derived(word: string): string {
  return replaced(word, derivedSuffixes);
}

function replaced(word: string, suffixes: Readonly<Record<string, string>>): string {
  const suffix = Object.keys(suffixes)
    .filter((each) => word.endsWith(each))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  const stem = word.slice(0, word.length - suffix.length);
  return suffix !== "" && measured.test(stem) ? stem + suffixes[suffix] : word;
}

function residual(word: string): string {
  const stem =
    /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/u.exec(word)?.[1] ??
    /^(.+?[st])ion$/u.exec(word)?.[1];
  return stem !== undefined && measuredTwice.test(stem) ? stem : word;
}

function closing(word: string): string {
  const stem = /^(.+)e$/u.exec(word)?.[1];
  const shorn =
    stem !== undefined && (measuredTwice.test(stem) || (measuredOnce.test(stem) && !short.test(stem))) ? stem : word;
  return shorn.endsWith("ll") && measuredTwice.test(shorn) ? shorn.slice(0, -1) : shorn;
}
