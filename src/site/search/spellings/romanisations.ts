/** How an alphabet is written in Latin letters by one standard: each letter, and what a letter is at the start of a word or after a vowel or sign. */
interface Romanisation {
  readonly letters: ReadonlyMap<string, string>;
  /** For letters that are another sound there. */
  readonly atStart?: ReadonlyMap<string, string>;
}

/** `а=a б=b ь=` as pairs. */
function table(pairs: string, start?: string): Romanisation {
  const letters = pairsIn(`${shared} ${pairs}`);
  return start === undefined ? { letters } : { letters, atStart: pairsIn(start) };
}

function pairsIn(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs
      .normalize("NFC")
      .split(" ")
      .map((pair) => {
        const [letter = "", latin = ""] = pair.split("=");
        return [letter, latin];
      }),
  );
}

/** What all standards write alike. */
const shared = "а=a б=b в=v д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ъ= ь= ’= '= ʼ=";

/*
 * Without marks above and below letters, which readers leave out and the index folds away: `ž` of ISO 9 is `z`.
 */

/** ISO 9:1995 (GOST 7.79 system A), all Slavic alphabets. */
const iso9 = table(
  "г=g ґ=g ђ=d ѓ=g е=e ё=e є=e ж=z ѕ=z и=i і=i ї=i й=j ј=j љ=l њ=n ћ=c ќ=k ў=u х=h ц=c ч=c џ=d ш=s щ=s ы=y э=e ю=u я=a",
);

/** Russian by BGN/PCGN 1947, and by GOST R 52535.1 and ICAO Doc 9303 as in passports. */
const russian: readonly Romanisation[] = [
  table("г=g е=e ё=yo ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=yu я=ya", "е=ye ё=yo"),
  table("г=g е=e ё=e ж=zh и=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=iu я=ia ъ=ie"),
];

/** Ukrainian by resolution 55 of 2010 (BGN/PCGN 2019), which folds with BGN/PCGN 1965. */
const ukrainian = table(
  "г=h ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia",
  "є=ye ї=yi й=y ю=yu я=ya",
);

/** Belarusian by BGN/PCGN 1979. */
const belarusian = table("г=h е=ye ё=yo ж=zh і=i й=y ў=w х=kh ц=ts ч=ch ш=sh ы=y э=e ю=yu я=ya");

/** Belarusian by its national system of 2007. */
const belarusianMarked = table("г=h е=e ё=io ж=z і=i й=j ў=u х=ch ц=c ч=c ш=s ы=y э=e ю=iu я=ia");

/** Bulgarian by the law of 2009 (BGN/PCGN 2013). */
const bulgarian = table("г=g е=e ж=zh и=i й=y х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya");

/** Serbian in its own Latin letters. */
const serbianMarked = table("г=g ђ=dj е=e ж=z и=i ј=j љ=lj њ=nj ћ=c х=h ц=c ч=c џ=dz ш=s");

/** Serbian as it is written abroad. */
const serbian = table("г=g ђ=dj е=e ж=zh и=i ј=j љ=lj њ=nj ћ=ch х=h ц=ts ч=ch џ=dzh ш=sh");

/** Russian and Ukrainian as German newspapers write them (Duden). */
const german: readonly Romanisation[] = [
  table("в=w г=g е=e ё=jo ж=sch з=s и=i й=j х=ch ц=z ч=tsch ш=sch щ=schtsch ы=y э=e ю=ju я=ja", "е=je"),
  table("в=w г=h ґ=g е=e є=je ж=sch з=s и=y і=i ї=ji й=j х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja"),
];

/** Greek by ISO 843 and ELOT 743, and with `h` for χ. */
const greek: readonly Romanisation[] = ["ch", "h"].flatMap((chi) =>
  ["v", "f"].map((upsilon) => ({
    letters: pairsIn(
      `ου=ou αυ=a${upsilon} ευ=e${upsilon} ηυ=i${upsilon} γγ=ng γξ=nx γχ=n${chi} μπ=mp ντ=nt α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=${chi} ψ=ps ω=o`,
    ),
    atStart: pairsIn("μπ=b ντ=d γκ=g"),
  })),
);

const cyrillic: readonly Romanisation[] = [...russian, ukrainian, belarusian, bulgarian, serbian, ...german];

/** Consonants of Devanagari by ISO 15919, its marks left out; a dot below, U+093C, makes others of some. */
const devanagari = pairsIn(
  "क=k ख=kh ग=g घ=gh ङ=n च=c छ=ch ज=j झ=jh ञ=n ट=t ठ=th ड=d ढ=dh ण=n त=t थ=th द=d ध=dh न=n प=p फ=ph ब=b भ=bh म=m य=y र=r ल=l ळ=l व=v श=s ष=s स=s ह=h " +
    "क़=q ख़=kh ग़=g ज़=z ड़=r ढ़=rh फ़=f य़=y",
);

/** Where the Hunterian system, the national one of India, writes other letters than ISO 15919. */
const hunterian = pairsIn("च=ch छ=chh श=sh ष=sh ड़=r ढ़=rh ग़=gh");

const vowels = pairsIn(
  "अ=a आ=a इ=i ई=i उ=u ऊ=u ऋ=r ए=e ऐ=ai ओ=o औ=au ऑ=o ऍ=e ा=a ि=i ी=i ु=u ू=u ृ=r े=e ै=ai ो=o ौ=au ॉ=o ॅ=e",
);

/** Signs after a vowel: a nasal, a breath; the nasal is `m` before lips. */
const signs = pairsIn("ं=n ँ=n ः=h ऽ=");

/**
 * A word of Devanagari by ISO 15919 and by the Hunterian system, each with all vowels that go without saying and without
 * those that Hindi does not speak: at the end, and between a vowel with one consonant and a consonant with a vowel.
 */
function devanagariInLatin(word: string): readonly string[] {
  return [devanagari, new Map([...devanagari, ...hunterian])].flatMap((consonants) => {
    const whole = syllables(word, consonants);
    if (whole === undefined) return [];
    return [...new Set([whole, spoken(whole)].map((each) => each.replace(/ə/gu, "a")))];
  });
}

/** No name has more letters. */
const longestName = 60;

/** Without the `ə` that Hindi does not speak, from the end on. */
function spoken(whole: string): string {
  if (whole.length > longestName) return whole;
  let word = whole.replace(/ə$/u, "");
  for (let at = word.length - 1; at > 0; at -= 1) {
    const isBetween =
      word[at] === "ə" &&
      /[aeiouə][^aeiouə]{1,2}$/u.test(word.slice(Math.max(0, at - 3), at)) &&
      /^[^aeiouə]{1,2}[aeiouə]/u.test(word.slice(at + 1, at + 4));
    if (isBetween) word = word.slice(0, at) + word.slice(at + 1);
  }
  return word;
}

/** Letter by letter; `ə` stands for the vowel that a consonant has unless another sign follows. */
function syllables(word: string, consonants: ReadonlyMap<string, string>): string | undefined {
  let latin = "";
  for (let at = 0; at < word.length; at += 1) {
    const pair = word.slice(at, at + 2);
    const consonant = consonants.get(pair) ?? consonants.get(word[at] ?? "");
    if (consonant !== undefined) {
      if (pair.endsWith("\u093C")) at += 1;
      latin += consonant;
      const next = word[at + 1] ?? "";
      if (next === "\u094D") at += 1;
      else if (!/[\u093E-\u094C]/u.test(next)) latin += "ə";
      continue;
    }
    const other = vowels.get(word[at] ?? "") ?? signs.get(word[at] ?? "");
    if (other === undefined) return undefined;
    latin += word[at] === "ं" && /[पफबभम]/u.test(word[at + 1] ?? "") ? "m" : other;
  }
  return latin;
}

/**
 * A word in Latin letters, once for each standard that has all of its letters; none where no standard has. `word`: small letters of
 * Cyrillic or Greek, or letters of Devanagari.
 */
export function romanisationsOf(word: string): readonly string[] {
  if (/^\p{Script=Devanagari}/u.test(word)) return devanagariInLatin(word);
  const tables = /^\p{Script=Greek}/u.test(word) ? greek : cyrillic;
  return tables.flatMap((standard) => written(word, standard) ?? []);
}

/** A word of Cyrillic letters by the standards that tell letters apart by marks, without these: `ч` and `ц` are both `c`. */
export function romanisedWithoutMarks(word: string): readonly string[] {
  return [iso9, belarusianMarked, serbianMarked].flatMap((standard) => written(word, standard) ?? []);
}

function written(word: string, { letters, atStart }: Romanisation): string | undefined {
  let latin = "";
  for (let at = 0; at < word.length; ) {
    const before = word[at - 1] ?? "";
    const isStart = at === 0 || (/[аеёиіїоуыэюяєъь]/u.test(before) && !/\p{Script=Greek}/u.test(before));
    const step = [2, 1].find((length) => {
      const part = word.slice(at, at + length);
      return part.length === length && (letters.has(part) || (isStart && atStart?.has(part)));
    });
    if (step === undefined) return undefined;
    const part = word.slice(at, at + step);
    latin += (isStart ? atStart?.get(part) : undefined) ?? letters.get(part) ?? "";
    at += step;
  }
  return latin;
}
