import { fold } from "../../search/forms/fold.ts";

type Gender = "masculine" | "feminine" | "neuter";

/** How nouns end in the nominative and in other cases of the singular, by gender; Russian and Ukrainian together, letters folded. */
const nouns: readonly (readonly [gender: Gender, nominative: RegExp, oblique: RegExp])[] = [
  ["feminine", /ия$/u, /и(?:и|ю|ей)$/u],
  ["feminine", /[ая]$/u, /(?:[ыіие]|[ую]|[оеє][йю])$/u],
  ["feminine", /ь$/u, /(?:[иі]|ью)$/u],
  ["masculine", /ь$/u, /(?:[яюе]|ем|еві)$/u],
  ["masculine", /[^аеиіоуыэюяь]$/u, /(?:[ауеіяю]|[оеу]м|ові|еві)$/u],
  ["neuter", /[ое]$/u, /(?:[ауеіяю]|[оеи]м)$/u],
];

/** Endings of adjectives in all cases of the singular, those of soft stems apart; and short ones, which nouns have as well. */
const hard = /(?:ая|ою|ой|оі|ій|ую|ого|ому|ым|им|ом|ий|ый|ое)$/u;
const soft = /(?:яя|ей|ею|юю|его|ьому|ему|ем|ее|ього)$/u;
const short = /[ауе]$/u;
/** Where they end an adjective surely. */
const shortForm = /[сц]ьк[ауеі]$/u;
const plural = /(?:[ыи]е|[ыиі]х|[ыиі]ми)$/u;

/** Whether a word of Russian or Ukrainian has the ending of an adjective, in any case, that is long enough to tell it from most nouns. */
export function endsAsAdjective(word: string): boolean {
  return [hard, soft, plural, shortForm].some((ending) => ending.test(fold(word)));
}

const endings = {
  ru: {
    hard: { masculine: "ый", feminine: "ая", neuter: "ое" },
    soft: { masculine: "ий", feminine: "яя", neuter: "ее" },
  },
  uk: {
    hard: { masculine: "ий", feminine: "а", neuter: "е" },
    soft: { masculine: "ій", feminine: "я", neuter: "є" },
  },
} as const;

/**
 * An adjective and the noun behind it in the nominative: `Торжковская область` of `Торжковской` and `области`, given `область`. Undefined in other
 * languages than Russian and Ukrainian, where the noun stands in the nominative, and where an ending does not fit. No text tells `-ской` from `-ский`;
 * the commoner one is taken.
 */
export function agreeingNominative(
  adjective: string,
  noun: string,
  nominative: string,
  language: string,
): string | undefined {
  const own = language === "ru" ? endings.ru : language === "uk" ? endings.uk : undefined;
  const [written, whole] = [fold(noun), fold(nominative)];
  if (own === undefined || written === whole) return undefined;
  const gender = nouns.find(([, ending, oblique]) => ending.test(whole) && oblique.test(written))?.[0];
  const ending = [soft, hard, short].find((each) => each.test(fold(adjective)));
  if (gender === undefined || ending === undefined) return undefined;
  const stem = adjective.slice(0, adjective.length - (ending.exec(fold(adjective))?.[0].length ?? 0));
  const { [gender]: nominativeEnding } = ending === soft ? own.soft : own.hard;
  // After these letters no `ы` is written.
  const fitting = language === "ru" && nominativeEnding === "ый" && /[кгхжшчщ]$/u.test(stem) ? "ий" : nominativeEnding;
  return stem.length < shortest ? undefined : `${stem}${fitting} ${nominative}`;
}

/** Shorter stems are no adjectives that name a place. */
const shortest = 3;
