import type { SearchServer } from "../../model/search-server.ts";
import type { EngineDocument } from "../../search/engines/document.ts";
import type { EngineSearch } from "../../search/engines/engine.ts";
import { isOneOf } from "../../search/engines/filter.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Index, Shown } from "../answers.ts";
import type { Place } from "../filter.ts";
import type { Matches } from "../match.ts";
import { nameIn } from "../names.ts";
import { asksNothing, type Question } from "../question.ts";
import type { Found } from "../results-view.tsx";
import { askEngine } from "./ask.ts";
import { asBundles, type Engine, engineIn, openEngine } from "./engine.ts";
import { answersOf, planOf, resultsAtOnce, type SearchPlan, searchesOf } from "./searches.ts";
import { readWords } from "./words.ts";

/*
 * What `../answers.ts` is where the search asks an engine and not Pagefind: the build puts this file in its place
 * (`scripts/site/engine-files.ts`), so that a site without an engine has nothing of it.
 */

/** Which results of an answer there are, and which are shown. */
interface Listed {
  readonly plan: SearchPlan;
  readonly sure: number;
  readonly possible: number;
  readonly total: { readonly sure: number; readonly possible: number };
}

const listed = new WeakMap<Matches, Listed>();

async function openAsked({ dataset }: HTMLElement, texts: Texts["search"]): Promise<Index> {
  const root = new URL(dataset.root ?? "../", document.baseURI).href;
  const address = new URL(dataset.bundles ?? "", document.baseURI).href;
  const server = JSON.parse(dataset.server ?? "") as SearchServer;
  const { engine, manifest, file } = await openEngine(address, server, texts);
  return {
    bundles: asBundles(engine),
    words: { labels: manifest.labels, texts },
    root,
    spellings: manifest.spellings,
    file,
  };
}

async function answerAsked(
  { bundles }: Index,
  question: Question,
  _known: Matches | undefined,
  isCurrent: () => boolean,
): Promise<Shown | undefined> {
  const engine = engineIn(bundles);
  const words = await readWords(question.words, engine);
  if (!isCurrent()) return undefined;
  askAnewOnEnter();
  const plan = planOf(question, words);
  const name = nameIn(question.words);
  const named: readonly EngineSearch[] =
    name === undefined
      ? []
      : [{ ...plan.sure, filter: isOneOf("address", [name]), ranked: [], size: 1, isFolded: false }];
  const searches = searchesOf(plan);
  const answers = await askEngine([...searches, ...named], engine.server, engine.texts.locale).catch(
    (error: unknown) => {
      hasFailed = isCurrent();
      throw error;
    },
  );
  const { sure, possible, counts, hasCopies, hidden } = answersOf(plan, answers.slice(0, searches.length));
  const isIdle = asksNothing(question);
  const total = { sure: isIdle ? 0 : sure.total, possible: isIdle || plan.possible.size === 0 ? 0 : possible.total };
  const isSureAll = sure.found.length >= total.sure;
  const found = [
    ...sure.found.map((document) => foundIn(document, engine, true)),
    ...(isSureAll ? possible.found.map((document) => foundIn(document, engine, false)) : []),
  ];
  const matches: Matches = {
    scores: undefined,
    terms: words.terms,
    brokenPhrases: words.phrases,
    wanted: words.wanted,
    days: words.days,
  };
  listed.set(matches, { plan, sure: sure.found.length, possible: isSureAll ? possible.found.length : 0, total });
  const places = Array.from(
    { length: total.sure + total.possible },
    (_, post): Place => ({ bundle: 0, post, isSure: post < total.sure }),
  );
  const [exact] = answers[searches.length]?.found ?? [];
  return {
    question,
    matches,
    answer: { places, possible: isIdle ? 0 : possible.total, hidden, hasCopies, counts },
    found: isIdle ? [] : found,
    named: exact === undefined ? undefined : foundIn(exact, engine, true),
  };
}

async function moreAsked({ bundles }: Index, shown: Shown): Promise<Shown> {
  const engine = engineIn(bundles);
  const state = listed.get(shown.matches);
  if (state === undefined) return shown;
  const isSure = state.sure < state.total.sure;
  const start = isSure ? state.sure : state.possible;
  const search = { ...(isSure ? state.plan.sure : state.plan.possible), start: start - (start % resultsAtOnce) };
  const [answer] = await askEngine([search], engine.server, engine.texts.locale);
  const next = answer?.found.slice(start % resultsAtOnce) ?? [];
  if (next.length === 0) throw new Error(`no results after ${shown.found.length}`);
  listed.set(shown.matches, {
    ...state,
    ...(isSure ? { sure: state.sure + next.length } : { possible: state.possible + next.length }),
  });
  return { ...shown, found: [...shown.found, ...next.map((document) => foundIn(document, engine, isSure))] };
}

let asksAnew = false;
let hasFailed = false;

/** The page shows a search that failed as failed for good: a reader who sends the words once more begins anew. */
function askAnewOnEnter(): void {
  if (asksAnew) return;
  asksAnew = true;
  document.querySelector<HTMLInputElement>("#q")?.form?.addEventListener("submit", () => {
    if (hasFailed) location.reload();
  });
}

function spanAsked({ bundles }: Index): readonly [string, string] {
  return engineIn(bundles).span;
}

function foundIn(document: Partial<EngineDocument>, { labels }: Engine, isSure: boolean): Found {
  const [channel = ""] = document.channel ?? [];
  return {
    path: document.path ?? "",
    title: document.title ?? "",
    text: document.text ?? "",
    when: document.when ?? "",
    ...(!isSure && { isPossible: true }),
    channel: labels.channel?.[channel] ?? channel,
    language: document.language?.[0] ?? "und",
  };
}

/** How many posts answer each question. */
export async function countsOf(engine: Engine, questions: readonly Question[]): Promise<readonly number[]> {
  const plans = await Promise.all(
    questions.map(async (question) => planOf(question, await readWords(question.words, engine))),
  );
  const searches = plans.map(({ sure, possible }) => {
    const both = [sure, ...(possible.size > 0 ? [possible] : [])];
    return searchesOf({ sure, possible, counts: [], unfolded: undefined })
      .filter((search) => both.includes(search))
      .map((search) => ({ ...search, size: 0 }));
  });
  const answers = await askEngine(searches.flat(), engine.server, engine.texts.locale);
  let next = 0;
  return searches.map((own) => own.reduce((sum) => sum + (answers[next++]?.total ?? 0), 0));
}

/** The lists of an answer, from their starts. */
export function listsOf({ matches }: Shown): readonly { readonly search: EngineSearch; readonly total: number }[] {
  const state = listed.get(matches);
  if (state === undefined) return [];
  const { plan, total } = state;
  return [
    { search: plan.sure, total: total.sure },
    { search: plan.possible, total: total.possible },
  ].filter((list) => list.total > 0);
}

export { answerAsked as answerTo, moreAsked as withMore, openAsked as openIndex, spanAsked as spanOf };
