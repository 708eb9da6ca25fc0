import { slugOf } from "../../../text/slug.ts";
import { type ListPage, pagesOf } from "../../model/lists.ts";
import type { PostPage } from "../../model/post-page.ts";
import type { SubjectRules } from "../../model/subject-rules.ts";
import { type SitePath, subjectPath } from "../../model/urls.ts";
import type { Corpus } from "../corpus.ts";
import { countriesIn, countryNames } from "./countries.ts";
import type { SubjectKind } from "./kind.ts";
import { type FoundNames, namesIn } from "./names.ts";
import { phrasesIn } from "./phrases.ts";

/** Something that several posts speak of, derived from their own words, and these posts, oldest first. */
export class Subject {
  readonly path: SitePath;

  constructor(
    readonly key: string,
    readonly kind: SubjectKind,
    readonly label: string,
    /** How the posts spell it, commonest first; the label is one of them, but for flags. */
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

/**
 * The derived index of subjects: names (`namesIn`), recurring phrases (`phrasesIn`) and countries by their flags
 * (`countriesIn`). It rests on capitals, on what recurs and on statistics alone, on no list of names or stop words, and is
 * therefore neither complete nor free of error. `language` names the countries and orders the alphabet.
 */
export function subjectsOf(
  posts: readonly PostPage[],
  corpus: Corpus,
  language: string,
  rules: SubjectRules = {},
): Subjects {
  const languages = languagesOf(posts);
  const countryOf = countryNames(languages, language);
  const names = withEnglishPlurals(
    strongest(
      namesIn(
        corpus,
        posts.map((page) => page.post.language),
      ),
      mostNames,
    ),
    posts,
  );
  const phrases = strongest(phrasesIn(corpus), mostPhrases);
  const countries = countriesIn(
    posts.map((page) => page.post.text),
    language,
  );
  const byKey = new Map<string, { kind: SubjectKind; label: string; forms: readonly string[]; places: Set<number> }>();
  const { labelOf, isHidden } = namesByHand(rules);
  const add = (kind: SubjectKind, { label: derived, ...rest }: FoundNames): void => {
    const found = { ...rest, label: labelOf(derived) };
    const key = slugOf(found.label);
    if (key === "" || isHidden(derived)) return;
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
  for (const name of names) {
    const country = name.forms.map(countryOf).find((label) => label !== undefined);
    add(country === undefined ? "name" : "country", { ...name, label: country ?? name.label });
  }
  for (const phrase of phrases) add("phrase", phrase);
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

function strongest(found: readonly FoundNames[], most: number): readonly FoundNames[] {
  return found.toSorted((one, other) => other.places.length - one.places.length).slice(0, most);
}

/** What a person says of names: what a subject is called, which makes one of all that are called so, and which are none. */
function namesByHand({ merge = {}, rename = {}, hide = [] }: SubjectRules): {
  readonly labelOf: (label: string) => string;
  readonly isHidden: (label: string) => boolean;
} {
  const merged = new Map(
    Object.entries(merge).flatMap(([label, names]) => names.map((name) => [name, label] as const)),
  );
  const renamed = new Map(Object.entries(rename));
  const hidden = new Set(hide);
  const labelOf = (label: string): string => {
    const one = merged.get(label) ?? label;
    return renamed.get(one) ?? one;
  };
  return { labelOf, isHidden: (label) => hidden.has(label) || hidden.has(labelOf(label)) };
}

/** Names of people come in the singular and the plural: in English, `MP` and `MPs` are one, under the one that more posts have. */
function withEnglishPlurals(names: readonly FoundNames[], posts: readonly PostPage[]): readonly FoundNames[] {
  const isEnglish = ({ places }: FoundNames): boolean =>
    places.filter((place) => posts[place]?.post.language.startsWith("en")).length * 2 > places.length;
  const byLabel = new Map(names.map((name) => [name.label, name]));
  const joined = new Map<string, FoundNames>();
  for (const name of names) {
    const singular = name.label.endsWith("s") && isEnglish(name) ? byLabel.get(name.label.slice(0, -1)) : undefined;
    if (singular === undefined) continue;
    const [first, second] = name.places.length > singular.places.length ? [name, singular] : [singular, name];
    const places = [...new Set([...first.places, ...second.places])].sort((one, other) => one - other);
    joined.set(first.label, { label: first.label, forms: [...first.forms, ...second.forms], places });
    byLabel.delete(second.label);
  }
  return [...byLabel.values()].map((name) => joined.get(name.label) ?? name);
}

function languagesOf(posts: readonly PostPage[]): readonly string[] {
  return [...new Set(posts.map((page) => page.post.language))];
}

function pagesAt(places: ReadonlySet<number>, posts: readonly PostPage[]): readonly PostPage[] {
  return [...places].sort((one, other) => one - other).flatMap((place) => posts[place] ?? []);
}
