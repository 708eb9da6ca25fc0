import { useEffect, useState } from "preact/hooks";
import { countedIn, filled } from "../search/wording.ts";
import type { Texts } from "../texts/texts.ts";
import type { Bundle } from "./bundle.ts";
import { filtered } from "./filter.ts";
import { type BundleWords, nearWords } from "./look-up.ts";
import type { Matches, TermFound } from "./match.ts";
import { narrowings, type Question, runsBackwards, without, withoutFacets } from "./question.ts";
import { OtherWays, type Ways } from "./ways-view.tsx";

/** A question that finds nothing, and what is known of its words. */
export interface NothingFoundProps {
  readonly bundles: readonly Bundle[];
  readonly matches: Matches;
  readonly question: Question;
  readonly texts: Texts["search"];
  readonly ways: Ways;
  readonly choose: (question: Question) => void;
}

/** Why a question finds nothing, and what would find something. */
export function NothingFound({ bundles, matches, question, texts, ways, choose }: NothingFoundProps) {
  const missing = matches.terms.filter((found) => found.posts === 0);
  const known = matches.terms.filter((found) => found.posts > 0);
  const wordsFind = matches.scores === undefined || matches.scores.some((each) => each.size > 0);
  const ask = (words: string): void => choose({ ...question, words });
  return (
    <div class="nothing">
      {wordsFind && <Narrowings {...{ bundles, matches, question, texts, choose }} />}
      {missing.length > 0 && (
        <>
          <p>{texts.unknownWords}</p>
          <ul>
            {missing.map((found) => (
              <Missing key={found.term.folded} {...{ found, bundles, question, texts, ask }} />
            ))}
          </ul>
        </>
      )}
      {matches.brokenPhrases.length > 0 && (
        <>
          <p>{texts.broken}</p>
          <ul>
            {matches.brokenPhrases.map((phrase) => (
              <li key={phrase}>
                <Ask words={phrase} ask={ask} />
              </li>
            ))}
          </ul>
        </>
      )}
      {!wordsFind && matches.brokenPhrases.length === 0 && matches.terms.length > 1 && known.length > 0 && (
        <>
          <p>{missing.length === 0 ? texts.apart : texts.alone}</p>
          <ul>
            {known.map(({ term, posts }) => (
              <li key={term.folded}>
                <Ask words={term.typed} ask={ask} />{" "}
                <span class="count">{countedIn(texts.locale, texts.found, posts)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{texts.otherWays}</p>
      <OtherWays ways={ways} texts={texts} />
    </div>
  );
}

function Narrowings({ bundles, matches, question, texts, choose }: Omit<NothingFoundProps, "ways">) {
  const names = narrowings(question);
  const count = (next: Question): number => filtered(bundles, matches, next).places.length;
  const posts = (found: number): string => countedIn(texts.locale, texts.found, found);
  const helpful = names
    .map((name) => ({ name, next: without(question, name) }))
    .map((way) => ({ ...way, found: count(way.next) }))
    .filter(({ found }) => found > 0);
  const all = withoutFacets(question);
  const foundByAll = names.length > 1 ? count(all) : 0;
  return (
    <>
      <p>{runsBackwards(question) ? texts.backwards : texts.narrowed}</p>
      <ul>
        {helpful.map(({ name, next, found }) => (
          <li key={name}>
            <button type="button" onClick={() => choose(next)}>
              {filled(texts.withoutNarrowing, { name: filterName(name, texts), posts: posts(found) })}
            </button>
          </li>
        ))}
        {foundByAll > 0 && (
          <li>
            <button type="button" onClick={() => choose(all)}>
              {filled(texts.withoutAny, { posts: posts(foundByAll) })}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}

/** A filter's label as it reads inside a sentence. */
export function filterName(name: ReturnType<typeof narrowings>[number], texts: Texts["search"]): string {
  return (name === "days" ? texts.days : texts.facets[name]).toLocaleLowerCase(texts.locale);
}

/** A word that is missing, and where words like it are looked for. */
export interface MissingProps {
  readonly found: TermFound;
  readonly bundles: readonly BundleWords[];
  readonly question: Question;
  readonly texts: Texts["search"];
  readonly ask: (words: string) => void;
}

/** A word of no post, with words that are spelled nearly so. */
export function Missing({ found: { term }, bundles, question, texts, ask }: MissingProps) {
  const [near, setNear] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    // Without suggestions the rest still helps.
    nearWords(bundles, term.folded).then(
      (words) => current && setNear(words),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [term.folded]);
  return (
    <li>
      <b>
        <bdi>{term.typed}</bdi>
      </b>
      {near.length > 0 && ` — ${texts.near} `}
      {near.map((word) => (
        <Ask key={word} words={question.words.replace(term.typed, () => word)} shown={word} ask={ask} />
      ))}
    </li>
  );
}

/** Words to search for instead. */
export interface AskProps {
  readonly words: string;
  readonly shown?: string;
  readonly ask: (words: string) => void;
}

/** A button that searches for other words. */
export function Ask({ words, shown = words, ask }: AskProps) {
  return (
    <button type="button" class="ask" onClick={() => ask(words)}>
      <bdi>{shown}</bdi>
    </button>
  );
}
