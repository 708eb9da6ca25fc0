import { fold } from "../../search/forms/fold.ts";
import { agreeingNominative } from "./agreeing.ts";
import type { NamedKind } from "./kind.ts";
import { kindWords } from "./kind-words.ts";
import { cities, firstNames } from "./known-names.ts";
import type { ChannelText } from "./label-words.ts";
import type { FoundNames } from "./names.ts";
import { withNextWord } from "./with-next-word.ts";
import { hasCases, stemKey, wordStem } from "./word-stem.ts";

/** A name as its kind is told: what it is called, the language of most of its posts (a tag without region), and some of their texts. */
export interface NameInUse {
  readonly name: FoundNames;
  readonly language: string;
  readonly texts: readonly ChannelText[];
}

/** What is known of a name: its kind, a better label, or that it is no more than the rest of a longer name. */
export interface KindTold {
  readonly kind?: NamedKind | "country";
  readonly label?: string;
  readonly isRest?: true;
  /** A person's name of one word, with a title. */
  readonly isTitled?: true;
}

/** A title stands before a name of one word in so many of its texts at least, and in this share of those that were read. */
const fewestTitles = 2;
const titledShare = 0.2;
/** Languages whose names end with the word that tells what they name: `Security Council`, `Совет Безопасности`. */
const endsTell: ReadonlySet<string> = new Set(["en", "de", "tr"]);
/** Of those, where a word tells nothing in front of others: `President Park Geun-hye`; but for a few that stand there, `Lake Garda`, `Mount Erebus`. */
const onlyEndsTell: ReadonlySet<string> = new Set(["en", "tr"]);
const leads: ReadonlySet<string> = new Set("lake mount river port gulf university college radio hotel".split(" "));
/** Words that tell a kind also as the end of a compound are at least this long: `Bundesministerium`. */
const shortestEnd = 5;

/** A name goes on with a word that tells its kind in at least this share of its texts: `Курская область`. */
const goesOnShare = 0.5;

/**
 * Tells what names name, where their own words, the words before and after them, first names, patronymics or lists of cities are good evidence: nothing
 * else is guessed. A name of one word is a person's where it ends the name of a person; with a title before it, it is that person.
 */
export function tellKinds(
  names: readonly NameInUse[],
  isCountry: (word: string, language: string) => boolean,
): readonly KindTold[] {
  const known = new KnownWords(isCountry);
  const told = names.map((each) => known.told(each));
  const persons = new Map<string, Set<string>>();
  for (const [at, { name }] of names.entries()) {
    const { kind, label = name.label } = told[at] ?? {};
    if (kind !== "person") continue;
    const surname = fold(label.split(" ").at(-1) ?? "");
    const full = persons.get(surname) ?? new Set();
    persons.set(surname, told[at]?.isTitled === true ? full : full.add(label));
  }
  return told.map((each, at) => {
    const words = names[at]?.name.label.split(" ") ?? [];
    const full = persons.get(fold(words.at(-1) ?? ""));
    const [only, ...others] = full ?? [];
    if (each.isTitled === true && only !== undefined && others.length === 0) return { kind: "person", label: only };
    const isSurname =
      !isAbbreviation(words[0] ?? "") &&
      words.length === 1 &&
      each.kind === undefined &&
      each.isRest === undefined &&
      full !== undefined;
    return isSurname ? { kind: "person" } : each;
  });
}

/**
 * Names that are a country in a case of its own and a person behind it: `посол в Великобритании Андрей Келин`. They are the person. A language without
 * cases sets its titles there, as `President of Norland Ada Lindgren`.
 */
export function withoutCountry(
  names: readonly FoundNames[],
  languageOf: (name: FoundNames) => string,
  isCountry: (word: string, language: string) => boolean,
): readonly FoundNames[] {
  const known = new KnownWords(isCountry);
  return names.map((name) => {
    const language = languageOf(name);
    const [first = "", ...rest] = name.label.split(" ");
    if (!hasCases(language) || rest.length < 2 || !isCountry(first, language)) return name;
    if (!known.isFullName(rest, language, false)) return name;
    const shorter = (label: string): string => label.split(" ").slice(1).join(" ");
    return { ...name, label: shorter(name.label), forms: [...new Set(name.forms.map(shorter))] };
  });
}

/** Whether a word is of capitals alone, two or more. */
function isAbbreviation(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}.-]+$/u.test(word);
}

/** Whether a word in Cyrillic letters ends as a place does behind an office, `Губернатор Заречья`, and not as surnames do in the nominative. */
function mayBeGenitive(word: string): boolean {
  return /[аяыиї]$/u.test(word) && !/(?:[оеёє]в|[иыії]н)а$|[сц]ь?ка(?:я)?$/u.test(word);
}

/** Whether a word of a name stands where one tells what the name is of. */
function canTell(words: readonly string[], at: number, language: string): boolean {
  return !onlyEndsTell.has(language) || at === words.length - 1 || (at === 0 && leads.has(fold(words[0] ?? "")));
}

/** What is known of words, read for the languages that are asked for. */
class KnownWords {
  private readonly words = new Map<string, ReadonlyMap<string, KindWord>>();
  private readonly firstNames = new Map<string, ReadonlySet<string>>();
  private readonly cities = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly isCountry: (word: string, language: string) => boolean) {}

  told({ name, language, texts: read }: NameInUse): KindTold {
    const texts = read.map(({ text }) => text);
    const words = name.label.split(" ");
    const city = this.cityOf(name.label, language);
    if (city !== undefined) return { kind: "place", label: city };
    const kinds = words.map((word) => this.kindWord(word, language));
    const [alone] = kinds;
    if (words.length === 1 && alone !== undefined) return alone.alone ? { kind: alone.kind } : { isRest: true };
    // `St`, `President`, `US President`.
    if (/^\p{Lu}\p{Ll}$/u.test(name.label) || kinds.every((each) => each?.kind === "person")) return { isRest: true };
    if (endsTell.has(language) && kinds.at(-1)?.kind === "person") return { isRest: true };
    const title = kinds.findLastIndex((each) => each?.kind === "person");
    const telling = kinds.filter(
      (each, at) => each !== undefined && each.kind !== "person" && canTell(words, at, language),
    );
    if (title >= 0 && title < words.length - 1 && telling.length === 0 && !isAbbreviation(words.at(-1) ?? "")) {
      const [only = "", ...others] = words.slice(title + 1);
      return others.length > 0 ? { kind: "person", label: [only, ...others].join(" ") } : this.titled(only, language);
    }
    if (this.isFullName(words, language, telling.length > 0)) return { kind: "person" };
    const head = endsTell.has(language) ? telling.at(-1) : telling[0];
    if (head !== undefined) return { kind: head.kind };
    if (words.length > 1) return {};
    if (this.isOftenTitled(name, texts, language)) return { kind: "person" };
    const { kind, label } = this.goingOn(name, texts, language);
    const whole = label ?? withNextWord(name.forms, texts, language);
    return { ...(kind === undefined ? {} : { kind }), ...(whole === undefined ? {} : { label: whole }) };
  }

  /** What one word behind a title makes of it: a person, or in languages with cases an office, `Мэр Москвы`. */
  private titled(word: string, language: string): KindTold {
    if (!hasCases(language)) return { kind: "person", isTitled: true };
    if (this.isCountry(word, language) || this.cityOf(word, language) !== undefined) return { isRest: true };
    return mayBeGenitive(word) ? { isTitled: true } : { kind: "person", isTitled: true };
  }

  /** What a name of one word is together with the small word behind it, where that tells a kind in most of its texts. */
  private goingOn({ forms }: FoundNames, texts: readonly string[], language: string): KindTold {
    // Languages that write all words of a name with capitals are not among them: `the Crimean city of Sudak`.
    if (!hasCases(language)) return {};
    const found = new Map<string, { readonly kind: NamedKind; count: number }>();
    const labelOf = (form: string, behind: string, { nominative }: KindWord): string =>
      agreeingNominative(form, behind, nominative, language) ?? `${form} ${behind}`;
    let all = 0;
    for (const text of texts) {
      for (const form of forms) {
        const at = text.indexOf(form);
        const behind =
          at < 0 ? undefined : /^ (\p{Ll}+)/u.exec(text.slice(at + form.length, at + form.length + 30))?.[1];
        const word = behind === undefined ? undefined : this.kindWord(behind, language);
        if (behind === undefined || word === undefined || word.kind === "person") continue;
        const label = labelOf(form, behind, word);
        const same = found.get(label) ?? { kind: word.kind, count: 0 };
        found.set(label, same);
        same.count += 1;
        all += 1;
        break;
      }
    }
    const [most] = [...found].sort(([, one], [, other]) => other.count - one.count);
    if (most === undefined || all < fewestTitles || all < texts.length * goesOnShare) return {};
    return { kind: most[1].kind, label: most[0] };
  }

  /** A first name and one or two words more, or a patronymic; no word tells another kind. */
  isFullName(words: readonly string[], language: string, tellsOther: boolean): boolean {
    if (tellsOther || words.length < 2 || words.length > 4) return false;
    if (
      words
        .slice(1)
        .some((word) => /^\p{Lu}\p{Ll}+(?:ович|евич|овна|евна|івна|йович)(?:а|у|ем|ом|е|ы|и|ой|ою|і)?$/u.test(word))
    )
      return true;
    const [first = ""] = words;
    const isWord = words.every((word) => /^\p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]*$|^\p{Lu}\.?$/u.test(word));
    return isWord && this.isFirstName(first, language) && this.cityOf(first, language) === undefined;
  }

  private isOftenTitled({ label, forms }: FoundNames, texts: readonly string[], language: string): boolean {
    // Case endings tell to whom a title belongs: `президент России` names no person. Nor does an abbreviation.
    if (hasCases(language) || isAbbreviation(label)) return false;
    let titled = 0;
    for (const text of texts) {
      const isTitled = forms.some((form) => {
        const at = text.indexOf(form);
        const before = /(\p{L}+)\.? $/u.exec(text.slice(Math.max(0, at - 40), at))?.[1];
        return before !== undefined && /^\p{Lu}/u.test(before) && this.kindWord(before, language)?.kind === "person";
      });
      if (isTitled) titled += 1;
    }
    return titled >= fewestTitles && titled >= texts.length * titledShare;
  }

  private kindWord(word: string, language: string): KindWord | undefined {
    const own = this.wordsOf(language);
    const folded = fold(word.replace(/\.$/u, ""));
    const found = own.get(folded) ?? own.get(wordStem(folded, language));
    if (found !== undefined || language !== "de") return found;
    for (const bare of [folded, folded.replace(/e?s$|n$/u, ""), folded.replace(/en$/u, "")]) {
      const whole = own.get(bare);
      if (whole !== undefined) return whole;
      for (let cut = 3; cut <= bare.length - shortestEnd; cut += 1) {
        const end = own.get(bare.slice(cut));
        if (end !== undefined) return { ...end, alone: true };
      }
    }
    return undefined;
  }

  private wordsOf(language: string): ReadonlyMap<string, KindWord> {
    const known = this.words.get(language);
    if (known !== undefined) return known;
    const own = new Map<string, KindWord>();
    for (const kind of ["person", "organisation", "place", "event"] as const) {
      for (const entry of kindWords[language]?.[kind].split(" ") ?? []) {
        const alone = entry.startsWith("*");
        const nominative = entry.replace(/^\*|\.$/gu, "");
        const folded = fold(nominative);
        for (const form of [folded, wordStem(folded, language)])
          if (!own.has(form)) own.set(form, { kind, alone, nominative });
      }
    }
    this.words.set(language, own);
    return own;
  }

  private isFirstName(word: string, language: string): boolean {
    const own = this.firstNamesOf(language);
    return own.has(fold(word)) || own.has(wordStem(word, language));
  }

  /** Those of the language, and those of English, which posts in Latin letters call people of all countries by. */
  private firstNamesOf(language: string): ReadonlySet<string> {
    const known = this.firstNames.get(language);
    if (known !== undefined) return known;
    const names = [language, "en"].flatMap((each) => firstNames[each]?.split(",") ?? []);
    const own = new Set(names.flatMap((name) => [name, wordStem(name, language)]));
    this.firstNames.set(language, own);
    return own;
  }

  /** The city that a name is of, as the language calls it. */
  private cityOf(name: string, language: string): string | undefined {
    const own = this.citiesOf(language);
    return own.get(stemKey(name, language));
  }

  private citiesOf(language: string): ReadonlyMap<string, string> {
    const known = this.cities.get(language);
    if (known !== undefined) return known;
    const names = (cities[language] ?? cities.en ?? "").split(",");
    const own = new Map(names.map((name) => [stemKey(name, language), name]));
    this.cities.set(language, own);
    return own;
  }
}

/** A word that tells a kind. */
interface KindWord {
  readonly kind: NamedKind;
  /** Whether it is a name where it stands alone. */
  readonly alone: boolean;
  /** As the table has it. */
  readonly nominative: string;
}
