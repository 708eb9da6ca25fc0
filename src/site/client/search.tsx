import { type ComponentChildren, render } from "preact";
import { useState } from "preact/hooks";
import { countsIn, type FirstFacets } from "../search/counted-before.ts";
import { countedIn, filled } from "../search/wording.ts";
import type { Texts } from "../texts/texts.ts";
import { AlsoSpelled } from "./also-spelled.tsx";
import { type Index, type Shown, spanOf } from "./answers.ts";
import { chosenLanguage, loadTexts } from "./chosen-language.ts";
import { NothingFound } from "./empty-state.tsx";
import { Exports } from "./export-view.tsx";
import { Chosen, Facets, type FacetsProps } from "./facets-view.tsx";
import type { Matches } from "./match.ts";
import { Operators } from "./operators-view.tsx";
import { addressOf, asksNothing, orderOf, type Question, type SortOrder, sortOrders } from "./question.ts";
import { Results } from "./results-view.tsx";
import { useSearch } from "./use-search.ts";
import { OtherWays, type Ways, waysIn } from "./ways-view.tsx";

/** The search page: the box stands in the page already, what it finds is put below it. */
const host = document.getElementById("search");
const input = document.querySelector<HTMLInputElement>("#q");
if (host !== null && input !== null) {
  const chosen = chosenLanguage();
  const texts =
    chosen === undefined ? (JSON.parse(host.dataset.texts ?? "") as Texts["search"]) : (await loadTexts(chosen)).search;
  host.replaceChildren();
  render(<Search host={host} input={input} texts={texts} />, host);
}

interface SearchProps {
  readonly host: HTMLElement;
  readonly input: HTMLInputElement;
  readonly texts: Texts["search"];
}

function Search({ host, input, texts }: SearchProps) {
  const { question, state, choose, showMore } = useSearch(host, input, texts);
  // What a search can be narrowed by stands there before anything is asked, when the index is not open yet.
  const [first] = useState(() => (asksNothing(question) ? firstIn(host) : undefined));
  const ways = waysIn(host);
  const asking = { texts, question, choose };
  switch (state.kind) {
    case "failed":
      return (
        <div class="nothing">
          <p>{filled(texts.failed, { reason: state.reason })}</p>
          <OtherWays ways={ways} texts={texts} />
        </div>
      );
    case "waiting": {
      const hint = asksNothing(question) ? texts.hint : texts.loading;
      if (first === undefined) return <p class="standfirst">{hint}</p>;
      return (
        <Desk counts={countsIn(first)} words={{ labels: first.labels, texts }} span={first.span} {...asking}>
          <p class="hint">{hint}</p>
        </Desk>
      );
    }
    case "answered": {
      const { index, shown } = state;
      return (
        <Desk counts={shown.answer.counts} words={index.words} span={spanOf(index)} {...asking}>
          <Answered {...{ index, shown, ways, showMore }} {...asking} />
        </Desk>
      );
    }
  }
}

function firstIn({ dataset }: HTMLElement): FirstFacets {
  return JSON.parse(dataset.facets ?? "") as FirstFacets;
}

/** The filters, what they narrow, and help; one element when the index opens, so that a filter in use keeps the focus. */
function Desk({ children, ...facets }: FacetsProps & { readonly children: ComponentChildren }) {
  const { texts } = facets.words;
  return (
    <div class="found">
      <Facets {...facets} />
      <section aria-label={texts.results}>
        {children}
        <Operators words={texts.operators} isAlone={asksNothing(facets.question)} />
        {asksNothing(facets.question) && <p class="faint search-keys">{texts.keys}</p>}
      </section>
    </div>
  );
}

interface AnsweredProps {
  readonly index: Index;
  readonly shown: Shown;
  /** What is asked now; the answer may still be to what was asked before. */
  readonly question: Question;
  readonly texts: Texts["search"];
  readonly ways: Ways;
  readonly choose: (question: Question) => void;
  readonly showMore: () => void;
}

function Answered(props: AnsweredProps) {
  const { index, shown, question, texts, ways, choose, showMore } = props;
  const { answer, matches, named } = shown;
  const isIdle = asksNothing(shown.question);
  const nothing = answer.places.length === 0 && !isIdle && named === undefined;
  return (
    <>
      <ResultHead {...props} />
      <AlsoSpelled {...{ index, shown, texts, choose }} />
      {(answer.hasCopies || question.copies === "one") && <Copies {...props} />}
      <Chosen words={index.words} question={question} choose={choose} />
      {answer.places.length > 0 && <Exports key={addressOf(shown.question)} {...{ index, shown, texts }} />}
      {named !== undefined && (
        <>
          <p>{texts.open}</p>
          <Results found={[named]} root={index.root} wanted={noMarks} />
        </>
      )}
      {nothing && (
        <NothingFound {...{ bundles: index.bundles, matches, question: shown.question, texts, ways, choose }} />
      )}
      <Results found={shown.found} root={index.root} wanted={matches.wanted} possibly={texts.possibly} />
      {shown.found.length < answer.places.length && (
        <p class="more">
          <button type="button" onClick={showMore}>
            {texts.showMore}
          </button>
        </p>
      )}
    </>
  );
}

const noMarks: Matches["wanted"] = { forms: new Set(), beginnings: [], inflections: {} };

/** How many posts were found, and their order. */
function ResultHead({ shown, question, texts, choose }: AnsweredProps) {
  const { answer } = shown;
  return (
    <div class="result-head">
      <p class={asksNothing(shown.question) ? "hint" : "result-count"} role="status" aria-live="polite">
        <Status shown={shown} texts={texts} />
        {answer.possible > 0 && ` · ${possibleWords(shown, texts)}`}
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
  );
}

/** Whether posts that say nearly the same are shown once. */
function Copies({ shown: { answer }, question, texts, choose }: AnsweredProps) {
  return (
    <label class="choice copies">
      <input
        type="checkbox"
        checked={question.copies === "one"}
        onChange={() => choose({ ...question, copies: question.copies === "one" ? "all" : "one" })}
      />
      {texts.oneOfEach}{" "}
      {answer.hidden > 0 && <span class="count">{countedIn(texts.locale, texts.hiddenCopies, answer.hidden)}</span>}
    </label>
  );
}

function Status({ shown: { question, answer, named }, texts }: Pick<AnsweredProps, "shown" | "texts">) {
  if (asksNothing(question)) return <>{texts.hint}</>;
  const total = answer.places.length;
  const words = question.words.trim();
  if (total === 0 && named !== undefined) return null;
  if (words === "") return <>{total === 0 ? texts.none : countedIn(texts.locale, texts.found, total)}</>;
  const [before, after] = (total === 0 ? texts.noneFor : countedIn(texts.locale, texts.foundFor, total)).split(
    "{words}",
  );
  // Words that run the other way must not turn what stands around them.
  return (
    <>
      {before}
      <bdi>{words}</bdi>
      {after}
    </>
  );
}

/** How many posts are of the time asked for only possibly, and whether they are shown. */
function possibleWords({ answer: { possible }, question }: Shown, texts: Texts["search"]): string {
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
