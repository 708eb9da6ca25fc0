import { useEffect, useRef, useState } from "preact/hooks";
import type { Texts } from "../texts/texts.ts";
import { answerTo, type Index, openIndex, type Shown, withMore } from "./answers.ts";
import { onInterest } from "./interest.ts";
import { followKeys } from "./keyboard.ts";
import { keepLeftAt, leftAt } from "./left-at.ts";
import { addressOf, asksNothing, type Question, questionIn } from "./question.ts";

/** How far the search has come. */
export type SearchState =
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "waiting" }
  | { readonly kind: "answered"; readonly index: Index; readonly shown: Shown };

/** The search as its page shows it, and what a reader can do. */
export interface SearchUse {
  readonly question: Question;
  readonly state: SearchState;
  /** Asks something else: a step that the browser's back button takes back, which typing is not. */
  readonly choose: (question: Question) => void;
  readonly showMore: () => void;
}

const typingPause = 150;

/** Follows the box and the address, and answers what they ask. The index is opened when a reader takes an interest in it. */
export function useSearch(host: HTMLElement, input: HTMLInputElement, texts: Texts["search"]): SearchUse {
  const [question, setQuestion] = useState(() => questionIn(location.search));
  const [index, setIndex] = useState<Index>();
  const [shown, setShown] = useState<Shown>();
  const [failure, setFailure] = useState<string>();
  const asked = useRef(question);
  const named = useRef<string | undefined>(undefined);
  const [title] = useState(document.title);
  const results = useRef(0);
  // Results come only after the browser has looked for the place that the reader left.
  const comingBack = useRef(leftAt());

  useEffect(() => {
    const open = (): void => {
      openIndex(host, texts).then(setIndex, (error: unknown) => setFailure(`${error}`));
    };
    if (asksNothing(question)) return onInterest(open);
    open();
    return undefined;
  }, []);
  useEffect(() => keepLeftAt(() => results.current), []);
  useEffect(() => followInput(input, asked, named, setQuestion), []);
  useEffect(() => {
    asked.current = question;
    if (input.value !== question.words) input.value = question.words;
    // Tabs, bookmarks and the list of pages that were visited tell one search from another by its words.
    document.title = [question.words.trim(), title].filter(Boolean).join(" – ");
  }, [question]);
  useEffect(() => {
    if (index === undefined) return;
    const isCurrent = (): boolean => asked.current === question;
    answerTo(index, question, shown?.matches, isCurrent).then(
      async (answered) => {
        if (answered === undefined) return;
        const left = comingBack.current;
        comingBack.current = undefined;
        const next = left === undefined ? answered : await withAsMany(index, answered, left.results);
        if (!isCurrent()) return;
        named.current = next.named === undefined ? undefined : new URL(next.named.path, index.root).href;
        setShown(next);
        if (left !== undefined) requestAnimationFrame(() => scrollTo(0, left.scroll));
      },
      (error: unknown) => isCurrent() && setFailure(`${error}`),
    );
  }, [index, question]);

  results.current = shown?.found.length ?? 0;
  const choose = (next: Question): void => {
    history.pushState(null, "", addressOf(next) || location.pathname);
    setQuestion(next);
  };
  useEffect(() => followKeys(input, host, () => choose({ ...asked.current, words: "" })), []);
  const showMore = (): void => {
    if (index === undefined || shown === undefined) return;
    void withMore(index, shown).then((more) => asked.current === shown.question && setShown(more));
  };
  return { question, state: stateOf(failure, index, shown), choose, showMore };
}

/** An answer with so many results at least, as far as it has them. */
async function withAsMany(index: Index, answered: Shown, results: number): Promise<Shown> {
  const wanted = Math.min(results, answered.answer.places.length);
  let shown = answered;
  while (shown.found.length < wanted) shown = await withMore(index, shown);
  return shown;
}

function stateOf(failure: string | undefined, index: Index | undefined, shown: Shown | undefined): SearchState {
  if (failure !== undefined) return { kind: "failed", reason: failure };
  return index === undefined || shown === undefined ? { kind: "waiting" } : { kind: "answered", index, shown };
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
