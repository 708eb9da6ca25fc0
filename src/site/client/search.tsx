import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SearchManifest } from "../search/facets.ts";
import { type Answer, ask, orderOf } from "./ask.ts";
import { type Bundle, type Found, openBundle } from "./bundle.ts";
import { Facets } from "./facets-view.tsx";
import {
  addressOf,
  isBlank,
  isNarrowed,
  type Question,
  questionIn,
  type SortOrder,
  withoutFacets,
} from "./question.ts";
import { Results } from "./results-view.tsx";

/** The search page: the box stands in the page already, what it finds is put below it. */
const host = document.getElementById("search");
const input = document.querySelector<HTMLInputElement>("#q");
if (host !== null && input !== null) {
  host.replaceChildren();
  render(<Search host={host} input={input} />, host);
}

interface SearchProps {
  readonly host: HTMLElement;
  readonly input: HTMLInputElement;
}

interface Index {
  readonly bundles: readonly Bundle[];
  readonly manifest: SearchManifest;
}

/** An answer as far as it is shown. */
interface Shown {
  readonly question: Question;
  readonly answer: Answer;
  readonly found: readonly Found[];
}

const resultsAtATime = 20;
const typingPause = 180;

function Search({ host, input }: SearchProps) {
  const root = new URL(host.dataset.root ?? "../", document.baseURI).href;
  const [question, setQuestion] = useState(() => questionIn(location.search));
  const [index, setIndex] = useState<Index>();
  const [shown, setShown] = useState<Shown>();
  const [failure, setFailure] = useState<string>();
  const asked = useRef(question);

  useEffect(() => {
    openIndex(root, host.dataset.bundles ?? "").then(setIndex, (error: unknown) => setFailure(`${error}`));
  }, []);
  useEffect(() => followInput(input, asked, setQuestion), []);
  useEffect(() => {
    asked.current = question;
    if (input.value !== question.words) input.value = question.words;
  }, [question]);
  useEffect(() => {
    if (index === undefined) return;
    answerTo(index, question, () => asked.current === question).then(
      (next) => next && setShown(next),
      (error: unknown) => setFailure(`${error}`),
    );
  }, [index, question]);

  /** A choice is a step that the browser's back button takes back; typing is not. */
  const choose = (next: Question): void => {
    history.pushState(null, "", addressOf(next) || location.pathname);
    setQuestion(next);
  };
  const showMore = async (): Promise<void> => {
    if (shown === undefined) return;
    const more = await shown.answer.take(resultsAtATime);
    if (asked.current === shown.question) setShown({ ...shown, found: [...shown.found, ...more] });
  };

  if (failure !== undefined) {
    return (
      <p class="standfirst">
        The search index could not be loaded ({failure}). The timeline and the tags work without it.
      </p>
    );
  }
  if (index === undefined || shown === undefined) return <p class="standfirst">Loading the search…</p>;
  return (
    <div class="found">
      <Facets counts={shown.answer.counts} labels={index.manifest.labels} question={question} choose={choose} />
      <section aria-label="Results">
        <p class="result-count" role="status" aria-live="polite">
          {statusOf(shown)}
        </p>
        {!isBlank(shown.question) && shown.answer.total > 1 && (
          <SortChoice order={orderOf(question)} onChange={(order) => choose({ ...question, order })} />
        )}
        {shown.answer.total === 0 && !isBlank(shown.question) && (
          <NothingFound question={question} ways={waysIn(host)} choose={choose} />
        )}
        <Results found={shown.found} root={root} />
        {shown.found.length < shown.answer.total && (
          <p class="more">
            <button type="button" onClick={() => void showMore()}>
              Show more
            </button>
          </p>
        )}
      </section>
    </div>
  );
}

async function openIndex(root: string, manifestAddress: string): Promise<Index> {
  const response = await fetch(new URL(manifestAddress, document.baseURI));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const manifest = (await response.json()) as SearchManifest;
  const bundles = await Promise.all(manifest.bundles.map((folder) => openBundle(new URL(folder, root).href)));
  return { bundles, manifest };
}

/** The answer with its first results; nothing where the reader has asked something else meanwhile. */
async function answerTo(index: Index, question: Question, isCurrent: () => boolean): Promise<Shown | undefined> {
  const answer = await ask(index.bundles, question);
  if (!isCurrent()) return undefined;
  const found = await answer.take(resultsAtATime);
  return isCurrent() ? { question, answer, found } : undefined;
}

/** Follows the box as the reader types, and the address as the reader goes back. */
function followInput(
  input: HTMLInputElement,
  asked: { readonly current: Question },
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
    read();
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

function statusOf({ question, answer }: Shown): string {
  if (isBlank(question)) return "Type words in any language, or choose what to narrow by.";
  const { total } = answer;
  const words = question.words.trim();
  const about = words === "" ? "" : ` for “${words}”`;
  if (total === 0) return `No posts${about}`;
  return `${total.toLocaleString("en")} ${total === 1 ? "post" : "posts"}${about}`;
}

const orderNames: Readonly<Record<SortOrder, string>> = {
  relevance: "Relevance",
  newest: "Newest first",
  oldest: "Oldest first",
};

function SortChoice({ order, onChange }: { readonly order: SortOrder; readonly onChange: (order: SortOrder) => void }) {
  return (
    <label class="sort">
      Sort by{" "}
      <select value={order} onChange={(event) => onChange(event.currentTarget.value as SortOrder)}>
        {Object.entries(orderNames).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Addresses of the other ways in, as the page gives them. */
interface Ways {
  readonly timeline: string;
  readonly tags: string;
  readonly channels: string;
}

function waysIn({ dataset }: HTMLElement): Ways {
  return { timeline: dataset.timeline ?? "", tags: dataset.tags ?? "", channels: dataset.channels ?? "" };
}

interface NothingFoundProps {
  readonly question: Question;
  readonly ways: Ways;
  readonly choose: (question: Question) => void;
}

function NothingFound({ question, ways, choose }: NothingFoundProps) {
  return (
    <div class="nothing">
      {isNarrowed(question) && (
        <p>
          Some posts may be hidden by what you narrowed by.{" "}
          <button type="button" onClick={() => choose(withoutFacets(question))}>
            Search all posts
          </button>
        </p>
      )}
      <p>
        All words must occur in a post. Try fewer words, another spelling or another language; names are found in the
        language that the post uses. You can also go by <a href={ways.timeline}>date</a>, by <a href={ways.tags}>tag</a>{" "}
        or by <a href={ways.channels}>channel</a>.
      </p>
    </div>
  );
}
