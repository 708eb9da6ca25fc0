import type { FacetWords } from "../search/facet-values.ts";
import type { SearchManifest } from "../search/manifest.ts";
import type { SpellingFiles } from "../search/spellings/spelling-files.ts";
import type { Texts } from "../texts/texts.ts";
import { type Bundle, loaded, onceFor, openBundle } from "./bundle.ts";
import { type Answer, filtered, type Place } from "./filter.ts";
import { type Matches, match } from "./match.ts";
import { nameIn, placeOf } from "./names.ts";
import type { Question } from "./question.ts";
import type { Found } from "./results-view.tsx";

/** The index of the search, opened: its bundles, the words of its facets, the address of the root of the site, how other spellings are kept, and the files beside its bundles. */
export interface Index {
  readonly bundles: readonly Bundle[];
  readonly words: FacetWords;
  readonly root: string;
  readonly spellings: SpellingFiles;
  file(name: string): Promise<unknown>;
}

/** An answer as far as it is shown. */
export interface Shown {
  readonly question: Question;
  readonly matches: Matches;
  readonly answer: Answer;
  readonly found: readonly Found[];
  /** The post that what was typed leads straight to. */
  readonly named: Found | undefined;
}

const resultsAtATime = 20;

/** Opens the index that the page names. Throws an Error where it cannot be fetched. */
export async function openIndex({ dataset }: HTMLElement, texts: Texts["search"]): Promise<Index> {
  const root = new URL(dataset.root ?? "../", document.baseURI).href;
  const address = new URL(dataset.bundles ?? "", document.baseURI).href;
  const manifest = (await loaded(address)) as SearchManifest;
  const bundles = await Promise.all(manifest.bundles.map((bundle) => openBundle(bundle, root)));
  return {
    bundles,
    words: { labels: manifest.labels, texts },
    root,
    spellings: manifest.spellings,
    file: onceFor((name) => loaded(new URL(name, address).href)),
  };
}

/** The words of the matches that are at hand, so that a choice beside them is answered at once. */
const wordsOfMatches = new WeakMap<Matches, string>();

/** The answer with its first results; nothing where the reader has asked something else meanwhile. */
export async function answerTo(
  index: Index,
  question: Question,
  known: Matches | undefined,
  isCurrent: () => boolean,
): Promise<Shown | undefined> {
  const isKnown = known !== undefined && wordsOfMatches.get(known) === question.words;
  const matches = isKnown ? known : await match(index.bundles, question.words, index.words.labels);
  wordsOfMatches.set(matches, question.words);
  if (!isCurrent()) return undefined;
  const answer = filtered(index.bundles, matches, question);
  const [found, named] = await Promise.all([
    foundAt(index, answer.places.slice(0, resultsAtATime)),
    foundByName(index, question.words),
  ]);
  return isCurrent() ? { question, matches, answer, found, named } : undefined;
}

async function foundByName(index: Index, words: string): Promise<Found | undefined> {
  const name = nameIn(words);
  const place = name === undefined ? undefined : await placeOf(index.bundles, name);
  return place === undefined ? undefined : (await foundAt(index, [place]))[0];
}

function foundAt(index: Index, places: readonly Place[]): Promise<readonly Found[]> {
  return Promise.all(
    places.map(async ({ bundle: number, post, isSure }) => {
      const bundle = index.bundles[number];
      if (bundle === undefined) throw new Error(`no bundle ${number}`);
      const valueIn = (name: "channel" | "language"): string => {
        const { values, posts } = bundle.posts.columns[name];
        return values[Number(posts[post])] ?? "";
      };
      const channel = valueIn("channel");
      const text = await bundle.text(post);
      return {
        ...text,
        ...(!isSure && { isPossible: true }),
        channel: index.words.labels.channel?.[channel] ?? channel,
        language: valueIn("language") || "und",
      };
    }),
  );
}

/** The answer with its next results. */
export async function withMore(index: Index, shown: Shown): Promise<Shown> {
  const places = shown.answer.places.slice(shown.found.length, shown.found.length + resultsAtATime);
  return { ...shown, found: [...shown.found, ...(await foundAt(index, places))] };
}

/** The first and the last day of the posts. */
export function spanOf({ bundles }: Index): readonly [string, string] {
  return [bundles[0]?.posts.days[0] ?? "", bundles.at(-1)?.posts.days.at(-1) ?? ""];
}
