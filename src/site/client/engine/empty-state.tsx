import { useEffect, useState } from "preact/hooks";
import { countedIn, filled } from "../../search/wording.ts";
import type { Texts } from "../../texts/texts.ts";
import { Ask, filterName, Missing, type NothingFoundProps } from "../empty-state.tsx";
import { addressOf, narrowings, type Question, runsBackwards, without, withoutFacets } from "../question.ts";
import { OtherWays } from "../ways-view.tsx";
import { countsOf } from "./answers.ts";
import { type Engine, engineIn } from "./engine.ts";

/** Why an engine finds nothing, and what would find something. */
function NothingAsked({ bundles, matches, question, texts, ways, choose }: NothingFoundProps) {
  const engine = engineIn(bundles);
  const missing = matches.terms.filter((found) => found.posts === 0);
  const known = matches.terms.filter((found) => found.posts > 0);
  const ask = (words: string): void => choose({ ...question, words });
  const broken = useCounted(
    engine,
    matches.brokenPhrases.map((words) => ({ ...withoutFacets(question), words })),
  );
  return (
    <div class="nothing">
      {narrowings(question).length > 0 && <Narrowed {...{ engine, question, texts, choose }} />}
      {missing.length > 0 && (
        <>
          <p>{texts.unknownWords}</p>
          <ul>
            {missing.map((found) => (
              <Missing key={found.term.folded} {...{ found, bundles: [engine], question, texts, ask }} />
            ))}
          </ul>
        </>
      )}
      {broken.length > 0 && (
        <>
          <p>{texts.broken}</p>
          <ul>
            {broken.map(({ question: { words } }) => (
              <li key={words}>
                <Ask words={words} ask={ask} />
              </li>
            ))}
          </ul>
        </>
      )}
      {broken.length === 0 && matches.terms.length > 1 && known.length > 0 && (
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

interface NarrowedProps {
  readonly engine: Engine;
  readonly question: Question;
  readonly texts: Texts["search"];
  readonly choose: (question: Question) => void;
}

/** The filters without which something is found. */
function Narrowed({ engine, question, texts, choose }: NarrowedProps) {
  const names = narrowings(question);
  const ways = [
    ...names.map((name) => without(question, name)),
    ...(names.length > 1 ? [withoutFacets(question)] : []),
  ];
  const counted = useCounted(engine, ways);
  if (counted.length === 0 && !runsBackwards(question)) return null;
  return (
    <>
      <p>{runsBackwards(question) ? texts.backwards : texts.narrowed}</p>
      <ul>
        {counted.map(({ place, question: next, found }) => {
          const name = names[place];
          const posts = countedIn(texts.locale, texts.found, found);
          return (
            <li key={place}>
              <button type="button" onClick={() => choose(next)}>
                {name === undefined
                  ? filled(texts.withoutAny, { posts })
                  : filled(texts.withoutNarrowing, { name: filterName(name, texts), posts })}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface Counted {
  readonly place: number;
  readonly question: Question;
  readonly found: number;
}

/** The questions that find something, with how many posts they find, once the engine has told. */
function useCounted(engine: Engine, questions: readonly Question[]): readonly Counted[] {
  const [counted, setCounted] = useState<readonly Counted[]>([]);
  useEffect(() => {
    let current = true;
    // Without these numbers the rest still helps.
    countsOf(engine, questions).then(
      (found) =>
        current &&
        setCounted(
          questions
            .map((question, place) => ({ place, question, found: found[place] ?? 0 }))
            .filter((each) => each.found > 0),
        ),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [questions.map(addressOf).join(" ")]);
  return counted;
}

export { NothingAsked as NothingFound };
