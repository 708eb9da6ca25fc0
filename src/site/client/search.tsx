import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SearchManifest } from "../search/manifest.ts";
import { countedIn, filled } from "../search/wording.ts";
import type { Texts } from "../texts/texts.ts";
import { type Bundle, openBundle } from "./bundle.ts";
import { NothingFound } from "./empty-state.tsx";
import type { FacetWords } from "./facet-values.ts";
import { Chosen, Facets } from "./facets-view.tsx";
import { type Answer, filtered, type Place } from "./filter.ts";
import { onInterest } from "./interest.ts";
import { followKeys } from "./keyboard.ts";
import { type Matches, match } from "./match.ts";
import { nameIn, placeOf } from "./names.ts";
import { addressOf, asksNothing, orderOf, type Question, questionIn, type SortOrder, sortOrders } from "./question.ts";
import { type Found, Results } from "./results-view.tsx";
import { OtherWays, waysIn } from "./ways-view.tsx";

/** The search page: the box stands in the page already, what it finds is put below it. */
const host = document.getElementById("search");
const input = document.querySelector<HTMLInputElement>("#q");
if (host !== null && input !== null) {
  const texts = JSON.parse(host.dataset.texts ?? "") as Texts["search"];
  host.replaceChildren();
  render(<Search host={host} input={input} texts={texts} />, host);
}

interface SearchProps {
  readonly host: HTMLElement;
  readonly input: HTMLInputElement;
  readonly texts: Texts["search"];
}

interface Index {
  readonly bundles: readonly Bundle[];
  readonly words: FacetWords;
  readonly root: string;
}

/** An answer as far as it is shown. */
interface Shown {
  readonly question: Question;
  readonly matches: Matches;
  readonly answer: Answer;
  readonly found: readonly Found[];
  /** The post that what was typed leads straight to. */
  readonly named: Found | undefined;
}

const resultsAtATime = 20;
const typingPause = 150;

function Search({ host, input, texts }: SearchProps) {
  const [question, setQuestion] = useState(() => questionIn(location.search));
  const [index, setIndex] = useState<Index>();
  const [shown, setShown] = useState<Shown>();
  const [failure, setFailure] = useState<string>();
  const asked = useRef(question);
  const named = useRef<string | undefined>(undefined);
  const ways = waysIn(host);

  useEffect(() => {
    const open = (): void => {
      openIndex(host, texts).then(setIndex, (error: unknown) => setFailure(`${error}`));
    };
    if (asksNothing(question)) return onInterest(open);
    open();
    return undefined;
  }, []);
  useEffect(() => followInput(input, asked, named, setQuestion), []);
  useEffect(() => {
    asked.current = question;
    if (input.value !== question.words) input.value = question.words;
  }, [question]);
  useEffect(() => {
    if (index === undefined) return;
    const isCurrent = (): boolean => asked.current === question;
    answerTo(index, question, shown?.matches, isCurrent).then(
      (next) => {
        if (next === undefined) return;
        named.current = next.named === undefined ? undefined : new URL(next.named.path, index.root).href;
        setShown(next);
      },
      (error: unknown) => isCurrent() && setFailure(`${error}`),
    );
  }, [index, question]);

  /** A choice is a step that the browser's back button takes back; typing is not. */
  const choose = (next: Question): void => {
    history.pushState(null, "", addressOf(next) || location.pathname);
    setQuestion(next);
  };
  useEffect(() => followKeys(input, host, () => choose({ ...asked.current, words: "" })), []);
  const showMore = async (): Promise<void> => {
    if (index === undefined || shown === undefined) return;
    const places = shown.answer.places.slice(shown.found.length, shown.found.length + resultsAtATime);
    const more = await foundAt(index, places);
    if (asked.current === shown.question) setShown({ ...shown, found: [...shown.found, ...more] });
  };

  if (failure !== undefined) {
    return (
      <div class="nothing">
        <p>{filled(texts.failed, { reason: failure })}</p>
        <OtherWays ways={ways} texts={texts} />
      </div>
    );
  }
  if (index === undefined || shown === undefined) {
    return <p class="standfirst">{asksNothing(question) ? texts.hint : texts.loading}</p>;
  }
  const { answer, matches } = shown;
  const nothing = answer.places.length === 0 && !asksNothing(shown.question) && shown.named === undefined;
  return (
    <div class="found">
      <Facets counts={answer.counts} words={index.words} span={spanOf(index)} question={question} choose={choose} />
      <section aria-label={texts.results}>
        <div class="result-head">
          <p class={asksNothing(shown.question) ? "hint" : "result-count"} role="status" aria-live="polite">
            {[statusOf(shown, texts), possibleWords(shown, texts)].filter(Boolean).join(" · ")}
          </p>
          {answer.places.length > 1 && (
            <SortChoice
              order={orderOf(question)}
              withWords={question.words.trim() !== ""}
              texts={texts}
              onChange={(order) => choose({ ...question, order })}
            />
          )}
        </div>
        {(answer.hasCopies || question.copies === "one") && (
          <label class="choice copies">
            <input
              type="checkbox"
              checked={question.copies === "one"}
              onChange={() => choose({ ...question, copies: question.copies === "one" ? "all" : "one" })}
            />
            {texts.oneOfEach}{" "}
            {answer.hidden > 0 && (
              <span class="count">{countedIn(texts.locale, texts.hiddenCopies, answer.hidden)}</span>
            )}
          </label>
        )}
        <Chosen words={index.words} question={question} choose={choose} />
        {shown.named !== undefined && (
          <>
            <p>{texts.open}</p>
            <Results found={[shown.named]} root={index.root} wanted={noMarks} />
          </>
        )}
        {nothing && (
          <NothingFound
            bundles={index.bundles}
            matches={matches}
            question={shown.question}
            texts={texts}
            ways={ways}
            choose={choose}
          />
        )}
        <Results found={shown.found} root={index.root} wanted={matches.wanted} possibly={texts.possibly} />
        {shown.found.length < answer.places.length && (
          <p class="more">
            <button type="button" onClick={() => void showMore()}>
              {texts.showMore}
            </button>
          </p>
        )}
        {asksNothing(shown.question) && <p class="faint keys">{texts.keys}</p>}
      </section>
    </div>
  );
}

const noMarks: Matches["wanted"] = { forms: new Set(), beginnings: [] };

async function openIndex({ dataset }: HTMLElement, texts: Texts["search"]): Promise<Index> {
  const root = new URL(dataset.root ?? "../", document.baseURI).href;
  const response = await fetch(new URL(dataset.bundles ?? "", document.baseURI));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const manifest = (await response.json()) as SearchManifest;
  const bundles = await Promise.all(manifest.bundles.map((bundle) => openBundle(bundle, root)));
  return { bundles, words: { labels: manifest.labels, texts }, root };
}

/** The words of the matches that are at hand, so that a choice beside them is answered at once. */
const wordsOfMatches = new WeakMap<Matches, string>();

/** The answer with its first results; nothing where the reader has asked something else meanwhile. */
async function answerTo(
  index: Index,
  question: Question,
  known: Matches | undefined,
  isCurrent: () => boolean,
): Promise<Shown | undefined> {
  const isKnown = known !== undefined && wordsOfMatches.get(known) === question.words;
  const matches = isKnown ? known : await match(index.bundles, question.words);
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

function spanOf({ bundles }: Index): readonly [string, string] {
  return [bundles[0]?.posts.days[0] ?? "", bundles.at(-1)?.posts.days.at(-1) ?? ""];
}

/** Follows the box as the reader types, and the address as the reader goes back. */
function followInput(
  input: HTMLInputElement,
  asked: { readonly current: Question },
  named: { readonly current: string | undefined },
  setQuestion: (question: Question) => void,
): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    clearTimeout(pause);
    if (input.value === asked.current.words) return;
    const question = { ...asked.current, words: input.value };
    history.replaceState(null, "", addressOf(question) || location.pathname);
    setQuestion(question);
  };
  const later = (): void => {
    clearTimeout(pause);
    pause = setTimeout(read, typingPause);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (input.value === asked.current.words && named.current !== undefined) location.href = named.current;
    else read();
  };
  const back = (): void => setQuestion(questionIn(location.search));
  input.addEventListener("input", later);
  input.form?.addEventListener("submit", submit);
  addEventListener("popstate", back);
  return () => {
    input.removeEventListener("input", later);
    input.form?.removeEventListener("submit", submit);
    removeEventListener("popstate", back);
  };
}

function statusOf({ question, answer, named }: Shown, texts: Texts["search"]): string {
  if (asksNothing(question)) return texts.hint;
  const total = answer.places.length;
  const words = question.words.trim();
  if (total === 0) {
    if (named !== undefined) return "";
    return words === "" ? texts.none : filled(texts.noneFor, { words });
  }
  if (words === "") return countedIn(texts.locale, texts.found, total);
  return filled(countedIn(texts.locale, texts.foundFor, total), { words });
}

/** How many posts are of the time asked for only possibly, and whether they are shown. */
function possibleWords({ answer: { possible }, question }: Shown, texts: Texts["search"]): string {
  if (possible === 0) return "";
  const words = question.within === "certainly" ? texts.possiblyHidden : texts.possiblyShown;
  return countedIn(texts.locale, words, possible);
}

interface SortChoiceProps {
  readonly order: SortOrder;
  /** Without words nothing is more relevant than anything else. */
  readonly withWords: boolean;
  readonly texts: Texts["search"];
  readonly onChange: (order: SortOrder) => void;
}

function SortChoice({ order, withWords, texts, onChange }: SortChoiceProps) {
  return (
    <label class="sort">
      {texts.sortBy}{" "}
      <select value={order} onChange={(event) => onChange(event.currentTarget.value as SortOrder)}>
        {sortOrders
          .filter((each) => withWords || each !== "relevance")
          .map((each) => (
            <option key={each} value={each}>
              {texts.orders[each]}
            </option>
          ))}
      </select>
    </label>
  );
}
