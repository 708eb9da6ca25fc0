import { type FacetName, facetNames } from "../search/facets.ts";
import type { Bundle, BundleAnswer, BundleQuestion, FacetCounts } from "./bundle.ts";
import { merged, summed, type TakeNext } from "./merge.ts";
import { isBlank, type Question } from "./question.ts";

/** What all bundles together find: how many posts, the counts beside the facets, and the posts a few at a time. */
export interface Answer {
  readonly total: number;
  /** For each facet: what choosing a value would find, its own choice left out of account. */
  readonly counts: FacetCounts;
  readonly take: TakeNext;
}

/** Asks every bundle at once and merges what they answer; a blank question counts all posts and finds none. */
export async function ask(bundles: readonly Bundle[], question: Question): Promise<Answer> {
  if (isBlank(question)) {
    return { total: 0, counts: summed(bundles.map((bundle) => bundle.totals)), take: async () => [] };
  }
  const chosenFacets = facetNames.filter((name) => question.chosen[name].length > 0);
  const [answers, ...widened] = await Promise.all([
    askAll(bundles, bundleQuestion(question)),
    ...chosenFacets.map((name) => askAll(bundles, bundleQuestion(question, name))),
  ]);
  const counts: Partial<Record<FacetName, Readonly<Record<string, number>>>> = { ...countsOf(answers) };
  for (const [index, name] of chosenFacets.entries()) counts[name] = countsOf(widened[index] ?? [])[name] ?? {};
  const lists = answers.map((answer) => answer.hits);
  return {
    total: lists.reduce((sum, hits) => sum + hits.length, 0),
    counts,
    take: merged(lists, orderOf(question)),
  };
}

/** Without words nothing is more relevant than anything else: the newest come first. */
export function orderOf(question: Question): Question["order"] {
  return question.words.trim() === "" && question.order === "relevance" ? "newest" : question.order;
}

function askAll(bundles: readonly Bundle[], question: BundleQuestion): Promise<readonly BundleAnswer[]> {
  return Promise.all(bundles.map((bundle) => bundle.ask(question)));
}

function bundleQuestion(question: Question, leaveOut?: FacetName): BundleQuestion {
  const order = orderOf(question);
  const filters = facetNames
    .filter((name) => name !== leaveOut && question.chosen[name].length > 0)
    .map((name) => [name, { any: question.chosen[name] }] as const);
  return {
    words: question.words.trim() || null,
    filters: Object.fromEntries(filters),
    ...(order === "relevance" ? {} : { newestFirst: order === "newest" }),
  };
}

function countsOf(answers: readonly BundleAnswer[]): FacetCounts {
  return summed(answers.map((answer) => answer.counts));
}
