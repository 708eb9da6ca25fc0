import { fold } from "../../search/forms/fold.ts";
import { baseLanguage } from "../../search/forms/forms.ts";
import { closedStems } from "../../search/forms/slavic.ts";
import { germanNominative } from "./german-nominative.ts";

/** Languages in Cyrillic letters whose nouns have cases: their endings are those of `paradigms`. */
const declining: ReadonlySet<string> = new Set(["ru", "uk", "be"]);

/**
 * How names go through the cases: what the stem ends in, then the endings of nominative, genitive, dative, accusative, instrumental and locative,
 * each with its variants; `-` is no ending. Letters are folded (ё as е, є as е, ї as і), and Russian and Ukrainian stand together, as in `slavicStems`.
 */
const paradigms: readonly Paradigm[] = [
  // Лондон, Тучков
  ["[^аеиіоуыэюяйь]", "- а у/ові/еві а/- ом/ем/ым/им е/і/ові/еві"],
  // Андрей, Валерий; Игорь
  ["[аеиіоуыэюя]", "й я ю/еві я/й ем е/и/і"],
  ["[^аеиіоуыэюяйь]", "ь я ю/еві я/ь ем е/і"],
  // Москва, Анна; Норландия; Казань
  ["[^аеиіоуыэюяйь]", "а ы/и/і е/і у ой/ою/ей/ею е/і"],
  ["[^ыэюяй]", "я и/і е/и/і ю ей/ею е/и/і"],
  ["[^аеиіоуыэюяйь]", "ь и/і и/і ь ью/ю и/і"],
  // Ровно; Поволжье, Запорожье
  ["[^аеиіоуыэюяйь]", "о а у/ові о ом е/і"],
  ["[цщшжиь]", "е я/а ю/у е ем е/и/і"],
  // Толстой, Лесковский; Курская; Тучкова; Чёрное
  ["[^аеиіоуыэюяйь]", "ый/ий/ой/ій ого/его/ього ому/ему/ьому ого/его/ього/ый/ий ым/им/ім ом/ем/ому/ім"],
  ["[^аеиіоуыэюяйь]", "ая/яя/а/я ой/ей/оі ой/ей/ій ую/юю/у/ю ой/ою/ей/ею ой/ей/ій"],
  ["(?:ов|ев|ин|ын|ін)", "а ой/оі ой/ій у ой/ою ой/ій"],
  ["[^аеиіоуыэюяйь]", "ое/ее/е ого/его ому/ему ое/ее/е ым/им ом/ем"],
  // Штаты, Эмираты; Соединённые
  ["[^аеиіоуыэюяйь]", "ы/и/і -/ов/ев/ів/ей ам/ям ы/и/і ами/ями ах/ях"],
  ["[^аеиіоуыэюяйь]", "ые/ие/і ых/их ым/им ые/ие/і ыми/ими ых/их"],
].map(([stem = "", cases = ""]) => ({
  stem: new RegExp(`${stem}$`, "u"),
  cases: cases.split(" ").map((each) => each.split("/").map((ending) => (ending === "-" ? "" : ending))),
}));

interface Paradigm {
  readonly stem: RegExp;
  /** The endings of each case, the nominative first. */
  readonly cases: readonly (readonly string[])[];
}

/** So many of them, from the first, are of nouns in the singular; the others are of adjectives, surnames and the plural. */
const singular = 8;

/** Surnames and patronymics whose nominative an oblique form alone tells, by the end of their stems. */
const surelyDeclined =
  /(?:ов|ев|ин|ын|ін|ович|евич|йович)(?:а|у|ым|им|ом|ем|е|і|ові)$|(?:ск|цк|ськ|цьк)(?:ого|ому|им|ом)$/u;

/** Sets of cases as bits, the nominative the lowest, then the genitive. */
const nominativeCase = 1;
const genitiveCase = 0b10;
const allCases = 0b111111;

/** A name as texts spell it, commonest first. */
interface SpelledName {
  readonly forms: readonly string[];
  /** BCP 47. */
  readonly language: string;
}

/** What an archive knows of words beside a name. */
export interface WordsAround {
  /** Its words with a capital letter that begin with the same two letters as this folded word. */
  readonly kin: (folded: string) => readonly string[];
  /** Whether a folded word is a first name in the language. */
  readonly firstNames: (language: string) => ReadonlySet<string>;
}

/** So many letters a nominative has in common with its other cases. */
const shared = 2;

/**
 * The form of a name that names it, the nominative, in languages with cases: `Москва` of `Москве` and `Москва`. It is the spelling that explains
 * the most of the others by the endings of cases. Where texts have the name in other cases alone, the nominative of a single word is
 * taken from elsewhere in the archive, and that of a person from a list of first names, `Захара Тучкова` being Захар Тучков, where the surname's ending
 * leaves no choice. Undefined where nothing is better than the commonest spelling.
 */
export function nominativeOf({ forms, language }: SpelledName, around: WordsAround): string | undefined {
  const [commonest = ""] = forms;
  const spoken = baseLanguage(language);
  if (spoken === "de") return germanNominative(forms);
  if (!declining.has(spoken) || !/^[\p{Script=Cyrillic}\s’'-]+$/u.test(commonest)) return undefined;
  // An abbreviation has no cases: `ВСУ` is no form of `вся`.
  if (isAbbreviated(commonest)) return undefined;
  const spellings = forms.map((form) => form.split(" ")).filter(({ length }) => length === commonest.split(" ").length);
  const [own = []] = spellings;
  const person = personIn(own, around, spoken);
  if (person !== undefined) return person.join(" ") === commonest ? undefined : person.join(" ");
  const found = [...spellings, ...elsewhere(own, around)]
    .map(capitalised)
    .filter((words) => canBeNominative(words[0] ?? ""))
    .map((words) => ({ words, explained: spellings.filter((other) => explains(words, capitalised(other))).length }));
  const best = found.reduce<(typeof found)[number] | undefined>(
    (one, other) => (one !== undefined && one.explained >= other.explained ? one : other),
    undefined,
  );
  const isWhole = best !== undefined && best.explained === spellings.length;
  const label = ((isWhole ? undefined : made(spellings)) ?? best?.words)?.join(" ");
  return label === commonest ? undefined : label;
}

function isAbbreviated(name: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(name);
}

/**
 * The nominative that endings leave where no text has it: the only one of which all spellings are cases, `Госдума` of `Госдуме` and `Госдуму`, or that of
 * a name like `Лесковского`, whose own ending leaves no choice. Of a masculine and a neuter the masculine is taken: few names are neuter.
 */
function made(spellings: readonly (readonly string[])[]): readonly string[] | undefined {
  const [own = []] = spellings;
  const [word = ""] = own;
  if (own.length !== 1) return undefined;
  const folded = fold(word);
  if (/(?:ск|цк)(?:ого|ому|им|ом)$/u.test(folded)) return [word.replace(/(?:ого|ому|им|ом)$/u, "ий")];
  if (spellings.length < fewestSpellings) return undefined;
  const fitting = nominativesOf(word).filter((one) => spellings.every((other) => explains([one], other)));
  const likely = fitting.some((one) => !isNeuter(one)) ? fitting.filter((one) => !isNeuter(one)) : fitting;
  // Of `Норландия` and `Норландий` the one whose genitive is met: no case of names is as common.
  const owning = likely.filter((one) =>
    spellings.some(([other = ""]) => (casesOf(fold(one), fold(other)) & genitiveCase) !== 0),
  );
  const [only, ...others] = likely.length > 1 ? owning : likely;
  return only === undefined || others.length > 0 ? undefined : [only];
}

/** Fewer spellings leave more than one nominative. */
const fewestSpellings = 2;

function isNeuter(word: string): boolean {
  return /[ое]$/u.test(word);
}

/** All words of which one may be a case, by the paradigms of names in the singular. */
function nominativesOf(word: string): readonly string[] {
  const folded = fold(word);
  const found = paradigms.slice(0, singular).flatMap(({ stem, cases: [nominatives = [], ...others] }) =>
    others.flat().flatMap((ending) => {
      const whole = word.slice(0, word.length - ending.length);
      const isEnding = folded.endsWith(ending) && stem.test(fold(whole)) && whole.length > shared;
      return isEnding ? nominatives.map((own) => `${whole}${own}`) : [];
    }),
  );
  return [...new Set(found)];
}

/** `ФОМА` as other names are written, `Фома`; an abbreviation as it is. */
function capitalised(words: readonly string[]): readonly string[] {
  const isShouted = words.some((word) => /^\p{Lu}{6,}$/u.test(word)) && words.every((word) => !/\p{Ll}/u.test(word));
  return isShouted ? words.map((word) => word.slice(0, 1) + word.slice(1).toLowerCase()) : words;
}

/** Words of the archive that may be the nominative of a single word that cannot be one itself. */
function elsewhere(own: readonly string[], { kin }: WordsAround): readonly (readonly string[])[] {
  const [word = ""] = own;
  if (own.length !== 1 || canBeNominative(word)) return [];
  return kin(fold(word))
    .filter((other) => isOblique(casesOf(fold(other), fold(word))))
    .map((other) => [other]);
}

/** A person by the first name and the endings of the others, of a name that stands in other cases alone. */
function personIn(own: readonly string[], around: WordsAround, language: string): readonly string[] | undefined {
  const known = around.firstNames(language);
  const [first = "", ...others] = own;
  const folded = fold(first);
  if (others.length === 0) return undefined;
  if (known.has(folded)) return /[оиуэе]$/u.test(folded) ? besideWhole(own, around) : undefined;
  const readings = [...known].flatMap((name) => {
    const cases = name.slice(0, shared) === folded.slice(0, shared) ? casesOf(name, folded) : 0;
    const rest = cases === 0 ? [] : others.map((word) => surnameIn(word, cases, around));
    return cases !== 0 && rest.every((word) => word !== undefined) ? [[withCapital(name), ...rest]] : [];
  });
  const [only, ...more] = readings;
  return more.length === 0 ? only : undefined;
}

/** A person whose first name has no cases and whose surname is in another than the nominative: `Ли Тучковым`. */
function besideWhole([first = "", ...others]: readonly string[], around: WordsAround): readonly string[] {
  return [first, ...others.map((word) => surnameIn(word, allCases & ~nominativeCase, around) ?? word)];
}

/** The nominative of a surname in one of these cases: one of the archive, else the one that its ending leaves; a word that has no cases is whole. */
function surnameIn(word: string, cases: number, { kin }: WordsAround): string | undefined {
  const folded = fold(word);
  const isWhole = /[^аеиіоуыэюяйь]$|(?:ко|их|ых|о|э)$/u.test(folded) && !surelyDeclined.test(folded);
  const fits = (other: string): boolean => (casesOf(fold(other), folded) & cases) !== 0 && fold(other) !== folded;
  const there = kin(folded).filter((other) => /\p{Ll}/u.test(other) && fits(other));
  if (there.length === 1) return there[0];
  if (surelyDeclined.test(folded)) {
    const stem = word.replace(/(?:а|у|ым|им|ом|ем|е|і|ові|ого|ому)$/u, "");
    const nominative = /(?:[сц]ь?к)$/u.test(stem) ? `${stem}ий` : stem;
    if (fits(nominative)) return nominative;
  }
  // Рябовой, Рябову: of a woman.
  const ofWoman = /(?:ов|ев|ин|ын)(?:ой|у)$/u.test(folded) ? word.replace(/(?:ой|у)$/u, "а") : undefined;
  if (ofWoman !== undefined && fits(ofWoman)) return ofWoman;
  return isWhole ? word : undefined;
}

function withCapital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Whether no ending of another case forbids it: no name in the singular ends in `-у`, `-ого` or `-ым`. */
function canBeNominative(word: string): boolean {
  const folded = fold(word);
  return !/(?:[ую]|[ео]го|[ео]му|[ыи]ми?|[ая]ми|[иы]х|ии|[^цщшжиьоы]е|[^аеиіоуыэюя]ы|[бвдзлмнпрстф]ою|(?:ск|цк)(?:ой|ом))$/u.test(
    folded,
  );
}

function isOblique(cases: number): boolean {
  return (cases & ~nominativeCase) !== 0;
}

/** Whether a name in the nominative is written so in one of its cases, all words in the same. */
function explains(nominative: readonly string[], other: readonly string[]): boolean {
  let cases = allCases;
  for (const [at, word] of nominative.entries()) {
    const [own, written] = [fold(word), fold(other[at] ?? "")];
    // Words behind the first may stand in a case of their own: `Совета Безопасности`.
    cases &= at > 0 && own === written ? allCases : casesOf(own, written);
  }
  return cases !== 0;
}

/** The cases in which a folded word, given in the nominative, may be written so. */
function casesOf(nominative: string, written: string): number {
  if (nominative.slice(0, shared) !== written.slice(0, shared)) return 0;
  let found = nominative === written ? nominativeCase : 0;
  for (const { stem, cases } of paradigms) {
    for (const ending of cases[0] ?? []) {
      if (!nominative.endsWith(ending)) continue;
      const whole = nominative.slice(0, nominative.length - ending.length);
      if (!stem.test(whole)) continue;
      for (const each of ending === "" ? closedStems(whole) : [whole]) {
        if (!written.startsWith(each)) continue;
        const rest = written.slice(each.length);
        for (const [place, endings] of cases.entries()) if (endings.includes(rest)) found |= 1 << place;
      }
    }
  }
  return found;
}
