import { slugOf } from "../../../text/slug.ts";
import { wordKey } from "../../../text/word-key.ts";
import { type ListPage, pagesOf } from "../../model/lists.ts";
import type { PostPage } from "../../model/post-page.ts";
import type { SubjectRules } from "../../model/subject-rules.ts";
import { type SitePath, subjectPath } from "../../model/urls.ts";
import { fold } from "../../search/forms/fold.ts";
import { baseLanguage, formsOf } from "../../search/forms/forms.ts";
import { inflections } from "../../search/forms/inflections.ts";
import type { Corpus } from "../corpus.ts";
import { countriesIn, regionNames } from "./countries.ts";
import { surnamesOf } from "./full-names.ts";
import type { SubjectKind } from "./kind.ts";
import { firstNames } from "./known-names.ts";
import { type ChannelText, isShoutedWord, labelsAmong } from "./label-words.ts";
import { type FoundNames, isShouted, namesIn } from "./names.ts";
import { nominativeOf } from "./nominative.ts";
import { NounCapitals } from "./noun-capitals.ts";
import { phrasesIn } from "./phrases.ts";
import { type KindTold, tellKinds, withoutCountry } from "./tell-kinds.ts";
import { hasCases } from "./word-stem.ts";

/** Something that several posts speak of, derived from their own words, and these posts, oldest first. */
export class Subject {
  readonly path: SitePath;

  constructor(
    readonly key: string,
    readonly kind: SubjectKind,
    readonly label: string,
    /** How the posts spell it, commonest first; the label is one of them or its nominative, but for flags. */
    readonly forms: readonly string[],
    readonly posts: readonly PostPage[],
  ) {
    this.path = subjectPath(key);
  }

  /** The pages that list its posts; only the newest where they are very many. */
  get pages(): readonly ListPage<Subject>[] {
    return pagesOf(this, this.path, this.posts.slice(-mostListed));
  }
}

/** The subjects of an archive and where they are listed. */
export interface Subjects {
  /** In order of the alphabet. */
  readonly all: readonly Subject[];
  /** The subjects of a post, the most telling first. */
  readonly of: (page: PostPage) => readonly Subject[];
}

/** A subject's pages list so many of its posts; the search finds the others. */
export const mostListed = 500;
/** An index longer than this is no way in. */
const mostNames = 900;
const mostPhrases = 300;
/** How many texts of a name tell its kind at most. */
const mostRead = 50;

/**
 * The derived index of subjects: names (`namesIn`), recurring phrases (`phrasesIn`) and countries by their flags (`countriesIn`). What they are is
 * found by capitals, by what recurs and by statistics; what kind of thing a name names by titles, words and lists (`tellKinds`). It is neither complete
 * nor free of error. `language` names the countries and orders the alphabet.
 */
export function subjectsOf(
  posts: readonly PostPage[],
  corpus: Corpus,
  language: string,
  rules: SubjectRules = {},
): Subjects {
  const languages = languagesOf(posts);
  const regionOf = regionNames(languages, language);
  const ofTexts = posts.map((page) => page.post.language);
  const capitals = new NounCapitals(corpus, ofTexts);
  const isCountry = (word: string, spoken: string): boolean => regionOf(word, spoken) !== undefined;
  const found = withoutCountry(
    strongest(namesIn(corpus, ofTexts, capitals), mostNames),
    (name) => languageOf(name, posts),
    isCountry,
  );
  const around = new WordsAround(corpus);
  const names = withForms(found, posts).map((name) => {
    const spoken = languageOf(name, posts);
    const label = nominativeOf({ forms: name.forms, language: spoken }, around) ?? name.label;
    return { name: { ...name, label }, language: spoken, texts: textsOf(name, posts) };
  });
  const phrases = strongest(phrasesIn(corpus, capitals, ofTexts), mostPhrases);
  const countries = countriesIn(
    posts.map((page) => page.post.text),
    language,
  );
  const byKey = new Map<string, { kind: SubjectKind; label: string; forms: readonly string[]; places: Set<number> }>();
  const { labelOf, isHidden } = namesByHand(rules);
  const add = (kind: SubjectKind, { label: derived, ...rest }: FoundNames): void => {
    const called = [derived, ...rest.forms];
    const found = { ...rest, label: labelOf(called) };
    const key = slugOf(found.label);
    if (key === "" || isHidden(called)) return;
    const same = byKey.get(key);
    if (same === undefined)
      byKey.set(key, { kind, label: found.label, forms: found.forms, places: new Set(found.places) });
    else {
      for (const place of found.places) same.places.add(place);
      same.forms = [...new Set([...same.forms, ...found.forms])];
    }
  };
  // A country that posts also call by its name is one subject.
  for (const country of countries) add("country", country);
  const told = tellKinds(names, isCountry);
  const isLabel = labelsAmong(names);
  const called = names.flatMap(({ name, language: spoken, texts }, at): readonly CalledSubject[] => {
    const region = name.forms.map((form) => regionOf(form, spoken)).find((found) => found !== undefined);
    const { kind, label = name.label, isRest }: KindTold = region ?? told[at] ?? {};
    if (isRest === true || (name.isBare === true && kind === undefined)) return [];
    // A first name alone is of this one and of that; English ones are surnames and cities as well.
    const isFirstName = hasCases(spoken) && around.firstNames(spoken).has(fold(label));
    if (kind === undefined && (isFirstName || isLabel(at) || isShoutedWord(name.forms, texts))) return [];
    const places = withoutOwn(name, posts);
    return places.length < fewestOfOthers ? [] : [{ ...name, label, places, kind: kind ?? "name" }];
  });
  const surnames = surnamesOf(called, (at) => called[at]?.kind === "person", textsWith(corpus));
  for (const [at, { kind, ...name }] of called.entries()) {
    const full = called[surnames.get(at) ?? at];
    add(full?.kind ?? kind, { ...name, label: full?.label ?? name.label });
  }
  const known = new Set(names.flatMap(({ name }) => name.forms));
  for (const phrase of phrases) if (!known.has(capitalsOf(phrase.label))) add("phrase", phrase);
  const alphabet = new Intl.Collator(language, { numeric: true });
  const all = [...byKey]
    .map(([key, { kind, label, forms, places }]) => new Subject(key, kind, label, forms, pagesAt(places, posts)))
    .sort((one, other) => alphabet.compare(one.label, other.label) || (one.key < other.key ? -1 : 1));
  const byPost = new Map<PostPage, Subject[]>();
  for (const subject of all) {
    for (const page of subject.posts) {
      const own = byPost.get(page) ?? [];
      byPost.set(page, own);
      own.push(subject);
    }
  }
  for (const own of byPost.values()) own.sort((one, other) => one.posts.length - other.posts.length);
  return { all, of: (page) => byPost.get(page) ?? [] };
}

/** A name with its kind. */
interface CalledSubject extends FoundNames {
  readonly kind: SubjectKind;
}

/** A channel that is named in its own posts alone is no subject of them, nor is one that hardly another channel names. */
const fewestOfOthers = 2;

/** The texts with a name, but for those of a channel that is called so: what it says of itself is no subject of its posts. */
function withoutOwn({ forms, places }: FoundNames, posts: readonly PostPage[]): readonly number[] {
  const own = new Set(forms.map(fold));
  return places.filter((place) => {
    const { name = "", handle = "" } = posts[place]?.post.channel ?? {};
    return !own.has(fold(name)) && !own.has(fold(handle));
  });
}

function textsOf({ places }: FoundNames, posts: readonly PostPage[]): readonly ChannelText[] {
  return places.slice(0, mostRead).flatMap((place) => {
    const post = posts[place]?.post;
    return post === undefined ? [] : [{ channel: post.channel.key, text: post.text }];
  });
}

/** In how many texts a word stands, whatever its letters' case. */
function textsWith(corpus: Corpus): (word: string) => number {
  let spread: Uint32Array | undefined;
  let words: ReadonlyMap<string, number> | undefined;
  return (word) => {
    spread ??= corpus.spread();
    words ??= new Map(corpus.keys.map((key, at) => [key, at]));
    return spread[words.get(wordKey(word)) ?? -1] ?? 0;
  };
}

/** The words of a phrase that bear capitals: `attacker Torvald Lindgren` is of Torvald Lindgren, who is a subject himself. */
function capitalsOf(phrase: string): string {
  return phrase
    .split(" ")
    .filter((word) => /\p{Lu}/u.test(word))
    .join(" ");
}

function strongest(found: readonly FoundNames[], most: number): readonly FoundNames[] {
  return found.toSorted((one, other) => other.places.length - one.places.length).slice(0, most);
}

/** What a person says of names: what a subject is called, which makes one of all that are called so, and which are none. */
function namesByHand({ merge = {}, rename = {}, hide = [] }: SubjectRules): {
  /** Given the label and the forms, the label first: a rule may name any of them. */
  readonly labelOf: (called: readonly string[]) => string;
  readonly isHidden: (called: readonly string[]) => boolean;
} {
  const merged = new Map(
    Object.entries(merge).flatMap(([label, names]) => names.map((name) => [name, label] as const)),
  );
  const renamed = new Map(Object.entries(rename));
  const hidden = new Set(hide);
  const labelOf = (called: readonly string[]): string => {
    const named = called.find((label) => merged.has(label) || renamed.has(label)) ?? called[0] ?? "";
    const one = merged.get(named) ?? named;
    return renamed.get(one) ?? one;
  };
  return { labelOf, isHidden: (called) => [...called, labelOf(called)].some((label) => hidden.has(label)) };
}

/**
 * Names in several cases or numbers are one, under the form that most posts have: `Сергея Рахманинова` and `Сергей Рахманинов`
 * by the stems of the search; in English, whose stems join too much, `MP` and `MPs`.
 */
function withForms(names: readonly FoundNames[], posts: readonly PostPage[]): readonly FoundNames[] {
  const groups = new Map<string, { readonly stems: Stems; name: FoundNames }[]>();
  for (const name of names.toSorted((one, other) => other.places.length - one.places.length)) {
    const stems = stemsOf(name, posts);
    const start = stems.map(([stem = ""]) => stem.slice(0, 2)).join(" ");
    const group = groups.get(start) ?? [];
    groups.set(start, group);
    const same = group.find((each) => areSame(each.stems, stems));
    if (same === undefined) group.push({ stems, name });
    else {
      const { label, forms, places, isBare } = same.name;
      same.name = {
        isBare: isBare === true && name.isBare === true,
        label: isShouted(label) && !isShouted(name.label) ? name.label : label,
        forms: [...new Set([...forms, ...name.forms])],
        places: [...new Set([...places, ...name.places])].sort((one, other) => one - other),
      };
    }
  }
  return [...groups.values()].flat().map(({ name }) => name);
}

/** What is known of words beside names, worked out where it is asked for. */
class WordsAround {
  private byStart: Map<string, string[]> | undefined;
  private readonly first = new Map<string, ReadonlySet<string>>();

  constructor(private readonly corpus: Corpus) {}

  readonly kin = (folded: string): readonly string[] => {
    if (this.byStart === undefined) {
      this.byStart = new Map();
      for (const { text, letters } of this.corpus.forms) {
        if (letters !== "capital") continue;
        const start = fold(text).slice(0, 2);
        const same = this.byStart.get(start);
        if (same === undefined) this.byStart.set(start, [text]);
        else same.push(text);
      }
    }
    return this.byStart.get(folded.slice(0, 2)) ?? [];
  };

  readonly firstNames = (language: string): ReadonlySet<string> => {
    const known = this.first.get(language) ?? new Set(firstNames[language]?.split(","));
    this.first.set(language, known);
    return known;
  };
}

/** For each word of a name what its forms may share. */
type Stems = readonly (readonly string[])[];

function areSame(one: Stems, other: Stems): boolean {
  return one.length === other.length && one.every((stems, at) => stems.some((stem) => other[at]?.includes(stem)));
}

function stemsOf(name: FoundNames, posts: readonly PostPage[]): Stems {
  const { label } = name;
  const language = languageOf(name, posts);
  if (language === "en") return [[label.replace(/(?<=.{2})s$/u, "")]];
  // An abbreviation has no forms.
  return label
    .split(" ")
    .map((word) => (/^\p{Lu}{1,5}$/u.test(word) ? [word] : formsOf(fold(word), language, inflections)));
}

/** The language of most posts with a name, without its region. */
function languageOf({ places }: FoundNames, posts: readonly PostPage[]): string {
  const counts = new Map<string, number>();
  for (const place of places) {
    const language = baseLanguage(posts[place]?.post.language ?? "und");
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [language] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ["und", 0] as const);
  return language;
}

function languagesOf(posts: readonly PostPage[]): readonly string[] {
  return [...new Set(posts.map((page) => page.post.language))];
}

function pagesAt(places: ReadonlySet<number>, posts: readonly PostPage[]): readonly PostPage[] {
  return [...places].sort((one, other) => one - other).flatMap((place) => posts[place] ?? []);
}
