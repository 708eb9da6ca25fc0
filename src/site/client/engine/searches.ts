import { byFacet } from "../../search/counted-before.ts";
import type { CountedField, EngineDocument } from "../../search/engines/document.ts";
import type { EngineAnswer, EngineSearch } from "../../search/engines/engine.ts";
import { allOf, type Filter, findsNothing } from "../../search/engines/filter.ts";
import { type FacetCounts, type FacetName, facetNames } from "../../search/facets.ts";
import { asksNothing, orderOf, type Question } from "../question.ts";
import { type AskedWords, type Narrowing, narrowedBy, narrowedByAll, narrowedByDays, onlyPossibly } from "./asked.ts";

/** How many results are shown at a time. */
export const resultsAtOnce = 20;

/** What a question asks of an engine: lists of posts, and numbers beside them. */
export interface SearchPlan {
  /** The posts that surely answer; of each list the results from `start` on. */
  readonly sure: EngineSearch;
  /** Those that are of the time asked for only possibly. */
  readonly possible: EngineSearch;
  /** Counts of facets: one search for those without a choice, one for each other, which leaves its own choice out of account. */
  readonly counts: readonly (readonly [names: readonly FacetName[], search: EngineSearch])[];
  /** All answers without those that a list leaves out, where it leaves out any that say nearly the same. */
  readonly unfolded: EngineSearch | undefined;
}

/** What results are shown from. */
const shownOfResult: readonly (keyof EngineDocument)[] = ["id", "path", "title", "text", "when", "channel", "language"];

/** What is asked to answer a question. */
export function planOf(question: Question, words: AskedWords): SearchPlan {
  const days = narrowedByDays(question, words.days);
  const facets = byFacet(facetNames.map((name) => [name, narrowedBy(name, question.chosen[name])]));
  const isStrict = question.within === "certainly";
  const all = (without?: FacetName): Narrowing =>
    narrowedByAll([days, ...facetNames.filter((name) => name !== without).map((name) => facets[name])]);
  const searchFor = (filter: Filter, more: Partial<EngineSearch> = {}): EngineSearch => ({
    filter: allOf([words.filter, filter]),
    ranked: words.ranked,
    order: orderOf(question),
    start: 0,
    size: 0,
    fields: shownOfResult,
    counted: [],
    isFolded: question.copies === "one",
    ...more,
  });
  const whole = (narrowing: Narrowing): Filter => (isStrict ? narrowing.surely : narrowing.possibly);
  const isIdle = asksNothing(question);
  const open = facetNames.filter((name) => question.chosen[name].length === 0);
  const closed = facetNames.filter((name) => question.chosen[name].length > 0);
  const counted = (name: FacetName): CountedField =>
    isStrict && (name === "year" || name === "month") ? `${name}Sure` : name;
  const size = isIdle ? 0 : resultsAtOnce;
  return {
    sure: searchFor(all().surely, { size }),
    possible: searchFor(onlyPossibly(all()), { size: isStrict ? 0 : size }),
    counts: [
      [open, searchFor(whole(all()), { counted: [...open.map(counted), "copied"] })],
      ...closed.map((name) => [[name], searchFor(whole(all(name)), { counted: [counted(name)] })] as const),
    ],
    unfolded: question.copies === "one" ? searchFor(whole(all()), { isFolded: false }) : undefined,
  };
}

/** The searches of a plan that may find anything, to be asked at once. */
export function searchesOf({ sure, possible, counts, unfolded }: SearchPlan): readonly EngineSearch[] {
  const all = [sure, possible, ...counts.map(([, search]) => search), ...(unfolded === undefined ? [] : [unfolded])];
  return all.filter(({ filter }) => !findsNothing(filter));
}

/** What came of a plan. */
export interface PlanAnswer {
  readonly sure: EngineAnswer;
  readonly possible: EngineAnswer;
  readonly counts: FacetCounts;
  readonly hasCopies: boolean;
  readonly hidden: number;
}

/** Puts the answers of an engine, one for each of `searchesOf`, in the places of their searches. */
export function answersOf(plan: SearchPlan, answers: readonly EngineAnswer[]): PlanAnswer {
  const asked = searchesOf(plan);
  // Some engines give a result at least.
  const of = (search: EngineSearch): EngineAnswer => {
    const answer = answers[asked.indexOf(search)] ?? none;
    return search.size === 0 ? { ...answer, found: [] } : answer;
  };
  const [sure, possible] = [of(plan.sure), of(plan.possible)];
  const counts = byFacet(facetNames.map((name) => [name, new Map<string, number>()]));
  for (const [names, search] of plan.counts) {
    const found = of(search).counts;
    for (const name of names) {
      const own = name === "year" || name === "month" ? (found[name] ?? found[`${name}Sure`]) : found[name];
      for (const [value, count] of Object.entries(own ?? {})) counts[name].set(value, count);
    }
  }
  const total = sure.total + (plan.possible.size > 0 ? possible.total : 0);
  return {
    sure,
    possible,
    counts,
    hasCopies: plan.counts.some(([, search]) => (of(search).counts.copied?.yes ?? 0) > 1),
    hidden: plan.unfolded === undefined ? 0 : Math.max(of(plan.unfolded).total - total, 0),
  };
}

const none: EngineAnswer = { total: 0, found: [], counts: {} };
